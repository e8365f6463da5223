import { placeInFull, whereIs } from '../graph/whereabouts'
import type { Debate, Quote, Source, Statement } from '../model/debate'
import { fitsQuote, lostQuotesOf } from '../model/fit'
import type { SourceSpan, Span } from '../model/schema'
import { sentencesOf } from '../parse/sentences'

/** Words where they stand: a little of what comes before, the words themselves, a little of what comes after. */
export interface InContext {
  before: string
  words: string
  after: string
}

/** How much is shown around words: the sentences next to them, or the paragraphs. */
export type Reach = 'sentence' | 'paragraph'

/** A quote of a statement, where it stands, and whether its words are still there. */
export interface QuoteInPlace extends InContext {
  quote: Quote
  /** "Text 004, turn 12". */
  place: string
  speaker: string | null
  source: Source | null
  /** The words are no longer in the text; they are shown as they were kept. */
  isLost: boolean
  /** The words stand in an earlier version of the text only. */
  isGone: boolean
}

/** The quotes of a statement in their places, those that have lost theirs last. */
export function quotesInPlace(debate: Debate, statement: Statement, reach: Reach): QuoteInPlace[] {
  const shelf = { sources: debate.sources, turns: none, passages: none }
  return [...statement.quotes, ...lostQuotesOf(statement)].map((quote) => {
    const isLost = !fitsQuote(quote, shelf)
    const where = whereIs(debate, quote)
    return {
      quote,
      place: isLost ? `Text ${quote.source}` : placeInFull(where),
      speaker: isLost ? null : where.speaker,
      source: debate.sources.get(quote.source) ?? null,
      isLost,
      isGone: !isLost && where.goneFrom !== null,
      ...((!isLost && spanInContext(debate, quote, reach)) || keptContext(quote)),
    }
  })
}

const none: ReadonlySet<string> = new Set()

/** The words at a span with what stands around them; null where the text is not in the map. */
export function spanInContext(debate: Debate, span: SourceSpan, reach: Reach): InContext | null {
  const source = debate.sources.get(span.source)
  if (source?.text === undefined) return null
  const bounds = boundsAround(source, span, reach)
  const before = source.text.slice(bounds.start, span.start)
  const after = source.text.slice(span.end, bounds.end)
  return {
    before: reach === 'sentence' ? oneBreak(lastSentence(before)) : before,
    words: source.text.slice(span.start, span.end),
    after: reach === 'sentence' ? oneBreak(firstSentence(after)) : after,
  }
}

/** What the quote itself remembers of its surroundings. */
function keptContext({ prefix, exact, suffix }: Quote): InContext {
  return { before: prefix && `…${prefix}`, words: exact, after: suffix && `${suffix}…` }
}

/** The passage around a span, with the one before and the one after where the same author goes on. */
function boundsAround({ passages, text = '' }: Source, span: Span, reach: Reach): Span {
  const first = passages.findIndex((passage) => passage.end > span.start)
  const last = passages.findLastIndex((passage) => passage.start < span.end)
  const [from, to] = [passages[first], passages[last]]
  if (!from || !to) {
    const some = reach === 'sentence' ? longSentence : 1000
    return { start: Math.max(0, span.start - some), end: Math.min(text.length, span.end + some) }
  }
  const [previous, next] = [passages[first - 1], passages[last + 1]]
  const before = previous?.turn === from.turn ? previous : from
  const after = next?.turn === to.turn ? next : to
  return { start: Math.min(before.start, span.start), end: Math.max(after.end, span.end) }
}

/** The text with its paragraphs parted by a single line break. */
const oneBreak = (text: string) => text.replace(/\s*\n\s*/g, '\n')

/** A sentence longer than this is cut at a word: it is there for orientation. */
const longSentence = 180

function lastSentence(text: string): string {
  const last = sentencesOf(text, { start: 0, end: text.length }).at(-1)
  if (!last) return text
  const gap = text.slice(last.end)
  const sentence = text.slice(last.start, last.end)
  if (sentence.length <= longSentence) return `${last.start > 0 ? '… ' : ''}${sentence}${gap}`
  const cut = sentence.slice(-longSentence)
  return `…${cut.slice(cut.indexOf(' ') + 1)}${gap}`
}

function firstSentence(text: string): string {
  const first = sentencesOf(text, { start: 0, end: text.length })[0]
  if (!first) return ''
  const gap = text.slice(0, first.start)
  const sentence = text.slice(first.start, first.end)
  if (sentence.length <= longSentence)
    return `${gap}${sentence}${text.slice(first.end).trim() ? ' …' : ''}`
  const cut = sentence.slice(0, longSentence)
  return `${gap}${cut.slice(0, cut.lastIndexOf(' '))}…`
}

/** Where the headline stands within the words of a quote, its line breaks aside; null where a person put it otherwise. */
export function spanOfHeadline(words: string, headline: string): Span | null {
  const pieces = headline.trim().split(/\s+/)
  const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  const found = pattern === '' ? null : new RegExp(pattern).exec(words)
  return found && { start: found.index, end: found.index + found[0].length }
}

/** The words at a span on one line, the first and the last of them whole; null where the text is not in the map. */
export function wordsAt(debate: Debate, span: SourceSpan | null): string | null {
  const text = span && debate.sources.get(span.source)?.text
  if (!text) return null
  const { start, end } = wholeWords(text, span)
  return text.slice(start, end).replace(/\s+/g, ' ').trim()
}

/** A span of a text with the first and the last of its words whole. */
export function wholeWords(text: string, { start, end }: Span): Span {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '')
  while (start > 0 && isLetter(start) && isLetter(start - 1)) start--
  while (end < text.length && isLetter(end - 1) && isLetter(end)) end++
  return { start, end }
}
