import type { Span } from './schema'

/** Words of a text that are like some other words. */
export interface Alike extends Span {
  /** How many letters were changed, put in or left out between the two (Levenshtein 1966). */
  edits: number
}

/** What share of some words may be changed, and they are still those. */
export const mostChanged = 0.2

/** How short a piece of the words may be that a place is recognised by. */
const shortest = 12
/** How far around an expected place is looked before the whole text is. */
const near = 16_000
/** A piece that stands in more places than this says nothing about any. */
const tooCommon = 64

/**
 * The places of a text that hold some words with at most a fifth of their letters changed, in the order of the text.
 *
 * `at` is where the words may be expected to begin. There they are tried first; what stands there with n edits has rivals
 * only among places with no more. Any such place has one of n + 1 pieces of the words whole (the pigeonhole principle of
 * Wu and Manber 1992), so these pieces are looked up around it, and the whole text is only looked through where nothing
 * is found near. Without an expected place, or with nothing there, a place is found if one of its pieces of `shortest`
 * letters is whole.
 */
export function findAlike(text: string, words: string, at: readonly number[] = []): Alike[] {
  const most = Math.floor(words.length * mostChanged)
  const there = at.flatMap((place) => alikeAt(text, words, place, most) ?? [])
  const best = Math.min(most, ...there.map(({ edits }) => edits))
  const count = Math.max(1, Math.min(best + 1, Math.floor(words.length / shortest)))
  const around: Span =
    at.length === 0
      ? { start: 0, end: text.length }
      : {
          start: Math.max(0, Math.min(...at) - near),
          end: Math.min(text.length, Math.max(...at) + words.length + near),
        }
  const found = findIn(text, words, around, count, most)
  const all = [...found, ...there]
  const isWhole = around.start === 0 && around.end === text.length
  if (all.length > 0 || isWhole) return apart(all)
  return apart(findIn(text, words, { start: 0, end: text.length }, count, most))
}

/** The places in a part of a text that hold one of so many pieces of the words, and are like them as a whole. */
function findIn(text: string, words: string, part: Span, count: number, most: number): Alike[] {
  const where = text.slice(part.start, part.end)
  const found: Alike[] = []
  const tried = new Set<number>()
  for (let nth = 0; nth < count; nth++) {
    const from = Math.floor((nth * words.length) / count)
    const piece = words.slice(from, Math.floor(((nth + 1) * words.length) / count))
    const hits: number[] = []
    for (let hit = where.indexOf(piece); hit !== -1; hit = where.indexOf(piece, hit + 1)) {
      hits.push(part.start + hit - from)
      if (hits.length > tooCommon) break
    }
    if (hits.length > tooCommon) continue
    for (const start of hits) {
      // Another piece of the same place gives nearly the same beginning.
      const place = Math.round(start / Math.max(1, most))
      if (tried.has(place)) continue
      tried.add(place)
      const one = alikeAt(text, words, start, most)
      if (one) found.push(one)
    }
  }
  return found
}

/**
 * The words about `at` that are most like the given ones: they begin no further from it than `most` letters, and no more
 * than `most` are changed. null where there are none.
 */
export function alikeAt(text: string, words: string, at: number, most: number): Alike | null {
  // Few edits are common and cheap to find: the band about the diagonal grows only where they are not enough.
  for (let band = Math.min(4, most); ; band = Math.min(most, band * 3)) {
    const one = inBand(text, words, at, band)
    if (one && one.edits <= band) return one
    if (band === most) return null
  }
}

/**
 * The best place for some words that begins and ends within `band` letters of where it would without any edit.
 *
 * Edit distance in a band about the diagonal (Ukkonen 1985), the beginning free (Sellers 1980): row by row over the
 * words, with the place where each way began carried along. Takes words × (2 band + 1) steps.
 */
function inBand(text: string, words: string, at: number, band: number): Alike | null {
  const width = 2 * band + 1
  let costs = new Int32Array(width)
  let starts = new Int32Array(width)
  let nextCosts = new Int32Array(width)
  let nextStarts = new Int32Array(width)
  const never = words.length + width
  const base = at - band
  for (let way = 0; way < width; way++) {
    const isInside = base + way >= 0 && base + way <= text.length
    costs[way] = isInside ? 0 : never
    starts[way] = base + way
  }
  for (let row = 0; row < words.length; row++) {
    const letter = words.charCodeAt(row)
    for (let way = 0; way < width; way++) {
      const place = base + row + way
      const isThere = place >= 0 && place < text.length
      let cost = never
      let start = 0
      if (isThere) {
        cost = (costs[way] as number) + (text.charCodeAt(place) === letter ? 0 : 1)
        start = starts[way] as number
      }
      // A letter of the words is not in the text.
      const without = way + 1 < width ? (costs[way + 1] as number) + 1 : never
      if (without < cost) {
        cost = without
        start = starts[way + 1] as number
      }
      // A letter of the text is not in the words.
      const extra = way > 0 && isThere ? (nextCosts[way - 1] as number) + 1 : never
      if (extra < cost) {
        cost = extra
        start = nextStarts[way - 1] as number
      }
      nextCosts[way] = cost
      nextStarts[way] = start
    }
    ;[costs, nextCosts] = [nextCosts, costs]
    ;[starts, nextStarts] = [nextStarts, starts]
  }
  let best: Alike | null = null
  for (let way = 0; way < width; way++) {
    const one = {
      start: starts[way] as number,
      end: base + words.length + way,
      edits: costs[way] as number,
    }
    if (one.end > text.length || one.start >= one.end) continue
    if (!best || one.edits < best.edits || (one.edits === best.edits && closer(one, best, words)))
      best = one
  }
  return best
}

/** Whether a place has more nearly the length of the words than another. */
const closer = (one: Span, other: Span, { length }: string): boolean =>
  Math.abs(one.end - one.start - length) < Math.abs(other.end - other.start - length)

/** The best of those that overlap, in the order of the text. */
function apart(all: readonly Alike[]): Alike[] {
  const kept: Alike[] = []
  for (const one of [...all].sort((a, b) => a.edits - b.edits || a.start - b.start))
    if (kept.every(({ start, end }) => one.end <= start || end <= one.start)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}
