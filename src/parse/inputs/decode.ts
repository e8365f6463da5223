import type { Input } from '../index'
import { type Problem, readJsonThread } from './json'
import { readSavedPage } from './savedPage'
import { wholeCharacters } from './thread'

/** The largest input, in bytes: a thread of ten thousand comments has about five million. */
export const maxBytes = 20 * 2 ** 20

/** Why a file is too large to be read, as a sentence; null where it is not. Asked before the file is opened. */
export const sizeProblem = (name: string, bytes: number): string | null =>
  bytes > maxBytes
    ? `${name} is too large: it has ${Math.ceil(bytes / 2 ** 20)} MB, and a text may have ${maxBytes / 2 ** 20}.`
    : null

/**
 * Reads the bytes of a file as a text, or says in one sentence what the file is instead and what to do.
 *
 * Only UTF-8 is read, because a wrong guess would change words that are to be quoted. Never throws.
 */
export function decodeInput(name: string, bytes: Uint8Array): Input | Problem {
  const problem = sizeProblem(name, bytes.length) ?? bytesProblem(name, bytes)
  if (problem) return { problem }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const input = inputOf(name, text)
    return 'problem' in input ? input : { ...input, bytes }
  } catch {
    return { problem: `${name} is not UTF-8 text: ${likelyEncoding(bytes)} Save it as UTF-8.` }
  }
}

/**
 * An input from a text that somebody pasted, or one sentence on why it cannot be read. Never throws.
 *
 * Half a character, which no file can hold, becomes U+FFFD.
 */
export function inputOf(name: string, text: string): Input | Problem {
  const tooLarge = sizeProblem(name, text.length)
  if (tooLarge) return { problem: tooLarge }
  if (text.trim() === '') return { problem: `${name} is empty.` }
  const known = textKinds.find(({ pattern }) => pattern.test(text.slice(0, 1000)))
  if (known) return { problem: `${name} ${known.says}` }
  const told = readJsonThread(text) ?? readSavedPage(text)
  return told && 'problem' in told
    ? { problem: `${name}: ${told.problem}` }
    : { name, text: wholeCharacters(text) }
}

/** Texts in a form of which a reader would only see the signs. */
const textKinds = [
  { pattern: /^\s*\{\\rtf\d/, says: 'is an RTF document. Save it as plain text.' },
  { pattern: /^%PDF-/, says: 'is a PDF. Copy its text and paste it.' },
  {
    pattern: /^(?:From: .?<?Saved by |Snapshot-Content-Location:)/i,
    says: 'is a web archive. Save the page as “HTML only”, or copy its text and paste it.',
  },
]

/** The kinds of files that people take for texts, by the bytes that they begin with. */
const fileKinds: readonly { begins: readonly number[]; says: string }[] = [
  { begins: [0x25, 0x50, 0x44, 0x46], says: 'is a PDF. Copy its text and paste it.' },
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    says: 'is an archive or a word processor’s document (zip). Save its text as plain text.',
  },
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0],
    says: 'is a word processor’s document. Save it as plain text.',
  },
  { begins: [0x1f, 0x8b], says: 'is compressed (gzip). Unpack it first.' },
  { begins: [0x37, 0x7a, 0xbc, 0xaf], says: 'is compressed (7z). Unpack it first.' },
  { begins: [0x52, 0x61, 0x72, 0x21], says: 'is compressed (rar). Unpack it first.' },
  { begins: [0x89, 0x50, 0x4e, 0x47], says: 'is a binary file, a picture (PNG), not a text.' },
  { begins: [0xff, 0xd8, 0xff], says: 'is a binary file, a picture (JPEG), not a text.' },
  { begins: [0x47, 0x49, 0x46, 0x38], says: 'is a binary file, a picture (GIF), not a text.' },
  {
    begins: [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74],
    says: 'is a web archive or a property list. Save the page as HTML, or copy its text and paste it.',
  },
]

/** What is wrong with bytes whatever they spell. */
function bytesProblem(name: string, bytes: Uint8Array): string | null {
  if (bytes.length === 0) return `${name} is empty.`
  const kind = fileKinds.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))
  if (kind) return `${name} ${kind.says}`
  if (isWide(bytes))
    return `${name} is not UTF-8 text: it is in UTF-16 or UTF-32. Save it as UTF-8.`
  return bytes.includes(0) ? `${name} is a binary file, not a text.` : null
}

/** Whether a text seems to be in units of two or four bytes: it says so, or every other byte is a zero. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const head = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = head.length / 2
  return (even > 0.4 * half && odd < 0.05 * half) || (odd > 0.4 * half && even < 0.05 * half)
}

/** What bytes that are no UTF-8 are likely to be, as a sentence. */
function likelyEncoding(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  let good = 0
  let bad = 0
  for (const char of text) {
    if (char === '\uFFFD') bad++
    else if (char > '\u007F') good++
  }
  if (good > 2 * bad) return `it is damaged, or cut off within a character.`
  return 'it seems to be in an older encoding such as windows-1252.'
}
