import { type FocusEvent, useEffect, useRef, useState } from 'react'
import type { Row } from './page'
import type { Places } from './useGoal'

/** What the keys walk to: signs of statements only, or everything that can be pressed. */
const walks: Record<string, { step: 1 | -1; stop: string }> = {
  j: { step: 1, stop: '[data-sign]' },
  k: { step: -1, stop: '[data-sign]' },
  ArrowRight: { step: 1, stop: '[data-stop]' },
  ArrowLeft: { step: -1, stop: '[data-stop]' },
}

/** How many frames a row may take to come. */
const patience = 20

/**
 * Makes the page one stop for Tab: J and K walk its marks, the arrows to the left and right everything in it that can be
 * pressed. The other keys scroll, as everywhere.
 *
 * `kept` is the row that has the focus, which must stay on the page while it has; null while none has.
 */
export function useWalk({ page, rows }: Places & { rows: readonly Row[] }) {
  const [kept, setKept] = useState<number | null>(null)
  const latest = useRef(rows)
  latest.current = rows

  useEffect(() => {
    const element = page.current
    if (!element) return
    const onKey = (event: KeyboardEvent) => {
      const walk = walks[event.key]
      if (!walk || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      walkOn(element, walk.step, walk.stop)
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  }, [page])

  return {
    kept,
    onFocus: ({ target }: FocusEvent) => setKept(rowOf(target)),
    onBlur: ({ relatedTarget }: FocusEvent) =>
      setKept(page.current?.contains(relatedTarget as Node | null) ? rowOf(relatedTarget) : null),
  }
}

/** The number of the row that an element stands in; null for the page itself. */
function rowOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest('[data-row]') : null
  return row ? Number(row.getAttribute('data-row')) : null
}

/**
 * Gives the focus to the next or previous stop, counted from the one that has it, or else from the top of what is in
 * view. Where no row on the page has one further on, scrolls a page and looks again.
 */
function walkOn(page: HTMLElement, step: 1 | -1, stop: string, left = patience) {
  const stops = [...page.querySelectorAll<HTMLElement>(stop)]
  const from = document.activeElement
  const next =
    from && from !== page && page.contains(from)
      ? nextTo(stops, from, step)
      : firstInView(page, stops, step)
  if (next) {
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
    return
  }
  const before = page.scrollTop
  page.scrollTop += step * page.clientHeight * 0.8
  if (page.scrollTop !== before && left > 0)
    requestAnimationFrame(() => requestAnimationFrame(() => walkOn(page, step, stop, left - 1)))
}

function nextTo(stops: readonly HTMLElement[], from: Element, step: 1 | -1) {
  const lies = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const isNext = (stop: Element) => (from.compareDocumentPosition(stop) & lies) !== 0
  return step === 1 ? stops.find(isNext) : stops.findLast(isNext)
}

function firstInView(page: Element, stops: readonly HTMLElement[], step: 1 | -1) {
  const { top, bottom } = page.getBoundingClientRect()
  const placed = stops.map((stop) => ({ stop, box: stop.getBoundingClientRect() }))
  return step === 1
    ? placed.find(({ box }) => box.top >= top)?.stop
    : placed.findLast(({ box }) => box.bottom <= bottom)?.stop
}
