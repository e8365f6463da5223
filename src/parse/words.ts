import { letterAt } from './letters'
import { fold } from './stems'
import { foldCode, hashStart, hashStep, Vocabulary } from './vocabulary'

/** The words of a text, folded so that a copy compares equal to what it copies. */
export class Words {
  private all: string[] | null = null

  constructor(
    /** Where each word starts and ends in the text. */
    readonly starts: Int32Array,
    readonly ends: Int32Array,
    /** Each word's number in the vocabulary. */
    readonly ids: Int32Array,
    readonly vocabulary: Vocabulary,
  ) {}

  get count(): number {
    return this.ids.length
  }

  /** Each word in lower case, without typographic differences. */
  get keys(): readonly string[] {
    this.all ??= Array.from(this.ids, (id) => this.vocabulary.keys[id] as string)
    return this.all
  }
}

/**
 * Finds the words of a text: letters and digits, with apostrophes inside and a percent sign behind.
 *
 * Punctuation, quote signs and HTML entities are no words, so “1) You talk” and “(1) You talk” read the same.
 */
export function wordsOf(text: string, vocabulary = new Vocabulary()): Words {
  const found = new Found(text.length)
  for (let at = 0; at < text.length; ) {
    const first = letterAt(text, at)
    if (first === 0) {
      at++
      continue
    }
    const start = at
    let hash = hashStart
    let isPlain = true
    for (let length = first; length > 0; ) {
      const code = text.charCodeAt(at)
      if (code < 128) hash = hashStep(hash, foldCode(code))
      else isPlain = false
      at += length
      length = letterAt(text, at)
      if (length === 0 && isApostrophe(text.charCodeAt(at))) {
        length = letterAt(text, at + 1)
        if (length > 0) hash = hashStep(hash, apostrophe)
        if (length > 0) at++
      }
    }
    if (text.charCodeAt(at) === percent) {
      hash = hashStep(hash, percent)
      at++
    }
    if (text.charCodeAt(start - 1) === ampersand && text.charCodeAt(at) === semicolon) continue
    const id = isPlain
      ? vocabulary.addAt(text, start, at, hash)
      : vocabulary.add(fold(text.slice(start, at)))
    found.push(start, at, id)
  }
  return new Words(...found.arrays(), vocabulary)
}

const [apostrophe, curly, percent, ampersand, semicolon] = [39, 0x2019, 37, 38, 59]

const isApostrophe = (code: number): boolean => code === apostrophe || code === curly

/** Three lists of numbers that grow together. */
class Found {
  private count = 0
  private starts: Int32Array
  private ends: Int32Array
  private ids: Int32Array

  /** English has a word to every six characters; room is made for as many. */
  constructor(length: number) {
    const room = (length >> 2) + 16
    this.starts = new Int32Array(room)
    this.ends = new Int32Array(room)
    this.ids = new Int32Array(room)
  }

  push(start: number, end: number, id: number) {
    const at = this.count++
    if (at === this.ids.length) this.grow()
    this.starts[at] = start
    this.ends[at] = end
    this.ids[at] = id
  }

  private grow() {
    const more = (numbers: Int32Array) => {
      const grown = new Int32Array(2 * numbers.length)
      grown.set(numbers)
      return grown
    }
    this.starts = more(this.starts)
    this.ends = more(this.ends)
    this.ids = more(this.ids)
  }

  arrays(): [Int32Array, Int32Array, Int32Array] {
    const { count } = this
    return [this.starts.slice(0, count), this.ends.slice(0, count), this.ids.slice(0, count)]
  }
}

/** The folded words of a piece of text that belongs to no source. */
export const foldedWords = (text: string, vocabulary?: Vocabulary): string[] => [
  ...wordsOf(text, vocabulary).keys,
]

/** The stems of the telling words in a range, each once, in the order in which they first come: numbers of the vocabulary. */
export function tellingStems(
  { ids, vocabulary }: Words,
  { firstWord, endWord }: WordRange,
  atMost = Number.POSITIVE_INFINITY,
): number[] {
  const found = new Set<number>()
  const end = Math.min(endWord, firstWord + atMost)
  for (let at = firstWord; at < end; at++) {
    const stem = vocabulary.tellingStem(ids[at] as number)
    if (stem >= 0) found.add(stem)
  }
  return [...found]
}

/** A half-open range of a text's words. */
export interface WordRange {
  firstWord: number
  endWord: number
}

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
