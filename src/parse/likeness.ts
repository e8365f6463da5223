import type { CutText } from './blocks'

/**
 * Telling words and their weights, as two rows side by side.
 *
 * Stems are numbers of the text's vocabulary, in the order in which they first come.
 */
export interface WordWeights {
  stems: Int32Array
  weights: Float64Array
  /** The root of the sum of the squared weights. */
  length: number
  /** A row of zeros, one for each stem there is, to work on. */
  desk: Float64Array
}

const weighed = new WeakMap<CutText, TextWeights>()

/** The weights of a text's words, made once for each text. */
export function weightsOf(cut: CutText): TextWeights {
  let weights = weighed.get(cut)
  if (!weights) {
    weights = new TextWeights(cut)
    weighed.set(cut, weights)
  }
  return weights
}

/**
 * How much each word of a text tells, and how alike its blocks are.
 *
 * A word weighs more the fewer blocks have it (inverse document frequency, Spärck Jones 1972); two blocks are
 * as alike as the cosine of their weighted words.
 */
export class TextWeights {
  private readonly blocks: number
  /** The stems of all blocks, one block after the other, each stem once a block; and where each block's begin. */
  private readonly stems: Int32Array
  private readonly weights: Float64Array
  private readonly starts: Int32Array
  private readonly lengths: Float64Array
  private readonly holders: Int32Array
  private readonly idfs: Float64Array
  private readonly desk: Float64Array

  constructor({ words: { ids, vocabulary }, blocks }: CutText) {
    this.blocks = blocks.length
    vocabulary.stemAll()
    this.holders = new Int32Array(vocabulary.size)
    this.idfs = new Float64Array(vocabulary.size)
    this.desk = new Float64Array(vocabulary.size)
    this.starts = new Int32Array(blocks.length + 1)
    this.lengths = new Float64Array(blocks.length)
    const stems = new Int32Array(ids.length)
    const weights = new Float64Array(ids.length)
    // Where a stem's row is, plus one, while its block is read.
    const rowOf = vocabulary.desk()
    let rows = 0
    for (const [index, { firstWord, endWord }] of blocks.entries()) {
      const from = rows
      for (let at = firstWord; at < endWord; at++) {
        const stem = vocabulary.tellingStem(ids[at] as number)
        if (stem < 0) continue
        const row = rowOf[stem] as number
        if (row > 0) weights[row - 1] = (weights[row - 1] as number) + 1
        else {
          stems[rows] = stem
          weights[rows] = 1
          rowOf[stem] = ++rows
        }
      }
      for (let row = from; row < rows; row++) {
        const stem = stems[row] as number
        rowOf[stem] = 0
        this.holders[stem] = (this.holders[stem] as number) + 1
      }
      this.starts[index + 1] = rows
    }
    this.stems = stems.slice(0, rows)
    this.weights = weights.slice(0, rows)
    this.weigh()
  }

  /** Turns the counts of stems into weights. */
  private weigh() {
    const { stems, weights, starts } = this
    for (let block = 0; block < this.blocks; block++) {
      let sum = 0
      for (let row = starts[block] as number; row < (starts[block + 1] as number); row++) {
        const stem = stems[row] as number
        const count = weights[row] as number
        const weight = (count === 1 ? 1 : 1 + Math.log(count)) * this.idf(stem)
        weights[row] = weight
        sum += weight * weight
      }
      this.lengths[block] = Math.sqrt(sum)
    }
  }

  /** How much a stem tells in this text, 0..1: next to nothing where every block has it. */
  idf(stem: number): number {
    const known = this.idfs[stem] ?? 0
    if (known > 0) return known
    const all = this.blocks + 1
    const idf = Math.log(1 + all / ((this.holders[stem] ?? 0) + 1)) / Math.log(1 + all)
    this.idfs[stem] = idf
    return idf
  }

  /** What share of some stems, each weighed by how much it tells, is among some words: 0..1. */
  share(stems: readonly number[], words: WordWeights): number {
    const { desk } = this
    for (const stem of words.stems) desk[stem] = 1
    let all = 0
    let there = 0
    for (const stem of stems) {
      const weight = this.idf(stem)
      all += weight
      there += weight * (desk[stem] as number)
    }
    for (const stem of words.stems) desk[stem] = 0
    return all > 0 ? there / all : 0
  }

  /** The weighted words of some blocks together. */
  ofBlocks(...blocks: number[]): WordWeights {
    const [first = 0, ...rest] = blocks
    return rest.length === 0 ? this.ofBlock(first) : this.ofAll(blocks)
  }

  private ofBlock(block: number): WordWeights {
    const start = this.starts[block] ?? 0
    const end = this.starts[block + 1] ?? start
    return {
      stems: this.stems.subarray(start, end),
      weights: this.weights.subarray(start, end),
      length: this.lengths[block] ?? 0,
      desk: this.desk,
    }
  }

  private ofAll(blocks: readonly number[]): WordWeights {
    const { desk } = this
    const stems: number[] = []
    for (const block of blocks) {
      const one = this.ofBlock(block)
      for (const [row, stem] of one.stems.entries()) {
        if (desk[stem] === 0) stems.push(stem)
        desk[stem] = (desk[stem] as number) + (one.weights[row] as number)
      }
    }
    const weights = Float64Array.from(stems, (stem) => desk[stem] as number)
    for (const stem of stems) desk[stem] = 0
    let sum = 0
    for (const weight of weights) sum += weight * weight
    return { stems: Int32Array.from(stems), weights, length: Math.sqrt(sum), desk }
  }
}

/** The cosine of two weighings of one text: 0 where no word is shared, 1 where they are the same. */
export function cosine(one: WordWeights, other: WordWeights): number {
  if (one.stems.length > other.stems.length) return cosine(other, one)
  const { desk } = one
  for (let row = 0; row < other.stems.length; row++)
    desk[other.stems[row] as number] = other.weights[row] as number
  let product = 0
  for (let row = 0; row < one.stems.length; row++)
    product += (one.weights[row] as number) * (desk[one.stems[row] as number] as number)
  for (let row = 0; row < other.stems.length; row++) desk[other.stems[row] as number] = 0
  return product === 0 ? 0 : product / (one.length * other.length)
}
