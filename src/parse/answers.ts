import type { RelationKind } from '../model/debate'
import type { Span } from '../model/schema'
import type { Copies, Origin } from './copies'
import {
  countsOn,
  disagreesToo,
  grants,
  isEvidence,
  leansBack,
  opensAgreeing,
  speaksOfOwnWords,
  turnsOnThePost,
} from './cues'
import { type Course, type Discourse, newCourse } from './discourse'
import { type Links, type Read, wordsOfSaid } from './links'
import type { Matter } from './matter'
import type { Outline } from './outline'
import type { Places } from './places'
import { mainPointOf } from './posts'
import type { RuleName } from './rules'
import type { Said } from './statements'

/** How many statements of a turn are compared with an answer to it. */
const reach = 60

/** How much of a point of the post an answer must take up to answer that and not its main point. */
const takesUp = 0.5

/** How alike an answer and a statement of the turn it answers must be to belong together. */
const alike = 0.15

/** How alike a concession must be, which often only names what it grants. */
const mentions = 0.1

/** How alike a claim in a reply and the statement before it must be to go on with it. */
const goesOnWith = 0.3

/** How far a reply is read. */
interface Reading {
  /** The block from which the next quotation is looked for. */
  from: number
  quoted: Answered[]
  previous: Said | null
  /** The statement before that is no question. */
  asserted: Said | null
  /** What the statements before it answered. */
  before: (Answered & { kind: RelationKind }) | null
  course: Course
}

const newReading = (): Reading => ({
  from: 0,
  quoted: [],
  previous: null,
  asserted: null,
  before: null,
  course: newCourse(),
})

/** What a statement of a reply answers, by which rule, and on what words. */
interface Answered {
  to: Said
  rule: RuleName
  words?: Span | undefined
}

/** What is known of a text when its replies are read. */
interface Context {
  read: Read
  outline: Outline
  matter: Matter
  discourse: Discourse
  links: Links
  /** What each turn says. */
  byTurn: ReadonlyMap<number, readonly Said[]>
  places: Places
  /** Looks a place up, in this text or another. */
  at: (origin: Origin) => Said | null
  isPost: (turn: number) => boolean
}

/** Finds what the statements of a reply answer, and what they serve in the reply itself. */
export class AnswerLinks {
  /** What each block cites. */
  private readonly citations = new Map<number, Copies['citations'][number][]>()

  constructor(private readonly context: Context) {
    for (const citation of context.read.copies.citations) {
      const here = this.citations.get(citation.block)
      if (here) here.push(citation)
      else this.citations.set(citation.block, [citation])
    }
  }

  /** Links the statements of one reply. */
  within(turn: number, said: readonly Said[]) {
    const first = this.context.read.turns.runs[turn]?.first ?? 0
    let reading: Reading = { ...newReading(), from: first }
    for (const one of said) {
      if (one.isOutside) continue
      const quoted = this.quotedAbove(one, reading.from)
      if (quoted.length > 0) reading = { ...newReading(), quoted }
      reading.from = one.block
      if (!this.context.discourse.place(one, reading.previous, reading.course))
        this.answer(one, reading)
      this.citing(one)
      reading.previous = one
      if (one.kind !== 'question') reading.asserted = one
    }
  }

  private answer(one: Said, reading: Reading) {
    if (one.kind === 'question') return
    if (one.kind === 'claim' && (this.adds(one, reading) || this.goesOn(one, reading))) return
    const answered = this.answered(one, reading).filter(({ to }) =>
      speaksTo(one, to, this.words(one)),
    )
    for (const each of answered) this.linkAnswer(one, each)
    const [first] = answered
    if (first) reading.before = { ...first, kind: answerKind(one, first.to) }
    // The first words below a quotation of several blocks answer all of it; what follows, its end.
    reading.quoted = reading.quoted.slice(-1)
  }

  /** "Second, …": a point beside the one before, against the same or for the same. */
  private adds(one: Said, { before }: Reading): boolean {
    if (!before || !countsOn.test(this.words(one))) return false
    this.context.links.add(one, before.to, before.kind, 'adds a point')
    return true
  }

  /** A claim inside a reply mostly serves the words before it, where it leans on them or goes on with their matter. */
  private goesOn(one: Said, { asserted }: Reading): boolean {
    if (!asserted) return false
    if (leansBack.test(this.words(one)))
      this.context.links.add(one, asserted, 'supports', 'leans back')
    else if (this.context.matter.likeness(one, asserted) >= goesOnWith)
      this.context.links.add(one, asserted, 'supports', 'goes on')
    return true
  }

  private linkAnswer(one: Said, { to, rule, words }: Answered) {
    const at = { to: words }
    const kind = rule === 'own words again' ? 'clarifies' : answerKind(one, to)
    this.context.links.add(one, to, kind, rule, at)
    if (one.kind === 'rebuttal' && grants.test(this.words(one)))
      this.context.links.add(one, to, 'concedes', rule, at)
    if (one.kind === 'concession' && disagreesToo.test(this.words(one)))
      this.context.links.add(one, to, 'rebuts', rule, at)
    if (to.kind === 'question' && one.kind === 'rebuttal') this.keepsTo(one, to)
  }

  /** What a statement answers: the words quoted above it, or else something in the turn its own turn answers. */
  private answered(one: Said, { quoted, before }: Reading): Answered[] {
    if (quoted.length > 0) return quoted
    const turn = this.context.read.replies[one.turn]?.to
    const there = turn === undefined ? [] : (this.context.byTurn.get(turn) ?? []).slice(0, reach)
    if (turn === undefined || there.length === 0) return []
    const found = this.context.isPost(turn)
      ? this.inPost(one, there, before)
      : this.inReply(one, turn, there, before)
    return found
  }

  private inPost(one: Said, post: readonly Said[], before: Answered | null): Answered[] {
    const cited = this.inCitedSection(one)
    if (cited) return [{ to: cited, rule: 'section named' }]
    const near = this.context.matter.mostAlike(one, post, takesUp)
    if (near) return [{ to: near, rule: 'takes up a point' }]
    if (before && goesOnAnswering.has(one.kind)) return [{ ...before, rule: 'same target' }]
    const main = this.takesASide(one) ? mainPointOf(post) : null
    return main ? [{ to: main, rule: 'answers the post' }] : []
  }

  /** Whether a statement says by itself that it takes a side, and does not only stand where one is taken. */
  private takesASide(one: Said): boolean {
    if (!goesOnAnswering.has(one.kind)) return false
    return !ofPlace.has(one.rule) || turnsOnThePost.test(this.words(one))
  }

  private inReply(
    one: Said,
    turn: number,
    there: readonly Said[],
    before: Answered | null,
  ): Answered[] {
    if (speaksOfOwnWords.test(this.words(one))) {
      const own = this.context.byTurn.get(this.context.read.replies[turn]?.to ?? -1) ?? []
      const again = this.context.matter.mostAlike(one, own.slice(0, reach), alike)
      if (again) return [{ to: again, rule: 'own words again' }]
    }
    const asked = there.filter(({ kind }) => kind === 'question').slice(-3)
    if (there.at(-1)?.kind === 'question' && one.kind !== 'concession' && !before)
      return asked.map((to) => ({ to, rule: 'answer to a question' }))
    const least = one.kind === 'concession' ? mentions : alike
    const near = this.context.matter.mostAlike(one, there, least)
    if (near) return [{ to: near, rule: 'same matter' }]
    if (before && goesOnAnswering.has(one.kind)) return [{ ...before, rule: 'same target' }]
    const [first] = there
    return first && this.takesASide(one)
      ? [{ to: first, rule: there.length === 1 ? 'answers the only point' : 'answers the turn' }]
      : []
  }

  /** Who is asked about a rebuttal and answers stands by it: the answer rebuts the same again. */
  private keepsTo(one: Said, question: Said) {
    const askedOf = this.context.read.replies[question.turn]?.to
    const own = askedOf === undefined ? [] : (this.context.byTurn.get(askedOf) ?? [])
    for (const other of own.slice(0, reach)) {
      const rebuts = this.context.links.from(other).find((link) => link.kind === 'rebuts')
      if (rebuts) return this.context.links.add(one, rebuts.to, 'rebuts', 'keeps to its point')
    }
  }

  /** Words cited in quote marks from somebody else are answered too. */
  private citing(one: Said) {
    for (const { span, of } of this.citations.get(one.block) ?? []) {
      if (span.start < one.span.start || span.end > one.span.end) continue
      const to = this.context.at(of)
      if (!to || to.turn === one.turn || isAside.has(one.kind)) continue
      this.context.links.add(one, to, answerKind(one, to), 'quoted in passing', {
        from: span,
        to: of.span,
      })
    }
  }

  /** What the quotation above a statement says, block by block; words brought in as evidence are not answered. */
  private quotedAbove(one: Said, from: number): Answered[] {
    const { copies } = this.context.read.copies
    let last = one.block - 1
    while (last >= from && copies[last]?.role !== 'quotation') last--
    let first = last
    while (first > from && copies[first - 1]?.role === 'quotation') first--
    if (last < from || isEvidence(this.line(first - 1))) return []
    const answered: Answered[] = []
    for (let index = Math.max(first, last - 2); index <= last; index++) {
      const copy = copies[index]
      const to = copy?.of ? this.context.at(copy.of) : this.context.places.in(index)[0]
      if (to && !answered.some((other) => other.to === to))
        answered.push({ to, rule: 'quoted reply', words: copy?.of?.span })
    }
    return answered
  }

  /** A heading of the post in quote marks points at its section. */
  private inCitedSection(one: Said): Said | null {
    for (const { of } of this.citations.get(one.block) ?? []) {
      if (this.context.read.site.parts[of.block]?.role !== 'heading') continue
      const section = this.context.outline
        .sectionOf(of.block)
        .flatMap((index) => this.context.places.in(index))
      const named = this.context.matter.mostAlike(one, section.slice(0, reach), 0.1)
      if (named) return named
    }
    return null
  }

  private words(one: Said): string {
    return wordsOfSaid(this.context.read, one)
  }

  private line(index: number): string {
    const block = this.context.read.cut.blocks[index]
    return block ? this.context.read.cut.text.slice(block.start, block.end) : ''
  }
}

/** What mostly answers the same as the answer before it in a turn. */
const goesOnAnswering: ReadonlySet<string> = new Set(['rebuttal', 'concession'])

/** The rules that take a kind from where a statement stands. */
const ofPlace: ReadonlySet<RuleName> = new Set([
  'opens a reply',
  'goes on rebutting',
  'answer to a quotation',
])

/** Who asks or explains himself cites without answering. */
const isAside: ReadonlySet<string> = new Set(['question', 'clarification'])

/** A claim speaks to another's words where it agrees with them or answers what they ask; else nothing tells how. */
const speaksTo = (one: Said, answered: Said, words: string): boolean =>
  one.kind !== 'claim' || answered.kind === 'question' || opensAgreeing.test(words)

/** What an answer does to what it answers. */
function answerKind(one: Said, answered: Said): RelationKind {
  if (answered.kind === 'question') return 'answers'
  if (one.kind === 'concession') return 'concedes'
  if (one.kind === 'clarification') return 'clarifies'
  return one.kind === 'rebuttal' ? 'rebuts' : 'supports'
}
