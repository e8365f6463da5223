import type { Id } from '../model/schema'
import { type Box, middle } from './geometry'

export type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * The card one gets to from another by going in a direction; null where there is none.
 *
 * The nearest of those that lie that way, where straying to the side counts for more than going on.
 */
export function nextTowards(
  boxes: ReadonlyMap<Id, Box>,
  from: Id,
  direction: Direction,
): Id | null {
  const start = boxes.get(from)
  if (!start) return null
  const here = middle(start)
  let best: { id: Id; cost: number } | null = null
  for (const [id, box] of boxes) {
    if (id === from) continue
    const there = middle(box)
    const [dx, dy] = [there.x - here.x, there.y - here.y]
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction]
    const isSideways = direction === 'left' || direction === 'right'
    const aside = Math.abs(isSideways ? dy : dx)
    // What lies more aside than ahead is reached by another key.
    if (ahead <= 4 || aside > 2 * ahead) continue
    const cost = ahead + 3 * aside
    if (!best || cost < best.cost) best = { id, cost }
  }
  return best?.id ?? null
}

/** The first card in reading order: the highest, and of those the one furthest left. */
export function firstOf(boxes: ReadonlyMap<Id, Box>): Id | null {
  let first: [Id, Box] | null = null
  for (const entry of boxes) {
    const [, box] = entry
    if (!first || box.y < first[1].y - 4 || (box.y < first[1].y + 4 && box.x < first[1].x))
      first = entry
  }
  return first?.[0] ?? null
}
