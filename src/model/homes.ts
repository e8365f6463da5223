import { sameWords } from './sameWords'
import type { Span } from './schema'
import { linesOf, tellingLine } from './textLines'

/** Where the order of an older text puts some of its words in a newer one. */
export interface Home {
  /** What lay between the lines around the words that both texts have. */
  old: Span
  /** What lies there now. Two pieces where these lines no longer stand in the same order. */
  parts: readonly Span[]
  /** The lines on which the words stood. */
  lines: readonly Span[]
  /** Where the words are if nothing has changed between these lines. */
  unchanged: Span | null
  /** Where the words are if all their lines stand, unchanged, anywhere. */
  carried: Span | null
}

/**
 * Finds the home of a span of the older text in the newer one; null for a span without words.
 *
 * What holds two texts together are lines that stand once in each (Heckel 1978, “A technique for isolating differences
 * between files”), and are long enough for that to be no chance. Only these are trusted, never lines that are found
 * twice or that only stand beside such a line. Opening is linear in both texts.
 */
export function homesBetween(before: string, after: string): (span: Span) => Home | null {
  const [old, young] = [linesOf(before), linesOf(after)]
  const newOf = matched([before, old], [after, young])
  const isHeld = new Set(newOf)
  const [heldBefore, heldAfter] = nearestHeld(newOf)

  function partsOf(first: number, last: number, above: number, below: number): Span[] {
    const from = above === -1 ? 0 : lineOf(young, newOf[above]).end
    const until = below === old.length ? after.length : lineOf(young, newOf[below]).start
    if (from <= until) return [{ start: from, end: until }]
    const own = new Set(newOf.slice(first, last + 1))
    const bounds = (line: number) => isHeld.has(line) && !own.has(line)
    let [down, up] = [(newOf[above] ?? -1) + 1, (newOf[below] ?? young.length) - 1]
    while (down < young.length && !bounds(down)) down++
    while (up >= 0 && !bounds(up)) up--
    return [
      { start: from, end: young[down]?.start ?? after.length },
      { start: young[up]?.end ?? 0, end: until },
    ]
  }

  /** Where a span has gone whose lines have all gone along, in the same order. */
  function carried({ start, end }: Span, first: number, last: number): Span | null {
    const to = newOf[first] ?? -1
    for (let line = first; line <= last; line++)
      if (to === -1 || newOf[line] !== to + line - first) return null
    return {
      start: lineOf(young, to).start + start - lineOf(old, first).start,
      end: lineOf(young, newOf[last]).start + end - lineOf(old, last).start,
    }
  }

  return (span) => {
    const first = firstEndingAfter(old, span.start)
    let last = first
    while ((old[last + 1]?.start ?? Number.POSITIVE_INFINITY) < span.end) last++
    const lines = old.slice(first, last + 1)
    if ((lines[0]?.start ?? span.end) >= span.end) return null
    const [above, below] = [heldBefore[first] ?? -1, heldAfter[last] ?? old.length]
    const home = {
      start: above === -1 ? 0 : lineOf(old, above).end,
      end: below === old.length ? before.length : lineOf(old, below).start,
    }
    const parts = partsOf(first, last, above, below)
    const [part] = parts
    const isSame =
      parts.length === 1 &&
      part !== undefined &&
      sameWords(before.slice(home.start, home.end), after.slice(part.start, part.end))
    const at = (offset: number) =>
      sameWordAt([before, home.start], [after, part?.start ?? 0], offset)
    return {
      old: home,
      parts,
      lines,
      unchanged: isSame ? { start: at(span.start), end: at(span.end - 1) + 1 } : null,
      carried: carried(span, first, last),
    }
  }
}

const lineOf = (lines: readonly Span[], at: number | undefined): Span =>
  lines[at ?? -1] ?? { start: 0, end: 0 }

/** Which line of the newer text each older one is, for those that stand once in both; else -1. */
function matched(
  [before, old]: readonly [string, readonly Span[]],
  [after, young]: readonly [string, readonly Span[]],
): Int32Array {
  const placesOf = (text: string, lines: readonly Span[]) => {
    const places = new Map<string, number>()
    for (const [at, { start, end }] of lines.entries()) {
      if (end - start < tellingLine) continue
      const words = text.slice(start, end)
      places.set(words, places.has(words) ? -1 : at)
    }
    return places
  }
  const there = placesOf(after, young)
  const newOf = new Int32Array(old.length).fill(-1)
  for (const [words, at] of placesOf(before, old)) if (at !== -1) newOf[at] = there.get(words) ?? -1
  return newOf
}

/** For each line the nearest one above and below that stands in both texts; -1 and the number of lines at the ends. */
function nearestHeld(newOf: Int32Array): [Int32Array, Int32Array] {
  const { length } = newOf
  const [above, below] = [new Int32Array(length), new Int32Array(length)]
  for (let line = 0, held = -1; line < length; line++) {
    above[line] = held
    if (newOf[line] !== -1) held = line
  }
  for (let line = length - 1, held = length; line >= 0; line--) {
    below[line] = held
    if (newOf[line] !== -1) held = line
  }
  return [above, below]
}

/** The first line that ends after an offset. */
function firstEndingAfter(lines: readonly Span[], offset: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (lineOf(lines, middle).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a letter of one text stands in another that is the same but for white space, from a place in each on. */
function sameWordAt(
  [one, from]: readonly [string, number],
  [other, to]: readonly [string, number],
  offset: number,
): number {
  if (one.slice(from, offset + 1) === other.slice(to, to + offset + 1 - from))
    return to + offset - from
  const letters = one.slice(from, offset).replace(/\s+/g, '').length
  let at = to
  for (let seen = 0; ; at++) {
    if (/\s/.test(other[at] ?? '.')) continue
    if (seen === letters) return at
    seen++
  }
}
