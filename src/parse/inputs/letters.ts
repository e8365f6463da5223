import type { TextLine } from './lines'

/** A letter: its head, and which lines are its body. */
export interface Letter {
  headers: ReadonlyMap<string, string>
  /** The first line of its head, the first of its body, and the first below it. */
  line: number
  body: number
  end: number
}

/** A line of a head: its name and what it says. */
const header = /^([A-Za-z][A-Za-z-]{1,40}): ?(.*)$/
const knownHeader =
  /^(?:from|date|sent|to|cc|bcc|subject|message-id|in-reply-to|references|newsgroups|organization|reply-to|sender|return-path|received|mime-version|content-[a-z-]+|precedence|list-[a-z-]+|x-[a-z-]+|status|lines|path|distribution|delivered-to|user-agent|resent-[a-z-]+)$/i
const mboxLine = /^From \S.{0,120}\d{4}.{0,20}$/
/** What stands over a letter that is quoted whole. */
export const forwarded =
  /^-{2,}\s*(?:original|forwarded) message\s*-{2,}$|^begin forwarded message:?$/i

/** The letters of a text. A head quoted below "Original Message" begins none. */
export function lettersOf(lines: readonly TextLine[]): Letter[] {
  const letters: Letter[] = []
  for (let at = 0; at < lines.length; ) {
    const above = wordsAt(lines, at - 1)
    const isMbox = mboxLine.test(wordsAt(lines, at))
    const mayOpen = isMbox || lines[at]?.isAfterBlank || isRule(above)
    const head = mayOpen && !forwarded.test(above) ? headAt(lines, isMbox ? at + 1 : at) : null
    if (!head) {
      at++
      continue
    }
    const last = letters.at(-1)
    if (last) last.end = isRule(above) ? at - 1 : at
    letters.push({ headers: head.headers, line: at, body: head.end, end: lines.length })
    at = head.end
  }
  return letters
}

/** The first words of a line: enough for any sign. */
export const wordsAt = (lines: readonly TextLine[], at: number): string =>
  lines[at]?.words.slice(0, 300) ?? ''

const isRule = (line: string): boolean => /^[-=_*]{3,}$/.test(line)

/** The head that begins at a line: it says at least who writes, and when or of what. */
function headAt(lines: readonly TextLine[], from: number) {
  const headers = new Map<string, string>()
  let name = ''
  let at = from
  for (; at < lines.length; at++) {
    const line = lines[at] as TextLine
    if (at > from && line.isAfterBlank) break
    const match = line.indent === 0 ? header.exec(line.words) : null
    if (match && knownHeader.test(match[1] ?? '')) {
      name = (match[1] ?? '').toLowerCase()
      if (!headers.has(name)) headers.set(name, match[2]?.trim() ?? '')
    } else if (line.indent > 0 && name !== '')
      headers.set(name, `${headers.get(name)} ${line.words}`.trim())
    else break
  }
  const isHead =
    headers.has('from') && ['date', 'sent', 'subject', 'message-id'].some((one) => headers.has(one))
  return isHead ? { headers, end: at } : null
}

/** The subject of a letter, without "Re:" and the name of the list. */
export const subjectOf = ({ headers }: Letter): string =>
  (headers.get('subject') ?? '')
    .replace(/^(?:\s*(?:re|fwd?|aw|sv)(?:\[\d+\])?:|\s*\[[^\]]{1,40}\])+/i, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Who writes, by name if the head gives one. */
export function writerOf({ headers }: Letter): string | null {
  const from = headers.get('from') ?? ''
  const named =
    /^"?([^"<>]{1,80}?)"?\s*<[^>]*>/.exec(from)?.[1] ?? /\(([^()]{1,80})\)\s*$/.exec(from)?.[1]
  const name = (named ?? from).replace(/=\?[^?]*\?[^?]*\?([^?]*)\?=/g, '$1').replace(/_/g, ' ')
  return (named === undefined ? from : name).trim().slice(0, 80) || null
}
