import type { Span } from '../model/schema'
import { type Told, type ToldSpan, untold } from './inputs/told'
import { isSpace, trimmed } from './letters'
import { sentencesOf } from './sentences'
import { Vocabulary } from './vocabulary'
import { type Words, wordAt, wordsOf } from './words'

/** A paragraph, a list item or a heading: the smallest piece of a text that has a role of its own. */
export interface Block extends Span {
  /** Where the words begin, after the sign of a list item. */
  body: number
  shape: 'paragraph' | 'item'
  /** The number of a list item, 0 where it has none. */
  number: number
  /** How far in the block stands, in columns. */
  indent: number
  /** How many `>` open it: 1 for a quoted reply, 2 for a quotation inside that reply. */
  depth: number
  /** How many line breaks part it from the block before. */
  gap: number
  /** What the input says it is; null where it does not say. */
  told: ToldSpan['role'] | null
  /** Which of the told turns it stands in, -1 for none. */
  toldTurn: number
  sentences: Span[]
  /** The block's words, as a half-open range in the words of the text. */
  firstWord: number
  endWord: number
}

/** A text cut up, with its words. */
export interface CutText {
  id: string
  text: string
  words: Words
  blocks: Block[]
  /** What the input says of the text. */
  told: Told
}

/**
 * Cuts a text into blocks, each a line or, where lines are wrapped by hand, a paragraph.
 *
 * Between two blocks stands nothing but white space; a block neither starts nor ends with any. None reaches over
 * the edge of a turn or span that the input tells of. Texts that are compared share a vocabulary.
 *
 * ```text
 *   1. The first reason is short.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ item, number 1
 * > It never works.
 * ^^^^^^^^^^^^^^^^^ paragraph, depth 1
 * ```
 */
export function cutText(
  id: string,
  text: string,
  told: Told = untold(text),
  vocabulary = new Vocabulary(),
): CutText {
  const words = wordsOf(text, vocabulary)
  const edges = edgesOf(told)
  const lines = linesOf(text, edges)
  const blocks: Block[] = []
  const wrapped = wrappedLines(text, lines, told)
  let edge = 0
  for (const [index, line] of lines.entries()) {
    const previous = blocks.at(-1)
    let isParted = false
    for (; (edges[edge] ?? text.length + 1) <= line.start; edge++)
      isParted ||= previous !== undefined && (edges[edge] ?? 0) >= previous.end
    if (
      previous &&
      wrapped[index] &&
      !isParted &&
      continues(text, previous, lines[index - 1] as Line, line)
    )
      previous.end = line.end
    else blocks.push(asBlock(line))
  }
  markTold(blocks, told)
  for (const block of blocks) {
    block.sentences = sentencesOf(text, { start: block.body, end: block.end })
    block.firstWord = wordAt(words, block.body)
    block.endWord = wordAt(words, block.end)
  }
  return { id, text, words, blocks, told }
}

/** Where a told turn or span begins or ends, in order. */
function edgesOf({ turns, spans }: Told): number[] {
  const edges = new Set([...turns, ...spans].flatMap(({ start, end }) => [start, end]))
  return [...edges].sort((a, b) => a - b)
}

/** Notes on each block what the input says of the place where it begins. */
function markTold(blocks: readonly Block[], { turns, spans }: Told) {
  let turn = 0
  let span = 0
  for (const block of blocks) {
    while ((turns[turn]?.end ?? block.end) <= block.start) turn++
    while ((spans[span]?.end ?? block.end) <= block.start) span++
    if ((turns[turn]?.start ?? block.end) <= block.start) block.toldTurn = turn
    const around = spans[span]
    if (around && around.start <= block.start) block.told = around.role
  }
}

interface Line extends Span {
  /** Where the line itself begins, white space and all. */
  first: number
  body: number
  number: number
  isItem: boolean
  indent: number
  depth: number
  gap: number
}

const itemPattern = /^(?:[-*•–+]\s+|\(?(\d{1,3})[.)]\s+|\(?([a-z]|[ivx]{1,4})[.)]\s+|\*\*\s+)/
const quotePattern = /^(?:(?:>|&gt;)\s?)+/

/** The lines that are not blank, cut at the edges too. */
function linesOf(text: string, edges: readonly number[]): Line[] {
  const lines: Line[] = []
  const breaks = new LineBreaks(text)
  let gap = 0
  let edge = 0
  for (let from = 0; from < text.length; ) {
    const end = breaks.after(from)
    for (let start = from; start < end; ) {
      while ((edges[edge] ?? end) <= start) edge++
      const next = Math.min(edges[edge] ?? end, end)
      const span = trimmed(text, { start, end: next })
      if (span.start < span.end) {
        lines.push({ ...span, ...signsOf(text, span), first: from, indent: span.start - from, gap })
        gap = 0
      }
      start = next
    }
    gap++
    from = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  return lines
}

/** Looks line breaks up, each kind once. */
class LineBreaks {
  private feed = -1
  private carriage = -1

  constructor(private readonly text: string) {}

  /** Where the first line break at or after an offset stands, or else where the text ends. */
  after(from: number): number {
    if (this.feed < from) this.feed = this.next('\n', from)
    if (this.carriage < from) this.carriage = this.next('\r', from)
    return Math.min(this.feed, this.carriage)
  }

  private next(sign: string, from: number): number {
    const at = this.text.indexOf(sign, from)
    return at === -1 ? this.text.length : at
  }
}

/** Whether a quote sign or the sign of a list item can begin so: most lines begin with a capital. */
const mayBeSign = (code: number): boolean =>
  code < 65 || (code > 96 && code < 123) || code === 0x2022 || code === 0x2013

/** Reads what opens a line: quote signs, then the sign of a list item. */
function signsOf(text: string, { start, end }: Span) {
  if (!mayBeSign(text.charCodeAt(start))) return { body: start, isItem: false, number: 0, depth: 0 }
  const opening = text.slice(start, Math.min(end, start + 80))
  const quoted = quotePattern.exec(opening)?.[0] ?? ''
  const item = itemPattern.exec(opening.slice(quoted.length))
  const signs = quoted.length + (item?.[0].length ?? 0)
  // A sign with nothing after it is the line itself.
  const body = start + signs < end ? trimmed(text, { start: start + signs, end }).start : start
  return {
    body,
    isItem: item !== null && body > start,
    number: Number(item?.[1] ?? 0),
    depth: quoted.split(/>|&gt;/).length - 1,
  }
}

const asBlock = ({ start, end, body, isItem, number, indent, depth, gap }: Line): Block => ({
  start,
  end,
  body,
  shape: isItem ? 'item' : 'paragraph',
  number,
  indent,
  depth,
  gap,
  told: null,
  toldTurn: -1,
  sentences: [],
  firstWord: 0,
  endWord: 0,
})

/**
 * Tells for each line whether its text breaks lines by hand.
 *
 * One writer may and the next may not, so a long enough contribution is judged for itself. Letters always do, unless
 * their lines are too long for that.
 */
function wrappedLines(text: string, lines: readonly Line[], { kind, turns }: Told): boolean[] {
  const all = isWrapped(text, lines)
  const wrapped = lines.map(() => all)
  let from = 0
  for (const { start, end } of turns) {
    while ((lines[from]?.start ?? start) < start) from++
    let to = from
    while ((lines[to]?.start ?? end) < end) to++
    const own = lines.slice(from, to)
    const isLetter = kind === 'mailing list'
    if (isLetter || own.length >= 8)
      wrapped.fill(isLetter ? !isLong(own) : isWrapped(text, own), from, to)
    from = to
  }
  return wrapped
}

/** Whether more than a few lines go over the margin. */
const isLong = (lines: readonly Line[]): boolean =>
  lines.filter(({ start, end }) => end - start > 85).length > lines.length * 0.08

/** Whether a text breaks its lines by hand: most reach for the margin, few go over it or end with a sentence. */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  const full = lines.filter(({ start, end }) => end - start > 54 && end - start <= 85)
  const ending = full.filter(({ end }) => /[.!?:]["”)]?$/.test(text.slice(end - 2, end))).length
  if (lines.length < 8 || isLong(lines)) return false
  return full.length / lines.length > 0.4 && ending / full.length < 0.4
}

/** Whether a line goes on with the line above in the same block: its first word had no room there. */
function continues(text: string, block: Block, above: Line, line: Line): boolean {
  if (line.gap !== 1 || line.isItem || line.depth !== block.depth) return false
  const length = above.end - Math.max(above.first, block.start)
  let wordEnd = line.body
  while (wordEnd < line.end && !isSpace(text.charCodeAt(wordEnd))) wordEnd++
  return length >= 30 && length + 1 + wordEnd - line.body > 62
}
