import type { RelationKind, StatementKind } from '../model/debate'
import type { Span } from '../model/schema'
import type { CutText } from './blocks'
import type { Copies, Origin } from './copies'
import type { Furniture } from './furniture'
import { cosine, TextWeights } from './likeness'
import type { Reply } from './replies'
import type { RuleName } from './rules'
import type { Said } from './statements'
import type { Turns } from './turns'

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
export interface Read {
  cut: CutText
  site: Furniture
  copies: Copies
  turns: Turns
  replies: readonly (Reply | null)[]
  said: readonly Said[]
}

/** Finds which statements answer, support and clarify which. `at` looks a place up, in this text or another. */
export function findRelations(read: Read, at: (origin: Origin) => Said | null): Link[] {
  return new RelationReader(read, at).links()
}

class RelationReader {
  private readonly weights: TextWeights
  private readonly found = new Map<string, Link>()
  private readonly byTurn = new Map<number, Said[]>()

  constructor(
    private readonly read: Read,
    private readonly at: (origin: Origin) => Said | null,
  ) {
    this.weights = new TextWeights(read.cut)
    for (const one of read.said) {
      const turn = this.byTurn.get(one.turn)
      if (turn) turn.push(one)
      else this.byTurn.set(one.turn, [one])
    }
  }

  links(): Link[] {
    for (const [turn, said] of this.byTurn) {
      const isPost = (said[0]?.block ?? 0) < (this.read.site.commentsFrom ?? 0)
      if (isPost) this.withinPost(said)
      else this.withinReply(turn, said)
    }
    return [...this.found.values()]
  }

  private link(
    from: Said,
    to: Said | null | undefined,
    kind: RelationKind,
    rule: RuleName,
    toWords?: Span,
  ) {
    if (!to || to === from) return
    const key = `${from.block}>${to.block}`
    if (this.found.has(key)) return
    this.found.set(key, {
      from,
      to,
      kind,
      rule,
      fromWords: from.cue ?? from.headline,
      toWords: toWords ?? to.headline,
    })
  }

  /** In a post: list items serve the line above them, the rest serves what its heading names, or the point before. */
  private withinPost(said: readonly Said[]) {
    const thesis = said[0]
    let opener: Said | null = null
    let heading = -1
    let section: Said | null = null
    for (const one of said) {
      const above = this.headingAbove(one.block)
      if (above !== heading) {
        heading = above
        section = null
      }
      const block = this.read.cut.blocks[one.block]
      if (block?.shape === 'item' && opener) {
        this.link(one, opener, one.kind === 'clarification' ? 'clarifies' : 'supports', 'list')
        continue
      }
      if (one !== thesis) this.linkInSection(one, section, heading, said)
      section ??= one
      if (this.endsWithColon(one.block)) opener = one
      else if (block?.shape !== 'item') opener = one
    }
  }

  private linkInSection(one: Said, section: Said | null, heading: number, said: readonly Said[]) {
    const kind = one.kind === 'clarification' ? 'clarifies' : 'supports'
    if (section && this.isTied(one.block)) return this.link(one, section, kind, 'goes on')
    const named =
      heading >= 0
        ? this.mostAlike(
            [heading],
            said.filter((other) => other.block < heading),
            0.25,
          )
        : null
    if (named) return this.link(one, named, kind, 'heading above')
    if (section) return this.link(one, section, kind, 'same section')
    this.link(one, said[0], kind, 'main point of the post')
  }

  /** Whether a block opens by pointing at the one above. */
  private isTied(index: number): boolean {
    return /^(?:this|these|for example|in contrast|it)\b/i.test(this.words(index).slice(0, 30))
  }

  private withinReply(turn: number, said: readonly Said[]) {
    let quoted = { said: null as Said | null, span: null as Span | null, block: -1 }
    let answered: Said | null = null
    let opener: Said | null = null
    for (const one of said) {
      const quotation = this.quotationAbove(one)
      if (quotation !== null && quotation !== quoted.block) {
        quoted = { ...this.quotedAt(quotation), block: quotation }
        answered = null
      }
      const block = this.read.cut.blocks[one.block]
      if (block?.shape === 'item' && opener) {
        this.link(one, opener, one.kind === 'clarification' ? 'clarifies' : 'supports', 'list')
        continue
      }
      if (one.isOutside) continue
      if (quoted.said) this.answerQuoted(one, quoted.said, quoted.span, answered)
      else this.answerTurn(one, turn, answered)
      this.citedBy(one)
      if (one.kind !== 'question') answered ??= one
      if (this.endsWithColon(one.block)) opener = one
      else if (block?.shape !== 'item') opener = null
    }
  }

  private answerQuoted(one: Said, quoted: Said, span: Span | null, answered: Said | null) {
    if (one.kind === 'claim' && answered) return this.link(one, answered, 'supports', 'goes on')
    const kind = answerKind(one.kind, quoted.kind)
    if (kind) this.link(one, quoted, kind, 'quoted reply', span ?? undefined)
  }

  private answerTurn(one: Said, turn: number, answered: Said | null) {
    if (one.kind === 'claim' && answered) return this.link(one, answered, 'supports', 'goes on')
    const reply = this.read.replies[turn]
    const candidates = reply ? (this.byTurn.get(reply.to) ?? []) : []
    if (candidates.length === 0) return
    const asked = candidates.findLast((other) => other.kind === 'question')
    if (asked && asked === candidates.at(-1) && one.kind !== 'question')
      return this.link(one, asked, 'answers', 'answer to a question')
    const target = this.mostAlike([one.block], candidates, 0.12) ?? candidates[0]
    const kind = answerKind(one.kind, target?.kind ?? 'claim')
    if (kind) this.link(one, target, kind, 'turn before')
  }

  private citedBy(one: Said) {
    for (const { block, span, of } of this.read.copies.citations) {
      if (block !== one.block) continue
      const to = this.at(of)
      if (!to || to.turn === one.turn) continue
      const kind = answerKind(one.kind, to.kind)
      if (kind) this.link({ ...one, cue: span }, to, kind, 'quoted in passing', of.span)
    }
  }

  /** The quotation a statement answers: the last one above it in its turn. */
  private quotationAbove(one: Said): number | null {
    const { turns, copies } = this.read
    for (let index = one.block - 1; index >= 0; index--) {
      if (turns.ofBlock[index] !== one.turn) return null
      if (copies.copies[index]?.role === 'quotation') return index
    }
    return null
  }

  private quotedAt(index: number): { said: Said | null; span: Span | null } {
    const copy = this.read.copies.copies[index]
    if (copy?.of) return { said: this.at(copy.of), span: copy.of.span }
    return { said: this.read.said.find((one) => one.block === index) ?? null, span: null }
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

  private headingAbove(index: number): number {
    for (let at = index - 1; at >= 0; at--)
      if (this.read.site.parts[at]?.role === 'heading') return at
    return -1
  }

  private endsWithColon(index: number): boolean {
    return this.words(index).endsWith(':')
  }

  private words(index: number): string {
    const block = this.read.cut.blocks[index]
    return block ? this.read.cut.text.slice(block.body, block.end) : ''
  }
}

/** What an answer of one kind does to what it answers; null where it takes no side. */
function answerKind(kind: StatementKind, answered: StatementKind): RelationKind | null {
  if (kind === 'question') return null
  if (kind === 'concession') return 'concedes'
  if (answered === 'question') return 'answers'
  if (kind === 'clarification') return 'clarifies'
  return kind === 'rebuttal' ? 'rebuts' : 'supports'
}
