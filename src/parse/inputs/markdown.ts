import { linesOf, type TextLine } from './lines'
import { type Told, type ToldSpan, untold } from './told'

/**
 * Reads Markdown whose writers quote with `>`; null for a text that has no such lines.
 *
 * Who speaks where is left to be guessed.
 */
export function readMarkdown(text: string): Told | null {
  if (!quotedLine.test(text)) return null
  const lines = linesOf(text)
  const spans = markdownSpans(lines)
  const quotations = spans.filter(({ role }) => role === 'quotation')
  if (
    !quotations.some(({ start, end }) =>
      saysSomething(text.slice(start, Math.min(end, start + 400))),
    )
  )
    return null
  const title = /^# +(\S.{0,200}?)(?: #*)?$/.exec(lines[0]?.words ?? '')?.[1] ?? null
  // One quotation may be an accident, and says nothing of how the others quote.
  const marks = quotations.length > 1
  return {
    ...untold(text),
    kind: 'Markdown',
    title,
    spans,
    ...(marks && { marksQuotations: true }),
  }
}

/** Reddit's `>!` opens a spoiler, which is the writer's own. */
const quotedLine = /^[^\S\r\n]*(?:>|&gt;)(?!!)/m
const quoteSigns = /^(?:(?:>|&gt;)(?!!)\s?)+/
const fence = /^(`{3,}|~{3,})/

/** Whether a quotation holds a few words, and is no arrow or smiley. */
const saysSomething = (words: string): boolean =>
  words.split(/[^\p{L}\p{N}]+/u).filter(Boolean).length > 2

/**
 * The quotations, headings and rules of some lines in Markdown.
 *
 * Lines of code are the writer's own, whatever opens them. A quoted paragraph goes on without its sign where the
 * sentence does: forums show that as quoted too.
 *
 * ```text
 * > The points freeze        quotation
 * long before the rails do.  quotation, though without its sign
 * Then heat them.            speech
 * ```
 */
export function markdownSpans(lines: readonly TextLine[], from = 0, to = lines.length): ToldSpan[] {
  const spans: ToldSpan[] = []
  let code: string | null = null
  let quoted: ToldSpan | null = null
  for (let at = from; at < to; at++) {
    const line = lines[at] as TextLine
    const mark = fence.exec(line.words)?.[1]
    if (code !== null) {
      if (mark?.startsWith(code)) code = null
      quoted = null
      continue
    }
    if (
      quoted &&
      !line.isAfterBlank &&
      (quoteSigns.test(line.words) || goesOn(lines[at - 1], line))
    ) {
      quoted.end = line.end
      continue
    }
    quoted = null
    if (mark) code = mark
    else if (quoteSigns.test(line.words)) {
      quoted = { start: line.start, end: line.end, role: 'quotation' }
      spans.push(quoted)
    } else if (/^#{1,6} \S/.test(line.words) && line.words.length < 200)
      spans.push({ start: line.start, end: line.end, role: 'heading' })
    else if (line.isAfterBlank && /^(?:\*\s?){3,}$|^(?:-\s?){3,}$|^(?:_\s?){3,}$/.test(line.words))
      spans.push({ start: line.start, end: line.end, role: 'furniture' })
  }
  return spans
}

/** Whether a line without a sign goes on with the quoted line above it: in the middle of a sentence. */
function goesOn(above: TextLine | undefined, { words }: TextLine): boolean {
  const quoted = above?.words.slice(-200) ?? ''
  return /[\p{L}\p{N},;–—-]$/u.test(quoted) && /^["“'(]?\p{Ll}/u.test(words)
}
