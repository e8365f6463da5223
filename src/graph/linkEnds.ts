import type { Debate, Passage, Reason, Relation, Statement } from '../model/debate'
import type { SourceSpan } from '../model/schema'
import { reachOf, takesFrom } from './quotations'

/** The words at both ends of a link, as far as its texts have them. */
export interface LinkEnds {
  /** The words answered. */
  said: SourceSpan | null
  /** The quotation by which they are taken up; null where nothing is quoted. */
  quoted: SourceSpan | null
  /** The words that answer. */
  answering: SourceSpan | null
}

/**
 * The words at both ends of a link, for one of its reasons: what the rule saw, else what the statements there rest on.
 *
 * Where a quotation carries the link, the words answered reach as far as it takes words from. Both ends are of a statement;
 * the far end of an undercut is a link and has none of its own.
 */
export function linkEnds(debate: Debate, relation: Relation, reason: Reason | null): LinkEnds {
  const answering = reason?.from ?? firstQuote(debate.statements.get(relation.from))
  const said = reason?.to ?? firstQuote(debate.statements.get(relation.to))
  const none = { said, quoted: null, answering }
  if (!answering || !said) return none
  if (reason?.rule === 'quoted in passing' && isInQuoteMarks(debate, answering)) {
    const own = firstQuote(debate.statements.get(relation.from))
    return { said, quoted: answering, answering: own ?? answering }
  }
  const quotation = quotationBetween(debate, answering, said)
  if (!quotation) return none
  return {
    said: reachOf(debate.sources, quotation, said),
    quoted: { source: answering.source, start: quotation.start, end: quotation.end },
    answering,
  }
}

const isInQuoteMarks = ({ sources }: Debate, { source, start }: SourceSpan): boolean =>
  /["“]/.test(sources.get(source)?.text?.charAt(start - 1) ?? '')

function firstQuote(statement: Statement | undefined): SourceSpan | null {
  const quote = statement?.quotes[0]
  return quote ? { source: quote.source, start: quote.start, end: quote.end } : null
}

/** The last quotation above some words, in the same turn, that takes its words from where others stand. */
function quotationBetween(debate: Debate, answering: SourceSpan, said: SourceSpan): Passage | null {
  const here = debate.sources.get(answering.source)
  const there = debate.sources.get(said.source)
  if (!here || !there) return null
  const index = here.passages.findLastIndex(({ start }) => start <= answering.start)
  const turn = here.passages[index]?.turn
  for (let at = index; at >= 0; at--) {
    const passage = here.passages[at]
    if (!passage || passage.turn !== turn) return null
    if (passage.role === 'quotation' && takesFrom(passage, there, said)) return passage
  }
  return null
}

/** The words at both ends of a link for every one of its reasons: what is lit where the link is selected. */
export function wordsOfLink(debate: Debate, relation: Relation): SourceSpan[] {
  const reasons: (Reason | null)[] = relation.because.length > 0 ? relation.because : [null]
  return reasons.flatMap((reason) => {
    const { said, quoted, answering } = linkEnds(debate, relation, reason)
    return [said, quoted, answering].filter((span) => span !== null)
  })
}
