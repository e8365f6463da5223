import type { Viewport } from 'reactflow'
import type { Box } from '../graph/geometry'
import { columnX, lanes } from '../graph/positionPage'
import type { Point } from '../model/schema'

/** How near and how far one can go: a position's lanes shrink to dots, the titles of the opening page must stay readable. */
export const nearest = 2
export const farthest = { opening: 0.35, position: 0.12 }

/** The part of the canvas that cards are seen in: all of it below a heading of this height. */
export interface Frame {
  width: number
  height: number
  top: number
}

/** The view that shows a box whole in the middle of the frame, never larger than life. */
export function fitView(box: Box, { width, height, top }: Frame, padding = 24): Viewport {
  const zoom = Math.max(
    farthest.position,
    Math.min(1, (width - 2 * padding) / box.width, (height - top - 2 * padding) / box.height),
  )
  return {
    zoom,
    x: width / 2 - (box.x + box.width / 2) * zoom,
    y: top + (height - top) / 2 - (box.y + box.height / 2) * zoom,
  }
}

/** The view the opening page starts in: life size from its top, or a little smaller where that shows the whole of it. */
export function firstViewOfOpening(page: Box, { width, height }: Frame): Viewport {
  const whole = Math.min(1, width / (page.width + 2 * page.x), height / page.height)
  const zoom = whole > 0.9 ? whole : 1
  return { zoom, x: Math.max(0, (width - (page.width + 2 * page.x) * zoom) / 2), y: 0 }
}

/** The view a position opens in: both lanes, from their top, with room kept for the inspector at the right. */
export function firstViewOfPosition({ width, top }: Frame, inspector: number): Viewport {
  const page = columnX(1) + lanes.card + 20
  const zoom = width < page && width > page * 0.9 ? width / page : 1
  return { zoom, x: Math.max(0, Math.round((width - inspector - page * zoom) / 2)), y: top + 14 }
}

/** The view in which a point of the map that moved stands where it stood on the screen. */
export const keepInPlace = (view: Viewport, before: Point, after: Point): Viewport => ({
  ...view,
  x: view.x + (before.x - after.x) * view.zoom,
  y: view.y + (before.y - after.y) * view.zoom,
})

/** The least change of the view that brings a box into the frame; null where it is in it. */
export function bringIntoView(
  box: Box,
  view: Viewport,
  { width, height, top }: Frame,
  margin = 16,
): Viewport | null {
  const shift = (start: number, end: number, low: number, high: number) => {
    if (start < low) return low - start
    return end > high ? Math.max(high - end, low - start) : 0
  }
  const left = box.x * view.zoom + view.x
  const upper = box.y * view.zoom + view.y
  const dx = shift(left, left + box.width * view.zoom, margin, width - margin)
  const dy = shift(upper, upper + box.height * view.zoom, top + margin, height - margin)
  return dx === 0 && dy === 0 ? null : { ...view, x: view.x + dx, y: view.y + dy }
}

/**
 * The view that shows the nearest of the cards that have just been unfolded; null where one of them is in view.
 *
 * What was clicked stays in the frame, even where the new card then does not fit beside it.
 */
export function showFresh(
  fresh: readonly Box[],
  clicked: Box,
  view: Viewport,
  frame: Frame,
): Viewport | null {
  const isInView = (box: Box) => {
    const x = (box.x + box.width / 2) * view.zoom + view.x
    const y = (box.y + box.height / 2) * view.zoom + view.y
    return x > 0 && x < frame.width && y > frame.top && y < frame.height
  }
  if (fresh.some(isInView)) return null
  const farFrom = (box: Box) => Math.hypot(box.x - clicked.x, box.y - clicked.y)
  const [nearest] = fresh.toSorted((a, b) => farFrom(a) - farFrom(b))
  const next = nearest && bringIntoView(nearest, view, frame)
  return next ? (bringIntoView(clicked, next, frame) ?? next) : null
}

/** The same view, a little further away around a point of the screen: where an opening starts from. */
export const steppedBack = (view: Viewport, around: Point, by = 0.9): Viewport => ({
  zoom: view.zoom * by,
  x: around.x - (around.x - view.x) * by,
  y: around.y - (around.y - view.y) * by,
})

/** The zooms that the buttons step through. */
const steps = [0.15, 0.25, 0.35, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2]

/** The next step nearer or further from a zoom. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? steps.find((step) => step > zoom + 0.01)
      : steps.findLast((step) => step < zoom - 0.01)
  return next ?? zoom
}
