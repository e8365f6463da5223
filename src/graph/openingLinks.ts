import type { Id, Point } from '../model/schema'
import { type Box, bottom, middle, ports, type Route, right, roundedLine, sCurve } from './geometry'
import { type OpeningPage, opening } from './opening'
import type { SharedLink } from './tally'

/** A line of the opening page: two positions, how many statements they share, and its way over the paper. */
export interface OpeningLink extends SharedLink {
  route: Route
  /** Where its count stands. */
  label: Point
  /**
   * Drawn only when an end is pointed at: shared by one statement, or on its way past a column to a card
   * that does not stand under the headings.
   */
  onDemand: boolean
}

/** How thick a line of so many shared statements is. */
export const linkWidth = (count: number) => 1 + 0.28 * Math.min(count, 20)

type Shape = 'stub' | 'gutter' | 'bracket' | 'over' | 'free'
interface Plan {
  link: SharedLink
  shape: Shape
  from: Id
  to: Id
}

/**
 * Routes the lines of the opening page where there is paper.
 *
 * Neighbours in a column get a stub in the gap, positions in neighbouring columns an S in the gutter, others of
 * a column a bracket at its left; what has to pass a column runs under the headings. `boxes` may hold other
 * places than the page, while a card is dragged.
 */
export function routeOpening(
  page: OpeningPage,
  links: readonly SharedLink[],
  boxes: ReadonlyMap<Id, Box>,
): OpeningLink[] {
  const plans = links.flatMap((link) => planOf(page, link, boxes) ?? [])
  const port = portsOf(plans, boxes)
  const labels: Point[] = []
  let [overs, brackets] = [0, 0]

  return plans.flatMap(({ link, shape, from, to }) => {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    if (!a || !b) return []
    const start = { x: right(a), y: port(link, from) }
    const end = { x: b.x, y: port(link, to) }
    let route: Route
    if (shape === 'stub') route = stub(a, b)
    else if (shape === 'bracket')
      route = bracket(a, b, port(link, from), port(link, to), brackets++)
    else if (shape === 'over') route = over(a, b, overs++)
    else if (shape === 'gutter') route = gutter(start, end, labels)
    else route = free(a, b)
    const label = shape === 'stub' ? { x: route.at.x + 11, y: route.at.y } : route.at
    const onDemand = link.count < 2 || (shape === 'over' && !isTop(page, from, to))
    if (!onDemand) labels.push(label)
    return [{ ...link, route, label, onDemand }]
  })
}

function planOf(page: OpeningPage, link: SharedLink, boxes: ReadonlyMap<Id, Box>): Plan | null {
  const [a, b] = [standing(page, link.a), standing(page, link.b)]
  if (!a || !b) return null
  const [first, second] =
    a.column < b.column || (a.column === b.column && a.row < b.row) ? [a, b] : [b, a]
  const plan = { link, from: first.id, to: second.id }
  if (isMoved(page, boxes, link.a) || isMoved(page, boxes, link.b)) {
    const swap = (boxes.get(plan.from)?.x ?? 0) > (boxes.get(plan.to)?.x ?? 0)
    return swap ? { link, shape: 'free', from: plan.to, to: plan.from } : { ...plan, shape: 'free' }
  }
  const apart = second.column - first.column
  if (apart === 0) return { ...plan, shape: second.row - first.row === 1 ? 'stub' : 'bracket' }
  return { ...plan, shape: apart === 1 ? 'gutter' : 'over' }
}

/** Whether all of these head their columns. */
const isTop = (page: OpeningPage, ...ids: Id[]) =>
  ids.every((id) => page.columns.some((column) => column.ids[0] === id))

function standing(page: OpeningPage, id: Id) {
  for (const [column, { ids }] of page.columns.entries()) {
    const row = ids.indexOf(id)
    if (row !== -1) return { id, column, row }
  }
  return null
}

/** Whether a card stands out of its column, because a person put it elsewhere or is dragging it. */
function isMoved(page: OpeningPage, boxes: ReadonlyMap<Id, Box>, id: Id): boolean {
  const box = boxes.get(id)
  const column = page.columns.findIndex(({ ids }) => ids.includes(id))
  const x = page.left + column * ((box?.width ?? 0) + opening.gutter)
  return box !== page.boxes.get(id) || Math.abs((box?.x ?? 0) - x) > 1
}

/** Where each line leaves the side of its card: sorted by where it goes, so that lines do not cross at once. */
function portsOf(plans: readonly Plan[], boxes: ReadonlyMap<Id, Box>) {
  const sides = new Map<string, { link: SharedLink; id: Id; towards: number }[]>()
  const add = (side: string, link: SharedLink, id: Id, other: Id) => {
    const key = `${side} ${id}`
    const towards = middle(boxes.get(other) ?? nowhere).y
    sides.set(key, [...(sides.get(key) ?? []), { link, id, towards }])
  }
  for (const { link, shape, from, to } of plans) {
    if (shape === 'gutter') {
      add('right', link, from, to)
      add('left', link, to, from)
    }
    if (shape === 'bracket') {
      add('left', link, from, to)
      add('left', link, to, from)
    }
  }
  const found = new Map<SharedLink, Map<Id, number>>()
  for (const ends of sides.values()) {
    const box = boxes.get(ends[0]?.id ?? '')
    if (!box) continue
    ends.sort((a, b) => a.towards - b.towards)
    for (const [at, y] of ports(box, ends.length).entries()) {
      const end = ends[at]
      if (end) found.set(end.link, (found.get(end.link) ?? new Map<Id, number>()).set(end.id, y))
    }
  }
  return (link: SharedLink, id: Id) =>
    found.get(link)?.get(id) ?? middle(boxes.get(id) ?? nowhere).y
}

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 }

function stub(a: Box, b: Box): Route {
  const x = middle(a).x
  return roundedLine([
    { x, y: bottom(a) },
    { x, y: b.y },
  ])
}

function bracket(a: Box, b: Box, from: number, to: number, nth: number): Route {
  const x = a.x - 16 + 4 * (nth % 3)
  return roundedLine([
    { x: a.x, y: from },
    { x, y: from },
    { x, y: to },
    { x: b.x, y: to },
  ])
}

/** Along the paper between the headings and the cards, on one of three tracks. */
function over(a: Box, b: Box, nth: number): Route {
  const track = opening.top - 8 + 4 * ((nth + 1) % 3) - 4
  const [out, back] = [right(a) + opening.gutter / 2, b.x - opening.gutter / 2]
  const [from, to] = [a.y + 24, b.y + 24]
  return roundedLine([
    { x: right(a), y: from },
    { x: out, y: from },
    { x: out, y: track },
    { x: back, y: track },
    { x: back, y: to },
    { x: b.x, y: to },
  ])
}

/** An S whose count stands clear of the counts before it. */
function gutter(start: Point, end: Point, labels: readonly Point[]): Route {
  const shares = [0.5, 0.4, 0.6, 0.3, 0.7]
  const clear = (route: Route) =>
    labels.every(({ x, y }) => Math.abs(route.at.x - x) > 12 || Math.abs(route.at.y - y) > 14)
  for (const share of shares) {
    const route = sCurve(start, end, share)
    if (clear(route)) return route
  }
  return sCurve(start, end)
}

function free(a: Box, b: Box): Route {
  const [from, to] = [middle(a), middle(b)]
  if (right(a) <= b.x) return sCurve({ x: right(a), y: from.y }, { x: b.x, y: to.y })
  const [high, low] = from.y < to.y ? [a, b] : [b, a]
  return roundedLine([
    { x: middle(high).x, y: bottom(high) },
    { x: middle(low).x, y: low.y },
  ])
}
