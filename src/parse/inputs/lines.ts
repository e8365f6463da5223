import type { Span } from '../../model/schema'

/** A line that is not blank, without the white space around it. */
export interface TextLine extends Span {
  words: string
  /** How many columns of white space stand before it. */
  indent: number
  /** Whether a blank line, or nothing, stands above it. */
  isAfterBlank: boolean
}

/** The lines of a text that are not blank, in order. Takes time in proportion to the text. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = []
  let breaks = 2
  for (const match of text.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    const words = match[0].trim()
    if (words === '') {
      if (/^[\r\n]/.test(match[0])) breaks++
      continue
    }
    const indent = match[0].length - match[0].trimStart().length
    const start = match.index + indent
    lines.push({ start, end: start + words.length, words, indent, isAfterBlank: breaks > 1 })
    breaks = 0
  }
  return lines
}

/** Months by the first three letters of their name. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * The day a line names in ISO 8601, such as "19th Nov 2025" or "Nov 19, 2025"; undefined where it names none.
 *
 * A time in UTC is kept: "19 Nov 2025 23:17 UTC" gives `2025-11-19T23:17Z`.
 */
export function dayOf(line: string): string | undefined {
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3})[a-z]{0,6}\.?,? (?<year>\d{4})(?: (?<time>\d{1,2}:\d{2}) UTC)?$/i.exec(
      line,
    ) ??
    /^(?<month>[a-z]{3})[a-z]{0,6}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(line)
  const { day, month, year, time } = match?.groups ?? {}
  const at = months.indexOf(month?.toLowerCase() ?? '')
  if (!day || at === -1 || Number(day) > 31) return undefined
  const date = `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return time ? `${date}T${time.padStart(5, '0')}Z` : date
}
