import type { Position } from '../model/debate'
import type { Span } from '../model/schema'
import type { CutText } from './blocks'
import type { Codebook } from './codebook'
import { TextWeights } from './likeness'
import { stem } from './stems'
import { foldedWords } from './words'

/** How much a block says of a position, and on which words. */
export interface Bearing {
  score: number
  words: Span[]
}

interface Term {
  position: number
  stems: string[]
  weight: number
}

/** How often one term counts in one block: a word said over and over says little more. */
const mostTimes = 3

/** Looks up the words by which people speak of the positions, endings aside. */
export class TermFinder {
  private readonly byFirst = new Map<string, Term[]>()
  private readonly propositions: readonly string[][]

  constructor(readonly codebook: Codebook) {
    this.propositions = codebook.positions.map(({ proposition }) => foldedWords(proposition))
    for (const [position, entry] of codebook.positions.entries())
      for (const { words, weight } of entry.terms ?? []) {
        const stems = foldedWords(words).map(stem)
        const [first] = stems
        if (first === undefined) continue
        const terms = this.byFirst.get(first) ?? []
        terms.push({ position, stems, weight })
        this.byFirst.set(first, terms)
      }
    // The longest first: "understand the base goal" is one sign, not two.
    for (const terms of this.byFirst.values()) terms.sort((a, b) => b.stems.length - a.stems.length)
  }

  /** What each block says of each position (by its place in the codebook), by its own words alone. */
  bearings(cut: CutText): Map<number, Bearing>[] {
    const weights = new TextWeights(cut)
    const stems = cut.words.keys.map(stem)
    return cut.blocks.map(({ firstWord, endWord }) => {
      const found = new Map<number, Bearing>()
      const times = new Map<Term, number>()
      const coveredTo = new Map<number, number>()
      for (let at = firstWord; at < endWord; at++)
        for (const term of this.byFirst.get(stems[at] ?? '') ?? []) {
          const end = at + term.stems.length
          if (end > endWord || (coveredTo.get(term.position) ?? 0) >= end) continue
          if (!term.stems.every((one, step) => stems[at + step] === one)) continue
          coveredTo.set(term.position, end)
          const time = (times.get(term) ?? 0) + 1
          times.set(term, time)
          if (time > mostTimes) continue
          const bearing = found.get(term.position) ?? { score: 0, words: [] }
          const idf = Math.max(...term.stems.map((one) => weights.idf(one)))
          bearing.score += (term.weight * (0.5 + idf)) / time
          if (bearing.words.length < 6)
            bearing.words.push({
              start: cut.words.starts[at] ?? 0,
              end: cut.words.ends[end - 1] ?? 0,
            })
          found.set(term.position, bearing)
        }
      return found
    })
  }

  /** The folded words of a position's proposition. */
  propositionOf(position: number): readonly string[] {
    return this.propositions[position] ?? []
  }

  entry(position: number): Position {
    return this.codebook.positions[position] as Position
  }
}
