import type { Span } from '../model/schema'

/** The words of a text, folded so that a copy compares equal to what it copies. */
export interface Words {
  /** Where each word starts and ends in the text. */
  starts: Int32Array
  ends: Int32Array
  /** Each word in lower case, without typographic differences. */
  keys: string[]
}

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*%?/gu

/**
 * Finds the words of a text.
 *
 * Punctuation, quote signs and HTML entities are no words, so “1) You talk” and “(1) You talk” read the same.
 */
export function wordsOf(text: string): Words {
  const starts: number[] = []
  const ends: number[] = []
  const keys: string[] = []
  for (const match of text.matchAll(wordPattern)) {
    const end = match.index + match[0].length
    if (text[match.index - 1] === '&' && text[end] === ';') continue
    starts.push(match.index)
    ends.push(end)
    keys.push(fold(match[0]))
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), keys }
}

/** A word as copies compare it: lower case, straight apostrophes, no ligatures or fractions. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  // Nearly every word is plain ASCII, and normalizing is dear.
  return /^[a-z0-9'%]*$/.test(lower) ? lower : lower.normalize('NFKC').replace(/[’ʼ]/g, "'")
}

/** The folded words of a piece of text that belongs to no source. */
export const foldedWords = (text: string): string[] => wordsOf(text).keys

/** The index of the first word that starts at or after an offset. */
export function wordAt({ starts }: Words, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const commonWords = new Set(
  `a about after again all almost also although am an and any are as at be because been before being both but by
  can can't cannot could couldn't did didn't do does doesn't doing don't down each either else even ever every few
  for from further get give given had has have having he her here him his how however i i'd i'll i'm i've if in into is
  isn't it it's its itself just like likely made make makes many may maybe me might more most much must my myself
  need no nor not now of off on once one only or other others our out over own perhaps pretty probably quite rather
  really said same say see seem seems she should shouldn't since so some something still such than that that's the
  their them then there there's therefore these they they're thing things think this those though through thus to
  too under until up upon us use used using very want was wasn't way we we're well were what when where whether
  which while who whom whose why will with within without won't would wouldn't yes yet you you're your yours`.split(
    /\s+/,
  ),
)

/** Whether a folded word says something of the matter, unlike "the" and "however". */
export const isTelling = (key: string): boolean => key.length > 1 && !commonWords.has(key)

/** A word without its ending, so that "goals" meets "goal" and "deceptively" meets "deceptive". */
export function stem(key: string): string {
  if (key.length < 5) return key.length === 4 && key.endsWith('s') ? key.slice(0, -1) : key
  const bare = key.replace(/'s$/, '')
  for (const [ending, least] of endings)
    if (bare.endsWith(ending) && bare.length - ending.length >= least)
      return bare.slice(0, -ending.length)
  return bare
}

// The longest first; the number is how many letters must be left. A light hand: a stem need not be a word.
const endings: readonly (readonly [string, number])[] = [
  ['ations', 4],
  ['ation', 4],
  ['ively', 4],
  ['ions', 4],
  ['ness', 4],
  ['ment', 5],
  ['ing', 4],
  ['ive', 4],
  ['ion', 4],
  ['ies', 4],
  ['ely', 4],
  ['ed', 4],
  ['es', 4],
  ['ly', 4],
  ['s', 3],
  ['e', 4],
  ['y', 4],
]

/** The piece of a span without white space at its edges. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

const isSpace = (code: number): boolean =>
  code === 32 || (code > 8 && code < 14) || (code > 127 && /\s/.test(String.fromCharCode(code)))
