import type { RelationKind } from '../model/debate'
import type { Span } from '../model/schema'
import type { Origin } from './copies'
import { concludes, grants, isEvidence } from './cues'
import { cosine, TextWeights } from './likeness'
import { Outline } from './outline'
import type { RuleName } from './rules'
import type { Said, Thread } from './statements'

/** A link between two things said. */
export interface Link {
  from: Said
  to: Said
  kind: RelationKind
  rule: RuleName
  /** The words at both ends. */
  fromWords: Span
  toWords: Span
}

/** All that the stages before have found in one text. */
export interface Read extends Thread {
  said: readonly Said[]
}

/** Finds which statements answer, support and clarify which. `at` looks a place up, in this text or another. */
export function findRelations(read: Read, at: (origin: Origin) => Said | null): Link[] {
  return new RelationReader(read, at).links()
}

/** How many statements of a turn are compared with an answer to it. */
const reach = 40

/** How alike a statement must be to a later point of the post to answer that and not its main point. */
const alike = 0.3

/** How alike a heading and a statement must be to say the same. */
const sameWords = 0.7

class RelationReader {
  private readonly weights: TextWeights
  private readonly outline: Outline
  private readonly found = new Map<string, Link>()
  /** What the items of a list serve, by the line that opens it: that line, or the statement before it. */
  private readonly openedBy = new Map<number, Said | null>()
  /** What each statement rebuts first. */
  private readonly rebutted = new Map<Said, Said>()
  private readonly byTurn = new Map<number, Said[]>()
  private readonly saidAt = new Map<number, Said>()

  constructor(
    private readonly read: Read,
    private readonly at: (origin: Origin) => Said | null,
  ) {
    this.weights = new TextWeights(read.cut)
    this.outline = new Outline(read.cut, read.site)
    for (const one of read.said) {
      this.saidAt.set(one.block, one)
      const turn = this.byTurn.get(one.turn)
      if (turn) turn.push(one)
      else this.byTurn.set(one.turn, [one])
    }
  }

  links(): Link[] {
    for (const [turn, said] of this.byTurn) {
      if (this.isPost(turn)) this.withinPost(said)
      else this.withinReply(turn, said)
    }
    return [...this.found.values()]
  }

  private isPost(turn: number): boolean {
    const first = this.read.turns.runs[turn]?.first ?? 0
    return first < (this.read.site.commentsFrom ?? 0)
  }

  private link(
    from: Said,
    to: Said | null | undefined,
    kind: RelationKind,
    rule: RuleName,
    words: { from?: Span | undefined; to?: Span | undefined } = {},
  ) {
    if (!to || to === from) return
    const key = `${from.block}>${to.turn}:${to.block} ${kind}`
    if (this.found.has(key)) return
    const fromWords = words.from ?? from.cue ?? from.headline
    this.found.set(key, { from, to, kind, rule, fromWords, toWords: words.to ?? to.headline })
    if (kind === 'rebuts' && !this.rebutted.has(from)) this.rebutted.set(from, to)
  }

  // In a post.

  /** List items serve the line above them; the rest serves what its heading names, or the point before. */
  private withinPost(said: readonly Said[]) {
    const opening = openingOf(said)
    let section = { heading: -1, first: null as Said | null, focus: null as Said | null }
    for (const [index, one] of said.entries()) {
      const heading = this.outline.above(one.block)
      if (heading !== section.heading) section = { heading, first: null, focus: null }
      const previous = said[index - 1] ?? null
      if (this.inList(one, previous)) continue
      if (previous && this.concludesList(one, previous)) {
        section.first ??= one
        continue
      }
      this.inSection(one, previous, section, opening, said.slice(Math.max(0, index - reach), index))
      section.first ??= one
      if (one.kind === 'rebuttal' || one.kind === 'question') section.focus = one
      else if (section.focus?.kind === 'question') section.focus = one
    }
  }

  private inSection(
    one: Said,
    previous: Said | null,
    section: { heading: number; first: Said | null; focus: Said | null },
    opening: readonly Said[],
    before: readonly Said[],
  ) {
    if (!previous || one.kind === 'question') return
    const kind =
      one.kind === 'clarification' || one.kind === 'concession' ? 'clarifies' : 'supports'
    const { first, focus } = section
    if (first && concludes.test(this.words(one))) {
      if (previous.kind === 'claim') this.link(previous, one, 'supports', 'conclusion')
    }
    if (focus?.kind === 'question') return this.link(one, focus, 'answers', 'answer to a question')
    if (focus) return this.link(one, focus, kind, 'same section')
    if (one.kind === 'concession') return this.link(one, previous, kind, 'goes on')
    if (this.outline.isConclusion(section.heading))
      return this.link(one, mainPointOf(opening), kind, 'main point of the post')
    const named = this.namedBy(section.heading, one, opening, before)
    if (named) return this.link(one, named, kind, 'heading above')
    if (first && this.isTied(one)) return this.link(one, first, kind, 'goes on')
    if (one.kind !== 'clarification' && !first)
      this.link(one, mainPointOf(opening), kind, 'main point of the post')
  }

  /** The point of the post's opening that a heading and what stands under it speak of. */
  private namedBy(
    heading: number,
    one: Said,
    opening: readonly Said[],
    before: readonly Said[],
  ): Said | null {
    if (heading < 0) return null
    const titles = this.outline.titles(heading)
    const points = opening.filter((other) => other.block < heading)
    const listed = before.slice(-reach).filter((other) => other.block < heading)
    return (
      this.mostAlike(titles, listed, sameWords) ??
      this.mostAlike(titles, points, alike) ??
      this.mostAlike([one.block], points, alike)
    )
  }

  /** Whether a block opens by pointing at the one above. */
  private isTied(one: Said): boolean {
    return /^(?:this|these|for example|in contrast|it|there are also|also)\b/i.test(this.words(one))
  }

  // Lists.

  /** Links a list item to what it serves; false where this is no item of a list that something opens. */
  private inList(one: Said, previous: Said | null): boolean {
    const opener = this.outline.openerOf(one.block)
    if (opener === null) return false
    if (!this.openedBy.has(opener)) this.openedBy.set(opener, this.saidAt.get(opener) ?? previous)
    const to = this.openedBy.get(opener)
    if (!to || to.turn !== one.turn) return false
    const conclusion = this.concludingSibling(one)
    if (conclusion) this.link(one, conclusion, 'supports', 'conclusion')
    else {
      const isPart = one.kind === 'clarification' || to.kind === 'clarification'
      this.link(one, to, isPart ? 'clarifies' : 'supports', 'list')
    }
    return true
  }

  /** The item of the same list that begins with "Therefore", if this one comes before it. */
  private concludingSibling(one: Said): Said | null {
    for (const sibling of this.outline.siblingsAfter(one.block)) {
      const other = this.saidAt.get(sibling)
      if (other && concludes.test(this.words(other))) return other
    }
    const after = this.outline.afterList(one.block)
    const other = after === null ? undefined : this.saidAt.get(after)
    return other && other.turn === one.turn && sumsUp.test(this.words(other)) ? other : null
  }

  /** "None of these …" after a list: the items support it, and it serves what the list served. */
  private concludesList(one: Said, previous: Said): boolean {
    if (this.outline.openerOf(previous.block) === null || !sumsUp.test(this.words(one)))
      return false
    const opener = this.outline.openerOf(previous.block)
    this.link(one, opener === null ? null : this.saidAt.get(opener), 'supports', 'conclusion')
    return true
  }

  // In a reply.

  private withinReply(turn: number, said: readonly Said[]) {
    const target = new Target(this, turn)
    let previous: Said | null = null
    for (const one of said) {
      if (target.move(one)) previous = null
      if (one.isOutside) continue
      if (!this.inList(one, previous)) this.answer(one, target, previous)
      this.citing(one)
      if (one.kind !== 'question') previous = one
    }
  }

  private answer(one: Said, target: Target, previous: Said | null) {
    if (previous && concludes.test(this.words(one)) && previous.kind === 'claim')
      this.link(previous, one, 'supports', 'conclusion')
    if (one.kind === 'claim' && previous) return this.link(one, previous, 'supports', 'goes on')
    if (one.kind === 'question') return
    const { to, rule, words } = target.of(one)
    if (!to) return
    this.link(one, to, answerKind(one, to), rule, { to: words })
    if (one.kind === 'rebuttal' && grants.test(this.words(one)))
      this.link(one, to, 'concedes', rule, { to: words })
    if (one.kind === 'concession' && disagreesToo.test(this.words(one)))
      this.link(one, to, 'rebuts', rule, { to: words })
    if (to.kind === 'question' && one.kind === 'rebuttal') this.keepsTo(one, to)
  }

  /** Who is asked about a rebuttal and answers stands by it: the answer rebuts the same again. */
  private keepsTo(one: Said, question: Said) {
    const askedOf = this.read.replies[question.turn]?.to
    for (const own of (askedOf === undefined ? [] : (this.byTurn.get(askedOf) ?? [])).slice(
      0,
      reach,
    ))
      if (this.rebutted.has(own))
        return this.link(one, this.rebutted.get(own), 'rebuts', 'keeps to its point')
  }

  /** Words cited in quote marks from somebody else are answered too. */
  private citing(one: Said) {
    for (const { block, span, of } of this.read.copies.citations) {
      if (block !== one.block) continue
      const to = this.at(of)
      if (!to || to.turn === one.turn || isAside.has(one.kind)) continue
      this.link(one, to, answerKind(one, to), 'quoted in passing', { from: span, to: of.span })
    }
  }

  // For Target.

  /** The last quotation above a statement in its turn which it may answer; evidence is not answered. */
  quotationAbove(one: Said, from: number): number | null {
    for (let index = one.block - 1; index >= from; index--) {
      if (this.read.copies.copies[index]?.role !== 'quotation') continue
      if (!isEvidence(this.line(index - 1))) return index
    }
    return null
  }

  quotedAt(index: number): { to: Said | null; words: Span | undefined } {
    const copy = this.read.copies.copies[index]
    if (copy?.of) return { to: this.at(copy.of), words: copy.of.span }
    return { to: this.saidAt.get(index) ?? null, words: undefined }
  }

  /** What somebody answers in a turn without quoting it. */
  answeredIn(one: Said): Said | null {
    const turn = this.read.replies[one.turn]?.to
    const there = turn === undefined ? [] : (this.byTurn.get(turn) ?? []).slice(0, reach)
    if (turn === undefined || there.length === 0) return null
    if (this.isPost(turn))
      return (
        this.inCitedSection(one) ?? this.mostAlike([one.block], there, alike) ?? mainPointOf(there)
      )
    const last = there.at(-1)
    if (last?.kind === 'question' && one.kind !== 'concession') return last
    return this.mostAlike([one.block], there, 0.12) ?? there[0] ?? null
  }

  /** A heading of the post in quote marks points at its section. */
  private inCitedSection(one: Said): Said | null {
    for (const { block, of } of this.read.copies.citations) {
      if (block > one.block || block < (this.read.turns.runs[one.turn]?.first ?? 0)) continue
      if (this.read.site.parts[of.block]?.role !== 'heading') continue
      const section = this.outline
        .sectionOf(of.block)
        .flatMap((index) => this.saidAt.get(index) ?? [])
      const named = this.mostAlike([one.block], section.slice(0, reach), 0.05)
      if (named) return named
    }
    return null
  }

  /** The statement whose words are most like those of some blocks; null where none is like them. */
  private mostAlike(blocks: number[], among: readonly Said[], least: number): Said | null {
    const words = this.weights.ofBlocks(...blocks)
    let best: Said | null = null
    let most = least
    for (const other of among) {
      const likeness = cosine(words, this.weights.ofBlocks(other.block))
      if (likeness > most) {
        best = other
        most = likeness
      }
    }
    return best
  }

  firstBlock(turn: number): number {
    return this.read.turns.runs[turn]?.first ?? 0
  }

  private words(one: Said): string {
    return this.read.cut.text.slice(one.span.start, one.span.end)
  }

  private line(index: number): string {
    const block = this.read.cut.blocks[index]
    return block ? this.read.cut.text.slice(block.start, block.end) : ''
  }
}

/** What the statements of a reply answer: the words quoted above them, or else something in the turn answered. */
class Target {
  private quotation: number | null = null
  private from: number

  constructor(
    private readonly reader: RelationReader,
    turn: number,
  ) {
    this.from = reader.firstBlock(turn)
  }

  /** Goes on to a statement; true where it stands below another quotation than the one before. */
  move(one: Said): boolean {
    const above = this.reader.quotationAbove(one, this.from)
    this.from = one.block
    if (above === null) return false
    this.quotation = above
    return true
  }

  of(one: Said): { to: Said | null; rule: RuleName; words?: Span | undefined } {
    if (this.quotation !== null) {
      const { to, words } = this.reader.quotedAt(this.quotation)
      if (to) return { to, rule: 'quoted reply', words }
    }
    const to = this.reader.answeredIn(one)
    return { to, rule: to?.kind === 'question' ? 'answer to a question' : 'answers the turn' }
  }
}

/** Who asks or explains himself cites without answering. */
const isAside: ReadonlySet<string> = new Set(['question', 'clarification'])

const disagreesToo = /\b(?:i (?:still )?disagree|(?:don(?:'|’)t|do not) (?:\w+ )?agree)\b/i

/** The statements in which a post sets out: its first sixth, but no fewer than six and no more than twelve. */
const openingOf = (said: readonly Said[]): Said[] =>
  said.slice(0, Math.max(6, Math.min(12, Math.ceil(said.length / 6))))

/** The main point of a post: the first thing it says that it argues for, or else the first it says. */
export const mainPointOf = (said: readonly Said[]): Said | null =>
  openingOf(said).find((one) => one.rule === 'argues') ?? said[0] ?? null

const sumsUp =
  /^(?:none|all|each|both|either|any) of (?:these|those|them)\b|^(?:in (?:all|each|both) (?:of these |these )?cases|these (?:all|points|examples))\b/i

/** What an answer does to what it answers. */
function answerKind(one: Said, answered: Said): RelationKind {
  if (answered.kind === 'question') return 'answers'
  if (one.kind === 'concession') return 'concedes'
  if (one.kind === 'clarification') return 'clarifies'
  return one.kind === 'rebuttal' ? 'rebuts' : 'supports'
}
