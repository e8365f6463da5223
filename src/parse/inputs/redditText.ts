import { linesOf, type TextLine } from './lines'
import { markdownSpans } from './markdown'
import { type Told, type ToldSpan, type ToldTurn, untold } from './told'

/**
 * Reads a thread of Reddit that was copied or dumped as text; null for any other text.
 *
 * A copy of the page names who speaks over each comment. A dump has lost the names, but often keeps a wider gap
 * between two comments than between two paragraphs.
 *
 * ```text
 * CMV: Points should be heated          the post, by its title
 *
 * They freeze first.
 *
 *
 * &gt; They freeze first.               a comment: a wider gap stands above it
 * ```
 */
export function readRedditText(text: string): Told | null {
  if (!mayBeReddit.test(text)) return null
  const lines = linesOf(text)
  const first = lines[0]?.words ?? ''
  const heads = headsOf(lines)
  const isTitled = titled.test(first)
  if (heads.length === 0 && !isTitled) return null
  const aside = asideSpans(lines)
  const told: Told = {
    ...untold(text),
    kind: 'Reddit',
    title: isTitled ? first.slice(0, 300) : null,
    missing: missingOf(lines),
    marksQuotations: true,
  }
  if (heads.length > 0) {
    const turns = turnsOf(lines, heads, aside)
    return { ...told, turns, spans: inOrder(aside, markdownSpans(lines)) }
  }
  return { ...told, spans: inOrder(aside, markdownSpans(lines)), openings: wideGaps(text, lines) }
}

const mayBeReddit =
  /^[^\S\r\n]*(?:\[[\w ]{1,20}\] ?)?CMV\b|^permalink\b|^level \d+$|\bpoints? +(?:\d+|an?) \w{1,10} ago\b/im
const titled = /^(?:\[[\w ]{1,20}\] ?)?CMV\b ?[:-]?/i

const pageHead =
  /^(?:\[[-–+]\]\s*)?(?:\/?u\/)?([\w-]{2,30})(?:\s*\[[A-Z]{1,3}\])?(?:\s*\d{1,4}∆)?\s+(?:\[?score hidden\]?|(-?\d+(?:\.\d+k)?) points?)\s+((?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago)\b.{0,60}$/
const goneHead = /^(?:\[[-–+]\]\s*)?\[(?:deleted|removed)\](?:\s+.{0,40}\bago\b.{0,60})?$/

interface Head {
  line: number
  speaker: string | null
  votes?: number
  postedAt?: string
  indent: number
}

function headsOf(lines: readonly TextLine[]): Head[] {
  const heads: Head[] = []
  for (const [line, { words, indent }] of lines.entries()) {
    if (words.length > 160) continue
    const match = pageHead.exec(words)
    if (match) {
      const [, speaker = '', votes, postedAt = ''] = match
      const count = votes && !votes.endsWith('k') ? { votes: Number(votes) } : {}
      heads.push({ line, speaker, postedAt, indent, ...count })
    } else if (goneHead.test(words) && / ago\b/.test(words))
      heads.push({ line, speaker: null, indent })
  }
  return heads
}

function turnsOf(
  lines: readonly TextLine[],
  heads: readonly Head[],
  aside: readonly ToldSpan[],
): ToldTurn[] {
  const turns: ToldTurn[] = []
  const above: { indent: number; turn: number | null }[] = []
  const isIndented = new Set(heads.map(({ indent }) => indent)).size > 1
  const buttons = new Set(aside.map(({ start }) => start))
  for (const [index, { line, speaker, votes, postedAt, indent }] of heads.entries()) {
    const next = heads[index + 1]?.line ?? lines.length
    let end = next
    for (let at = line + 1; at < next; at++)
      if (isButtons(lines[at]?.words ?? '')) end = Math.min(end, at)
    while (end > line + 1 && buttons.has(lines[end - 1]?.start ?? -1)) end--
    const [first, last] = [lines[line + 1], lines[end - 1]]
    const isSaid = first !== undefined && last !== undefined && end > line + 1
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop()
    const parent = above.at(-1)?.turn ?? null
    above.push({ indent, turn: isSaid ? turns.length : null })
    if (!isSaid) continue
    turns.push({
      start: first.start,
      end: last.end,
      speaker,
      ...(isIndented && { replyTo: parent }),
      ...(votes !== undefined && { votes }),
      ...(postedAt !== undefined && { postedAt }),
    })
  }
  return turns
}

const isButtons = (line: string): boolean =>
  line.length < 120 &&
  /^(?:permalink|embed|save|parent|report|reply|share|give award|context|full comments(?: \(\d+\))?|level \d+)(?:\s+(?:permalink|embed|save|parent|report|reply|share|give award|context|full comments(?: \(\d+\))?))*$/i.test(
    line,
  )

/** What no person says: buttons, the mark of a changed view alone, and the foot of a message by a program. */
function asideSpans(lines: readonly TextLine[]): ToldSpan[] {
  return lines.flatMap(({ words, start, end }): ToldSpan[] =>
    isButtons(words) || isDelta(words) || isBotFoot(words) || isGone(words)
      ? [{ start, end, role: 'furniture' }]
      : [],
  )
}

const isDelta = (line: string): boolean => /^(?:&(?:amp;)?#8710;|∆|Δ|!delta)$/i.test(line)
const isGone = (line: string): boolean => /^\[(?:deleted|removed)(?: by \w+)?\]$/i.test(line)
const isBotFoot = (line: string): boolean =>
  line.length < 400 &&
  (/^(?:\*|\^)*i am a bot\b/i.test(line) ||
    /^\^{0,4}\[?confirmed: \d+ deltas? awarded\b/i.test(line) ||
    /^\^{0,4}\[?(?:delta system explained|deltaboards)\b/i.test(line))

/** Two lists of spans as one, in order; where they overlap, the first list counts. */
function inOrder(first: readonly ToldSpan[], second: readonly ToldSpan[]): ToldSpan[] {
  const taken = new Set(first.map(({ start }) => start))
  return [...first, ...second.filter(({ start }) => !taken.has(start))]
    .sort((a, b) => a.start - b.start)
    .reduce<ToldSpan[]>((kept, span) => {
      if ((kept.at(-1)?.end ?? 0) <= span.start) kept.push(span)
      return kept
    }, [])
}

/** Where a gap wider than that between paragraphs stands: somebody else speaks below it. */
function wideGaps(text: string, lines: readonly TextLine[]): number[] {
  const openings: number[] = []
  for (let at = 1; at < lines.length; at++) {
    const [above, line] = [lines[at - 1], lines[at]]
    const gap = text.slice(above?.end, line?.start).match(/\r\n?|\n/g)?.length ?? 0
    if (line && gap > 2) openings.push(line.start)
  }
  // Where most paragraphs stand so far apart it says nothing.
  return openings.length * 2 <= lines.length ? openings : []
}

function missingOf(lines: readonly TextLine[]): string[] {
  const isHead = (line: string) => goneHead.test(line) && / ago\b/.test(line)
  const gone = lines.filter(
    ({ words }, at) => isHead(words) || (isGone(words) && !isHead(lines[at - 1]?.words ?? '')),
  ).length
  const more = lines.filter(({ words }) =>
    /^(?:load|continue) (?:more comments|this thread)\b/i.test(words),
  ).length
  return [
    ...(gone > 0 ? [`${gone === 1 ? '1 comment was' : `${gone} comments were`} deleted.`] : []),
    ...(more > 0 ? ['More replies were not loaded when the page was copied.'] : []),
  ]
}
