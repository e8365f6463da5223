import type { Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import { addresses, asks, judgesAbove, ofThisParagraph, opensAnswer } from './cues'
import type { Furniture } from './furniture'
import { trimmed } from './letters'
import { type Comparison, closest, compare, offsetOf } from './misquotations'
import { findPrints } from './prints'
import { announces, breaksOff, isInQuoteMarks, mayBeQuoted, speaksAgain } from './quoting'
import type { RuleName } from './rules'
import { type Likeness, Shingles } from './shingles'
import { tellingStems, wordAt, wordsOf } from './words'

/** A block whose words stand elsewhere too, or are plainly somebody else's. */
export interface Copy {
  role: 'quotation' | 'repeat'
  rule: RuleName
  /** Where the words first stand, if that was found. */
  of: Origin | null
  /** What else is to be told: where further pieces stand, who quoted them before, where the words differ. */
  notes?: Note[]
}

/** A place in one of the texts: which block, and which of its sentences. */
export interface Origin {
  source: number
  block: number
  /** The sentences whose words they are. */
  span: Span
  /** The words themselves, from the first to the last. */
  firstWord: number
  endWord: number
}

/** Something to tell of a copy, beside what it is: words of its own, and words of a source. */
export interface Note {
  rule: RuleName
  from: Span | null
  source: number
  of: Span | null
}

/** Words in quote marks inside somebody's own, and where they come from. */
export interface Citation {
  block: number
  span: Span
  of: Origin
}

/** What one text copies, by block, and what its authors cite in passing. */
export interface Copies {
  copies: (Copy | null)[]
  citations: Citation[]
}

/** Finds what is printed twice and what is quoted, in each of the texts. */
export function findCopies(texts: readonly CutText[], furniture: readonly Furniture[]): Copies[] {
  const shingles = new Shingles(texts)
  return texts.map((_, source) => {
    const reader = new CopyReader(texts, furniture, shingles, source)
    return { copies: reader.copies(), citations: reader.citations() }
  })
}

/** How many paragraphs of an announced quotation are looked over for its end. */
const longest = 14

class CopyReader {
  private readonly cut: CutText
  private readonly site: Furniture
  private readonly found: (Copy | null)[]
  /** A page of one person's comments: it opens with a name, and divides nothing from nothing. */
  private readonly isProfile: boolean
  /** The last block of the quotation that was announced last. */
  private quotedUntil = -1

  constructor(
    private readonly texts: readonly CutText[],
    private readonly furniture: readonly Furniture[],
    private readonly shingles: Shingles,
    private readonly source: number,
  ) {
    this.cut = texts[source] as CutText
    this.site = furniture[source] as Furniture
    this.found = this.cut.blocks.map(() => null)
    this.isProfile =
      this.site.commentsFrom === null &&
      this.cut.told.turns.length === 0 &&
      this.site.parts[0]?.rule === 'page head' &&
      !this.site.parts.some((part) => part?.opens)
  }

  copies(): (Copy | null)[] {
    const earlier = this.cut.blocks.map((_, index) => this.earlier(index))
    if (this.cut.told.turns.length === 0) this.markPrints(earlier)
    for (const index of this.cut.blocks.keys())
      this.found[index] ??= this.quotation(index, earlier[index] ?? null)
    this.annotate()
    return this.found
  }

  /** Where a block's words stand before it in its own text. */
  private earlier(index: number): Likeness | null {
    return this.isPlain(index)
      ? this.shingles.find(
          this.wordIds(index),
          (source, block) => source === this.source && block < index && this.isPlain(block),
        )
      : null
  }

  /** Where they stand in another text, or below on one person's page, which prints the newest first. */
  private elsewhere(index: number): Likeness | null {
    return this.shingles.find(
      this.wordIds(index),
      (source, block) =>
        (source !== this.source || (this.isProfile && block > index)) &&
        !this.furniture[source]?.parts[block],
    )
  }

  private markPrints(earlier: readonly (Likeness | null)[]) {
    const { again, leftOut } = findPrints(this.cut, this.site, earlier)
    for (const [index, like] of again)
      this.found[index] = {
        role: 'repeat',
        rule: 'printed again',
        of: this.origin(this.wordIds(index), like),
      }
    for (const index of leftOut)
      this.found[index] = this.quoted(index, 'left out of the second print', 0.6)
  }

  private quotation(index: number, earlier: Likeness | null): Copy | null {
    if (!this.isPlain(index)) return null
    const block = this.block(index)
    const { marksQuotations } = this.cut.told
    if (block.depth > 0 && (block.told === 'quotation' || !marksQuotations))
      return this.quoted(index, 'quote signs', 0.4)
    if (block.told === 'quotation') return this.quoted(index, 'marked as quoted', 0.4)
    const length = block.endWord - block.firstWord
    // Whoever has a sign for quotations uses it: a short line said twice is only said twice.
    if (marksQuotations && length < 20) return null
    const pieces = this.pieces(index)
    if (pieces) return pieces
    // The post may say a thing twice; its author does not quote himself.
    const isEcho = this.isPost(index) || (earlier !== null && this.isOneList(earlier.block, index))
    if (!isEcho && this.isCopy(index, earlier) && !this.citesOnly(index, earlier))
      return {
        role: 'quotation',
        rule: 'same words',
        of: this.origin(this.wordIds(index), earlier),
      }
    const other = this.elsewhere(index)
    if (
      length >= 8 &&
      this.isSure(other) &&
      this.isCopy(index, other) &&
      !this.citesOnly(index, other)
    )
      return { role: 'quotation', rule: 'same words', of: this.origin(this.wordIds(index), other) }
    if (marksQuotations) return null
    if (isInQuoteMarks(this.words(block))) return this.quoted(index, 'in quote marks', 0.35)
    if (this.isAnnounced(index)) return this.quoted(index, 'announced', 0.5)
    if (this.isStillQuoted(index)) return this.quoted(index, 'goes on quoting', 0.5)
    if (this.isAnsweredNext(index)) return this.quoted(index, 'answered next', 0.5)
    if (this.isPiece(index)) return this.quoted(index, 'breaks off', 0.5)
    return null
  }

  /** Items of one list are alike, and quote nothing. */
  private isOneList(first: number, last: number): boolean {
    if (last - first > 20) return false
    return this.cut.blocks.slice(first, last + 1).every(({ shape }) => shape === 'item')
  }

  /** Another text may hold a block whole that is no quotation here; one page is less likely to. */
  private isSure(other: Likeness | null): other is Likeness {
    if (!other || other.shareOfBlock >= 0.7) return false
    return other.source !== this.source || other.share > 0.9
  }

  /** The pieces of a quotation that leaves words out between them, each from its own place. */
  private pieces(index: number): Copy | null {
    const block = this.block(index)
    const words = this.words(block)
    if (this.isPost(index) || !ellipsis.test(words)) return null
    const found: Note[] = []
    const origins: Origin[] = []
    let [covered, from] = [0, block.start]
    for (const piece of words.split(/((?:\[\s*)?(?:\.{3,}|…)(?:\s*\])?)/)) {
      const span = trimmed(this.cut.text, { start: from, end: from + piece.length })
      from += piece.length
      const ids = this.wordIdsIn(span)
      const like = ids.length < 4 ? null : this.findSaid(ids, index)
      if (!like || like.share < 0.7) continue
      const of = this.origin(ids, like)
      covered += ids.length
      origins.push(of)
      found.push({ rule: 'same words', from: span, source: of.source, of: of.span })
    }
    const [of] = origins
    if (!of || origins.length < 2 || covered < 0.7 * (block.endWord - block.firstWord)) return null
    return { role: 'quotation', rule: 'joins pieces', of, notes: found }
  }

  /** Where words stand above in the same text, or else in another. */
  private findSaid(ids: Int32Array, index: number): Likeness | null {
    const above = (source: number, block: number) =>
      source === this.source && block < index && this.isPlain(block)
    const beside = (source: number, block: number) =>
      source !== this.source && !this.furniture[source]?.parts[block]
    return this.shingles.find(ids, above) ?? this.shingles.find(ids, beside)
  }

  /**
   * Whether so much of a block stands elsewhere that it must be a copy. A long block may change more.
   *
   * Four words in a row are found only between words that were changed: of a short block with a few of them, the
   * words themselves are compared.
   */
  private isCopy(index: number, like: Likeness | null): like is Likeness {
    const { firstWord, endWord } = this.block(index)
    const length = endWord - firstWord
    if (!like || length < 4) return false
    if (like.share >= (length < 6 ? 1 : length < 25 ? 0.75 : 0.48)) return true
    return length >= 8 && like.share >= 0.35 && this.comparison(index, like).share >= 0.8
  }

  /** Whether what a block shares stands in quote marks, among words of its own: then it cites, and is no copy. */
  private citesOnly(index: number, { share }: Likeness): boolean {
    const block = this.block(index)
    const words = this.words(block)
    if (!/["“]/.test(words) || isInQuoteMarks(words)) return false
    const own = this.wordIdsOf(words.replace(/["“][^"“”]*["”]/g, ' ')).length
    const all = block.endWord - block.firstWord
    return own >= 4 && own <= all - 4 && (1 - share) * all >= own / 2
  }

  private quoted(index: number, rule: Copy['rule'], share: number): Copy {
    const pieces = this.pieces(index)
    return pieces
      ? { ...pieces, rule }
      : { role: 'quotation', rule, of: this.originOf(index, share) }
  }

  private isAnnounced(index: number): boolean {
    const before = this.cut.blocks[index - 1]
    if (!before || this.site.parts[index - 1] || this.found[index - 1]) return false
    const block = this.block(index)
    const line = this.words(before)
    if (block.shape !== 'paragraph' || !announces(line)) return false
    // A short or numbered line below a colon is rather the first of a list.
    if (block.endWord - block.firstWord < 4 || /^\d/.test(this.words(block))) return false
    this.quotedUntil = this.isPost(index) ? index : this.endOfQuotation(index)
    return true
  }

  /**
   * The last block of a quotation that a line announces.
   *
   * It goes on until somebody speaks again who answers or says “I”; where nobody soon does, it is one paragraph.
   */
  private endOfQuotation(first: number): number {
    for (let at = first + 1; at <= first + longest; at++) {
      const block = this.cut.blocks[at]
      if (!block || this.site.parts[at]) return first
      if (speaksAgain(this.words(block))) return at - 1
    }
    return first
  }

  private isStillQuoted(index: number): boolean {
    return index <= this.quotedUntil && this.found[index - 1] !== null
  }

  /** Whether a block is a piece cut out of a sentence, and the next words speak of the same. */
  private isPiece(index: number): boolean {
    const block = this.block(index)
    const next = this.cut.blocks[index + 1]
    if (this.isPost(index) || block.shape !== 'paragraph' || !next || this.site.parts[index + 1])
      return false
    if (block.endWord - block.firstWord < 6 || next.shape !== 'paragraph' || next.depth > 0)
      return false
    if (!breaksOff(this.words(block))) return false
    const answer = this.words(next)
    if (breaksOff(answer)) return false
    return opensAnswer.test(answer) || judgesAbove.test(answer) || this.sharedStems(index) > 1
  }

  /**
   * Whether the next block answers this one though nobody else speaks here.
   *
   * On a page of one person's comments a line and "I disagree" below it cannot be the same voice; elsewhere
   * "Your definition …" with "this paragraph" below points at the words above.
   */
  private isAnsweredNext(index: number): boolean {
    const next = this.cut.blocks[index + 1]
    if (!next || this.site.parts[index + 1] || next.depth > 0) return false
    const line = this.words(this.block(index))
    const answer = this.words(next)
    if (this.isProfile) return mayBeQuoted(line) && this.isAnswer(index, line, answer)
    const after = this.cut.blocks[index + 2]
    const both = `${answer} ${after && !this.site.parts[index + 2] ? this.words(after) : ''}`
    return /^(?:your|you)\b/i.test(answer) && !addresses.test(line) && ofThisParagraph.test(both)
  }

  private isAnswer(index: number, line: string, answer: string): boolean {
    if (takesUp(answer, line)) return true
    if (asks(line)) return !asks(answer) && this.sharedStems(index) > 1
    if (addresses.test(line)) return false
    return judgesAbove.test(answer) || (opensAnswer.test(answer) && this.sharedStems(index) > 1)
  }

  /** How many telling words a block shares with the next. */
  private sharedStems(index: number): number {
    const next = new Set(tellingStems(this.cut.words, this.block(index + 1), 200))
    return tellingStems(this.cut.words, this.block(index), 200).filter((one) => next.has(one))
      .length
  }

  /** What a block that is known for a quotation takes its words from. */
  private originOf(index: number, share: number): Origin | null {
    const like = this.earlier(index) ?? this.elsewhere(index)
    return like && like.share >= share ? this.origin(this.wordIds(index), like) : null
  }

  private origin(ids: Int32Array, like: Likeness): Origin {
    const { source, block } = like
    const { words, blocks } = this.texts[source] as CutText
    const { firstWord, endWord } = closest(ids, words.ids, like)
    const exact = { start: words.starts[firstWord] ?? 0, end: words.ends[endWord - 1] ?? 0 }
    const sentences = (blocks[block] as Block).sentences
    const span = {
      start: sentences.findLast(({ start }) => start <= exact.start)?.start ?? exact.start,
      end: sentences.find(({ end }) => end >= exact.end)?.end ?? exact.end,
    }
    return { source, block, span, firstWord, endWord }
  }

  /** Tells of each quotation where its words differ from those it copies, and who quoted them before. */
  private annotate() {
    const quotedBefore = new Map<string, { block: number; of: Origin }[]>()
    for (const [index, copy] of this.found.entries()) {
      if (copy?.role !== 'quotation' || !copy.of) continue
      const { of } = copy
      const key = `${of.source} ${of.block}`
      const before = quotedBefore.get(key) ?? []
      const nearest = before.findLast((one) => holds(one.of, of))
      const notes = [...(copy.notes ?? this.differences(index, of))]
      if (nearest) {
        const { start, end } = this.block(nearest.block)
        notes.push({ rule: 'quoted before', from: null, source: this.source, of: { start, end } })
      }
      if (notes.length > 0) copy.notes = notes
      quotedBefore.set(key, [...before.slice(-7), { block: index, of }])
    }
  }

  private differences(index: number, of: Origin): Note[] {
    const { share, differences } = this.comparison(index, of)
    // Less than half in common is no misquotation.
    if (share < 0.5) return []
    return differences.map(({ rule, from, of: words }) => {
      const added = rule === 'adds words' && from ? this.saidElsewhere(from, index) : null
      return added ?? { rule, from, source: of.source, of: words }
    })
  }

  /** Compares a block with the words it was found to share, and with a few more around those than it has itself. */
  private comparison(
    index: number,
    found: { source: number; block: number; firstWord: number; endWord: number },
  ): Comparison {
    const block = this.block(index)
    const cut = this.texts[found.source] as CutText
    const said = cut.blocks[found.block] as Block
    const lead = offsetOf(this.cut.words.ids, block, cut.words.ids, found.firstWord)
    const rest = block.endWord - block.firstWord - lead - (found.endWord - found.firstWord)
    return compare(
      { cut: this.cut, firstWord: block.firstWord, endWord: block.endWord },
      {
        cut,
        firstWord: Math.max(said.firstWord, found.firstWord - (lead && lead + 2)),
        endWord: Math.min(said.endWord, found.endWord + (rest > 0 ? rest + 2 : 0)),
      },
    )
  }

  /** Words that a quotation adds may stand in another paragraph: it runs on over the end of one. */
  private saidElsewhere(from: Span, index: number): Note | null {
    const ids = this.wordIdsIn(from)
    const like = ids.length < 4 ? null : this.findSaid(ids, index)
    if (!like || like.share < 0.7) return null
    const of = this.origin(ids, like)
    return { rule: 'same words', from, source: of.source, of: of.span }
  }

  /** The words somebody puts in quote marks, where they stand before in the texts. */
  citations(): Citation[] {
    const citations: Citation[] = []
    for (const [index, block] of this.cut.blocks.entries()) {
      if (this.found[index] || this.site.parts[index]) continue
      for (const match of this.words(block).matchAll(/["“]([^"“”]{12,400})["”]/g)) {
        const ids = this.wordIdsOf(match[1] ?? '')
        const like = this.shingles.find(
          ids,
          (source, at) =>
            (source !== this.source && !this.furniture[source]?.parts[at]) || at < index,
        )
        if (!like || like.share < 0.7) continue
        const start = block.start + match.index + 1
        const span = { start, end: start + (match[1]?.length ?? 0) }
        citations.push({ block: index, span, of: this.origin(ids, like) })
      }
    }
    return citations
  }

  private isPlain = (index: number): boolean => !this.site.parts[index]
  private isPost = (index: number): boolean => index < (this.site.commentsFrom ?? 0)
  private block = (index: number): Block => this.cut.blocks[index] as Block
  private words = ({ start, end }: Span): string => this.cut.text.slice(start, end)
  private wordIds(index: number): Int32Array {
    const { firstWord, endWord } = this.block(index)
    return this.cut.words.ids.subarray(firstWord, endWord)
  }

  private wordIdsIn({ start, end }: Span): Int32Array {
    const { words } = this.cut
    return words.ids.subarray(wordAt(words, start), wordAt(words, end))
  }

  private wordIdsOf(words: string): Int32Array {
    return wordsOf(words, this.cut.words.vocabulary).ids
  }
}

/** Whether an answer soon sets words of the line above it in quote marks. */
function takesUp(answer: string, line: string): boolean {
  const cited = /["“]([^"“”]{4,80})["”]/.exec(answer.slice(0, 200))?.[1]
  return (
    cited !== undefined && line.toLowerCase().includes(cited.toLowerCase().replace(/[.,]$/, ''))
  )
}

const ellipsis = /\.\.\.|…/

/** Whether one place has all the words of another. */
const holds = (one: Origin, other: Origin): boolean =>
  one.firstWord <= other.firstWord + 1 && one.endWord >= other.endWord - 1
