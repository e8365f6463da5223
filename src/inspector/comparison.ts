import { type Difference, differenceBetween } from '../graph/difference'
import { linkEnds } from '../graph/linkEnds'
import { placeInFull, whereIs } from '../graph/whereabouts'
import type { Debate, Reason, Relation, Statement } from '../model/debate'
import type { SourceSpan } from '../model/schema'
import { type InContext, quotesInPlace, spanInContext, wholeWords } from './context'
import { linkInWords } from './words'

/** Words at one end of a link. */
export interface EndWords extends InContext {
  /** What of the words the rule saw; all of them where nothing is told apart. */
  seen: { start: number; end: number }
  /** "Text 004, turn 12". */
  place: string
  /** Where the reader can show them; null where no text of the map has them. */
  span: SourceSpan | null
  /** Set where they stood in a text that the map does not hold, or no longer in these words. */
  isMissing?: boolean
}

/** Both ends of a link, as they are held against each other. */
export interface Comparison {
  /** The words answered; null where they are not known. */
  said: EndWords | null
  /** The link that is undercut, in words, where the far end is one. */
  link: string | null
  /** The quotation, and how it differs from the words answered; null where nothing is quoted. */
  quoted: { words: EndWords; difference: Difference } | null
  answering: EndWords | null
}

/** Holds the words at both ends of a link against each other, as one of its reasons saw them. */
export function comparisonOf(
  debate: Debate,
  relation: Relation,
  reason: Reason | null,
): Comparison {
  const ends = linkEnds(debate, relation, reason)
  const from = debate.statements.get(relation.from)
  const to = debate.statements.get(relation.to)
  const link = debate.relations.get(relation.to)
  const quotation = textAt(debate, ends.quoted)
  const original = quotation === null ? null : textAt(debate, ends.said)
  const answering = endWords(debate, ends.answering, from)
  if (ends.quoted && ends.said && quotation !== null && original !== null)
    return {
      said: alone(debate, ends.said, original),
      link: null,
      quoted: {
        words: alone(debate, ends.quoted, quotation),
        difference: differenceBetween(original, withoutSigns(quotation)),
      },
      // The words before an answer are the quotation, which stands there already.
      answering: answering && { ...answering, before: '' },
    }
  return {
    said: endWords(debate, ends.said, to),
    link: link ? linkInWords(debate, link) : null,
    quoted: null,
    answering,
  }
}

const textAt = (debate: Debate, span: SourceSpan | null): string | null =>
  (span && debate.sources.get(span.source)?.text?.slice(span.start, span.end)) ?? null

/** A quotation without the signs that open its lines. */
const withoutSigns = (quotation: string): string => quotation.replace(/^[ \t]*(?:>[ \t]?)+/gm, '')

/** Words by themselves, without what stands around them. */
const alone = (debate: Debate, span: SourceSpan, text: string): EndWords => ({
  before: '',
  words: text,
  after: '',
  seen: { start: 0, end: text.length },
  place: placeInFull(whereIs(debate, span)),
  span,
})

/** The words that a rule saw within those its statement rests on; these alone where no rule saw any, or the headline. */
function endWords(
  debate: Debate,
  span: SourceSpan | null,
  statement: Statement | undefined,
): EndWords | null {
  const around = statement?.quotes.find(
    ({ source, start, end }) => span?.source === source && start <= span.start && span.end <= end,
  )
  const whole = around ?? span
  const inText = whole && spanInContext(debate, whole, 'sentence')
  if (span && whole && inText)
    return {
      ...inText,
      seen: wholeWords(inText.words, {
        start: span.start - whole.start,
        end: span.end - whole.start,
      }),
      place: placeInFull(whereIs(debate, span)),
      span,
    }
  return statement ? keptWords(debate, statement) : null
}

/** What a statement itself remembers of its words; its headline where a person wrote it. */
function keptWords(debate: Debate, statement: Statement): EndWords {
  const [quote] = quotesInPlace(debate, statement, 'sentence')
  const { before, words, after } = quote ?? { before: '', words: statement.text, after: '' }
  const isThere = quote && !quote.isLost && quote.source?.text !== undefined
  return {
    ...{ before, words, after },
    seen: { start: 0, end: words.length },
    place: quote?.place ?? 'made by a person',
    span: isThere ? quote.quote : null,
    isMissing: quote !== undefined && !isThere,
  }
}
