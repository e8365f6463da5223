import { type Anchor, anchorsBetween, telling } from '../../src/model/anchors'
import type { Quote } from '../../src/model/debate'
import type { Span } from '../../src/model/schema'
import { linesOf } from '../../src/model/textLines'
import { type Edited, editText, leftOf, madeThread, seeded, shareOf, someQuotes } from './textEdits'

/** What came of anchoring quotes in edited threads. */
export interface Outcome {
  edits: number
  quotes: number
  states: Record<Anchor['state'], number>
  /** Quotes shown as exact at words that are not theirs. */
  wrong: Wrong[]
  /** Telling quotes of which at least four fifths are left; for how many of them the place was given, and given first. */
  findable: number
  found: number
  first: number
}

export interface Wrong {
  before: string
  after: string
  quote: Quote
  at: Quote
}

/**
 * Anchors the quotes of made threads that were edited at random, with as many edits in all; a few quotes per thread.
 *
 * A quote is right where most of its letters are the very ones that were quoted. Two things no reader of both texts could
 * tell count as right too: a copy of the words once hardly any of the original is left, and the same words at the same
 * place between the same lines, where a twin of them went and came.
 */
export function anchorEdited(seed: number, edits: number, knowsOlder: boolean): Outcome {
  const random = seeded(seed)
  const outcome: Outcome = {
    edits: 0,
    quotes: 0,
    states: { exact: 0, moved: 0, ambiguous: 0, lost: 0 },
    wrong: [],
    findable: 0,
    found: 0,
    first: 0,
  }
  while (outcome.edits < edits) {
    const before = madeThread(random)
    const quotes = someQuotes(random, before, 4)
    const count = 1 + Math.floor(random() * 6)
    const edited = editText(random, before, count, quotes)
    outcome.edits += count
    const anchors = anchorsBetween(knowsOlder ? before : undefined, {
      id: 'new',
      text: edited.text,
    })
    for (const quote of quotes) judge(outcome, before, edited, quote, anchors.anchor(quote))
  }
  return outcome
}

function judge(outcome: Outcome, before: string, edited: Edited, quote: Quote, anchor: Anchor) {
  outcome.quotes++
  outcome.states[anchor.state]++
  const left = leftOf(edited, before, quote)
  const offered = offeredBy(anchor)
  const isRight = (span: Span) => shareOf(edited, span, quote) > 0.5
  if (left >= 0.8 && quote.exact.length >= telling) {
    outcome.findable++
    if (offered.some(isRight)) outcome.found++
    if (offered[0] && isRight(offered[0])) outcome.first++
  }
  if (anchor.state !== 'exact' || isRight(anchor.quote)) return
  const isMovedCopy = left < 0.5 && copiedShare(edited, anchor.quote) > 0.5
  if (!isMovedCopy && !isTwin(before, quote, edited.text, anchor.quote))
    outcome.wrong.push({ before, after: edited.text, quote, at: anchor.quote })
}

const offeredBy = (anchor: Anchor): readonly Span[] =>
  anchor.state === 'exact'
    ? [anchor.quote]
    : anchor.state === 'moved'
      ? [anchor.place]
      : anchor.state === 'ambiguous'
        ? anchor.places
        : []

/** What share of the letters in a span were copied from elsewhere in the text. */
function copiedShare({ copied }: Edited, { start, end }: Span): number {
  const letters = copied.slice(start, end)
  return letters.filter((from) => from !== -1).length / Math.max(1, letters.length)
}

/** Whether words stand as the quoted ones stood: on the same lines, below and above the same others, equal ones aside. */
const isTwin = (before: string, then: Span, text: string, now: Span): boolean =>
  runAt(before, then) === runAt(text, now)

function runAt(text: string, { start, end }: Span): string {
  const lines = linesOf(text)
  const wordsOf = (line: Span | undefined) => line && text.slice(line.start, line.end)
  let first = lines.findIndex((line) => line.end > start)
  let last = lines.findLastIndex((line) => line.start < end)
  const own = lines.slice(first, last + 1).map(wordsOf)
  const from = start - (lines[first]?.start ?? 0)
  while (own.includes(wordsOf(lines[first]))) first--
  while (own.includes(wordsOf(lines[last]))) last++
  return [from, wordsOf(lines[first]), ...own, wordsOf(lines[last])].join('\n')
}
