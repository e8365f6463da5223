import type { Span } from '../model/schema'
import type { Link, Read } from './links'
import type { Said } from './statements'
import type { Bearing, TermFinder } from './terms'

/** Where the words stand that speak most for a position: in the statement or near it. */
export type Sign = 'own' | 'heading' | 'answered' | 'around'

/** The words that speak for a position. */
export interface Grounds {
  sign: Sign
  words: Span[]
  elsewhere: Span | null
}

/**
 * What each sign counts for, in log-odds. From a logistic regression over texts whose positions are known, one set
 * of weights for all positions, and rounded.
 */
const weights = {
  /** How much the statement's words say of the position. */
  own: 5,
  /** What share of what they say of any position is of this one. */
  share: 4,
  /** Whether they name it. */
  named: 0.75,
  /** What the heading above says of it; only in a post. */
  heading: 2,
  /** What is said of it just before and after, in the same turn. */
  around: 1.5,
  /** Its share of all that the turn says, that the turn answered says, and that the text says. */
  turn: 2.75,
  turnAnswered: 4,
  text: 2,
  /** How far the text is from the debate of the positions. Set by judgement: all texts of the fit are of the debate. */
  foreign: -4,
  /** What the statement answered, the words around and the heading say of it, where it says next to nothing itself. */
  aloneAnswered: 3,
  aloneAround: 1.75,
  aloneHeading: 8,
  none: -5.25,
} as const

/** What somebody says who says next to nothing of any position. */
const little = 1.5
/** What share of its statements say more than that, in a text that belongs to the debate. */
const usual = 0.5
/** How fast the words around fade, statement by statement. */
const fading = 0.6
/** How many statements away words are looked for that speak of a position. */
const farthest = 30

/** What the words of a text say of each position, statement by statement, for themselves and in their context. */
export class Evidence {
  private readonly size: number
  private readonly bearings: readonly ReadonlyMap<number, Bearing>[]
  private readonly own: readonly Float64Array[]
  private readonly total: readonly number[]
  private readonly around: readonly Float64Array[]
  private readonly ofTurn = new Map<number, Share>()
  private readonly ofText: Share
  /** 0 where the text belongs to the debate of the positions, 1 where nothing in it speaks of any. */
  private readonly foreignness: number
  private readonly headings: readonly (ReadonlyMap<number, Bearing> | null)[]
  private readonly indexOf: ReadonlyMap<Said, number>

  constructor(
    private readonly read: Read,
    private readonly answered: ReadonlyMap<Said, Link>,
    finder: TermFinder,
  ) {
    const { said } = read
    const terms = finder.within(read.cut)
    this.size = finder.codebook.positions.length
    this.indexOf = new Map(said.map((one, index) => [one, index]))
    this.bearings = said.map(({ span }) => terms.bearings(span))
    this.own = this.bearings.map((bearings) => this.scores(bearings))
    this.total = this.own.map((scores) => scores.reduce((sum, one) => sum + one, 0))
    this.headings = headingsOf(read).map((heading) => heading && terms.bearings(heading))
    const speaking = said.filter((_, index) => this.speaks(index)).length
    this.foreignness = Math.max(0, 1 - (speaking + 1) / (said.length + 1) / usual)
    this.around = this.fadingSums()
    this.ofText = new Share(this.size, 5)
    for (const [index, { turn }] of said.entries()) {
      const share = this.ofTurn.get(turn) ?? new Share(this.size, 3)
      this.ofTurn.set(turn, share)
      share.add(this.own[index] as Float64Array)
      this.ofText.add(this.own[index] as Float64Array)
    }
  }

  /** Whether a statement, or the heading above it, says something of any position. */
  private speaks(index: number): boolean {
    const heading = this.headings[index]?.values() ?? []
    const above = [...heading].reduce((sum, { score }) => sum + score, 0)
    return Math.max(this.total[index] as number, above) >= little
  }

  /** How likely it is of each position that the statement bears on it. */
  chances(index: number): Float64Array {
    const chances = new Float64Array(this.size)
    for (let position = 0; position < this.size; position++) {
      const { own, heading, answered, around, rest } = this.sums(index, position)
      chances[position] = 1 / (1 + Math.exp(-(own + heading + answered + around + rest)))
    }
    return chances
  }

  /** The words that speak most for a position. */
  grounds(index: number, position: number): Grounds {
    const words = this.bearings[index]?.get(position)?.words ?? []
    if (words.length > 0) return { sign: 'own', words, elsewhere: null }
    const { heading, answered, around } = this.sums(index, position)
    const [above] = this.headings[index]?.get(position)?.words ?? []
    if (above && heading >= answered && heading >= around)
      return { sign: 'heading', words, elsewhere: above }
    const to = this.answeredBy(index)
    const [there] = (to >= 0 && this.bearings[to]?.get(position)?.words) || []
    if (there && answered >= around) return { sign: 'answered', words, elsewhere: there }
    return { sign: 'around', words, elsewhere: this.wordsAround(index, position) }
  }

  /** What speaks for a position in each place, in log-odds. */
  private sums(index: number, position: number) {
    const own = this.own[index]?.[position] as number
    const total = this.total[index] as number
    const to = this.answeredBy(index)
    const isAlone = total < little
    const around = this.around[index]?.[position] as number
    const turn = this.read.said[index]?.turn ?? -1
    const turnAnswered = this.read.replies[turn]?.to ?? -1
    return {
      own:
        weights.own * full(own) +
        weights.share * (own / (total + 1)) +
        (this.bearings[index]?.get(position)?.isNamed ? weights.named : 0),
      heading:
        (weights.heading + (isAlone ? weights.aloneHeading : 0)) *
        full(this.headings[index]?.get(position)?.score ?? 0),
      answered:
        weights.turnAnswered * (this.ofTurn.get(turnAnswered)?.of(position) ?? 0) +
        (isAlone && to >= 0 ? weights.aloneAnswered * full(this.own[to]?.[position] ?? 0) : 0),
      around:
        weights.turn * (this.ofTurn.get(turn)?.of(position) ?? 0) +
        (weights.around + (isAlone ? weights.aloneAround : 0)) * around,
      rest:
        weights.none + weights.text * this.ofText.of(position) + weights.foreign * this.foreignness,
    }
  }

  private answeredBy(index: number): number {
    const link = this.answered.get(this.read.said[index] as Said)
    return (link && this.indexOf.get(link.to)) ?? -1
  }

  private scores(bearings: ReadonlyMap<number, Bearing>): Float64Array {
    const scores = new Float64Array(this.size)
    for (const [position, { score }] of bearings) scores[position] = score
    return scores
  }

  /** What the statements before and after say in the same turn, fading with distance, each side 0..1. */
  private fadingSums(): Float64Array[] {
    const { said } = this.read
    const sums = said.map(() => new Float64Array(this.size))
    for (const step of [1, -1]) {
      const faded = new Float64Array(this.size)
      for (let at = step > 0 ? 1 : said.length - 2; at >= 0 && at < said.length; at += step) {
        const isSame = said[at - step]?.turn === said[at]?.turn
        for (let position = 0; position < this.size; position++) {
          const near = this.own[at - step]?.[position] as number
          faded[position] = isSame ? fading * (faded[position] as number) + near : 0
          const sum = sums[at] as Float64Array
          sum[position] = (sum[position] as number) + full(faded[position] as number)
        }
      }
    }
    return sums
  }

  /** The nearest words of the turn that speak of a position. */
  private wordsAround(index: number, position: number): Span | null {
    const { said } = this.read
    const turn = said[index]?.turn
    for (let step = 1; step < farthest; step++) {
      const near = [index - step, index + step].filter((at) => said[at]?.turn === turn)
      if (near.length === 0) return null
      for (const at of near) {
        const [words] = this.bearings[at]?.get(position)?.words ?? []
        if (words) return words
      }
    }
    return null
  }
}

/** A score without bound as 0..1: the first words say the most. */
const full = (score: number): number => score / (score + 5)

/** What share of all that is said of any position is said of each; little where little is said at all. */
class Share {
  private readonly sums: Float64Array
  private total: number

  constructor(size: number, smoothing: number) {
    this.sums = new Float64Array(size)
    this.total = smoothing
  }

  add(scores: Float64Array) {
    for (const [position, score] of scores.entries()) {
      this.sums[position] = (this.sums[position] as number) + score
      this.total += score
    }
  }

  of(position: number): number {
    return (this.sums[position] as number) / this.total
  }
}

/** The heading above each statement of a post; null for comments. */
function headingsOf({ cut, site, said }: Read): (Span | null)[] {
  let heading: Span | null = null
  let block = 0
  return said.map((one) => {
    for (; block <= one.block; block++)
      if (site.parts[block]?.role === 'heading') heading = cut.blocks[block] ?? null
    return one.block < (site.commentsFrom ?? 0) ? heading : null
  })
}
