import type { RelationKind, Side } from '../model/debate'
import type { Link, Read } from './links'
import type { Said } from './statements'
import { isTelling, stem } from './stems'
import type { TermFinder } from './terms'
import { wordAt } from './words'

const opposite: Record<Side, Side> = { for: 'against', against: 'for', neutral: 'neutral' }

/** What puts a statement on the other side. */
export const attacks: ReadonlySet<RelationKind> = new Set(['rebuts', 'undercuts'])

/** A side, and how likely it is the right one where the statement bears on the position at all. */
export interface Taking {
  side: Side
  sureness: number
}

/** A way to tell a side, and how often it was right on texts that careful readers had marked. */
interface Way {
  right: number
  tell(one: Said, position: number, link: Link | undefined): Side | null
}

/** How many turns up a thread are asked for their side. */
const reach = 12

/** What share of the proposition's words a statement has that says the same. */
const echo = 0.4

/** How many words before a word that takes sides may deny it, and how many may make it conditional. */
const denies = 3
const conditions = 8

const negations = new Set(
  `not no never without neither nor hardly isn't aren't wasn't weren't don't doesn't didn't won't can't cannot couldn't
  wouldn't shouldn't haven't hasn't`.split(/\s+/),
)

/** Says the opposite of what it means. */
const ironic =
  /\b(?:yeah,? right|oh,? (?:great|sure|wonderful|brilliant)|how (?:very )?(?:reassuring|convenient|comforting)|as if\b|what could possibly go wrong|because that (?:always|never|worked))/i

/** Speaks of what a word means, and not of whether the thing is so. */
const defines =
  /\b(?:definitions?|defined|terminology|terms?\b.{0,12}\bmean|confused about|what (?:do )?you mean)\b/i

/**
 * Tells the side each statement takes on a position.
 *
 * Whoever speaks twice keeps his side; words that take sides tell it; whoever rebuts a statement is on the other
 * side of what it stands for; in a thread of answers the sides change from turn to turn. Where nothing tells, it is
 * what people who speak of this position usually hold. Questions and definitions take no side.
 */
export class SideReader {
  private readonly bySaid = new Map<string, Side>()
  /** The position each statement is mainly about: the first it is put on. */
  private readonly mainOf = new Map<Said, number>()
  private readonly byTurn = new Map<string, Side>()

  /** `rebutted` holds what is rebutted in the text. */
  constructor(
    private readonly read: Read,
    private readonly finder: TermFinder,
    private readonly rebutted: ReadonlySet<Said>,
  ) {}

  /** The side of a statement on a position; statements must come in the order of the text. */
  take(one: Said, position: number, link: Link | undefined): Taking {
    const taking = this.takingOf(one, position, link)
    const { side } = taking
    if (!this.mainOf.has(one)) this.mainOf.set(one, position)
    this.bySaid.set(key(one, position), side)
    if (side !== 'neutral' && !one.isOutside) this.byTurn.set(`${one.turn} ${position}`, side)
    return taking
  }

  private takingOf(one: Said, position: number, link: Link | undefined): Taking {
    for (const { right, tell } of this.ways) {
      const side = tell(one, position, link)
      if (side) return { side, sureness: right }
    }
    return { side: 'neutral', sureness: 0.5 }
  }

  /** The first that tells is taken. */
  private readonly ways: readonly Way[] = [
    { right: 0.75, tell: (one) => (one.kind === 'question' ? 'neutral' : null) },
    { right: 0.95, tell: (one, position) => (this.saysIt(one, position) ? 'for' : null) },
    { right: 0.9, tell: (one) => (this.isRetold(one) ? 'neutral' : null) },
    {
      right: 0.65,
      tell: (one, position) => (one.isOutside ? this.ofOutside(one, position) : null),
    },
    { right: 0.85, tell: (one) => (defines.test(this.headline(one)) ? 'neutral' : null) },
    { right: 0.88, tell: ({ turn }, position) => this.byTurn.get(`${turn} ${position}`) ?? null },
    {
      right: 0.85,
      tell: (one, position, link) =>
        link && isPlain(one, link) ? this.byAnswer(one, position, link) : null,
    },
    { right: 0.9, tell: (one, position) => this.byWords(one, position) },
    {
      right: 0.8,
      tell: (one, position, link) => (link ? this.byAnswer(one, position, link) : null),
    },
    {
      right: 0.7,
      tell: (one, position) => (one.kind === 'rebuttal' ? this.byThread(one, position) : null),
    },
    { right: 0.55, tell: (one) => (one.kind === 'clarification' ? 'neutral' : null) },
    { right: 0.55, tell: (one, position) => this.byThread(one, position) },
    { right: 0.75, tell: (_, position) => this.usual(position) },
  ]

  private isRetold(one: Said): boolean {
    const isPost = one.block < (this.read.site.commentsFrom ?? 0)
    return (isPost && one.kind === 'clarification') || one.rule === 'tells another’s view'
  }

  private headline({ headline }: Said): string {
    return this.read.cut.text.slice(headline.start, headline.end)
  }

  /** Whether a statement has the proposition in its very words, as where it was proposed from them. */
  private saysIt(one: Said, position: number): boolean {
    const proposition = this.finder.propositionOf(position)
    if (proposition.length === 0) return false
    const words = this.wordsOf(one)
    return words.some((_, at) => proposition.every((word, step) => words[at + step] === word))
  }

  /** Who is quoted to be denied is on the other side of what people here usually hold, if he says not just that. */
  private ofOutside(one: Said, position: number): Side {
    const said = this.byWords(one, position)
    if (said) return said
    if (this.echoes(one, position)) return 'for'
    const usual = this.usual(position)
    return this.rebutted.has(one) ? opposite[usual] : usual
  }

  /** Whether a statement has many of the words of the proposition. */
  private echoes(one: Said, position: number): boolean {
    const stems = new Set(this.wordsOf(one).map(stem))
    const sought = new Set(this.finder.propositionOf(position).filter(isTelling).map(stem))
    let shared = 0
    for (const each of sought) if (stems.has(each)) shared++
    return shared >= Math.max(3, echo * sought.size)
  }

  /** A rebuttal denies what its target is mainly about; it may well share the rest. */
  private byAnswer(one: Said, position: number, { to, kind }: Link): Side | null {
    const theirs = this.bySaid.get(key(to, position))
    const isOther = to.turn !== one.turn || to.isOutside
    if (!theirs || theirs === 'neutral' || !isOther) return null
    if (kind === 'supports') return theirs
    return attacks.has(kind) && this.mainOf.get(to) === position ? opposite[theirs] : null
  }

  /** In a thread two people mostly take turns: each is on the other side of whom he answers. */
  private byThread(one: Said, position: number): Side | null {
    let turn = this.read.replies[one.turn]?.to
    let isOther = true
    for (let step = 0; step < reach && turn !== undefined; step++) {
      const side = this.byTurn.get(`${turn} ${position}`)
      if (side) return isOther ? opposite[side] : side
      isOther = !isOther
      turn = this.read.replies[turn]?.to
    }
    return null
  }

  /**
   * What the words say by which people take sides. A "not" before them and irony turn them round; behind an "if"
   * they say nothing.
   */
  private byWords(one: Said, position: number): Side | null {
    const hints = this.finder.hintsOf(position)
    if (hints.length === 0) return null
    const words = this.wordsOf(one)
    let lean = 0
    for (const [at, word] of words.entries())
      for (const { words: hint, side } of hints) {
        if (word !== hint[0] || !hint.every((each, step) => words[at + step] === each)) continue
        if (words.slice(Math.max(0, at - conditions), at).includes('if')) continue
        const before = words.slice(Math.max(0, at - denies), at)
        lean += before.some((each) => negations.has(each)) ? -side : side
      }
    if (lean === 0) return null
    return lean > 0 === ironic.test(this.textOf(one)) ? 'against' : 'for'
  }

  private wordsOf({ span }: Said): readonly string[] {
    const { words } = this.read.cut
    const ids = words.ids.subarray(wordAt(words, span.start), wordAt(words, span.end))
    return Array.from(ids, (id) => words.vocabulary.keys[id] as string)
  }

  private textOf({ span }: Said): string {
    return this.read.cut.text.slice(span.start, span.end)
  }

  private usual(position: number): Side {
    return this.finder.entry(position).usually ?? 'neutral'
  }
}

/** Whether an answer quotes whom it answers and says that it disagrees. */
const isPlain = ({ rule }: Said, link: Link): boolean =>
  link.rule === 'quoted reply' && rule === 'disagrees'

const key = ({ span }: Said, position: number): string => `${span.start} ${position}`
