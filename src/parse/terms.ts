import type { Position } from '../model/debate'
import type { Span } from '../model/schema'
import type { CutText } from './blocks'
import type { Codebook } from './codebook'
import { weightsOf } from './likeness'
import { stem } from './stems'
import { Vocabulary } from './vocabulary'
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

/** A term with its stems as numbers of a vocabulary. */
interface NumberedTerm {
  term: Term
  stems: number[]
}

/** What one block is found to say, while it is read. */
interface Found {
  bearings: Map<number, Bearing>
  times: Map<Term, number>
  coveredTo: Map<number, number>
}

const nothing: ReadonlyMap<number, Bearing> = new Map()

/** How often one term counts in one block: a word said over and over says little more. */
const mostTimes = 3

/** Looks up the words by which people speak of the positions, endings aside. */
export class TermFinder {
  private readonly byFirst = new Map<string, Term[]>()
  private readonly propositions: readonly string[][]

  constructor(readonly codebook: Codebook) {
    const vocabulary = new Vocabulary()
    const folded = (text: string) => foldedWords(text, vocabulary)
    this.propositions = codebook.positions.map(({ proposition }) => folded(proposition))
    for (const [position, entry] of codebook.positions.entries())
      for (const { words, weight } of entry.terms ?? []) {
        const stems = folded(words).map(stem)
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
  bearings(cut: CutText): ReadonlyMap<number, Bearing>[] {
    const { starts, ends, ids, vocabulary } = cut.words
    const weights = weightsOf(cut)
    const termsOf = this.numbered(vocabulary)
    const idfs = new Map<Term, number>()
    return cut.blocks.map(({ firstWord, endWord }) => {
      let found: Found | null = null
      for (let at = firstWord; at < endWord; at++) {
        const terms = termsOf[ids[at] as number]
        if (!terms) continue
        for (const { term, stems } of terms) {
          found ??= { bearings: new Map(), times: new Map(), coveredTo: new Map() }
          const end = at + stems.length
          if (end > endWord || (found.coveredTo.get(term.position) ?? 0) >= end) continue
          if (!stems.every((stem, step) => vocabulary.stem(ids[at + step] as number) === stem))
            continue
          found.coveredTo.set(term.position, end)
          const time = (found.times.get(term) ?? 0) + 1
          found.times.set(term, time)
          if (time > mostTimes) continue
          const bearing = found.bearings.get(term.position) ?? { score: 0, words: [] }
          const idf = idfs.get(term) ?? Math.max(...stems.map((stem) => weights.idf(stem)))
          idfs.set(term, idf)
          bearing.score += (term.weight * (0.5 + idf)) / time
          if (bearing.words.length < 6)
            bearing.words.push({ start: starts[at] ?? 0, end: ends[end - 1] ?? 0 })
          found.bearings.set(term.position, bearing)
        }
      }
      return found?.bearings ?? nothing
    })
  }

  /** The terms that begin with each word of a vocabulary, by its number. */
  private numbered(vocabulary: Vocabulary): (NumberedTerm[] | undefined)[] {
    const byStem = new Map<number, NumberedTerm[]>()
    for (const terms of this.byFirst.values()) {
      const numbered = terms.map((term) => ({
        term,
        stems: term.stems.map((stem) => vocabulary.add(stem)),
      }))
      byStem.set(numbered[0]?.stems[0] ?? -1, numbered)
    }
    return vocabulary.keys.map((_, id) => byStem.get(vocabulary.stem(id)))
  }

  /** The folded words of a position's proposition. */
  propositionOf(position: number): readonly string[] {
    return this.propositions[position] ?? []
  }

  entry(position: number): Position {
    return this.codebook.positions[position] as Position
  }
}
