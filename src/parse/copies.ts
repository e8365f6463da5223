import type { Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import { addresses, asks, judgesAbove, ofThisParagraph, opensAnswer } from './cues'
import type { Furniture } from './furniture'
import { announces, breaksOff, isInQuoteMarks, mayBeQuoted, speaksAgain } from './quoting'
import type { RuleName } from './rules'
import { type Likeness, Shingles } from './shingles'
import { tellingStems, wordsOf } from './words'

/** A block whose words stand elsewhere too, or are plainly somebody else's. */
export interface Copy {
  role: 'quotation' | 'repeat'
  rule: RuleName
  /** Where the words first stand, if that was found. */
  of: Origin | null
}

/** A place in one of the texts: which block, and which of its words. */
export interface Origin {
  source: number
  block: number
  span: Span
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
  private readonly lastPlain: number
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
    this.lastPlain = this.cut.blocks.findLastIndex((_, at) => !this.site.parts[at])
    this.isProfile =
      this.site.commentsFrom === null &&
      this.cut.told.turns.length === 0 &&
      this.site.parts[0]?.rule === 'page head' &&
      !this.site.parts.some((part) => part?.opens)
  }

  copies(): (Copy | null)[] {
    const earlier = this.cut.blocks.map((_, index) => this.earlier(index))
    if (this.cut.told.turns.length === 0) this.markRepeats(earlier)
    for (const index of this.cut.blocks.keys())
      this.found[index] ??= this.quotation(index, earlier[index] ?? null)
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

  /**
   * Marks the blocks of a thread that the page prints a second time.
   *
   * A reader quotes a paragraph or two and then answers; a page that repeats itself goes on and on, in order,
   * or runs to its end.
   */
  private markRepeats(earlier: readonly (Likeness | null)[]) {
    const again = earlier.map(
      (like) => like !== null && like.share > 0.85 && like.shareOfBlock > 0.8,
    )
    for (let index = 0; index < again.length; ) {
      if (!again[index]) {
        index++
        continue
      }
      const run = this.runFrom(index, again, earlier)
      const reachesEnd = run.next >= again.length || !this.hasSpeechFrom(run.next)
      const words = run.blocks.reduce((sum, at) => sum + this.wordIds(at).length, 0)
      if (run.blocks.length >= 4 || (reachesEnd && words >= 25)) this.markRun(run.blocks, earlier)
      index = run.next
    }
  }

  private runFrom(start: number, again: boolean[], earlier: readonly (Likeness | null)[]) {
    const blocks = [start]
    let next = start + 1
    for (let last = earlier[start]?.block ?? 0; next < again.length; next++) {
      if (this.site.parts[next]) continue
      const from = earlier[next]?.block ?? -1
      if (!again[next] || from <= last || from > last + 6) break
      blocks.push(next)
      last = from
    }
    return { blocks, next }
  }

  private hasSpeechFrom(index: number): boolean {
    return index <= this.lastPlain
  }

  private markRun(run: readonly number[], earlier: readonly (Likeness | null)[]) {
    const sources = new Set<number>()
    for (const index of run) {
      const like = earlier[index] as Likeness
      sources.add(like.block)
      this.found[index] = { role: 'repeat', rule: 'printed again', of: this.origin(like) }
    }
    this.markLeftOut(sources)
  }

  /** A second print leaves block quotations out: what it lacks of the first is a quotation. */
  private markLeftOut(printedAgain: ReadonlySet<number>) {
    let [first, last] = [Number.POSITIVE_INFINITY, 0]
    for (const block of printedAgain) {
      first = Math.min(first, block)
      last = Math.max(last, block)
    }
    if (printedAgain.size < 3 || printedAgain.size * 2 < last + 1) return
    for (let index = Math.max(0, first - 3); index < last; index++)
      if (!printedAgain.has(index) && this.isPlain(index))
        this.found[index] = {
          role: 'quotation',
          rule: 'left out of the second print',
          of: this.originOf(index, 0.6),
        }
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
    // The post may say a thing twice; its author does not quote himself.
    if (!this.isPost(index) && isCopy(earlier, length) && !this.citesOnly(index))
      return { role: 'quotation', rule: 'same words', of: this.origin(earlier) }
    const other = this.elsewhere(index)
    const isSure = other !== null && (other.source !== this.source || other.share > 0.9)
    if (
      length >= 8 &&
      isSure &&
      isCopy(other, length) &&
      other.shareOfBlock < 0.7 &&
      !this.citesOnly(index)
    )
      return { role: 'quotation', rule: 'same words', of: this.origin(other) }
    if (marksQuotations) return null
    if (isInQuoteMarks(this.words(block))) return this.quoted(index, 'in quote marks', 0.35)
    if (this.isAnnounced(index)) return this.quoted(index, 'announced', 0.5)
    if (this.isStillQuoted(index)) return this.quoted(index, 'goes on quoting', 0.5)
    if (this.isAnsweredNext(index)) return this.quoted(index, 'answered next', 0.5)
    if (this.isPiece(index)) return this.quoted(index, 'breaks off', 0.5)
    return null
  }

  /** Whether what a block shares stands in quote marks, among words of its own: then it cites, and is no copy. */
  private citesOnly(index: number): boolean {
    const block = this.block(index)
    const words = this.words(block)
    const own = this.wordIdsOf(words.replace(/["“][^"“”]*["”]/g, ' '))
    const all = block.endWord - block.firstWord
    if (own.length < 4 || own.length > all - 4 || isInQuoteMarks(words)) return false
    const like = this.shingles.find(own, (source, at) => source !== this.source || at !== index)
    return !like || like.share < 0.5
  }

  private quoted(index: number, rule: Copy['rule'], share: number): Copy {
    return { role: 'quotation', rule, of: this.originOf(index, share) }
  }

  private isAnnounced(index: number): boolean {
    const before = this.cut.blocks[index - 1]
    if (!before || this.site.parts[index - 1] || this.found[index - 1]) return false
    const block = this.block(index)
    const line = this.words(before)
    if (block.shape !== 'paragraph' || !announces(line)) return false
    // A short or numbered line below a colon is rather the first of a list.
    if (block.endWord - block.firstWord < 6 || /^\d/.test(this.words(block))) return false
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
    return like && like.share >= share ? this.origin(like) : null
  }

  private origin(like: Likeness): Origin {
    const { words } = this.texts[like.source] as CutText
    return {
      source: like.source,
      block: like.block,
      span: { start: words.starts[like.firstWord] ?? 0, end: words.ends[like.endWord - 1] ?? 0 },
    }
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
        citations.push({ block: index, span, of: this.origin(like) })
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

  private wordIdsOf(words: string): Int32Array {
    return wordsOf(words, this.cut.words.vocabulary).ids
  }
}

/** Whether so much of a block stands elsewhere that it must be a copy. A long block may change more. */
function isCopy(like: Likeness | null, length: number): like is Likeness {
  if (!like || length < 4) return false
  return like.share >= (length < 6 ? 1 : length < 25 ? 0.75 : 0.48)
}

/** Whether an answer soon sets words of the line above it in quote marks. */
function takesUp(answer: string, line: string): boolean {
  const cited = /["“]([^"“”]{4,80})["”]/.exec(answer.slice(0, 200))?.[1]
  return (
    cited !== undefined && line.toLowerCase().includes(cited.toLowerCase().replace(/[.,]$/, ''))
  )
}
