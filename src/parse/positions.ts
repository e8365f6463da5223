import type { Side } from '../model/debate'
import type { Span } from '../model/schema'
import type { Link, Read } from './links'
import { mainPointOf } from './posts'
import { type RuleName, rules } from './rules'
import { SideReader } from './sides'
import type { Said } from './statements'
import type { Bearing, TermFinder } from './terms'

/** The side a statement takes on a position, and the words that tell so. */
export interface Taken {
  said: Said
  position: string
  side: Side
  rule: RuleName
  words: Span[]
  confidence: number
}

/** How much must speak for a position before a statement is put on it. */
const bar = 1.6
/** What share of the strongest position another must reach. */
const least = 0.5
/** How many positions a statement is put on. */
const most = 3
/** What a heading adds to the words under it, and what the statement answered adds to its answer. */
const ofHeading = 0.5
const ofAnswered = 0.35

/**
 * Finds which positions each statement bears on, and its side.
 *
 * The statement's own words come first; its heading and the statement it answers are their context.
 */
export function findPositions(read: Read, links: readonly Link[], finder: TermFinder): Taken[] {
  const own = finder.bearings(read.cut)
  const sides = new SideReader(read, finder)
  const answered = firstLinks(links)
  const thesis = mainPointOf(read.said)
  const scores = new Map<Said, Map<number, number>>()
  const taken: Taken[] = []
  let heading = -1
  let block = 0
  for (const one of read.said) {
    for (; block <= one.block; block++)
      if (read.site.parts[block]?.role === 'heading') heading = block
    const isPost = one.block < (read.site.commentsFrom ?? 0)
    const link = answered.get(one)
    const context = {
      heading: isPost && heading >= 0 ? own[heading] : undefined,
      answered: link && link.to !== thesis ? scores.get(link.to) : undefined,
    }
    const score = scoreOf(own[one.block] ?? new Map(), context)
    scores.set(one, score)
    for (const [rank, position] of choose(score).entries()) {
      const { id } = finder.entry(position)
      const side = sides.take(one, position, link)
      const words = own[one.block]?.get(position)?.words ?? [one.headline]
      const rule = own[one.block]?.has(position) ? 'terms' : 'terms above'
      const confidence = sureness(one, rule, rank, words.length)
      taken.push({ said: one, position: id, side, rule, words, confidence })
    }
  }
  return taken
}

/**
 * How sure a stance is: what its rule reaches, more where many words speak for it, less for a second position
 * and for questions, whose side is the hardest to tell.
 */
function sureness(one: Said, rule: RuleName, rank: number, words: number): number {
  const sum =
    rules[rule].right + 0.07 * (words - 2) - 0.13 * rank - (one.kind === 'question' ? 0.2 : 0)
  return Math.round(100 * Math.max(0.2, Math.min(0.92, sum))) / 100
}

function firstLinks(links: readonly Link[]): Map<Said, Link> {
  const first = new Map<Said, Link>()
  for (const link of links) if (!first.has(link.from)) first.set(link.from, link)
  return first
}

function scoreOf(
  own: ReadonlyMap<number, Bearing>,
  context: {
    heading: ReadonlyMap<number, Bearing> | undefined
    answered: ReadonlyMap<number, number> | undefined
  },
) {
  const score = new Map<number, number>()
  const add = (position: number, value: number) =>
    score.set(position, (score.get(position) ?? 0) + value)
  for (const [position, bearing] of own) add(position, bearing.score)
  for (const [position, bearing] of context.heading ?? []) add(position, ofHeading * bearing.score)
  for (const [position, value] of context.answered ?? [])
    if (own.has(position)) add(position, ofAnswered * value)
  return score
}

function choose(score: ReadonlyMap<number, number>): number[] {
  const ranked = [...score].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const top = ranked[0]?.[1] ?? 0
  return ranked
    .slice(0, most)
    .filter(([, value]) => value >= bar && value >= least * top)
    .map(([position]) => position)
}
