import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Span } from '../model/schema'
import type { ReadingGoal } from '../store/sessionSlice'
import { type Row, rowAt } from './page'
import { bringIntoView, type Light, light } from './places'

/** The page, its list, and the rows that it shows. */
export interface Places {
  page: RefObject<HTMLElement | null>
  list: RefObject<VirtualizerHandle | null>
  rows: readonly Row[]
}

/** How many frames rows that come into view may take to find their heights. */
const frames = 12

/** Words that the page is to show: under which name they are lit, and for how long, in milliseconds. */
export interface Showing {
  goal: ReadingGoal | null
  name: Light
  litFor?: number
}

/** Shows words that are asked for: unfolds what hides them, scrolls to them, and lights them. */
export function useGoal(
  { page, list, rows }: Places,
  { goal, name, litFor }: Showing,
  unfold: (key: string) => void,
) {
  const shown = useRef<ReadingGoal | null>(null)

  useLayoutEffect(() => {
    if (!goal || shown.current === goal) return
    const row = rows[rowAt(rows, goal.span.start)]
    // The rows come again with what was folded.
    if (row?.kind === 'fold' && !row.isOpen && row.end > goal.span.start) return unfold(row.key)
    shown.current = goal
    return scrollTo({ page, list, rows }, goal.span)
  }, [goal, rows, page, list, unfold])

  useEffect(() => {
    if (page.current && goal) return keepLit(page.current, name, [goal.span], litFor)
  }, [goal, page, name, litFor])
}

/** Scrolls to words until they are in view, over some frames: rows that were never shown have only guessed heights. */
export function scrollTo({ page, list, rows }: Places, span: Span): () => void {
  let left = frames
  let timer = 0
  const settle = () => {
    const element = page.current
    if (!element || !list.current) return
    if (!bringIntoView(element, span)) {
      const offset = -element.clientHeight / 4
      list.current.scrollToIndex(rowAt(rows, span.start), { align: 'start', offset })
    }
    if (--left > 0) timer = requestAnimationFrame(settle)
  }
  settle()
  return () => cancelAnimationFrame(timer)
}

/** Keeps spans lit, also in rows that come into view, until the time is over or it is stopped. */
export function keepLit(
  page: Element,
  name: Light,
  spans: readonly Span[],
  time = Number.POSITIVE_INFINITY,
): () => void {
  let frame = 0
  const draw = () => light(page, name, spans)
  const watcher = new MutationObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(draw)
  })
  watcher.observe(page, { childList: true, subtree: true })
  const stop = () => {
    watcher.disconnect()
    cancelAnimationFrame(frame)
    light(page, name, [])
  }
  const timer = Number.isFinite(time) ? setTimeout(stop, time) : undefined
  draw()
  return () => {
    clearTimeout(timer)
    stop()
  }
}
