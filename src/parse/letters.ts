import type { Span } from '../model/schema'

/** How many code units the letter or digit at an offset takes: 0 where there is none, 2 for a surrogate pair. */
export function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return asciiLetters[code] as number
  if (code >= 0xd800 && code < 0xdc00)
    return letter.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? 2 : 0
  // Past the end of the text the code is NaN.
  return code >= 128 && isLetter(code) ? 1 : 0
}

const letter = /^[\p{L}\p{N}]$/u

const asciiLetters = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(letter.test(String.fromCharCode(code))),
)

/** What is known of each UTF-16 code unit: 0 nothing yet, 1 no letter, 2 a letter. */
const wideLetters = new Uint8Array(1 << 16)

/** Whether a UTF-16 code unit is a letter or a digit; half a surrogate pair is none. */
export function isLetter(code: number): boolean {
  if (code < 128) return asciiLetters[code] === 1
  if (wideLetters[code] === 0) wideLetters[code] = letter.test(String.fromCharCode(code)) ? 2 : 1
  return wideLetters[code] === 2
}

/** The piece of a span without white space at its edges. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** Whether a UTF-16 code unit is white space or a line break, as `\s` has it. */
export const isSpace = (code: number): boolean =>
  code < 128 ? code === 32 || (code > 8 && code < 14) : isWideSpace(code)

const isWideSpace = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff
