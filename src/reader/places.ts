import type { Span } from '../model/schema'

// Where words of the source stand on the screen. Every element with `data-from` holds exactly the words of the source
// from that offset on; of a long text only the part around what is in view is there.

/**
 * The ranges of spans that are on the page now; none for those whose rows are far out of view.
 *
 * The spans stand in order and do not overlap.
 */
export function rangesOf(page: Element, spans: readonly Span[]): Range[] {
  const ranges: Range[] = []
  let next = 0
  for (const element of page.querySelectorAll<HTMLElement>('[data-from]')) {
    const words = element.firstChild
    if (!(words instanceof Text)) continue
    const from = Number(element.dataset.from)
    const to = from + words.length
    while (next < spans.length && (spans[next] as Span).end <= from) next++
    for (let at = next; at < spans.length; at++) {
      const { start, end } = spans[at] as Span
      if (start >= to) break
      const range = new Range()
      range.setStart(words, Math.max(0, start - from))
      range.setEnd(words, Math.min(words.length, end - from))
      ranges.push(range)
    }
  }
  return ranges
}

/** How much room is left above and below words that are brought into view, in pixels. */
const room = 24

/**
 * Scrolls so that the first words of a span are a quarter down the page, unless they are in view already. An empty
 * span is a place, and comes to the top.
 *
 * False where the words are not on the page yet.
 */
export function bringIntoView(page: Element, { start, end }: Span): boolean {
  const first = { start, end: Math.max(start + 1, Math.min(end, start + 120)) }
  const [range] = rangesOf(page, [first])
  if (!range) return false
  const words = range.getBoundingClientRect()
  const view = page.getBoundingClientRect()
  // A mere place was at the top when it was taken down.
  if (start === end) {
    page.scrollTop += words.top - view.top
    return true
  }
  // All of them are, or at least they begin well up on the page.
  const last = rangesOf(page, [{ start: end - 1, end }])[0]?.getBoundingClientRect() ?? words
  const isUp = words.top <= view.top + view.height / 3
  const isInView =
    words.top >= view.top + room && (isUp ? words : last).bottom <= view.bottom - room
  if (!isInView) page.scrollTop += words.top - view.top - view.height / 4
  return true
}

/** The names under which words are lit, as the style sheets know them: each is seen over those before it. */
const lights = ['link-ends', 'reading-goal', 'reader-find', 'reader-find-now', 'picked'] as const
export type Light = (typeof lights)[number]

/** Lights spans of the text. Where a browser cannot, nothing is lit. */
export function light(page: Element, name: Light, spans: readonly Span[]) {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return
  const ranges = rangesOf(page, spans)
  if (ranges.length === 0) CSS.highlights.delete(name)
  else {
    const highlight = new Highlight(...ranges)
    highlight.priority = lights.indexOf(name)
    CSS.highlights.set(name, highlight)
  }
}
