import type { RelationKind, Side } from '../model/debate'
import type { Link, Read } from './links'
import type { Said } from './statements'
import type { TermFinder } from './terms'

const opposite: Record<Side, Side> = { for: 'against', against: 'for', neutral: 'neutral' }

/** What puts a statement on the other side. */
const attacks: ReadonlySet<RelationKind> = new Set(['rebuts', 'undercuts'])

/** How many turns up a thread are asked for their side. */
const reach = 12

/**
 * Tells the side each statement takes on a position.
 *
 * Whoever rebuts a statement is on the other side of what it stands for; whoever speaks twice keeps his side;
 * in a thread of answers the sides change from turn to turn. Where nothing tells, the words do, and then what
 * people who speak of this position usually hold.
 */
export class SideReader {
  private readonly bySaid = new Map<string, Side>()
  /** The position each statement is mainly about: the first it is put on. */
  private readonly mainOf = new Map<Said, number>()
  private readonly byTurn = new Map<string, Side>()

  constructor(
    private readonly read: Read,
    private readonly finder: TermFinder,
  ) {}

  /** The side of a statement on a position; statements must come in the order of the text. */
  take(one: Said, position: number, link: Link | undefined): Side {
    const side = this.sideOf(one, position, link)
    if (!this.mainOf.has(one)) this.mainOf.set(one, position)
    this.bySaid.set(`${one.span.start} ${position}`, side)
    if (side !== 'neutral' && !one.isOutside) this.byTurn.set(`${one.turn} ${position}`, side)
    return side
  }

  private sideOf(one: Said, position: number, link: Link | undefined): Side {
    if (one.kind === 'question') return 'neutral'
    if (this.saysIt(one, position)) return 'for'
    const isPost = one.block < (this.read.site.commentsFrom ?? 0)
    const isRetold = one.rule === 'tells another’s view'
    if ((isPost && one.kind === 'clarification') || isRetold) return 'neutral'
    if (one.isOutside) return this.byWords(one, position) ?? this.usual(position)
    return (
      (link && this.byAnswer(one, position, link)) ??
      this.byTurn.get(`${one.turn} ${position}`) ??
      (one.kind === 'rebuttal' ? this.byThread(one, position) : null) ??
      this.byWords(one, position) ??
      this.byThread(one, position) ??
      this.usual(position)
    )
  }

  /** Whether a statement has the proposition in its very words, as where it was proposed from them. */
  private saysIt({ block }: Said, position: number): boolean {
    const { firstWord = 0, endWord = 0 } = this.read.cut.blocks[block] ?? {}
    const proposition = this.finder.propositionOf(position)
    if (proposition.length === 0 || proposition.length > endWord - firstWord) return false
    const { keys } = this.read.cut.words
    for (let at = firstWord; at + proposition.length <= endWord; at++)
      if (proposition.every((word, step) => keys[at + step] === word)) return true
    return false
  }

  /** A rebuttal denies what its target is mainly about; it may well share the rest. */
  private byAnswer(one: Said, position: number, { to, kind }: Link): Side | null {
    const theirs = this.bySaid.get(`${to.span.start} ${position}`)
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

  private byWords({ span }: Said, position: number): Side | null {
    const entry = this.finder.entry(position)
    const words = this.read.cut.text.slice(span.start, span.end).toLowerCase().replace(/’/g, "'")
    const count = (hints: readonly string[] | undefined) =>
      (hints ?? []).filter((hint) => words.includes(hint)).length
    const lean = count(entry.for) - count(entry.against)
    return lean === 0 ? null : lean > 0 ? 'for' : 'against'
  }

  private usual(position: number): Side {
    return this.finder.entry(position).usually ?? 'neutral'
  }
}
