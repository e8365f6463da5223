import type { SourceSpan, Span } from '../model/schema'
import { type Grain, wholeSpan } from './pickedSpan'

// Between the words on the page and their place in the source. Every run of source words on the page is an element
// whose `data-from` says where it starts; margins, numbers and buttons are in none, and so are never picked.

/**
 * The words of a source that are selected on a page; null where none are.
 *
 * A selection that goes over the edge of the page counts as far as the page goes. Runs of another source, as a preview
 * may show them, are left out: what begins in one source ends in it.
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
    .filter((run) => range.intersectsNode(run) && sourceOf(run, source.id) === source.id)
    .map((run) => spanWithin(run, range))
    .filter(({ start, end }) => start < end)
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last) return null
  const span = wholeSpan(source.text, { start: first.start, end: last.end }, grain)
  return span && { source: source.id, ...span }
}

/** The ranges of a page that show the words of a span, as far as they are on it now. One for each run. */
export function rangesOf(page: HTMLElement, { source, start, end }: SourceSpan): Range[] {
  return runsOf(page).flatMap((run) => {
    const from = fromOf(run)
    const length = run.textContent?.length ?? 0
    if (from >= end || from + length <= start || sourceOf(run, source) !== source) return []
    const range = document.createRange()
    range.setStart(...pointIn(run, Math.max(0, start - from)))
    range.setEnd(...pointIn(run, Math.min(length, end - from)))
    return [range]
  })
}

/** Where the words start that an element shows or stands among: its own run, or the first within it. Null for none. */
export function offsetOf(element: Element): number | null {
  const run =
    element.closest<HTMLElement>('[data-from]') ?? element.querySelector<HTMLElement>('[data-from]')
  return run && fromOf(run)
}

const runsOf = (page: HTMLElement): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>('[data-from]'),
]

const fromOf = (run: HTMLElement) => Number(run.dataset.from)

const sourceOf = (run: HTMLElement, otherwise: string) =>
  run.closest<HTMLElement>('[data-source]')?.dataset.source ?? otherwise

/** What a range takes of a run, as a span of the source. */
function spanWithin(run: HTMLElement, range: Range): Span {
  const from = fromOf(run)
  const lengthUpTo = (node: Node, offset: number) => {
    const before = document.createRange()
    before.setStart(run, 0)
    before.setEnd(node, offset)
    return before.toString().length
  }
  const whole = run.textContent?.length ?? 0
  const isIn = (node: Node) => run.contains(node)
  return {
    start:
      from + (isIn(range.startContainer) ? lengthUpTo(range.startContainer, range.startOffset) : 0),
    end:
      from + (isIn(range.endContainer) ? lengthUpTo(range.endContainer, range.endOffset) : whole),
  }
}

/** The place in a run that stands so many code units after its start, as a node and an offset. */
function pointIn(run: HTMLElement, length: number): [Node, number] {
  const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT)
  let left = length
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.nodeValue?.length ?? 0
    if (left <= own) return [node, left]
    left -= own
  }
  return [run, run.childNodes.length]
}
