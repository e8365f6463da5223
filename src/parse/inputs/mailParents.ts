import { type Letter, subjectOf, writerOf } from './letters'
import type { TextLine } from './lines'
import type { ToldTurn } from './told'

/**
 * Tells whom each letter answers.
 *
 * By its head where that names a letter before it. Else by the lines it quotes: what stands in a letter two signs
 * deep stood one sign deep in the letter it answers, and word for word. Else by the name of the writer it quotes.
 */
export function tellMailParents(
  lines: readonly TextLine[],
  turnOf: ReadonlyMap<Letter, number>,
  turns: ToldTurn[],
) {
  const letterOfId = new Map<string, Letter>()
  const lettersOfLine = new Map<string, Letter[]>()
  const lastOfSubject = new Map<string, Letter>()
  const before: Letter[] = []
  const subjects = new Set([...turnOf.keys()].map(subjectOf)).size
  for (const [letter, at] of turnOf) {
    const turn = turns[at]
    const subject = subjectOf(letter)
    const named = namedParent(letter, letterOfId)
    const quoted = named ?? quotedParent(lines, letter, lettersOfLine)
    const written = quoted ?? writtenParent(lines, letter, before, subject)
    const parent = written ?? (subjects > 1 ? lastOfSubject.get(subject) : undefined)
    if (turn && parent) {
      turn.replyTo = turnOf.get(parent) ?? null
      if (!named && quoted) turn.replyRule = 'quotes its lines'
      else if (!named && written) turn.replyRule = 'names the writer'
    } else if (turn && (at === 0 || !lastOfSubject.has(subject))) turn.replyTo = null
    const id = idsOf(letter.headers.get('message-id'))[0]
    if (id) letterOfId.set(id, letter)
    for (let line = letter.body; line < letter.end; line++)
      noteLine(lines, line, letter, lettersOfLine)
    lastOfSubject.set(subject, letter)
    before.push(letter)
  }
}

const idsOf = (header: string | undefined): string[] => header?.match(/<[^<>\s]{3,200}>/g) ?? []

/** The letter that the head names: In-Reply-To first, then the last reference that is there. */
function namedParent(
  { headers }: Letter,
  letterOfId: ReadonlyMap<string, Letter>,
): Letter | undefined {
  const ids = [...idsOf(headers.get('references')), ...idsOf(headers.get('in-reply-to'))]
  return ids
    .toReversed()
    .map((id) => letterOfId.get(id))
    .find((letter) => letter !== undefined)
}

/** A line as it is compared: without white space, and long enough to be no accident. */
function keyOf(words: string): string | null {
  const key = words.replace(/\s+/g, '')
  return key.length >= 16 && key.length <= 400 ? key : null
}

/** Remembers a line under the letter it stands in: the latest few, since whoever quotes quotes what is new. */
function noteLine(
  lines: readonly TextLine[],
  at: number,
  letter: Letter,
  lettersOfLine: Map<string, Letter[]>,
) {
  const key = keyOf(lines[at]?.words ?? '')
  if (key === null) return
  const letters = lettersOfLine.get(key) ?? []
  if (letters.at(-1) !== letter) lettersOfLine.set(key, [...letters.slice(-3), letter])
}

/** The letter before it that has the most of the lines it quotes, with one sign less; the latest of equals. */
function quotedParent(
  lines: readonly TextLine[],
  letter: Letter,
  lettersOfLine: ReadonlyMap<string, readonly Letter[]>,
): Letter | undefined {
  const votes = new Map<Letter, number>()
  for (let at = letter.body; at < letter.end; at++) {
    const quoted = /^(?:>|\||[A-Z]{2,4}>) ?(.*)$/.exec(lines[at]?.words ?? '')?.[1]
    const key = quoted === undefined ? null : keyOf(quoted)
    for (const one of (key && lettersOfLine.get(key)) || [])
      votes.set(one, (votes.get(one) ?? 0) + 1)
  }
  let best: Letter | undefined
  for (const [one, count] of votes) {
    const most = best ? (votes.get(best) ?? 0) : 0
    if (count > most || (count === most && best && one.line > best.line)) best = one
  }
  return best
}

const attribution =
  /^(?:>? ?From: ?"?([^"<]{2,60}?)"?(?: ?<.*)?|(?:On .{4,80}, )?"?([\p{L}][\p{L}. '’-]{1,60}?)"?(?: \(?<?[^ ]+@[^ ]+>?\)?)? (?:writes?|wrote|says?|said)(?: .{0,60})?:)$/iu

/** The latest letter on the subject by the writer whom the first lines name. */
function writtenParent(
  lines: readonly TextLine[],
  letter: Letter,
  before: readonly Letter[],
  subject: string,
): Letter | undefined {
  for (let at = letter.body; at < Math.min(letter.end, letter.body + 4); at++) {
    const match = attribution.exec(lines[at]?.words.slice(0, 200) ?? '')
    const name = (match?.[1] ?? match?.[2])?.trim().toLowerCase()
    if (!name) continue
    // Threads are near one another: further up the same name may well mean another letter.
    for (let back = before.length - 1; back >= Math.max(0, before.length - 50); back--) {
      const one = before[back]
      if (one && subjectOf(one) === subject && isCalled(writerOf(one), name)) return one
    }
  }
  return undefined
}

/** Whether somebody is called so: "Perry" is a name of Perry E. Metzger. */
function isCalled(writer: string | null, name: string): boolean {
  const names = writer?.toLowerCase().split(/[\s.,]+/) ?? []
  return name.split(/[\s.,]+/).every((one) => one === '' || names.includes(one))
}
