import type { Span } from '../../model/schema'
import { forwarded, type Letter, lettersOf, subjectOf, wordsAt, writerOf } from './letters'
import { linesOf, type TextLine } from './lines'
import { momentOf } from './mailDates'
import { tellMailParents } from './mailParents'
import { type Told, type ToldSpan, type ToldTurn, untold } from './told'

/**
 * Reads letters to a mailing list, as an mbox or pasted one below the other; null for any other text.
 *
 * ```text
 * From: Ada Lovelace                 furniture: who speaks
 * Date: Sun, 29 Nov 92 14:08:03 PST  furniture: when
 *
 * Kurt writes:                       speech
 * > The points freeze.               quotation
 * Then heat them.                    speech
 * --                                 furniture: a signature
 * Ada
 * ```
 */
export function readMailingList(text: string): Told | null {
  if (!mayBeMail.test(text)) return null
  const lines = linesOf(text)
  const letters = lettersOf(lines)
  const isMail = letters.length > 1 || (letters[0] && letters[0].line < 4)
  if (!isMail) return null
  const turns: ToldTurn[] = []
  const spans: ToldSpan[] = []
  const undecoded = { html: 0, encoded: 0, quoted: 0 }
  const turnOf = new Map<Letter, number>()
  for (const letter of letters) {
    const first = lines[letter.body]
    const last = lines[letter.end - 1]
    if (!first || !last || letter.body >= letter.end) continue
    turnOf.set(letter, turns.length)
    turns.push({ start: first.start, end: last.end, ...saidBy(letter) })
    spans.push(...spansOf(lines, letter, undecoded))
  }
  tellMailParents(lines, turnOf, turns)
  const subjects = new Set(letters.map(subjectOf))
  return {
    ...untold(text),
    kind: 'mailing list',
    title: subjects.size === 1 ? ([...subjects][0] ?? null) || null : null,
    publishedAt: turns[0]?.postedAt ?? null,
    turns,
    spans,
    missing: missingOf(undecoded),
  }
}

const mayBeMail = /^From: ?\S/im

function saidBy(letter: Letter): Pick<ToldTurn, 'speaker' | 'postedAt'> {
  const date = letter.headers.get('date') ?? letter.headers.get('sent')
  return { speaker: writerOf(letter), ...(date && { postedAt: momentOf(date) }) }
}

interface Undecoded {
  html: number
  encoded: number
  quoted: number
}

function missingOf({ html, encoded, quoted }: Undecoded): string[] {
  const missing: string[] = []
  const parts = (count: number, what: string) =>
    count === 1 ? `A part ${what} was left aside.` : `${count} parts ${what} were left aside.`
  if (html > 0) missing.push(parts(html, 'in HTML'))
  if (encoded > 0) missing.push(parts(encoded, 'in base64'))
  if (quoted > 0)
    missing.push(
      `${quoted === 1 ? 'A letter is' : `${quoted} letters are`} in quoted-printable, and shown undecoded.`,
    )
  return missing
}

/** Signatures, marks of encoding, and quotations that no `>` shows. */
function spansOf(lines: readonly TextLine[], letter: Letter, undecoded: Undecoded): ToldSpan[] {
  const parts = mimeSpans(lines, letter, undecoded)
  const end = bodyEnd(lines, letter)
  const spans: ToldSpan[] = []
  let next = 0
  for (let at = letter.body; at < letter.end; ) {
    const part = parts[next]
    const quoted = quotedRun(lines, at, end)
    const length = quoted || noiseRun(lines, at, end) || (at >= end ? letter.end - at : 0)
    if (part && part.first <= at + Math.max(0, length - 1)) {
      spans.push({ ...spanOf(lines, part.first, part.end), role: 'furniture' })
      next++
      at = part.end
      continue
    }
    if (length > 0)
      spans.push({
        ...spanOf(lines, at, at + length),
        role: quoted ? 'quotation' : 'furniture',
      })
    at += Math.max(1, length)
  }
  return spans
}

const spanOf = (lines: readonly TextLine[], from: number, to: number): Span => ({
  start: lines[from]?.start ?? 0,
  end: lines[to - 1]?.end ?? 0,
})

/** How many lines from here on are quoted by a bar or by initials: `| words`, `TM> words`. */
function quotedRun(lines: readonly TextLine[], from: number, to: number): number {
  const sign = /^(?:\||[A-Z]{2,4}>) ?/.exec(wordsAt(lines, from))?.[0].trim()
  if (!sign) return forwarded.test(wordsAt(lines, from)) ? to - from : 0
  let at = from
  while (at < to && wordsAt(lines, at).startsWith(sign)) at++
  // `| a | b |` is a table.
  const isTable = sign === '|' && wordsAt(lines, from).split('|').length > 2
  return isTable ? 0 : at - from
}

const noise =
  /^-----BEGIN PGP SIGNED MESSAGE-----$|^Hash: \S{1,20}$|^On .{6,120}\bwrote:$|^\[?(?:non-text|attachment|alternative) .{0,60}(?:scrubbed|removed|deleted).{0,20}$/i

/** How many lines from here on a program wrote: "On Sunday, Ada wrote:", which may take two lines. */
function noiseRun(lines: readonly TextLine[], at: number, to: number): number {
  const line = wordsAt(lines, at)
  if (noise.test(line)) return 1
  const isLong = /^On .{6,120}$/.test(line) && !/[.!?]$/.test(line) && at + 1 < to
  return isLong && /\b\d{4}\b|@/.test(line) && /^.{0,80}\bwrote:$/.test(wordsAt(lines, at + 1))
    ? 2
    : 0
}

/** The first line of what closes a letter: a signature, the foot of the list, the writer's name alone. */
function bodyEnd(lines: readonly TextLine[], letter: Letter): number {
  let end = letter.end
  for (let at = letter.end - 1; at > letter.body && at > letter.end - 25; at--) {
    const line = wordsAt(lines, at)
    if (/^--$|^-----BEGIN PGP SIGNATURE-----$|^_{20,}$/.test(line)) end = at
  }
  const name =
    writerOf(letter)
      ?.toLowerCase()
      .split(/[\s.,]+/) ?? []
  const close = /^[-—–~]{0,3}\s*([\p{L}. ]{1,40}?)[.,]?$/u.exec(wordsAt(lines, end - 1))?.[1]
  const closing =
    close
      ?.toLowerCase()
      .split(/[\s.,]+/)
      .filter((word) => word !== '') ?? []
  const isName = (word: string) =>
    name.some((one) => one === word || (word.length === 1 && one.startsWith(word)))
  if (end - 1 > letter.body && closing.length > 0 && closing.every(isName)) end--
  return end
}

/** Lines, as a half-open range. */
interface Part {
  first: number
  end: number
}

interface MimePart extends Part {
  type: string
  coding: string
  /** Whether these are no part themselves but the lines that part others. */
  isBetween: boolean
}

/** What of a letter in several parts is no plain words: the lines that part them, and parts left undecoded. */
function mimeSpans(lines: readonly TextLine[], letter: Letter, undecoded: Undecoded): Part[] {
  const aside: Part[] = []
  for (const part of mimeParts(lines, letter)) {
    const isHtml = /text\/html/i.test(part.type)
    const isEncoded = /base64/i.test(part.coding)
    if (part.first < part.end && (part.isBetween || isHtml || isEncoded)) aside.push(part)
    if (part.isBetween) continue
    if (isHtml) undecoded.html++
    else if (isEncoded) undecoded.encoded++
    else if (/quoted-printable/i.test(part.coding)) undecoded.quoted++
  }
  return aside
}

function mimeParts(lines: readonly TextLine[], letter: Letter): MimePart[] {
  const type = letter.headers.get('content-type') ?? ''
  const coding = letter.headers.get('content-transfer-encoding') ?? ''
  const whole = { first: letter.body, end: letter.end, type, coding, isBetween: false }
  const boundary = /boundary="?([^";\s]{1,80})"?/i.exec(type)?.[1]
  if (!boundary) return [whole]
  const parts: MimePart[] = []
  let part: MimePart = { ...whole, type: '', coding: '', isBetween: true }
  for (let at = letter.body; at < letter.end; at++) {
    if (!wordsAt(lines, at).startsWith(`--${boundary}`)) continue
    const head = mimeHead(lines, at, letter.end)
    parts.push({ ...part, end: at }, { ...head, isBetween: true })
    const isLast = wordsAt(lines, at).endsWith('--')
    part = { ...head, first: head.end, end: letter.end, isBetween: isLast }
  }
  return parts.length > 0 ? [...parts, part] : [whole]
}

/** The lines over a part of a letter: they reach to the first blank line. */
function mimeHead(lines: readonly TextLine[], first: number, to: number) {
  let type = ''
  let coding = ''
  let end = first + 1
  for (; end < to && !lines[end]?.isAfterBlank; end++) {
    const words = wordsAt(lines, end)
    type = /^content-type: ?(.*)/i.exec(words)?.[1] ?? type
    coding = /^content-transfer-encoding: ?(.*)/i.exec(words)?.[1] ?? coding
  }
  return { first, end, type, coding }
}
