import type { Debate, Passage, Source } from '../model/debate'
import type { SourceSpan, Span } from '../model/schema'
import { type Difference, differenceBetween, type Piece } from './difference'

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

/** A quotation held against the words it takes. */
export interface Compared {
  difference: Difference
  /** The words it takes: those asked for, and before and after them what the quotation has of the same passage. */
  said: SourceSpan
}

/** Holds a quotation against the words it takes; null where either text is not in the map. */
export function compareQuotation(
  sources: Sources,
  quoted: SourceSpan,
  said: SourceSpan,
): Compared | null {
  const there = sources.get(said.source)
  const quotation = sources.get(quoted.source)?.text?.slice(quoted.start, quoted.end)
  if (quotation === undefined || there?.text === undefined) return null
  const { text } = there
  const words = quotation.replace(quoteSigns, '')
  const against = ({ start, end }: Span): Compared => ({
    difference: differenceBetween(text.slice(start, end), words),
    said: { ...said, start, end },
  })
  const first = against(said)
  if (oddIn(first) === 0) return first
  // A sentence may have been cut too late: the number of a point, say, stands before it.
  const wide = around(there, said)
  const seen = against(wide).difference.said
  const before = lengthOutside(seen)
  const after = lengthOutside(seen.toReversed())
  const other = against({
    start: Math.min(said.start, wide.start + before),
    end: Math.max(said.end, wide.end - after),
  })
  return oddIn(other) < oddIn(first) ? other : first
}

const oddIn = ({ difference: { untold } }: Compared): number =>
  untold.changed + untold.leftOut + untold.added

/** The passage in which words stand, no further than `margin` code units from them on either side. */
function around({ passages }: Source, { start, end }: Span): Span {
  const first = passages.find((passage) => passage.end > start)
  const last = passages.findLast((passage) => passage.start < end)
  return {
    start: Math.min(start, Math.max(first?.start ?? start, start - margin)),
    end: Math.max(end, Math.min(last?.end ?? end, end + margin)),
  }
}

const margin = 200

/** How many code units stand before the first word that both have. */
function lengthOutside(pieces: readonly Piece[]): number {
  const first = pieces.findIndex(({ fate }) => fate === 'kept' || fate === 'changed')
  return pieces.slice(0, Math.max(0, first)).reduce((sum, { text }) => sum + text.length, 0)
}

/** The signs that open the lines of a quotation. */
const quoteSigns = /^[ \t]*(?:(?:>|&gt;)[ \t]?)+/gm

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
  return compareQuotation(sources, quoted, reachOf(sources, passage, first))?.difference ?? null
}
