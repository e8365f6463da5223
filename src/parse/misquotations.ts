import type { Span } from '../model/schema'
import type { CutText } from './blocks'
import type { WordRange } from './words'

/** A place where a quotation has other words than those it copies, without a mark that says so. */
export interface Difference {
  rule: 'drops words' | 'adds words' | 'changes words'
  /** The words in the quotation; null where it drops them. */
  from: Span | null
  /** The words it was to copy; null where it adds some. */
  of: Span | null
}

/** A stretch of a text's words. */
export interface Stretch extends WordRange {
  cut: CutText
}

/** How many pairs of words are compared at most: two long stretches that share little are no misquotation. */
const mostPairs = 40_000
const mostDifferences = 8

/** How a quotation and what it copies compare. */
export interface Comparison {
  /** What share of the quotation's words stand there too, in the same order: 0..1. */
  share: number
  differences: Difference[]
}

/**
 * Compares a quotation with the words it copies.
 *
 * White space, punctuation and typography are no difference, nor is what an ellipsis leaves out or a bracket puts
 * in. What remains is compared word by word for the longest common sequence (Hunt & McIlroy 1976), after what
 * both begin and end with. Stretches too long for that have nothing in common.
 */
export function compare(quotation: Stretch, said: Stretch): Comparison {
  const [a, b] = withoutCommonEnds(quotation, said)
  const pairs = (a.endWord - a.firstWord) * (b.endWord - b.firstWord)
  if (pairs > mostPairs) return { share: 0, differences: [] }
  let odd = 0
  const differences: Difference[] = []
  for (const run of unmatchedRuns(a, b)) {
    keepToEnds(run, quotation, said)
    const difference = differenceOf(run)
    if (!difference) continue
    odd += run.a.endWord - run.a.firstWord
    differences.push(difference)
  }
  const length = Math.max(1, quotation.endWord - quotation.firstWord)
  return { share: 1 - odd / length, differences: differences.slice(0, mostDifferences) }
}

/** What stands between two words that both have: some words of the one, some of the other. */
interface Run {
  a: Stretch
  b: Stretch
}

/** Before a quotation begins and after it ends, it drops nothing: there it may only have as many other words. */
function keepToEnds({ a, b }: Run, quotation: Stretch, said: Stretch) {
  const length = a.endWord - a.firstWord
  if (a.firstWord === quotation.firstWord && b.firstWord === said.firstWord)
    b.firstWord = Math.max(b.firstWord, b.endWord - length)
  if (a.endWord === quotation.endWord && b.endWord === said.endWord)
    b.endWord = Math.min(b.endWord, b.firstWord + length)
}

const idAt = ({ cut }: Stretch, word: number): number => cut.words.ids[word] as number
const isEmpty = ({ firstWord, endWord }: WordRange): boolean => firstWord >= endWord

function withoutCommonEnds(quotation: Stretch, said: Stretch): [Stretch, Stretch] {
  const a = { ...quotation }
  const b = { ...said }
  while (!isEmpty(a) && !isEmpty(b) && idAt(a, a.firstWord) === idAt(b, b.firstWord)) {
    a.firstWord++
    b.firstWord++
  }
  while (!isEmpty(a) && !isEmpty(b) && idAt(a, a.endWord - 1) === idAt(b, b.endWord - 1)) {
    a.endWord--
    b.endWord--
  }
  return [a, b]
}

/** The runs of words that are not in the longest sequence common to both, in the order of the text. */
function unmatchedRuns(a: Stretch, b: Stretch): Run[] {
  const rows = a.endWord - a.firstWord
  const columns = b.endWord - b.firstWord
  const width = columns + 1
  // How many words the rest of both, from here on, have in common.
  const common = new Uint16Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const here = row * width + column
      common[here] =
        idAt(a, a.firstWord + row) === idAt(b, b.firstWord + column)
          ? (common[here + width + 1] as number) + 1
          : Math.max(common[here + width] as number, common[here + 1] as number)
    }
  const runs: Run[] = []
  let [row, column] = [0, 0]
  let [fromRow, fromColumn] = [0, 0]
  const close = () => {
    if (row > fromRow || column > fromColumn)
      runs.push({
        a: { ...a, firstWord: a.firstWord + fromRow, endWord: a.firstWord + row },
        b: { ...b, firstWord: b.firstWord + fromColumn, endWord: b.firstWord + column },
      })
  }
  while (row < rows && column < columns) {
    const here = row * width + column
    if (idAt(a, a.firstWord + row) === idAt(b, b.firstWord + column)) {
      close()
      row++
      column++
      fromRow = row
      fromColumn = column
    } else if ((common[here + width] as number) >= (common[here + 1] as number)) row++
    else column++
  }
  row = rows
  column = columns
  close()
  return runs
}

/** What a run says; null where the quotation marks the change itself. */
function differenceOf({ a, b }: Run): Difference | null {
  const { text } = a.cut
  const from = spanOf(a)
  const of = spanOf(b)
  // From the word before to the word after: an ellipsis or a bracket there marks the change.
  const before = a.cut.words.ends[a.firstWord - 1] ?? 0
  const after = a.cut.words.starts[a.endWord] ?? text.length
  if (/\.\.\.|…|\[[^\]]*\]/.test(text.slice(before, after))) return null
  if (from && of) return { rule: 'changes words', from, of }
  if (from) return { rule: 'adds words', from, of: null }
  return of && { rule: 'drops words', from: null, of }
}

function spanOf(stretch: Stretch): Span | null {
  if (isEmpty(stretch)) return null
  const { starts, ends } = stretch.cut.words
  return { start: starts[stretch.firstWord] ?? 0, end: ends[stretch.endWord - 1] ?? 0 }
}

/**
 * The part of a block where words asked for stand together.
 *
 * Four of them in a row may stand elsewhere in the block by chance. Those that belong together are about as far into
 * the block as into the words asked for, give or take what was dropped or added.
 */
export function closest(asked: Int32Array, ids: Int32Array, found: WordRange): WordRange {
  const { firstWord, endWord } = found
  if (endWord - firstWord <= asked.length + 2) return found
  const at = new Map<number, number>()
  for (let word = 0; word + 4 <= asked.length; word++) at.set(pairOf(asked, word), word)
  const shifts: { word: number; shift: number }[] = []
  for (let word = firstWord; word + 4 <= endWord; word++) {
    const there = at.get(pairOf(ids, word))
    if (there !== undefined && isSameFour(asked, there, ids, word))
      shifts.push({ word, shift: word - there })
  }
  const sorted = shifts.map(({ shift }) => shift).sort((a, b) => a - b)
  const middle = sorted[sorted.length >> 1] ?? firstWord
  const near = shifts.filter(({ shift }) => Math.abs(shift - middle) <= 4 + asked.length / 4)
  const first = near[0]?.word ?? firstWord
  return { firstWord: first, endWord: (near.at(-1)?.word ?? first) + 4 }
}

const pairOf = (ids: Int32Array, at: number): number =>
  (ids[at] as number) * 65_537 + (ids[at + 1] as number)

function isSameFour(one: Int32Array, at: number, other: Int32Array, there: number): boolean {
  for (let step = 0; step < 4; step++) if (one[at + step] !== other[there + step]) return false
  return true
}

/** How many words into a block four words in a row stand that begin at a place of another text; 0 where they do not. */
export function offsetOf(
  ids: Int32Array,
  { firstWord, endWord }: WordRange,
  other: Int32Array,
  at: number,
) {
  for (let word = firstWord; word + 4 <= endWord; word++)
    if (isSameFour(ids, word, other, at)) return word - firstWord
  return 0
}
