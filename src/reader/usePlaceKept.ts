import { useCallback, useEffect, useRef } from 'react'
import type { Places } from './useGoal'

/** Which row is at the top of the page, and how much of its height lies above. */
interface Place {
  row: number
  share: number
}

/** Keeps the words at the top where they are when the page becomes wider or narrower. Gives what is to be called on scroll. */
export function usePlaceKept({ page, list }: Places): () => void {
  const place = useRef<Place>({ row: 0, share: 0 })
  const width = useRef(0)

  const remember = useCallback(() => {
    const now = list.current
    // While the width changes, the heights of the rows are not yet to be trusted.
    if (!now || page.current?.clientWidth !== width.current) return
    const row = now.findItemIndex(now.scrollOffset)
    const above = now.scrollOffset - now.getItemOffset(row)
    place.current = { row, share: above / Math.max(1, now.getItemSize(row)) }
  }, [page, list])

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
