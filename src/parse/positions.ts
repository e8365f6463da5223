import type { Side } from '../model/debate'
import type { Span } from '../model/schema'
import type { CutText } from './blocks'
import type { Codebook, CodebookEntry } from './codebook'
import type { Furniture } from './furniture'
import { TextWeights } from './likeness'
import type { Link } from './relations'
import type { RuleName } from './rules'
import type { Said } from './statements'
import { foldedWords, stem } from './words'

/** The side a statement takes on a position, and the words that tell so. */
export interface Taken {
  said: Said
  position: string
  side: Side
  rule: RuleName
  /** How strongly the words speak for it, from the bar upward. */
  strength: number
  words: Span[]
}

/** How much a block says of a position, and where. */
interface Bearing {
  score: number
  words: Span[]
}

/** Looks codebook terms up in a text: as words in a row, endings aside. */
export class TermFinder {
  private readonly byFirst = new Map<string, Term[]>()

  constructor(private readonly codebook: Codebook) {
    for (const [position, entry] of codebook.positions.entries())
      for (const [words, weight] of Object.entries(entry.terms)) {
        const stems = foldedWords(words).map(stem)
        const [first] = stems
        if (first === undefined) continue
        const terms = this.byFirst.get(first) ?? []
        terms.push({ position, stems, weight })
        this.byFirst.set(first, terms)
      }
  }

  /** What each block says of each position, by its own words alone. */
  bearings(cut: CutText): Map<number, Bearing>[] {
    const weights = new TextWeights(cut)
    const stems = cut.words.keys.map(stem)
    return cut.blocks.map(({ firstWord, endWord }) => {
      const found = new Map<number, Bearing>()
      const seen = new Map<Term, number>()
      for (let at = firstWord; at < endWord; at++)
        for (const term of this.byFirst.get(stems[at] ?? '') ?? []) {
          if (at + term.stems.length > endWord) continue
          if (!term.stems.every((one, i) => stems[at + i] === one)) continue
          const times = (seen.get(term) ?? 0) + 1
          seen.set(term, times)
          if (times > 3) continue
          const idf = Math.max(...term.stems.map((one) => weights.idf(one)))
          const bearing = found.get(term.position) ?? { score: 0, words: [] }
          bearing.score += (term.weight * (0.5 + idf)) / times
          const end = cut.words.ends[at + term.stems.length - 1] ?? 0
          if (bearing.words.length < 6)
            bearing.words.push({ start: cut.words.starts[at] ?? 0, end })
          found.set(term.position, bearing)
        }
      return found
    })
  }

  entry(position: number): CodebookEntry {
    return this.codebook.positions[position] as CodebookEntry
  }
}

interface Term {
  position: number
  stems: string[]
  weight: number
}

const bar = 1.6
const most = 3

/**
 * Finds which positions each statement bears on, and its side.
 *
 * The statement's own words come first; its heading and the statement it answers are its context. Whoever rebuts
 * a statement takes the other side of what that one stands for.
 */
export function findPositions(
  cut: CutText,
  site: Furniture,
  said: readonly Said[],
  links: readonly Link[],
  finder: TermFinder,
): Taken[] {
  const own = finder.bearings(cut)
  const answered = new Map<Said, Link>()
  for (const link of links) if (!answered.has(link.from)) answered.set(link.from, link)
  const scores = new Map<Said, Map<number, number>>()
  const taken: Taken[] = []
  const sides = new Map<string, Side>()
  let heading = -1
  let block = 0
  for (const one of said) {
    for (; block <= one.block; block++) if (site.parts[block]?.role === 'heading') heading = block
    const context = new Map<number, number>()
    const add = (position: number, score: number) =>
      context.set(position, (context.get(position) ?? 0) + score)
    for (const [position, bearing] of own[one.block] ?? []) add(position, bearing.score)
    if (heading >= 0 && one.block < (site.commentsFrom ?? Number.POSITIVE_INFINITY))
      for (const [position, bearing] of own[heading] ?? []) add(position, 0.5 * bearing.score)
    const link = answered.get(one)
    for (const [position, score] of (link && scores.get(link.to)) ?? []) add(position, 0.35 * score)
    scores.set(one, context)
    choose(one, context, link)
  }
  return taken

  function choose(one: Said, context: ReadonlyMap<number, number>, link: Link | undefined) {
    const ranked = [...context].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const top = ranked[0]?.[1] ?? 0
    for (const [position, score] of ranked.slice(0, most)) {
      if (score < bar || score < 0.5 * top) break
      const entry = finder.entry(position)
      const side = sideOf(cut, one, entry, link, sides)
      sides.set(`${one.block} ${entry.id}`, side)
      const words = own[one.block]?.get(position)?.words ?? [one.headline]
      taken.push({ said: one, position: entry.id, side, rule: 'terms', strength: score, words })
    }
  }
}

const opposite: Record<Side, Side> = { for: 'against', against: 'for', neutral: 'neutral' }

function sideOf(
  cut: CutText,
  one: Said,
  entry: CodebookEntry,
  link: Link | undefined,
  sides: ReadonlyMap<string, Side>,
): Side {
  if (one.kind === 'question') return 'neutral'
  const theirs = link && sides.get(`${link.to.block} ${entry.id}`)
  if (theirs && theirs !== 'neutral') return link.kind === 'rebuts' ? opposite[theirs] : theirs
  const words = cut.text.slice(one.span.start, one.span.end).toLowerCase().replace(/’/g, "'")
  const count = (hints: readonly string[] | undefined) =>
    (hints ?? []).filter((hint) => words.includes(hint)).length
  const lean = count(entry.for) - count(entry.against)
  if (lean !== 0) return lean > 0 ? 'for' : 'against'
  return entry.usually ?? 'neutral'
}
