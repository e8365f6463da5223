import type { Block, CutText } from './blocks'
import type { Copies, Copy } from './copies'
import { asks, isEvidence, ofThePost } from './cues'
import { type Manner, mannerOf } from './manners'
import type { SignName, Signs } from './signs'

/** What the turn so far tells of the next block. */
interface Voice {
  first: number
  /** How many of its blocks are its own words. */
  spoken: number
  lastQuoted: number | null
  quoteStyle: Copy['rule'] | null
  asAuthor: boolean
  ofPost: boolean
  toSomebody: boolean
  /** Opened by thanking, and has said nothing else yet. */
  onlyThanked: boolean
  words: number
}

const voiceFrom = (first: number): Voice => ({
  first,
  spoken: 0,
  lastQuoted: null,
  quoteStyle: null,
  asAuthor: false,
  ofPost: false,
  toSomebody: false,
  onlyThanked: false,
  words: 0,
})

/** How many blocks below are looked at for another quotation. */
const farthest = 7

/**
 * Walks down a thread, and tells at each block what speaks for another voice.
 *
 * What a block says by itself is looked at once, however often the thread is walked.
 */
export class VoiceReader {
  private readonly turnOf: Int32Array
  /** What each block was last compared with, and how alike they are. */
  private readonly alike: { other: number; share: number }[] = []
  private readonly manners: Manner[] = []
  private readonly mostGaps: number
  private readonly hasBlankLines: boolean
  private voice = voiceFrom(0)
  private previous = -1

  constructor(
    private readonly cut: CutText,
    private readonly copies: Copies,
    private readonly commentsFrom: number,
  ) {
    this.turnOf = new Int32Array(cut.blocks.length).fill(-1)
    const gaps = cut.blocks.map((block) => block.gap).sort((a, b) => a - b)
    this.mostGaps = gaps[Math.floor(gaps.length * 0.85)] ?? 1
    this.hasBlankLines = (gaps[Math.floor(gaps.length * 0.8)] ?? 1) > 1
  }

  /** Goes back to the top of the thread. */
  restart() {
    this.turnOf.fill(-1)
    this.voice = voiceFrom(0)
    this.previous = -1
  }

  /** Takes a block into the turn so far, or into a new one. */
  take(index: number, isNew: boolean) {
    if (isNew) this.voice = voiceFrom(index)
    this.turnOf[index] = this.voice.first
    this.previous = index
    const { voice } = this
    const copy = this.copy(index)
    if (copy?.role === 'quotation') {
      voice.quoteStyle = copy.rule
      voice.lastQuoted = copy.of?.block ?? voice.lastQuoted
      return
    }
    const { soon, thanks, words } = this.manner(index)
    voice.spoken++
    voice.onlyThanked = isNew && thanks
    voice.words += words
    voice.asAuthor ||= soon.asAuthor
    voice.ofPost ||= soon.ofPost
    voice.toSomebody ||= soon.toSomebody
  }

  /** The signs at the next block. */
  signs(index: number): Signs {
    const signs: Signs = new Map([['always', 1]])
    const add = (name: SignName, value: number | boolean) => {
      if (Number(value) > 0) signs.set(name, Number(value))
    }
    const copy = this.copy(index)
    add('after a colon', this.previous >= 0 && this.manner(this.previous).announces)
    this.atGap(index, add)
    add('between quotations of one turn', this.isBetween(index))
    if (copy?.role === 'quotation') this.atQuotation(index, copy, add)
    else {
      this.atOpening(this.manner(index), add)
      this.atSpeech(index, add)
    }
    return signs
  }

  private atQuotation(index: number, copy: Copy, add: Add) {
    const { voice } = this
    if (this.copy(this.previous)?.role === 'quotation') return add('quotation goes on', 1)
    if (this.quotedOfItself(index) !== null) return add('quotes the turn itself', 1)
    const quoted = copy.of?.block ?? null
    if (voice.quoteStyle === null) {
      const line = this.words(this.previous)
      add('first quotation', 1)
      return add('announced by a question', asks(line) && ofThePost.test(line))
    }
    add('other way of quoting', copy.rule !== voice.quoteStyle && copy.rule === 'in quote marks')
    add('quotes from outside again', quoted === null)
    if (quoted === null) add('same matter', this.likeness(index, this.previous))
    if (quoted === null || voice.lastQuoted === null) return
    const isSameTurn = this.turnOf[quoted] === this.turnOf[voice.lastQuoted]
    add('quotes another turn', !isSameTurn)
    add('quotes further on', isSameTurn && quoted >= voice.lastQuoted)
    add('quotes further back', isSameTurn && quoted < voice.lastQuoted)
  }

  /** The block of the turn itself that this quotation repeats, or one that follows it at once; null if none does. */
  quotedOfItself(index: number): number | null {
    for (let at = index; at < index + farthest && this.copy(at)?.role === 'quotation'; at++) {
      const quoted = this.copy(at)?.of?.block
      if (quoted !== undefined && this.turnOf[quoted] === this.voice.first && !this.copy(quoted))
        return quoted
    }
    return null
  }

  /** What the first sentence says. */
  private atOpening(manner: Manner, add: Add) {
    const { voice } = this
    for (const name of manner.signs) add(name, 1)
    add('goes on', manner.goesOn && !manner.isShortQuestion && !this.answersSo(manner))
    add('speaks as the author', manner.asAuthor && !voice.asAuthor)
    add('speaks of the post', manner.ofPost && !voice.ofPost)
    add('speaks to somebody', manner.toSomebody && !voice.toSomebody)
    add('still speaks to somebody', manner.toSomebody && voice.toSomebody)
  }

  /** How the block stands to the one before it. */
  private atSpeech(index: number, add: Add) {
    const block = this.block(index)
    const before = this.block(this.previous)
    const manner = this.manner(index)
    const above = this.manner(this.previous)
    const isAnswer = this.copy(this.previous)?.role === 'quotation'
    add('after a quotation', isAnswer)
    add('after evidence', isAnswer && isEvidence(this.words(this.previous - 1)))
    const afterQuestion = !isAnswer && above.endsAsking && !manner.asks
    const afterRequest = !isAnswer && !afterQuestion && above.endsRequesting
    add('after a question', afterQuestion && !manner.goesOn)
    add(
      'after nothing but questions',
      afterQuestion && this.voice.spoken === 1 && above.isAllQuestions,
    )
    add('after a request', afterRequest)
    add('after thanks', this.voice.onlyThanked)
    add('hardly begun', this.voice.words < 10 && !above.endsAsking)
    add('other way of writing', manner.isSmall !== above.isSmall && !manner.goesOn)
    // An answer is like its question, and yet another voice.
    if (!afterQuestion && !afterRequest && !manner.isShortQuestion)
      add('same matter', this.likeness(index, this.previous))
    add('list goes on', block.shape === 'item')
    add('after a list', before.shape === 'item' && block.shape !== 'item')
    add('after one paragraph', this.voice.spoken === 1)
    add('short', manner.words < 15 && !manner.isShortQuestion)
    add('after a short one', above.words < 15)
  }

  /** Whether the next quotation goes on where the last one stopped: then all between answers point by point. */
  private isBetween(index: number): boolean {
    const last = this.voice.lastQuoted
    if (last === null || this.copy(index)) return false
    for (let at = index + 1; at < Math.min(index + farthest, this.cut.blocks.length); at++) {
      const next = this.copy(at)
      if (next?.role !== 'quotation') continue
      const quoted = next.of?.block ?? -1
      // Everybody quotes the post: two quotations of it need not be one person's.
      if (quoted < this.commentsFrom) return false
      return (
        quoted >= last && quoted < this.voice.first && this.turnOf[quoted] === this.turnOf[last]
      )
    }
    return false
  }

  private atGap(index: number, add: Add) {
    const { gap } = this.block(index)
    add('wide gap', gap > 2 && gap > this.mostGaps)
    add('no gap', gap < 2 && this.hasBlankLines)
  }

  /** "So, …" goes on, unless somebody has just asked: then it answers. */
  private answersSo({ goesOnShortly }: Manner): boolean {
    const above = this.manner(this.previous)
    return goesOnShortly && (above.endsAsking || above.endsRequesting)
  }

  /** How many telling words two blocks share, as a share of the fewer. */
  private likeness(one: number, other: number): number {
    const known = this.alike[one]
    if (known?.other === other) return known.share
    const a = this.manner(one).stems
    const b = this.manner(other).stems
    let shared = 0
    for (const word of a) if (b.has(word)) shared++
    const share = shared / Math.max(4, Math.min(a.size, b.size, 12))
    this.alike[one] = { other, share }
    return share
  }

  private manner(index: number): Manner {
    this.manners[index] ??= mannerOf(this.cut, this.block(index), this.copy(index) !== null)
    return this.manners[index] as Manner
  }

  private block = (index: number): Block => this.cut.blocks[index] as Block
  private copy = (index: number): Copy | null => this.copies.copies[index] ?? null

  private words(index: number): string {
    const block = this.cut.blocks[index]
    return block ? this.cut.text.slice(block.start, block.end) : ''
  }
}

type Add = (name: SignName, value: number | boolean) => void
