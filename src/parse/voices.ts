import type { Block, CutText } from './blocks'
import type { Copies, Copy } from './copies'
import {
  addresses,
  asks,
  callsSomebody,
  goesOn,
  isEvidence,
  ofMyOwn,
  ofTheirWords,
  ofThePost,
  opensAgreeing,
  opensClarifying,
  opensDisagreeing,
  opensPolitely,
  opensTalking,
  pointsBack,
  requests,
} from './cues'
import { type RuleName, rules } from './rules'
import { isTelling, stem } from './stems'

/**
 * The signs of another voice, and how much each weighs for (above 0) or against a new turn.
 *
 * The weights are those of a logistic regression over threads whose turns are known, rounded.
 */
const weights = {
  always: -1.1,
  'after a colon': -3.7,
  'quotes the turn itself': 3.5,
  'first quotation': 1.7,
  'quotation goes on': -3.3,
  'quotes further on': -2.3,
  'quotes another turn': 0.6,
  'quotes further back': 1.1,
  'quotes from outside again': 0,
  'other way of quoting': 4.6,
  'announced by a question': -2.7,
  'after a quotation': -2.5,
  'after evidence': 3.2,
  thanks: 3.1,
  'says what was meant': 1.2,
  'explains words quoted': 2,
  'speaks of what somebody said': 0.4,
  'between quotations of one turn': -2.5,
  disagrees: 0.5,
  agrees: 1.3,
  talks: 1.5,
  'goes on': -0.9,
  'points back': 0.4,
  aside: -0.8,
  'speaks as the author': 1.3,
  'speaks of the post': 1.6,
  'speaks to somebody': 0.8,
  'still speaks to somebody': 0.2,
  'calls somebody': 0.8,
  'says I': 0.7,
  'after a question': -0.1,
  'after a request': 1.3,
  'after nothing but questions': 0.7,
  'after thanks': -1.1,
  'hardly begun': -1.2,
  asks: -0.6,
  'short question': 0.6,
  'other way of writing': 1.5,
  'same matter': -3.8,
  'list goes on': -3.9,
  'after a list': -0.6,
  'wide gap': 1.7,
  'no gap': -3.1,
  'after one paragraph': 0.5,
  short: -0.5,
  'after a short one': -0.3,
} as const satisfies Record<string, number>

/** The name of a sign. */
export type SignName = keyof typeof weights

/** The signs at a block, and how strongly each is there, 0..1. */
export type Signs = Map<SignName, number>

/** How likely it is that another voice begins at these signs, as log odds. */
export function oddsOf(signs: Signs): number {
  let sum = 0
  for (const [name, value] of signs) sum += weights[name] * value
  return sum
}

/** The sign that speaks most for a new voice. */
export function strongestOf(signs: Signs): RuleName {
  let best: RuleName = 'other voice'
  let most = 0
  for (const [name, value] of signs)
    if (weights[name] * value > most && name in rules) {
      best = name as RuleName
      most = weights[name] * value
    }
  return best
}

/** What the turn so far tells of the next block. */
interface Voice {
  first: number
  blocks: number
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
  blocks: 0,
  spoken: 0,
  lastQuoted: null,
  quoteStyle: null,
  asAuthor: false,
  ofPost: false,
  toSomebody: false,
  onlyThanked: false,
  words: 0,
})

/** Walks down a thread, and tells at each block what speaks for another voice. */
export class VoiceReader {
  private readonly turnOf: Int32Array
  private readonly usualGap: number
  private voice = voiceFrom(0)
  private previous = -1

  constructor(
    private readonly cut: CutText,
    private readonly copies: Copies,
    private readonly commentsFrom: number,
  ) {
    this.turnOf = new Int32Array(cut.blocks.length).fill(-1)
    const gaps = cut.blocks.map((block) => block.gap).sort((a, b) => a - b)
    this.usualGap = gaps[gaps.length >> 1] ?? 1
  }

  /** Takes a block into the turn so far, or into a new one. */
  take(index: number, isNew: boolean) {
    if (isNew) this.voice = voiceFrom(index)
    this.turnOf[index] = this.voice.first
    this.previous = index
    this.voice.blocks++
    const copy = this.copy(index)
    if (copy?.role === 'quotation') {
      this.voice.quoteStyle = copy.rule
      this.voice.lastQuoted = copy.of?.block ?? this.voice.lastQuoted
      return
    }
    this.voice.spoken++
    const opening = this.words(index).slice(0, 600)
    this.voice.onlyThanked = isNew && opensPolitely.test(opening)
    this.voice.words += this.block(index).endWord - this.block(index).firstWord
    this.voice.asAuthor ||= ofMyOwn.test(opening)
    this.voice.ofPost ||= /\bth(?:is|e) (?:post|article|author|op)\b/i.test(opening)
    this.voice.toSomebody ||= addresses.test(opening)
  }

  /** The signs at the next block. */
  signs(index: number): Signs {
    const signs: Signs = new Map([['always', 1]])
    const add = (name: SignName, value: number | boolean) => {
      if (Number(value) > 0) signs.set(name, Number(value))
    }
    const copy = this.copy(index)
    add('after a colon', this.words(this.previous).endsWith(':'))
    this.atGap(index, add)
    add('between quotations of one turn', this.isBetween(index))
    if (copy?.role === 'quotation') this.atQuotation(index, copy, add)
    else {
      this.atOpening(index, add)
      this.atSpeech(index, add)
    }
    return signs
  }

  private atQuotation(index: number, copy: Copy, add: Add) {
    const { voice } = this
    if (this.copy(this.previous)?.role === 'quotation') return add('quotation goes on', 1)
    const quoted = copy.of?.block ?? null
    if (quoted !== null && this.turnOf[quoted] === voice.first && !this.copy(quoted))
      return add('quotes the turn itself', 1)
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

  /** What the first sentence says. */
  private atOpening(index: number, add: Add) {
    const { voice } = this
    const first = this.sentence(index, 0)
    add('thanks', opensPolitely.test(first))
    add('says what was meant', opensClarifying.test(first))
    add('explains words quoted', opensClarifying.test(first) && /[“"]/.test(first))
    add('speaks of what somebody said', ofTheirWords.test(first))
    add('disagrees', opensDisagreeing.test(first) && !goesOn.test(first))
    add('agrees', opensAgreeing.test(first))
    add('talks', opensTalking.test(first))
    add('goes on', goesOn.test(first) && !this.isShortQuestion(index) && !this.answersSo(first))
    add('points back', pointsBack.test(first))
    add('aside', /^[([]/.test(first))
    add('calls somebody', callsSomebody.test(first) && !goesOn.test(first))
    add('says I', /^i\b/i.test(first))
    add('speaks as the author', ofMyOwn.test(first) && !voice.asAuthor)
    add('speaks of the post', ofThePost.test(first) && !voice.ofPost)
    const speaksTo = addresses.test(first)
    add('speaks to somebody', speaksTo && !voice.toSomebody)
    add('still speaks to somebody', speaksTo && voice.toSomebody)
    add('asks', asks(first) && !this.isShortQuestion(index))
  }

  /** How the block stands to the one before it. */
  private atSpeech(index: number, add: Add) {
    const block = this.block(index)
    const before = this.block(this.previous)
    const line = this.words(this.previous)
    const isAnswer = this.copy(this.previous)?.role === 'quotation'
    add('after a quotation', isAnswer)
    add('after evidence', isAnswer && isEvidence(this.words(this.previous - 1)))
    const last = before.sentences.at(-1)
    const lastWords = last ? this.cut.text.slice(last.start, last.end) : ''
    const first = this.sentence(index, 0)
    const afterQuestion = !isAnswer && asks(lastWords) && !asks(first)
    const afterRequest = !isAnswer && !afterQuestion && requests.test(lastWords)
    add('after a question', afterQuestion && !goesOn.test(first))
    const onlyAsked = this.voice.spoken === 1 && this.isAllQuestions(this.previous)
    add('after nothing but questions', afterQuestion && onlyAsked)
    add('after a request', afterRequest)
    add('after thanks', this.voice.onlyThanked)
    add('hardly begun', this.voice.words < 10 && !asks(lastWords))
    add('short question', this.isShortQuestion(index))
    add('other way of writing', isSmall(first) !== isSmall(line) && !goesOn.test(first))
    // An answer is like its question, and yet another voice.
    if (!afterQuestion && !afterRequest && !this.isShortQuestion(index))
      add('same matter', this.likeness(index, this.previous))
    add('list goes on', block.shape === 'item')
    add('after a list', before.shape === 'item' && block.shape !== 'item')
    add('after one paragraph', this.voice.spoken === 1)
    add('short', block.endWord - block.firstWord < 15 && !this.isShortQuestion(index))
    add('after a short one', before.endWord - before.firstWord < 15)
  }

  /** Whether the next quotation goes on where the last one stopped: then all between answers point by point. */
  private isBetween(index: number): boolean {
    const last = this.voice.lastQuoted
    if (last === null || this.copy(index)) return false
    for (let at = index + 1; at < Math.min(index + 7, this.cut.blocks.length); at++) {
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
    add('wide gap', gap > 2 && gap > this.usualGap)
    add('no gap', gap < this.usualGap)
  }

  /** "So, …" goes on, unless somebody has just asked: then it answers. */
  private answersSo(first: string): boolean {
    const last = this.block(this.previous).sentences.at(-1)
    const words = last ? this.cut.text.slice(last.start, last.end) : ''
    return /^(?:so|well|and|but)\b/i.test(first) && (asks(words) || requests.test(words))
  }

  private isAllQuestions(index: number): boolean {
    const { text } = this.cut
    return this.block(index).sentences.every(({ start, end }) => asks(text.slice(start, end)))
  }

  /** Whether a block is one short question and nothing more. */
  private isShortQuestion(index: number): boolean {
    const block = this.block(index)
    const isShort = block.sentences.length <= 2 && block.end - block.start < 140
    return isShort && asks(this.sentence(index, 0)) && this.copy(index) === null
  }

  /** How many telling words two blocks share, as a share of the fewer. */
  private likeness(one: number, other: number): number {
    const a = this.tellingStems(one)
    const b = this.tellingStems(other)
    let shared = 0
    for (const word of a) if (b.has(word)) shared++
    return shared / Math.max(4, Math.min(a.size, b.size, 12))
  }

  private tellingStems(index: number): Set<string> {
    const { firstWord, endWord } = this.block(index)
    const keys = this.cut.words.keys.slice(firstWord, Math.min(endWord, firstWord + 200))
    return new Set(keys.filter(isTelling).map(stem))
  }

  private block = (index: number): Block => this.cut.blocks[index] as Block
  private copy = (index: number): Copy | null => this.copies.copies[index] ?? null

  private words(index: number): string {
    const block = this.cut.blocks[index]
    return block ? this.cut.text.slice(block.start, block.end) : ''
  }

  private sentence(index: number, at: number): string {
    const span = this.block(index).sentences[at]
    return span ? this.cut.text.slice(span.start, span.end) : ''
  }
}

type Add = (name: SignName, value: number | boolean) => void

const isSmall = (words: string): boolean => /^\p{Ll}/u.test(words)
