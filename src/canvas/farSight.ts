import { indexOf } from '../graph/debateIndex'
import { around, middle, sCurve } from '../graph/geometry'
import { linkWidth } from '../graph/openingLinks'
import type { PositionPage } from '../graph/positionPage'
import { sidesOn, tallyOf } from '../graph/tally'
import type { Debate, Side } from '../model/debate'
import type { Id, Point } from '../model/schema'
import type { CanvasEdge, CanvasNode } from './scene'

/** An opened position as it is seen from very far: a dot a lane, and one bundle for all links between two lanes. */
export function farSight(debate: Debate, position: Id, page: PositionPage) {
  const tally = tallyOf(debate, position)
  const counts: Record<Side, number> = {
    for: tally.for,
    against: tally.against,
    neutral: tally.open,
  }
  const centres = centresOf(page)
  const nodes: CanvasNode[] = []
  for (const side of ['for', 'against', 'neutral'] as const)
    if (counts[side] > 0)
      nodes.push({
        id: `dot ${side}`,
        type: 'lane',
        position: centres[side],
        width: 30,
        height: 30,
        draggable: false,
        data: { side, count: counts[side] },
      })
  const edges: CanvasEdge[] = bundlesOf(debate, position).map(([a, b, count]) => {
    const { path, at } = sCurve(centres[a], centres[b])
    return {
      id: `bundle ${a} ${b}`,
      type: 'shared',
      source: `dot ${a}`,
      target: `dot ${b}`,
      focusable: false,
      data: { path, width: 4 * linkWidth(count), count, label: at },
    }
  })
  return { nodes, edges }
}

function centresOf({ cards, open }: PositionPage): Record<Side, Point> {
  const lane = (isLeft: boolean) =>
    around(cards.filter(({ column }) => column < 0 === isLeft).map(({ box }) => box))
  const [left, right] = [lane(true), lane(false)]
  return {
    for: left ? middle(left) : { x: 248, y: 200 },
    against: right ? middle(right) : { x: 780, y: 200 },
    neutral: open ? middle(open.box) : { x: 514, y: 800 },
  }
}

/** How many links run between each two sides. */
function bundlesOf(debate: Debate, position: Id): [Side, Side, number][] {
  const sides = sidesOn(debate, position)
  const index = indexOf(debate)
  const counts = new Map<string, [Side, Side, number]>()
  for (const [id, side] of sides)
    for (const { to } of index.relationsFrom(id)) {
      const other = sides.get(to)
      if (!other || other === side) continue
      const [a, b] = side < other ? [side, other] : [other, side]
      const bundle = counts.get(`${a} ${b}`) ?? [a, b, 0]
      counts.set(`${a} ${b}`, [a, b, bundle[2] + 1])
    }
  return [...counts.values()]
}
