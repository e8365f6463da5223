import type { Span } from './schema'

/** Whether two pieces of text are the same words: they may differ in the white space between words only. */
export const sameWords = (one: string, other: string): boolean =>
  one === other || bare(one) === bare(other)

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The places of some words in a part of a text, however they are spaced; they may overlap, as in “aaaa”. */
export function placesIn(text: string, words: string, part: Span): Span[] {
  const pieces = words.split(/\s+/)
  const pattern = new RegExp(
    pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'),
    'g',
  )
  const where = text.slice(part.start, part.end)
  const places: Span[] = []
  if (words.trim() === '') return places
  for (let hit = pattern.exec(where); hit; hit = pattern.exec(where)) {
    const start = part.start + hit.index
    places.push({ start, end: start + hit[0].length })
    pattern.lastIndex = hit.index + 1
  }
  return places
}

/** How many letters two texts share, going from a place in each in one direction, white space aside; no more than `most`. */
export interface Shared {
  letters: number
  /** Whether both texts ended before they differed. */
  toTheEnd: boolean
}

export function sharedFrom(
  [one, oneAt]: readonly [string, number],
  [other, otherAt]: readonly [string, number],
  step: 1 | -1,
  most: number,
): Shared {
  // Going back, the letter before a place is the next one.
  const back = step === 1 ? 0 : -1
  const next = (text: string, at: number): number => {
    let place = at
    while (isSpace(text.charCodeAt(place + back))) place += step
    return place
  }
  let [a, b, letters] = [oneAt, otherAt, 0]
  while (letters < most) {
    a = next(one, a)
    b = next(other, b)
    const letter = one.charCodeAt(a + back)
    const same = other.charCodeAt(b + back)
    if (Number.isNaN(letter) || Number.isNaN(same))
      return { letters, toTheEnd: Number.isNaN(letter) && Number.isNaN(same) }
    if (letter !== same) break
    a += step
    b += step
    letters++
  }
  return { letters, toTheEnd: false }
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 8232 || code === 8233

/** Whether a place lies between two halves of a character, or between a letter and its marks. */
export const cutsLetter = (text: string, at: number): boolean =>
  /^(?:[\uDC00-\uDFFF]|\u200D|\p{M})/u.test(text.slice(at, at + 2))

/** Whether a place lies within a word. */
export const cutsWord = (text: string, at: number): boolean =>
  /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
  /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2))
