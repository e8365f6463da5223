import type { Span } from '../model/schema'
import { isLetter, isSpace, trimmed } from './letters'

const abbreviations = new Set(
  'e.g i.e eg ie etc vs cf al dr mr mrs ms prof st fig figs sec no eq approx resp ca viz'.split(
    ' ',
  ),
)

/**
 * Cuts a piece of text into its sentences, each without white space at its edges.
 *
 * ```text
 * It works, e.g. for us. (Not for you?) Well.
 * ^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^ ^^^^^
 * ```
 *
 * A sentence ends with one or more of `. ! ? …`, then closing quotes or brackets, then a space or nothing. Where a
 * space was forgotten ("It melts.Then it rains.") it ends too.
 */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = []
  let rest = restOf(text, start, end)
  const push = (to: number) => {
    const sentence = trimmed(text, { start: rest.start, end: to })
    if (sentence.start < sentence.end) sentences.push(sentence)
    rest = restOf(text, to, end)
  }
  for (let at = start; at < end; at++) {
    if (!isSign(text.charCodeAt(at))) continue
    const sign = at
    while (at + 1 < end && isSign(text.charCodeAt(at + 1))) at++
    let to = at + 1
    while (to < end && closers.includes(text[to] as string)) to++
    if (to < end && !isSpace(text.charCodeAt(to))) {
      if (at > sign || !lacksSpace(text, sign, start, end)) continue
      to = at + 1
    }
    if (endsSentence(text, rest, sign, to)) push(to)
    at = to - 1
  }
  push(end)
  return sentences
}

/** What is not cut yet of a piece of text, and where its first letter or sign stands. */
interface Rest extends Span {
  visible: number
}

const restOf = (text: string, start: number, end: number): Rest => ({
  start,
  end,
  visible: firstVisible(text, start, end, openers),
})

const closers = `"'”’)]*_`
const openers = `("'“‘[`

const [fullStop, ellipsis] = [46, 0x2026]

const isSign = (code: number): boolean =>
  code === fullStop || code === 33 || code === 63 || code === ellipsis

/** Whether a sign stands between a word and a capital, as in "melts.Then". */
function lacksSpace(text: string, sign: number, start: number, end: number): boolean {
  if (sign - 3 < start || sign + 2 >= end || text.charCodeAt(sign) === ellipsis) return false
  for (let at = sign - 3; at < sign; at++) if (!isAsciiLower(text.charCodeAt(at))) return false
  return isAsciiUpper(text.charCodeAt(sign + 1)) && isAsciiLower(text.charCodeAt(sign + 2))
}

const isAsciiLower = (code: number): boolean => code > 96 && code < 123
const isAsciiUpper = (code: number): boolean => code > 64 && code < 91

/** Whether the sentence that begins with `rest` ends at a sign, after which the text goes on at `to`. */
function endsSentence(text: string, rest: Rest, sign: number, to: number): boolean {
  const next = firstVisible(text, to, rest.end, `${openers}*_`)
  if (next === rest.end) return true
  if (text.charCodeAt(sign) === fullStop && !isSign(text.charCodeAt(sign + 1))) {
    const before = lastWord(text, rest.start, sign)
    if (abbreviations.has(before.toLowerCase())) return false
    if (isAsciiUpper(before.charCodeAt(0)) && before.length === 1) return false
    // "1. First" and "J. Smith": a number or a letter alone ends nothing.
    const isFirst = sign - before.length <= rest.visible
    if (isFirst && /^(?:\d{1,3}|[A-Za-z])$/.test(before)) return false
  }
  const code = text.charCodeAt(next)
  if (code === 44 || code === 59) return startsLower(text, rest)
  return !isLower(code) || startsLower(text, rest)
}

/** Whether a sentence itself begins in lower case: then its neighbour may as well. */
const startsLower = (text: string, rest: Rest): boolean =>
  rest.visible < rest.end && isLower(text.charCodeAt(rest.visible))

const isLower = (code: number): boolean =>
  isAsciiLower(code) || (code > 127 && /^\p{Ll}/u.test(String.fromCharCode(code)))

/** Where the first character stands that is neither white space nor among some signs. */
function firstVisible(text: string, at: number, end: number, signs: string): number {
  while (at < end && (isSpace(text.charCodeAt(at)) || signs.includes(text[at] as string))) at++
  return at
}

function lastWord(text: string, from: number, end: number): string {
  let start = end
  while (start > from && end - start < 12 && isOfWord(text.charCodeAt(start - 1))) start--
  return text.slice(start, end)
}

const isOfWord = (code: number): boolean => code === fullStop || isLetter(code)
