import { type RefObject, useLayoutEffect, useState } from 'react'
import type { SourceSpan } from '../model/schema'
import { rangesOf } from './places'

/** What lies between the words and the bar, and at least between the bar and the edges of the page, in pixels. */
const gap = 8

/** Where a bar of a size goes: above the words if there is room, else below them, and never out of view. */
export function barPlace(
  bar: { width: number; height: number },
  words: { left: number; top: number; bottom: number } | null,
  view: { left: number; right: number; top: number; bottom: number },
): { left: number; top: number } {
  const lowest = view.bottom - bar.height - gap
  const left = Math.max(
    view.left + gap,
    Math.min(words?.left ?? view.left, view.right - bar.width - gap),
  )
  if (!words) return { left, top: lowest }
  const above = words.top - gap - bar.height
  const below = words.bottom + gap
  // Words that are out of view have the bar at the edge where they went.
  const top = above >= view.top + gap ? above : below <= lowest ? below : lowest
  return { left, top: Math.max(view.top + gap, Math.min(top, lowest)) }
}

/** Keeps a bar beside the picked words while the page scrolls and changes. Null until it is measured. */
export function useBarPlace(
  page: RefObject<HTMLElement | null>,
  bar: RefObject<HTMLElement | null>,
  picked: SourceSpan,
) {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const [whole, own] = [page.current, bar.current]
    if (!whole || !own) return
    const put = () => {
      const view = whole.getBoundingClientRect()
      const next = barPlace(own.getBoundingClientRect(), boxOf(whole, picked), view)
      setPlace((now) => (now?.left === next.left && now.top === next.top ? now : next))
    }
    put()
    const sizes = new ResizeObserver(put)
    sizes.observe(own)
    sizes.observe(whole)
    whole.addEventListener('scroll', put, { passive: true })
    return () => {
      sizes.disconnect()
      whole.removeEventListener('scroll', put)
    }
  }, [page, bar, picked])
  return place
}

/** The box around the words of a span that are on the page; null where none are. */
function boxOf(page: HTMLElement, span: SourceSpan) {
  const ranges = rangesOf(page, [span])
  const boxes = ranges.flatMap((range) => [...range.getClientRects()])
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}
