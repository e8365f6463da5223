import type { Passage, Source } from '../model/debate'
import type { Span } from '../model/schema'
import { isSpace, trimmed } from '../parse/letters'
import { sentencesOf } from '../parse/sentences'

// What a person means who takes hold of words in a text, roughly by hand or step by step by keyboard.
// Spans count UTF-16 code units of the whole text.

/** What a pick keeps whole: its words as a rule, at least its characters. */
export type Grain = 'word' | 'character'

/**
 * The words a rough span touches, without white space around them; null where it touches none.
 *
 * Both edges go outwards: half a word taken is the word. By the grain of characters half words stay, but nothing is
 * ever cut that shows as one sign, such as a letter with its accent or an emoji of several parts.
 */
export function wholeSpan(text: string, span: Span, grain: Grain): Span | null {
  const rough = trimmed(text, span)
  if (rough.start >= rough.end) return null
  return { start: outwards(text, rough.start, grain, -1), end: outwards(text, rough.end, grain, 1) }
}

const cutters = {
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  character: new Intl.Segmenter('en', { granularity: 'grapheme' }),
}

/** How far from an edge its word is looked for: further than any word is long. */
const reach = 120

/** The edge of the word or character that an offset stands within, on the side asked for; the offset where it parts two. */
function outwards(text: string, at: number, grain: Grain, side: -1 | 1): number {
  const around = pieceAround(text, at)
  for (const { index, segment } of cutters[grain].segment(text.slice(around.start, around.end))) {
    const start = around.start + index
    if (start >= at) break
    if (start + segment.length > at) return side < 0 ? start : start + segment.length
  }
  return at
}

/** The text around an offset from one white space to the next, so that what is cut there is cut as in the whole. */
function pieceAround(text: string, at: number): Span {
  let [start, end] = [at, at]
  while (start > 0 && at - start < reach && !isSpace(text.charCodeAt(start - 1))) start--
  // A mark may sit on the white space itself.
  start = Math.max(0, start - 1)
  while (end < text.length && end - at < reach && !isSpace(text.charCodeAt(end))) end++
  return { start, end }
}

/** What a key does to a pick: which of its edges moves, which way, and how far. */
export interface Stride {
  edge: 'start' | 'end'
  by: 'word' | 'sentence'
  way: -1 | 1
}

/**
 * The pick after a stride. It never leaves its bounds and never comes to nothing: then it stays as it is.
 *
 * An end comes to stand after a word or sentence, a start before one.
 */
export function strideOf(
  text: string,
  span: Span,
  { edge, by, way }: Stride,
  bounds: readonly Span[],
): Span {
  const stops = bounds
    .flatMap((piece) => (by === 'word' ? wordsOf(text, piece) : sentencesOf(text, piece)))
    .map((one) => one[edge])
    .filter((at) => (edge === 'end' ? at > span.start : at < span.end))
  const next =
    way > 0 ? stops.find((at) => at > span[edge]) : stops.findLast((at) => at < span[edge])
  return next === undefined ? span : { ...span, [edge]: next }
}

function wordsOf(text: string, { start, end }: Span): Span[] {
  return [...cutters.word.segment(text.slice(start, end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }))
}

/**
 * The passages that a pick by keyboard may reach: what one author says in one go, around an offset.
 *
 * A statement says what one person said, so a pick does not run on into the next turn.
 */
export function boundsAround({ passages }: Pick<Source, 'passages'>, at: number): Span[] {
  const here = passages.findLastIndex(({ start }) => start <= at)
  const own = passages[Math.max(0, here)]
  if (!own) return []
  const goesOn = (passage: Passage | undefined) =>
    passage !== undefined && passage.turn === own.turn && passage.role !== 'furniture'
  let [first, last] = [here, here]
  while (goesOn(passages[first - 1])) first--
  while (goesOn(passages[last + 1])) last++
  return passages.slice(Math.max(0, first), last + 1)
}

/** The sentence of a text that an offset stands in, or the first one after it. Null where there is none. */
export function sentenceAt(source: Pick<Source, 'passages' | 'text'>, at: number): Span | null {
  const text = source.text ?? ''
  const sentences = boundsAround(source, at).flatMap((piece) => sentencesOf(text, piece))
  return sentences.find(({ end }) => end > at) ?? sentences.at(-1) ?? null
}

/** How many words a piece of text has, as a person counts them. */
export const countWords = (text: string): number =>
  wordsOf(text, { start: 0, end: text.length }).length
