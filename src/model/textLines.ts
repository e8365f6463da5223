import type { Span } from './schema'

/** The lines of a text that hold words, without the white space around them. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let at = 0; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at)
    const next = lineBreak === -1 ? text.length : lineBreak
    const line = text.slice(at, next)
    const start = at + line.length - line.trimStart().length
    const end = at + line.trimEnd().length
    if (start < end) lines.push({ start, end })
    at = next + 1
  }
  return lines
}

/** A line this long is hardly written twice by chance, in code units. */
export const tellingLine = 24

/** What share of the words of an older text a newer one holds too, line by line: 0..1. Linear in both. */
export function sharedShare(before: string, after: string): number {
  const held = new Set(linesOf(after).map(({ start, end }) => after.slice(start, end)))
  let [all, shared] = [0, 0]
  for (const { start, end } of linesOf(before)) {
    if (end - start < tellingLine) continue
    all += end - start
    if (held.has(before.slice(start, end))) shared += end - start
  }
  return all === 0 ? 0 : shared / all
}
