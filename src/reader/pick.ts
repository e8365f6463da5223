import type { SourceSpan, Span } from '../model/schema'
import { type Grain, wholeSpan } from './pickedSpan'

// Between the words on the page and their place in the source. Every run of source words on the page is an element
// whose `data-from` says where it starts; margins, numbers and buttons are in none, and so are never picked.

/**
 * The words of a source that are selected on a page; null where none are.
 *
 * A selection that goes over the edge of the page counts as far as the page goes: a page shows one source, so what
 * begins in one ends in it.
 */
export function pickedOf(
  selection: Selection | null,
  page: HTMLElement,
  source: { id: string; text: string },
  grain: Grain,
): SourceSpan | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(page)) return null
  const spans = runsOf(page)
    .filter((one) => range.intersectsNode(one))
    .map((one) => spanWithin(one, range))
    .filter(({ start, end }) => start < end)
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last) return null
  const span = wholeSpan(source.text, { start: first.start, end: last.end }, grain)
  return span && { source: source.id, ...span }
}

/**
 * Where picking by keyboard begins on a page: at the words that the focused element shows or belongs to, or else at the
 * first that are in view. Null where the page shows none.
 */
export function offsetOf(page: HTMLElement, focused: HTMLElement | null): number | null {
  const own = focused?.closest('[data-statements], [data-row]')?.querySelector<HTMLElement>(run)
  const { top } = page.getBoundingClientRect()
  const runs = runsOf(page)
  const at = own ?? runs.find((one) => one.getBoundingClientRect().bottom > top + 1) ?? runs[0]
  return at ? fromOf(at) : null
}

/** A run of source words. */
const run = '[data-from]'

const runsOf = (page: HTMLElement): HTMLElement[] => [...page.querySelectorAll<HTMLElement>(run)]

const fromOf = (one: HTMLElement) => Number(one.dataset.from)

/** What a range takes of a run, as a span of the source. */
function spanWithin(one: HTMLElement, range: Range): Span {
  const from = fromOf(one)
  const lengthUpTo = (node: Node, offset: number) => {
    const before = document.createRange()
    before.setStart(one, 0)
    before.setEnd(node, offset)
    return before.toString().length
  }
  const whole = one.textContent?.length ?? 0
  const isIn = (node: Node) => one.contains(node)
  return {
    start:
      from + (isIn(range.startContainer) ? lengthUpTo(range.startContainer, range.startOffset) : 0),
    end:
      from + (isIn(range.endContainer) ? lengthUpTo(range.endContainer, range.endOffset) : whole),
  }
}
