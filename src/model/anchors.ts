import type { Quote } from './debate'
import { quoteAt } from './quotes'
import type { Id, Span } from './schema'
import { linesOf, matchLines } from './textLines'

/** Finds the words of an older text again in a newer one. */
export interface Anchors {
  /** The same words in the newer text; null where they are gone, or where more than one place could be meant. */
  quote(quote: Quote): Quote | null
  /** Where the words at a span have gone with the line they stand on; null where that line is gone or changed. */
  span(span: Span): Span | null
}

/**
 * Ties an older text to a newer one.
 *
 * A quote goes with the lines it stands on. Where these were changed it goes to the one place that has its words, or
 * the one whose surroundings fit; never to words that merely look the same. `quotes` are all that will be asked for, so
 * that the newer text is searched once for all of them. Without the older text (undefined) only words are searched.
 */
export function anchorsBetween(
  before: string | undefined,
  after: { id: Id; text: string },
  quotes: readonly Quote[],
): Anchors {
  const byLine = before === undefined ? () => null : lineMover(before, after.text)
  const stray = quotes.filter((quote) => byLine(quote) === null)
  const places = placesOf(after.text, new Set(stray.map(({ exact }) => exact)))
  return {
    span: byLine,
    quote(quote) {
      const at = byLine(quote) ?? fittest(quote, places.get(quote.exact) ?? [], before, after.text)
      return at && quoteAt(after.id, after.text, at)
    },
  }
}

function lineMover(before: string, after: string): (span: Span) => Span | null {
  if (before === after) return ({ start, end }) => ({ start, end })
  const [old, young] = [linesOf(before), linesOf(after)]
  const newOf = matchLines([before, old], [after, young])
  const bare = (text: string) => text.replace(/\s+/g, ' ')

  /** Where an offset within a line, or at its end, has gone with it. */
  const moved = (offset: number): number | null => {
    const line = lineAt(old, offset)
    const from = old[line]
    const to = young[newOf[line] ?? -1]
    if (!from || !to || offset < from.start) return null
    return to.start + offset - from.start
  }
  return ({ start, end }) => {
    const first = moved(start)
    const last = start === end ? first : moved(end - 1)
    if (first === null || last === null || last < first) return null
    const to = { start: first, end: start === end ? first : last + 1 }
    // White space between its lines may differ: a file saved elsewhere ends its lines otherwise.
    const isSame = bare(after.slice(to.start, to.end)) === bare(before.slice(start, end))
    return isSame ? to : null
  }
}

/** The last line that starts at or before an offset. */
function lineAt(lines: readonly Span[], offset: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const line = lines[low - 1]
  return line && offset < line.end ? low - 1 : -1
}

/** Words shorter than this stand in any text: they need their surroundings to be found. */
const telling = 32
/** How much of the surroundings is enough to tell one place by, in code units without white space. */
const enough = 8

/** The one place among some with the same words that a quote can mean. */
function fittest(
  quote: Quote,
  starts: readonly number[],
  before: string | undefined,
  after: string,
): Span | null {
  const scored = starts.map((start) => ({ start, score: scoreOf(quote, after, start) }))
  const best = Math.max(...scored.map(({ score }) => score))
  const fit = scored.filter(({ score }) => score === best)
  const whole = wordsIn(quote.prefix) + wordsIn(quote.suffix)
  const isTold = best >= Math.min(enough, whole)
  const isOnly = starts.length === 1 && (quote.exact.length >= telling || isTold)
  const [first] = fit
  const spanAt = (start: number) => ({ start, end: start + quote.exact.length })
  if (first && (isOnly || (fit.length === 1 && isTold && starts.length > 1)))
    return spanAt(first.start)

  // The same words in the same surroundings, as often as before: the first stays the first.
  const twins = before && best === whole ? twinsOf(quote, before) : []
  const twin = twins.length === fit.length ? fit[twins.indexOf(quote.start)] : undefined
  return twin ? spanAt(twin.start) : null
}

/** How much of a quote's surroundings stands there too, in code units without white space. */
function scoreOf({ exact, prefix, suffix }: Quote, text: string, start: number): number {
  let [before, after] = [0, 0]
  while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before++
  const end = start + exact.length
  while (after < suffix.length && text[end + after] === suffix[after]) after++
  return wordsIn(text.slice(start - before, start)) + wordsIn(text.slice(end, end + after))
}

const wordsIn = (text: string): number => text.replace(/\s+/g, '').length

function twinsOf({ exact, prefix, suffix }: Quote, before: string): number[] {
  const whole = prefix + exact + suffix
  const starts: number[] = []
  for (let at = before.indexOf(whole); at !== -1; at = before.indexOf(whole, at + 1))
    starts.push(at + prefix.length)
  return starts
}

/** The first letters by which words are looked for. */
const keyLength = 12
/** Words that stand more often than this say nothing about a place. */
const most = 200

/**
 * All places of some words in a text, in one walk over it (Karp and Rabin 1987). Shorter words than `keyLength` are not
 * looked for.
 */
function placesOf(text: string, words: ReadonlySet<string>): Map<string, number[]> {
  const byKey = new Map<number, string[]>()
  for (const one of words) {
    if (one.length < keyLength) continue
    const key = hashOf(one)
    byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  const places = new Map<string, number[]>()
  if (byKey.size === 0) return places
  let key = hashOf(text)
  for (let at = 0; at + keyLength <= text.length; at++) {
    for (const one of byKey.get(key) ?? []) {
      const found = places.get(one) ?? []
      if (found.length < most && text.startsWith(one, at)) places.set(one, [...found, at])
    }
    key = Math.imul(key - Math.imul(text.charCodeAt(at), topPower), base)
    key = (key + text.charCodeAt(at + keyLength)) | 0
  }
  return places
}

const base = 16_777_619
const topPower = Array.from({ length: keyLength - 1 }).reduce<number>(
  (power) => Math.imul(power, base),
  1,
)

/** The hash of the first `keyLength` code units. */
function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < keyLength; at++) hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0
  return hash
}
