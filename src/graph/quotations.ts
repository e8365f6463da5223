import type { Debate, Passage, Source } from '../model/debate'
import type { SourceSpan, Span } from '../model/schema'
import { type Difference, differenceBetween } from './difference'

type Sources = Debate['sources']

/** Whether a quotation takes the words that stand at a span; where it only names its passage, any words of that. */
export function takesFrom(passage: Passage, there: Source, said: SourceSpan): boolean {
  const taken = takenBy(passage)
  if (taken.length > 0) return taken.some((one) => one.source === said.source && overlap(one, said))
  const origin = there.passages.find(({ id }) => id === passage.copyOf)
  return origin !== undefined && overlap(origin, said)
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** The places that a quotation takes words from, as its reasons have them. */
const takenBy = ({ because = [] }: Passage): SourceSpan[] =>
  because.flatMap(({ rule, to }) =>
    to && rule !== 'quoted before' && !ofMisquotations.has(rule) ? [to] : [],
  )

/** The rules by which the parser tells that a quotation has other words than it takes. */
const ofMisquotations: ReadonlySet<string> = new Set(['drops words', 'adds words', 'changes words'])

/** How many code units around some words are looked at: what lies further off is another matter. */
const near = 4000

/** Words that a quotation takes, and those near them of which its reasons say that it takes them too. */
export function reachOf(sources: Sources, quotation: Passage, said: SourceSpan): SourceSpan {
  const reach = { ...said }
  for (const { source, start, end } of takenBy(quotation)) {
    if (source !== said.source || end < said.start - near || start > said.end + near) continue
    reach.start = Math.min(reach.start, start)
    reach.end = Math.max(reach.end, end)
  }
  const length = sources.get(said.source)?.length ?? 0
  return reach.end <= length ? reach : said
}

/** A quotation held against the words it takes; null where either text is not in the map. */
export function compareQuotation(
  sources: Sources,
  quoted: SourceSpan,
  said: SourceSpan,
): Difference | null {
  const [quotation, original] = [quoted, said].map(({ source, start, end }) =>
    sources.get(source)?.text?.slice(start, end),
  )
  if (quotation === undefined || original === undefined) return null
  return differenceBetween(original, quotation.replace(quoteSigns, ''))
}

/** The signs that open the lines of a quotation. */
const quoteSigns = /^[ \t]*(?:>[ \t]?)+/gm

/** How a quotation of which the parser says so differs from the words it takes; null for every other passage. */
export function misquotationAt(
  sources: Sources,
  source: Source,
  passage: Passage,
): Difference | null {
  const [first] = takenBy(passage)
  const isTold = passage.because?.some(({ rule }) => ofMisquotations.has(rule))
  if (!first || !isTold || passage.role !== 'quotation') return null
  const quoted = { source: source.id, start: passage.start, end: passage.end }
  return compareQuotation(sources, quoted, reachOf(sources, passage, first))
}
