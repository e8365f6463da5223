import type { Span } from '../model/schema'

const abbreviations = new Set(
  'e.g i.e eg ie etc vs cf al dr mr mrs ms prof st fig figs sec no eq approx resp ca viz'.split(
    ' ',
  ),
)

// The end of a sentence: signs, then closing quotes or brackets, then a space or nothing.
const endPattern = /(?<![.!?…])[.!?…]+["'”’)\]*_]*(?=\s|$)|(?<=[a-z]{3})[.!?](?=[A-Z][a-z])/g

/**
 * Cuts a piece of text into its sentences, each without white space at its edges.
 *
 * ```text
 * It works, e.g. for us. (Not for you?) Well.
 * ^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^ ^^^^^
 * ```
 */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = []
  const piece = text.slice(start, end)
  let from = 0
  for (const match of piece.matchAll(endPattern)) {
    const to = match.index + match[0].length
    if (!endsSentence(piece, from, match.index, to)) continue
    push(from, to)
    from = to
  }
  push(from, piece.length)
  return sentences

  function push(low: number, high: number) {
    while (low < high && /\s/.test(piece[low] ?? '')) low++
    while (high > low && /\s/.test(piece[high - 1] ?? '')) high--
    if (low < high) sentences.push({ start: start + low, end: start + high })
  }
}

function endsSentence(piece: string, from: number, sign: number, to: number): boolean {
  const next = nextVisible(piece, to)
  if (next === '') return true
  if (piece[sign] === '.' && piece[sign + 1] !== '.') {
    const before = lastWord(piece, from, sign)
    if (abbreviations.has(before.toLowerCase())) return false
    // "1. First" and "J. Smith": a number or a letter alone ends nothing.
    if (/^(\d{1,3}|[A-Za-z])$/.test(before) && sign - before.length <= firstVisible(piece, from))
      return false
    if (/^[A-Z]$/.test(before)) return false
  }
  return !/^[\p{Ll},;]/u.test(next) || startsLower(piece, from)
}

/** Whether a sentence itself begins in lower case: then its neighbour may as well. */
const startsLower = (piece: string, from: number): boolean =>
  /^\p{Ll}/u.test(piece[firstVisible(piece, from)] ?? '')

function firstVisible(piece: string, at: number): number {
  while (at < piece.length && /[\s("'“‘[]/.test(piece[at] ?? '')) at++
  return at
}

function nextVisible(piece: string, at: number): string {
  while (at < piece.length && /[\s("'“‘[*_]/.test(piece[at] ?? '')) at++
  return piece[at] ?? ''
}

function lastWord(piece: string, from: number, end: number): string {
  let start = end
  while (start > from && end - start < 12 && /[\p{L}\p{N}.]/u.test(piece[start - 1] ?? '')) start--
  return piece.slice(start, end)
}
