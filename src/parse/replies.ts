import type { Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import type { Citation, Copies, Origin } from './copies'
import { addresses, asks, ofMyOwn, ofThePost, opensPolitely } from './cues'
import type { Furniture } from './furniture'
import type { ToldTurn } from './inputs/told'
import { cosine, type TextWeights, type WordWeights, weightsOf } from './likeness'
import type { RuleName } from './rules'
import type { Turns } from './turns'

/** Which turn a turn answers, and by what sign. */
export interface Reply {
  to: number
  rule: RuleName
  /** The words at both ends, where there are any. */
  from: Span | null
  of: Span | null
}

/**
 * Finds whom each turn answers; null where nothing tells.
 *
 * A flattened page has lost its indents. The words a turn quotes are the best sign, then whether it speaks of
 * the post. Where both are silent it answers the turn above it or one which that answers in turn, since a page
 * prints each thread to its end: whichever speaks most of the same.
 */
export function findReplies(
  cut: CutText,
  site: Furniture,
  copies: Copies,
  turns: Turns,
  source: number,
): (Reply | null)[] {
  return new ReplyReader(cut, site, copies, turns, source).replies()
}

/** How many turns up the thread are looked at. */
const reach = 6

class ReplyReader {
  private readonly weights: TextWeights
  private readonly turnOfTold: ReadonlyMap<ToldTurn | undefined, number>
  private readonly citationsOf = new Map<number, Citation[]>()
  private readonly found: (Reply | null)[] = []
  private readonly weighed: WordWeights[] = []

  constructor(
    private readonly cut: CutText,
    private readonly site: Furniture,
    private readonly copies: Copies,
    private readonly turns: Turns,
    private readonly source: number,
  ) {
    this.weights = weightsOf(cut)
    for (const citation of copies.citations) {
      const turn = turns.ofBlock[citation.block] ?? -1
      const others = this.citationsOf.get(turn)
      if (others) others.push(citation)
      else this.citationsOf.set(turn, [citation])
    }
    this.turnOfTold = new Map(
      turns.runs.flatMap(({ told }, turn) => (told ? [[told, turn] as const] : [])),
    )
  }

  replies(): (Reply | null)[] {
    const isConversation = this.isConversation()
    for (let turn = 0; turn < this.turns.runs.length; turn++) {
      const told = this.told(turn)
      if (told !== undefined) {
        this.found.push(told)
        continue
      }
      const quoted = turn > 0 ? (this.byQuotation(turn) ?? this.byCitation(turn)) : null
      const guessed = turn > 0 && isConversation && !quoted
      this.found.push(quoted ?? (guessed ? (this.byAddress(turn) ?? this.byMatter(turn)) : null))
    }
    return this.found
  }

  /** The turn that the input names; null where it says that there is none, undefined where it says nothing. */
  private told(turn: number): Reply | null | undefined {
    const { replyTo, replyRule } = this.turns.runs[turn]?.told ?? {}
    if (replyTo === undefined) return undefined
    const parent = replyTo === null ? undefined : this.cut.told.turns[replyTo]
    const to = this.turnOfTold.get(parent) ?? turn
    return to >= turn ? null : { to, rule: replyRule ?? 'told parent', from: null, of: null }
  }

  /** On a page of one person's comments nobody answers anybody: then the turn above says nothing. */
  private isConversation(): boolean {
    if (this.cut.told.turns.length > 0 || this.site.commentsFrom !== null) return true
    if (this.site.parts.some((part) => part?.opens)) return true
    if (this.site.parts[0]?.rule !== 'page head' || this.turns.runs.length < 4) return true
    const quoted = this.copies.copies.filter((copy) => copy?.role === 'quotation')
    const unfound = quoted.filter((copy) => copy?.of == null).length
    return unfound <= quoted.length * 0.6
  }

  /**
   * The turn opens with words of another, or announces them in its first line.
   *
   * Where it opens with several quotations, it answers whoever spoke last: the others are what that one had quoted.
   */
  private byQuotation(turn: number): Reply | null {
    const first = this.turns.runs[turn]?.first ?? 0
    const opening =
      this.copies.copies[first] || !this.words(first).endsWith(':') ? first : first + 1
    let reply: Reply | null = null
    for (let at = opening; this.turns.ofBlock[at] === turn; at++) {
      const copy = this.copies.copies[at]
      if (copy?.role !== 'quotation') break
      const to = copy.of && this.turnAt(copy.of)
      if (!copy.of || to === null || to >= turn) continue
      if (!reply || to > reply.to)
        reply = { to, rule: 'quoted reply', from: null, of: copy.of.span }
    }
    return reply
  }

  /** Words cited inside the first paragraphs, from a turn before. */
  private byCitation(turn: number): Reply | null {
    const first = this.turns.runs[turn]?.first ?? 0
    for (const { block, span, of } of this.citationsOf.get(turn) ?? []) {
      if (block > first + 1) break
      const to = this.turnAt(of)
      if (to !== null && to < turn)
        return { to, rule: 'quoted in passing', from: span, of: of.span }
    }
    return null
  }

  /** Speaks of the post from outside, and not to whoever asked just before. */
  private byAddress(turn: number): Reply | null {
    const from = this.site.commentsFrom
    const first = this.turns.runs[turn]?.first ?? 0
    if (from === null || first < from || (this.turns.runs[0]?.first ?? 0) >= from) return null
    if (this.turns.runs[turn - 1]?.first === this.turns.runs[0]?.first)
      return { to: 0, rule: 'speaks of the post', from: null, of: null }
    const { start, end } = this.cut.blocks[first] as Block
    const opening = this.cut.text.slice(start, Math.min(end, start + 200))
    const match = ofThePost.exec(opening)
    if (!match || ofMyOwn.test(opening)) return null
    const isSubject = match.index < 3
    const speaksTo = addresses.test(opening) && !/\byour (?:post|article)/i.test(opening)
    if (!isSubject && (speaksTo || this.endsOnQuestion(turn - 1))) return null
    const at = start + match.index
    const words = { start: at, end: at + match[0].length }
    return { to: 0, rule: 'speaks of the post', from: words, of: null }
  }

  /** The turn above, or one that it answers, by the words they share. */
  private byMatter(turn: number): Reply {
    const words = this.opening(turn)
    const last = this.turns.runs[turn - 1]?.first ?? 0
    let best = turn - 1
    let most = cosine(words, this.all(turn - 1)) + (this.endsOnQuestion(turn - 1) ? 0.5 : 0.15)
    // Thanks and apologies go to whoever spoke last.
    const isPolite = opensPolitely.test(this.words(this.turns.runs[turn]?.first ?? 0))
    let above = isPolite ? undefined : this.found[turn - 1]?.to
    for (let step = 0; step < reach && above !== undefined; step++) {
      const isPost = (this.turns.runs[above]?.first ?? last) < (this.site.commentsFrom ?? 0)
      const likeness = isPost ? 0 : cosine(words, this.all(above))
      if (likeness > most) {
        best = above
        most = likeness
      }
      above = this.found[above]?.to
    }
    return {
      to: best,
      rule: best === turn - 1 ? 'turn before' : 'same words',
      from: null,
      of: null,
    }
  }

  private opening(turn: number): WordWeights {
    const first = this.turns.runs[turn]?.first ?? 0
    const next = this.turns.ofBlock[first + 1] === turn ? [first + 1] : []
    return this.weights.ofBlocks(first, ...next)
  }

  /** The words of a turn's first blocks: a long one is not read to its end for each answer. */
  private all(turn: number): WordWeights {
    const known = this.weighed[turn]
    if (known) return known
    const first = this.turns.runs[turn]?.first ?? 0
    const blocks: number[] = []
    for (let at = first; at < first + 8 && this.turns.ofBlock[at] === turn; at++) blocks.push(at)
    const words = this.weights.ofBlocks(...blocks)
    this.weighed[turn] = words
    return words
  }

  private endsOnQuestion(turn: number): boolean {
    const next = this.turns.runs[turn + 1]?.first ?? this.cut.blocks.length
    let last = next - 1
    while (last >= 0 && this.site.parts[last]) last--
    return this.turns.ofBlock[last] === turn && !this.copies.copies[last] && asks(this.words(last))
  }

  private turnAt(of: Origin): number | null {
    const turn = of.source === this.source ? (this.turns.ofBlock[of.block] ?? -1) : -1
    return turn < 0 ? null : turn
  }

  private words(index: number): string {
    const block = this.cut.blocks[index]
    return block ? this.cut.text.slice(block.start, block.end) : ''
  }
}
