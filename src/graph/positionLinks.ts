import type { Debate, Relation } from '../model/debate'
import type { Id, Point } from '../model/schema'
import { type Box, bottom, middle, ports, type Route, right, roundedLine, sCurve } from './geometry'
import { lanes, type PageCard, type PositionPage } from './positionPage'
import { Walls } from './walls'

/** A link as it is drawn in an opened position. */
export interface PositionLink {
  relation: Relation
  route: Route
  /** Undercuts end in a ring on the link they deny. */
  ring: Point | null
  /** It may pass over others, and parts them with a halo of paper. Links that meet at one card do not. */
  passesOver: boolean
}

/** How far before its end a line stops, to leave room for the sign there. */
const endRoom: Record<Relation['kind'], number> = {
  supports: 2,
  rebuts: 2,
  undercuts: 8,
  concedes: 8,
  clarifies: 5,
  answers: 8,
}

/** The links between the cards of a page, in the order they were said. */
export function linksOf(debate: Debate, page: PositionPage): Relation[] {
  const shown = new Set(page.cards.map(({ id }) => id))
  const drawn = new Set<Id>()
  const links = [...debate.relations.values()].filter(({ from }) => shown.has(from))
  // An undercut can itself be undercut, so look again until nothing is added.
  for (let before = -1; before !== drawn.size; ) {
    before = drawn.size
    for (const { id, to } of links) if (shown.has(to) || drawn.has(to)) drawn.add(id)
  }
  return links.filter(({ id }) => drawn.has(id))
}

/**
 * Routes links over the paper between the cards: an S in the gutter between neighbouring columns, a line through
 * the gaps between rows where a column lies between, a bracket within a column. Never under a card that stands
 * where the layout put it.
 *
 * `boxes` may hold other places than the page, while a card is dragged.
 */
export function routeLinks(
  page: PositionPage,
  links: readonly Relation[],
  boxes: ReadonlyMap<Id, Box>,
): PositionLink[] {
  const standing = standingOf(page, boxes)
  const plans = links.flatMap((relation) => planOf(relation, standing) ?? [])
  const port = portsOf(plans)
  const things = [...standing.values(), ...page.quotes, ...page.empties, ...page.strips]
  const walls = new Walls(things.map(({ box }) => box))
  const routed = new Map<Id, PositionLink>()
  const tracks = new Map<string, Map<Id, number>>()
  for (const plan of plans) {
    const { relation } = plan
    const start = { x: plan.startX, y: port(relation.id, 'from') }
    const isLeft = plan.endX === plan.to.box.x
    // The sheets that peek out at the right of a card with folds are kept clear too.
    const room = endRoom[relation.kind] + (!isLeft && plan.to.card.hidden > 0 ? 6 : 0)
    const end = { x: plan.endX + (isLeft ? -room : room), y: port(relation.id, 'to') }
    const track = trackOf(plan, tracks)
    const route = routeBetween(start, end, plan, walls, track)
    const passesOver = Math.abs(plan.from.column - plan.to.column) > 1 || isAcross(plan)
    routed.set(relation.id, { relation, route, ring: null, passesOver })
  }
  routeUndercuts(links, standing, walls, routed)
  return links.flatMap(({ id }) => routed.get(id) ?? [])
}

interface Standing {
  card: PageCard
  box: Box
  column: number
}

/** Where cards stand now. One that was moved stands in the column its middle lies in. */
function standingOf(page: PositionPage, boxes: ReadonlyMap<Id, Box>): Map<Id, Standing> {
  const pitch = lanes.card + lanes.gutter
  const columnAt = (x: number) => {
    const centre = (lanes.inner.for + lanes.card + lanes.inner.against) / 2
    return x < centre
      ? Math.round((x - lanes.inner.for) / pitch) - 1
      : Math.round((x - lanes.inner.against) / pitch)
  }
  return new Map(
    page.cards.map((card) => {
      const box = boxes.get(card.id) ?? card.box
      return [card.id, { card, box, column: columnAt(box.x) }]
    }),
  )
}

interface Plan {
  relation: Relation
  from: Standing
  to: Standing
  startX: number
  endX: number
}

function planOf(relation: Relation, standing: ReadonlyMap<Id, Standing>): Plan | null {
  const [from, to] = [standing.get(relation.from), standing.get(relation.to)]
  if (!from || !to || from === to) return null
  if (from.column === to.column) {
    const isLeft = from.column < 0
    return {
      relation,
      from,
      to,
      startX: isLeft ? from.box.x : right(from.box),
      endX: isLeft ? to.box.x : right(to.box),
    }
  }
  const isRightwards = from.column < to.column
  return {
    relation,
    from,
    to,
    startX: isRightwards ? right(from.box) : from.box.x,
    endX: isRightwards ? to.box.x : right(to.box),
  }
}

/** Where each link leaves and enters the sides of cards: sorted by where it goes, 24 apart. */
function portsOf(plans: readonly Plan[]) {
  const sides = new Map<string, { key: string; box: Box; towards: number }[]>()
  const add = (key: string, { card, box }: Standing, x: number, other: Standing) => {
    const side = `${x === box.x ? 'left' : 'right'} ${card.id}`
    const end = { key, box, towards: middle(other.box).y }
    sides.set(side, [...(sides.get(side) ?? []), end])
  }
  for (const { relation, from, to, startX, endX } of plans) {
    add(`from ${relation.id}`, from, startX, to)
    add(`to ${relation.id}`, to, endX, from)
  }
  const found = new Map<string, number>()
  for (const ends of sides.values()) {
    ends.sort((a, b) => a.towards - b.towards)
    const box = ends[0]?.box
    if (!box) continue
    for (const [at, y] of ports(box, ends.length).entries()) found.set(ends[at]?.key ?? '', y)
  }
  return (relation: Id, end: 'from' | 'to') => found.get(`${end} ${relation}`) ?? 0
}

/** How steep an S in a narrow gutter may be before it reads worse than a line with corners. */
const steep = 120

/** Links to one card share a track in their gutter, so that they join on their way; those to the next card keep apart. */
function trackOf({ from, to }: Plan, tracks: Map<string, Map<Id, number>>): number {
  const gutter = `${from.column} ${to.column}`
  const targets = tracks.get(gutter) ?? new Map<Id, number>()
  tracks.set(gutter, targets)
  const track = targets.get(to.card.id) ?? targets.size
  targets.set(to.card.id, track)
  return [0, 1, -1][track % 3] ?? 0
}

/** Whether a link crosses the middle of the page. */
const isAcross = ({ from, to }: Plan) => from.column < 0 !== to.column < 0

function routeBetween(start: Point, end: Point, plan: Plan, walls: Walls, track: number) {
  const { from, to } = plan
  const apart = Math.abs(from.column - to.column)
  const drift = 7 * track
  if (apart === 0) {
    const out = from.column < 0 ? -1 : 1
    const x =
      out < 0
        ? Math.min(from.box.x, to.box.x) - 16 + drift / 2
        : Math.max(right(from.box), right(to.box)) + 16 + drift / 2
    return roundedLine([start, { x, y: start.y }, { x, y: end.y }, end], 10)
  }
  if (apart === 1) {
    if (isAcross(plan) || Math.abs(end.y - start.y) <= steep) return sCurve(start, end)
    const x = (start.x + end.x) / 2 + drift
    return roundedLine([start, { x, y: start.y }, { x, y: end.y }, end], 10)
  }
  const way = start.x < end.x ? 1 : -1
  const [out, back] = [start.x + way * (18 + drift), end.x - way * (18 + drift)]
  const y = gapBetween(Math.min(out, back), Math.max(out, back), start.y, end.y, walls)
  return roundedLine(
    [start, { x: out, y: start.y }, { x: out, y }, { x: back, y }, { x: back, y: end.y }, end],
    10,
  )
}

/** A height at which a level line from `left` to `far` lies on no card, as near as can be to both ends. */
function gapBetween(left: number, far: number, a: number, b: number, walls: Walls): number {
  const detour = (y: number) => Math.abs(y - a) + Math.abs(y - b)
  const heights = [a, b]
  for (const box of [...walls.near(left, far, a), ...walls.near(left, far, b)])
    heights.push(box.y - lanes.gap / 2, bottom(box) + lanes.gap / 2)
  heights.sort((one, other) => detour(one) - detour(other))
  return heights.find((y) => walls.isFree(left, far, y)) ?? a
}

/** Routes undercuts last: each ends in a ring at the sign of the link it denies, which may be an undercut too. */
function routeUndercuts(
  links: readonly Relation[],
  standing: ReadonlyMap<Id, Standing>,
  walls: Walls,
  routed: Map<Id, PositionLink>,
) {
  let waiting = links.filter(({ id }) => !routed.has(id))
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length
    waiting = waiting.filter((relation) => {
      const [from, denied] = [standing.get(relation.from), routed.get(relation.to)]
      if (!from || !denied) return true
      const ring = denied.route.at
      const route = routeToRing(from.box, ring, walls)
      routed.set(relation.id, { relation, route, ring, passesOver: true })
      return false
    })
  }
}

function routeToRing(box: Box, ring: Point, walls: Walls): Route {
  const isRight = ring.x > middle(box).x
  const start = { x: isRight ? right(box) : box.x, y: box.y + Math.min(30, box.height / 2) }
  const reach = Math.abs(ring.x - start.x)
  const stop = (y: number) => ({
    x: ring.x,
    y: ring.y + (y > ring.y ? endRoom.undercuts : -endRoom.undercuts),
  })
  if (reach <= lanes.gutter) {
    const turn = { x: ring.x, y: start.y }
    return roundedLine([start, turn, stop(start.y)], reach)
  }
  const out = start.x + (isRight ? 18 : -18)
  const y = gapBetween(Math.min(out, ring.x), Math.max(out, ring.x), start.y, ring.y, walls)
  return roundedLine([start, { x: out, y: start.y }, { x: out, y }, { x: ring.x, y }, stop(y)], 10)
}
