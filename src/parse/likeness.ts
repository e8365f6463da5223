import type { CutText } from './blocks'
import { isTelling, stem } from './stems'

/** Telling words and their weights. */
export type WordWeights = ReadonlyMap<string, number>

/**
 * How much each word of a text tells, and how alike its blocks are.
 *
 * A word weighs more the fewer blocks have it (inverse document frequency, Spärck Jones 1972); two blocks are
 * as alike as the cosine of their weighted words.
 */
export class TextWeights {
  private readonly holders = new Map<string, number>()
  private readonly counts: ReadonlyMap<string, number>[]

  constructor(private readonly cut: CutText) {
    this.counts = cut.blocks.map(({ firstWord, endWord }) =>
      countStems(cut.words.keys.slice(firstWord, endWord)),
    )
    for (const counts of this.counts)
      for (const key of counts.keys()) this.holders.set(key, (this.holders.get(key) ?? 0) + 1)
  }

  /** How much a stem tells in this text, 0..1: next to nothing where every block has it. */
  idf(key: string): number {
    const all = this.cut.blocks.length + 1
    return Math.log(1 + all / ((this.holders.get(key) ?? 0) + 1)) / Math.log(1 + all)
  }

  /** The weighted words of some blocks together. */
  ofBlocks(...blocks: number[]): WordWeights {
    const sums = new Map<string, number>()
    for (const block of blocks)
      for (const [key, count] of this.counts[block] ?? [])
        sums.set(key, (sums.get(key) ?? 0) + (1 + Math.log(count)) * this.idf(key))
    return sums
  }
}

/** The cosine of two weighings: 0 where no word is shared, 1 where they are the same. */
export function cosine(one: WordWeights, other: WordWeights): number {
  if (one.size > other.size) return cosine(other, one)
  let product = 0
  for (const [key, weight] of one) product += weight * (other.get(key) ?? 0)
  return product === 0 ? 0 : product / (lengthOf(one) * lengthOf(other))
}

function lengthOf(weights: WordWeights): number {
  let sum = 0
  for (const weight of weights.values()) sum += weight * weight
  return Math.sqrt(sum)
}

function countStems(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) {
    if (!isTelling(key)) continue
    const one = stem(key)
    counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return counts
}
