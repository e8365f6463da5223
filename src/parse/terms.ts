import type { Position } from '../model/debate'
import type { Span } from '../model/schema'
import type { CutText } from './blocks'
import type { Codebook } from './codebook'
import { stem } from './stems'
import { Vocabulary } from './vocabulary'
import { foldedWords, wordAt } from './words'

/** How much some words say of a position, and which of them do. */
export interface Bearing {
  score: number
  /** Whether any of the words name the position. */
  isNamed: boolean
  words: Span[]
}

/** Words that take a side. */
export interface Hint {
  words: readonly string[]
  side: number
}

interface Term {
  position: number
  /** The numbers of its stems in the vocabulary. */
  stems: readonly number[]
  weight: number
}

/** How often one term counts in one statement: a word said over and over says little more. */
const mostTimes = 3
/** From what weight on a term names its position. */
const naming = 3
/** How many words are shown for a position at most. */
const mostShown = 6
/** What a term counts for besides its rarity, which is 0..1. */
const common = 0.5

/** The words by which people speak of the positions, endings aside. */
export class TermFinder {
  private readonly propositions: readonly string[][]
  private readonly hints: readonly Hint[][]
  private readonly byVocabulary = new WeakMap<Vocabulary, Terms>()

  constructor(readonly codebook: Codebook) {
    const vocabulary = new Vocabulary()
    const folded = (text: string) => foldedWords(text, vocabulary)
    this.propositions = codebook.positions.map(({ proposition }) => folded(proposition))
    this.hints = codebook.positions.map(({ for: forIt = [], against = [] }) => [
      ...forIt.map((words) => ({ words: folded(words), side: 1 })),
      ...against.map((words) => ({ words: folded(words), side: -1 })),
    ])
  }

  /** The terms as they stand in one text. */
  within(cut: CutText): TermsOfText {
    const { vocabulary } = cut.words
    const terms = this.byVocabulary.get(vocabulary) ?? new Terms(this.codebook, vocabulary)
    this.byVocabulary.set(vocabulary, terms)
    return new TermsOfText(cut, terms)
  }

  /** The folded words of a position's proposition. */
  propositionOf(position: number): readonly string[] {
    return this.propositions[position] ?? []
  }

  /** The words that take a side on a position: 1 for it, -1 against. */
  hintsOf(position: number): readonly Hint[] {
    return this.hints[position] ?? []
  }

  entry(position: number): Position {
    return this.codebook.positions[position] as Position
  }
}

/** The terms of a codebook in the numbers of a vocabulary. */
class Terms {
  /** By the number of a word the terms it may begin. */
  private readonly ofWord: readonly (readonly Term[] | undefined)[]

  constructor(codebook: Codebook, vocabulary: Vocabulary) {
    // By the number of a stem, the terms that begin with it.
    const byFirst = new Map<number, Term[]>()
    for (const [position, { terms }] of codebook.positions.entries())
      for (const { words, weight } of terms ?? []) {
        const stems = foldedWords(words, vocabulary).map((key) => vocabulary.add(stem(key)))
        const [first] = stems
        if (first === undefined) continue
        byFirst.set(first, [...(byFirst.get(first) ?? []), { position, stems, weight }])
      }
    // The longest first: "understand the base goal" is one sign, not two.
    for (const terms of byFirst.values()) terms.sort((a, b) => b.stems.length - a.stems.length)
    this.ofWord = vocabulary.keys.map((_, word) => byFirst.get(vocabulary.stem(word)))
  }

  /** The terms that a word may begin. */
  from(word: number): readonly Term[] | undefined {
    return this.ofWord[word]
  }
}

/** The places in one text where terms stand; each term weighs more the fewer blocks have it. */
export class TermsOfText {
  /** Where terms stand, word by word, and which: two lists that go together. */
  private readonly at: number[] = []
  private readonly found: Term[] = []
  /** How many blocks have each term. */
  private readonly holders = new Map<Term, number>()
  private readonly blocks: number

  constructor(
    private readonly cut: CutText,
    terms: Terms,
  ) {
    this.blocks = cut.blocks.length + 1
    const { ids } = cut.words
    const lastBlock = new Map<Term, number>()
    const coveredTo = new Map<number, number>()
    for (const [block, { firstWord, endWord }] of cut.blocks.entries())
      for (let at = firstWord; at < endWord; at++) {
        const starting = terms.from(ids[at] as number)
        if (!starting) continue
        for (const term of starting) {
          const end = at + term.stems.length
          if (end > endWord || (coveredTo.get(term.position) ?? 0) >= end) continue
          if (!this.stands(term, at)) continue
          coveredTo.set(term.position, end)
          this.at.push(at)
          this.found.push(term)
          if (lastBlock.get(term) === block) continue
          lastBlock.set(term, block)
          this.holders.set(term, (this.holders.get(term) ?? 0) + 1)
        }
      }
  }

  /** What a piece of the text says of each position (by its place in the codebook), by its own words alone. */
  bearings({ start, end }: Span): Map<number, Bearing> {
    const { words } = this.cut
    const bearings = new Map<number, Bearing>()
    const times = new Map<Term, number>()
    const endWord = wordAt(words, end)
    for (let next = this.firstFrom(wordAt(words, start)); next < this.at.length; next++) {
      const at = this.at[next] as number
      const term = this.found[next] as Term
      const last = at + term.stems.length - 1
      if (at >= endWord) break
      const time = (times.get(term) ?? 0) + 1
      if (time > mostTimes || last >= endWord) continue
      times.set(term, time)
      const bearing = bearings.get(term.position) ?? { score: 0, isNamed: false, words: [] }
      bearings.set(term.position, bearing)
      bearing.score += (term.weight * (common + this.rarity(term))) / time
      if (term.weight >= naming) bearing.isNamed = true
      if (bearing.words.length < mostShown)
        bearing.words.push({ start: words.starts[at] as number, end: words.ends[last] as number })
    }
    return bearings
  }

  /** The place in the lists of the first term at or after a word. */
  private firstFrom(word: number): number {
    let low = 0
    let high = this.at.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.at[middle] as number) < word) low = middle + 1
      else high = middle
    }
    return low
  }

  private stands({ stems }: Term, at: number): boolean {
    const { ids, vocabulary } = this.cut.words
    for (let step = 1; step < stems.length; step++)
      if (vocabulary.stem(ids[at + step] as number) !== stems[step]) return false
    return true
  }

  /** How rare a term is in this text, 0..1 (inverse document frequency, Spärck Jones 1972). */
  private rarity(term: Term): number {
    const holders = this.holders.get(term) ?? 0
    return Math.log(1 + this.blocks / (holders + 1)) / Math.log(1 + this.blocks)
  }
}
