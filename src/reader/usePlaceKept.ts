import { useCallback, useEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Id, Span } from '../model/schema'
import { useDebate } from '../store'
import type { Places } from './useGoal'

/** Which row is at the top of the page, and how much of its height lies above. */
interface Place {
  row: number
  share: number
}

/**
 * Keeps the words at the top where they are when the page becomes wider or narrower, and tells which are in view.
 *
 * Gives what is to be called when the page scrolls, or its rows take another height.
 */
export function usePlaceKept({ page, list, rows }: Places, source: Id): () => void {
  const view = useDebate((state) => state.view)
  const place = useRef<Place>({ row: 0, share: 0 })
  const width = useRef(0)

  const remember = useCallback(() => {
    const now = list.current
    if (now) view({ source, ...wordsInView(now, rows) })
    // While the width changes, the heights of the rows are not yet to be trusted.
    if (!now || page.current?.clientWidth !== width.current) return
    const row = now.findItemIndex(now.scrollOffset)
    const above = now.scrollOffset - now.getItemOffset(row)
    place.current = { row, share: above / Math.max(1, now.getItemSize(row)) }
  }, [page, list, rows, source, view])

  useEffect(() => {
    const element = page.current
    if (!element) return
    width.current = element.clientWidth
    let frame = 0
    const watcher = new ResizeObserver(() => {
      if (element.clientWidth === width.current) return
      const { row, share } = place.current
      const goBack = () => {
        const now = list.current
        if (now) now.scrollTo(now.getItemOffset(row) + share * now.getItemSize(row))
      }
      list.current?.scrollToIndex(row)
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        goBack()
        frame = requestAnimationFrame(() => {
          goBack()
          width.current = element.clientWidth
        })
      })
    })
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [page, list])

  return remember
}

/** From the first to the last words in view; within a row they are guessed from its height. */
function wordsInView(list: VirtualizerHandle, rows: readonly Span[]): Span {
  const offsetAt = (pixel: number) => {
    const at = list.findItemIndex(pixel)
    const { start, end } = rows[at] ?? { start: 0, end: 0 }
    const share = (pixel - list.getItemOffset(at)) / Math.max(1, list.getItemSize(at))
    return Math.round(start + (end - start) * Math.min(1, Math.max(0, share)))
  }
  return {
    start: offsetAt(list.scrollOffset),
    end: offsetAt(list.scrollOffset + list.viewportSize),
  }
}
