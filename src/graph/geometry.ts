import type { Point } from '../model/schema'

/** A rectangle on the canvas, in pixels at 100 %. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export const right = (box: Box) => box.x + box.width
export const bottom = (box: Box) => box.y + box.height
export const middle = (box: Box): Point => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
})

/** Whether two boxes lie on one another, or nearer than `gap`. */
export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a.x < right(b) + gap && b.x < right(a) + gap && a.y < bottom(b) + gap && b.y < bottom(a) + gap

/** The smallest box around all of these; null around none. */
export function around(boxes: Iterable<Box>): Box | null {
  let [left, top, far, low] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    far = Math.max(far, right(box))
    low = Math.max(low, bottom(box))
  }
  return far < left ? null : { x: left, y: top, width: far - left, height: low - top }
}

/** A line as it is drawn, with what its ends and its sign need to know. */
export interface Route {
  /** The `d` of an SVG path. */
  path: string
  start: Point
  end: Point
  /** Which way the line runs where it ends: 1 to the right, -1 to the left. */
  heading: 1 | -1
  /** Where a count, a bar or a ring stands on it. */
  at: Point
  /** The way the line runs there, in degrees clockwise from the right. */
  angle: number
}

/** An S from one card's side to another's, level at both ends. `share` says how far along its sign stands. */
export function sCurve(start: Point, end: Point, share = 0.5): Route {
  const x = (start.x + end.x) / 2
  const along = (t: number): Point => {
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    return {
      x: a * start.x + (b + c) * x + d * end.x,
      y: (a + b) * start.y + (c + d) * end.y,
    }
  }
  const [before, after] = [along(share - 0.02), along(share + 0.02)]
  return {
    path: `M${n(start.x)} ${n(start.y)}C${n(x)} ${n(start.y)} ${n(x)} ${n(end.y)} ${n(end.x)} ${n(end.y)}`,
    start,
    end,
    heading: end.x >= start.x ? 1 : -1,
    at: along(share),
    angle: (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI,
  }
}

/** A line of straight pieces with rounded corners; its sign stands in the middle of the longest piece. */
export function roundedLine(points: readonly Point[], radius = 14): Route {
  const first = points[0] ?? { x: 0, y: 0 }
  const last = points.at(-1) ?? first
  const parts = [`M${n(first.x)} ${n(first.y)}`]
  let longest = { long: -1, at: first, angle: 0 }
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    if (!before) continue
    const long = Math.hypot(point.x - before.x, point.y - before.y)
    if (long > longest.long)
      longest = {
        long,
        at: { x: (point.x + before.x) / 2, y: (point.y + before.y) / 2 },
        angle: (Math.atan2(point.y - before.y, point.x - before.x) * 180) / Math.PI,
      }
    const after = points[i + 1]
    if (!after) {
      parts.push(`L${n(point.x)} ${n(point.y)}`)
      continue
    }
    const r = Math.min(radius, long / 2, Math.hypot(after.x - point.x, after.y - point.y) / 2)
    const [a, b] = [towards(point, before, r), towards(point, after, r)]
    parts.push(`L${n(a.x)} ${n(a.y)}Q${n(point.x)} ${n(point.y)} ${n(b.x)} ${n(b.y)}`)
  }
  const nearLast = points.at(-2) ?? first
  return {
    path: parts.join(''),
    start: first,
    end: last,
    heading: last.x >= nearLast.x ? 1 : -1,
    at: longest.at,
    angle: longest.angle,
  }
}

function towards(from: Point, to: Point, distance: number): Point {
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return {
    x: from.x + ((to.x - from.x) * distance) / long,
    y: from.y + ((to.y - from.y) * distance) / long,
  }
}

/** A number as short as a path needs it. */
const n = (value: number) => Math.round(value * 10) / 10

/** Places on the side of a card for so many lines, 24 apart where there is room, from the top. */
export function ports(box: Box, count: number, apart = 24): number[] {
  const step = count > 1 ? Math.min(apart, (box.height - 24) / (count - 1)) : 0
  const top = box.y + box.height / 2 - (step * (count - 1)) / 2
  return Array.from({ length: count }, (_, i) => top + i * step)
}
