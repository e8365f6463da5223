import type { Block, CutText } from './blocks'
import type { Copies, Copy } from './copies'
import {
  addresses,
  asks,
  goesOn,
  ofMyOwn,
  ofThePost,
  opensAgreeing,
  opensClarifying,
  opensDisagreeing,
  opensPolitely,
  pointsBack,
} from './cues'
import type { Furniture } from './furniture'
import { isTelling, stem } from './words'

/** One author's contribution, as a run of blocks. Blocks printed again belong to the turn they repeat. */
export interface TurnRun {
  /** Its first block. */
  first: number
  speaker: string | null
  rule: string
}

/** Who holds the floor: the turns of a text, and the turn of each block (-1 for furniture outside any). */
export interface Turns {
  runs: TurnRun[]
  ofBlock: Int32Array
}

/** Finds where one author stops and the next begins. */
export function findTurns(cut: CutText, site: Furniture, copies: Copies): Turns {
  const starts = site.parts.some((part) => part?.opens)
    ? startsAtBylines(cut, site)
    : startsByVoice(cut, site, copies)
  return runsFrom(cut, site, copies, starts)
}

type Start = Omit<TurnRun, 'first'>

/** Where the page names each speaker, there is nothing to guess. */
function startsAtBylines(cut: CutText, site: Furniture): Map<number, Start> {
  const starts = new Map<number, Start>()
  let open: Start | null = { speaker: null, rule: 'opening words' }
  for (const index of cut.blocks.keys()) {
    const part = site.parts[index]
    if (part?.opens) open = { speaker: part.speaker, rule: 'byline' }
    if (open && isSomebodys(site, index)) {
      starts.set(index, open)
      open = null
    }
  }
  return starts
}

/** Whether a block is a contribution's, and not the site's. */
const isSomebodys = (site: Furniture, index: number): boolean => {
  const part = site.parts[index]
  return !part || part.role === 'heading' || part.rule === 'acknowledgement'
}

/**
 * Weighs at every block whether another voice begins there.
 *
 * Where the page says how many comments it has, the bar is set so that there are about as many.
 */
function startsByVoice(cut: CutText, site: Furniture, copies: Copies): Map<number, Start> {
  const known = site.commentCount
  let starts = new VoiceReader(cut, site, copies, 0).starts()
  if (known === null || site.commentsFrom === null) return starts
  const comments = (found: Map<number, Start>) =>
    [...found.keys()].filter((index) => index >= (site.commentsFrom ?? 0)).length
  let low = -6
  let high = 6
  for (let round = 0; round < 12 && comments(starts) !== known; round++) {
    const bar = (low + high) / 2
    starts = new VoiceReader(cut, site, copies, bar).starts()
    if (comments(starts) > known) low = bar
    else high = bar
  }
  return starts
}

/** What the turn so far tells of the next block. */
interface Voice {
  first: number
  /** Where its quotations come from: the last block quoted, and the turn that block is in. */
  lastQuoted: number | null
  quotes: number
  quoteStyle: Copy['rule'] | null
  /** Whether it has spoken as the author, of the post, to somebody. */
  asAuthor: boolean
  ofPost: boolean
  toSomebody: boolean
}

const newVoiceAt = (first: number): Voice => ({
  first,
  lastQuoted: null,
  quotes: 0,
  quoteStyle: null,
  asAuthor: false,
  ofPost: false,
  toSomebody: false,
})

class VoiceReader {
  private readonly text: string
  private readonly turnOf: Int32Array
  private readonly usualGap: number
  private voice = newVoiceAt(0)

  constructor(
    private readonly cut: CutText,
    private readonly site: Furniture,
    private readonly copies: Copies,
    private readonly bar: number,
  ) {
    this.text = cut.text
    this.turnOf = new Int32Array(cut.blocks.length).fill(-1)
    const gaps = cut.blocks.map((block) => block.gap).sort((a, b) => a - b)
    this.usualGap = gaps[gaps.length >> 1] ?? 1
  }

  starts(): Map<number, Start> {
    const starts = new Map<number, Start>()
    const from = this.site.commentsFrom ?? 0
    let previous = -1
    for (const index of this.cut.blocks.keys()) {
      if (!isSomebodys(this.site, index) || this.copy(index)?.role === 'repeat') continue
      if (index < from) {
        if (previous === -1) starts.set(index, { speaker: null, rule: 'opening words' })
      } else {
        const rule = previous < from ? 'opening words' : this.newVoice(index, previous)
        if (rule) {
          starts.set(index, { speaker: null, rule })
          this.voice = newVoiceAt(index)
        }
        this.note(index)
      }
      this.turnOf[index] = this.voice.first
      previous = index
    }
    return starts
  }

  /** Remembers what a block adds to the turn it stands in. */
  private note(index: number) {
    const copy = this.copy(index)
    if (copy?.role !== 'quotation') {
      const opening = this.words(index).slice(0, 600)
      this.voice.asAuthor ||= ofMyOwn.test(opening)
      this.voice.ofPost ||= ofThePost.test(opening)
      this.voice.toSomebody ||= addresses.test(opening)
      return
    }
    this.voice.quotes++
    this.voice.quoteStyle = copy.rule
    this.voice.lastQuoted = copy.of?.block ?? this.voice.lastQuoted
  }

  /** The rule by which another voice begins here; null where the same one goes on. */
  private newVoice(index: number, previous: number): string | null {
    if (this.site.parts[index]?.role === 'heading') return null
    const copy = this.copy(index)
    const signs = copy?.role === 'quotation' ? this.atQuotation(previous, copy) : []
    if (copy?.role !== 'quotation') signs.push(...this.atSpeech(index, previous))
    signs.push(...this.atGap(index))
    const sum = signs.reduce((total, [, weight]) => total + weight, 0)
    if (sum <= this.bar) return null
    return signs.reduce((best, sign) => (sign[1] > best[1] ? sign : best), ['other voice', 0])[0]
  }

  private atQuotation(previous: number, copy: Copy): Sign[] {
    const { voice } = this
    const before = this.copy(previous)
    const line = this.words(previous)
    if (line.endsWith(':')) return [['announced', -8]]
    if (before?.role === 'quotation') return [['quotation goes on', -3]]
    const quoted = copy.of?.block ?? null
    if (quoted !== null && this.turnOf[quoted] === voice.first && this.copy(quoted) === null)
      return [['quoted reply', 6]]
    if (voice.quotes === 0) {
      const leadsIn = asks(line) && /\bth(?:is|e|at) (?:post|paper|article|comment)\b/i.test(line)
      return leadsIn ? [['announced', -3]] : [['quoted reply', 2.5]]
    }
    const signs: Sign[] = [['point by point', -1.5]]
    if (copy.rule !== voice.quoteStyle && copy.rule === 'in quote marks')
      signs.push(['other way of quoting', 4])
    if (quoted !== null && voice.lastQuoted !== null) {
      const sameTurn = this.turnOf[quoted] === this.turnOf[voice.lastQuoted]
      if (!sameTurn) signs.push(['quoted reply', 2.5])
      else if (quoted < voice.lastQuoted) signs.push(['quoted reply', 1])
    }
    return signs
  }

  private atSpeech(index: number, previous: number): Sign[] {
    const block = this.cut.blocks[index] as Block
    const first = this.sentence(index, 0)
    const line = this.words(previous)
    const before = this.copy(previous)
    const signs: Sign[] = [['other voice', -1.5]]
    if (block.shape === 'item') return [['list goes on', -6]]
    if (line.endsWith(':')) return [['announced', -6]]
    if (before?.role === 'quotation')
      signs.push(['answer', this.isCitedInPassing(previous) ? -0.5 : -6])
    signs.push(...this.openings(first, previous))
    signs.push(...this.shape(index, previous, first))
    return signs
  }

  /** A quotation brought in as evidence ("which the paper says:"): what follows need not answer it. */
  private isCitedInPassing(quotation: number): boolean {
    const before = quotation > 0 ? this.words(quotation - 1) : ''
    return before.endsWith(':') && !addresses.test(before.slice(-30))
  }

  private openings(first: string, previous: number): Sign[] {
    const signs: Sign[] = []
    if (opensPolitely.test(first)) signs.push(['thanks', 4])
    if (opensClarifying.test(first)) signs.push(['says what was meant', 2.2])
    else if (opensDisagreeing.test(first) && !goesOn.test(first)) signs.push(['disagrees', 1.2])
    else if (opensAgreeing.test(first)) signs.push(['agrees', 1.5])
    if (goesOn.test(first)) signs.push(['goes on', -1.6])
    else if (pointsBack.test(first)) signs.push(['points back', -0.8])
    if (/^[([]/.test(first)) signs.push(['aside', -2])
    const speaksUp = ofMyOwn.test(first) || /\bi never responded\b/i.test(first)
    if (speaksUp && !this.voice.asAuthor) signs.push(['speaks as the author', 1.5])
    if (ofThePost.test(first) && !this.voice.ofPost) signs.push(['speaks of the post', 2])
    if (addresses.test(first) && !this.voice.toSomebody) signs.push(['speaks to somebody', 1.2])
    const { text, cut } = this
    const last = cut.blocks[previous]?.sentences.at(-1)
    if (last && asks(text.slice(last.start, last.end)) && this.copy(previous) === null)
      signs.push(['answers a question', goesOn.test(first) || asks(first) ? 0.6 : 2])
    return signs
  }

  private shape(index: number, previous: number, first: string): Sign[] {
    const signs: Sign[] = []
    const block = this.cut.blocks[index] as Block
    if (asks(first) && block.sentences.length <= 2 && block.end - block.start < 140)
      signs.push(['short question', 1.8])
    const isSmall = /^\p{Ll}/u.test(first)
    const wasSmall = /^\p{Ll}/u.test(this.words(previous))
    if (isSmall !== wasSmall)
      signs.push(['other way of writing', isSmall && goesOn.test(first) ? -2 : 2])
    signs.push(['same matter', -2.5 * this.likeness(index, previous)])
    return signs
  }

  private atGap(index: number): Sign[] {
    const { gap } = this.cut.blocks[index] as Block
    if (gap > this.usualGap && this.usualGap > 1) return [['wide gap', 1.5]]
    return gap < this.usualGap ? [['no gap', -3]] : []
  }

  /** How many telling words two blocks share, as a share of the fewer. */
  private likeness(one: number, other: number): number {
    const a = this.tellingStems(one)
    const b = this.tellingStems(other)
    let shared = 0
    for (const word of a) if (b.has(word)) shared++
    return shared / Math.max(1, Math.min(a.size, b.size, 12))
  }

  private tellingStems(index: number): Set<string> {
    const { firstWord, endWord } = this.cut.blocks[index] as Block
    const keys = this.cut.words.keys.slice(firstWord, Math.min(endWord, firstWord + 200))
    return new Set(keys.filter(isTelling).map(stem))
  }

  private copy = (index: number): Copy | null => this.copies.copies[index] ?? null

  private words(index: number): string {
    const block = this.cut.blocks[index]
    return block ? this.text.slice(block.start, block.end) : ''
  }

  private sentence(index: number, at: number): string {
    const span = this.cut.blocks[index]?.sentences[at]
    return span ? this.text.slice(span.start, span.end) : ''
  }
}

/** A sign for or against a new voice, and how much it weighs. */
type Sign = [rule: string, weight: number]

function runsFrom(
  { blocks }: CutText,
  site: Furniture,
  { copies }: Copies,
  starts: ReadonlyMap<number, Start>,
): Turns {
  const runs: TurnRun[] = []
  const ofBlock = new Int32Array(blocks.length).fill(-1)
  let current = -1
  for (const index of blocks.keys()) {
    const start = starts.get(index)
    if (start) {
      runs.push({ first: index, ...start })
      current = runs.length - 1
    }
    if (!isSomebodys(site, index)) continue
    const copy = copies[index]
    if (copy?.role === 'repeat' && copy.of) current = ofBlock[copy.of.block] ?? current
    ofBlock[index] = current
  }
  return { runs, ofBlock }
}
