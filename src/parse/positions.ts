import type { Side } from '../model/debate'
import type { Span } from '../model/schema'
import { Evidence, type Sign } from './evidence'
import type { Link, Read } from './links'
import type { RuleName } from './rules'
import { attacks, SideReader } from './sides'
import type { Said } from './statements'
import type { TermFinder } from './terms'

/** The side a statement takes on a position, and the words that tell so. */
export interface Taken {
  said: Said
  position: string
  side: Side
  rule: RuleName
  /** The statement's own words that speak of the position; its headline where none do. */
  words: Span[]
  /** The words elsewhere that speak of it, where its own do not. */
  elsewhere: Span | null
  confidence: number
}

/** How likely a position must be for a statement to be put on it. */
const bar = 0.36
/** The same for its only position: nearly everything that is said in a debate bears on some question of it. */
const barForOnly = 0.28
/** No stance is shown as surer: two careful readers agree no more than this. */
const surest = 0.88
/** How many positions a statement is put on. */
const most = 3

const ruleOf: Record<Sign, RuleName> = {
  own: 'terms',
  heading: 'terms above',
  answered: 'terms answered',
  around: 'terms around',
}

/**
 * Finds which positions each statement bears on, the main one first, and its side.
 *
 * The statement's own words come first; its heading, the statement it answers and what is said around it are its
 * context. `links` are those of this text.
 */
export function findPositions(read: Read, links: readonly Link[], finder: TermFinder): Taken[] {
  if (finder.codebook.positions.length === 0) return []
  const answered = firstLinks(links)
  const evidence = new Evidence(read, answered, finder)
  const rebutted = new Set(links.flatMap(({ kind, to }) => (attacks.has(kind) ? [to] : [])))
  const sides = new SideReader(read, finder, rebutted)
  return read.said.flatMap((one, index) =>
    choose(evidence.chances(index)).map(({ position, chance }) => {
      const { sign, words, elsewhere } = evidence.grounds(index, position)
      const { side, sureness } = sides.take(one, position, answered.get(one))
      return {
        said: one,
        position: finder.entry(position).id,
        side,
        rule: ruleOf[sign],
        words: words.length > 0 ? words : [one.headline],
        elsewhere,
        confidence: Math.round(100 * Math.min(surest, chance * sureness)) / 100,
      }
    }),
  )
}

function firstLinks(links: readonly Link[]): Map<Said, Link> {
  const first = new Map<Said, Link>()
  for (const link of links) if (!first.has(link.from)) first.set(link.from, link)
  return first
}

/** The likeliest positions, the main one first. */
function choose(chances: Float64Array): { position: number; chance: number }[] {
  const ranked = Array.from(chances, (chance, position) => ({ position, chance }))
    .filter(({ chance }) => chance >= barForOnly)
    .sort((one, other) => other.chance - one.chance || one.position - other.position)
  return ranked.slice(0, most).filter(({ chance }, rank) => rank === 0 || chance >= bar)
}
