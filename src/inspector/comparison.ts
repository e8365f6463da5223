import type { Difference } from '../graph/difference'
import { linkEnds } from '../graph/linkEnds'
import { compareQuotation } from '../graph/quotations'
import { placeInFull, whereIs } from '../graph/whereabouts'
import type { Debate, Reason, Relation, Statement } from '../model/debate'
import type { SourceSpan, Span } from '../model/schema'
import { type InContext, quotesInPlace, spanInContext, wholeWords } from './context'
import { linkInWords } from './words'

/** Where words at one end of a link stand. */
export interface End {
  /** "Text 004, turn 12". */
  place: string
  /** Where the reader can show them; null where no text of the map has them. */
  span: SourceSpan | null
  /** What is to be known of them besides: that the text is not there, or that they are themselves a quotation. */
  note?: string
}

/** Words at one end of a link, with what stands around them. */
export interface EndWords extends End, InContext {
  /** What of the words the rule saw; all of them where nothing is told apart. */
  seen: Span
}

/** A quotation that carries a link, held against the words it takes. */
export interface Quoted {
  difference: Difference
  said: End
  quoted: End
}

/** Both ends of a link, as they are held against each other. */
export interface Comparison {
  /** The quotation between the ends; null where nothing is quoted. */
  quotation: Quoted | null
  /** The words answered, where no quotation shows them; null where they are not known. */
  said: EndWords | null
  /** The link that is undercut, in words, where the far end is one. */
  link: string | null
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
  const answering = endWords(debate, ends.answering, from)
  const { said, quoted } = ends
  const compared = said && quoted && compareQuotation(debate.sources, quoted, said)
  if (compared)
    return {
      quotation: {
        difference: compared.difference,
        said: endAt(debate, compared.said),
        quoted: endAt(debate, quoted),
      },
      said: null,
      link: null,
      // The words before an answer are the quotation, which stands there already.
      answering: answering && { ...answering, before: '' },
    }
  return {
    quotation: null,
    said: endWords(debate, said, to),
    link: link ? linkInWords(debate, link) : null,
    answering,
  }
}

const endAt = (debate: Debate, span: SourceSpan): End => ({
  place: placeInFull(whereIs(debate, span)),
  span,
  ...(isFromOutside(debate, span) && { note: 'quoted from outside these texts' }),
})

/** Whether words stand in a quotation whose source is in none of the texts. */
export const isFromOutside = (
  { sources }: Debate,
  { source, start }: Pick<SourceSpan, 'source' | 'start'>,
): boolean =>
  sources
    .get(source)
    ?.passages.some(
      (one) =>
        one.start <= start && start < one.end && one.role === 'quotation' && one.copyOf === null,
    ) ?? false

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
      ...endAt(debate, span),
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
    ...(quote && !isThere && { note: 'the text itself is not in this map' }),
  }
}
