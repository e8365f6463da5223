import { useMemo, useRef } from 'react'
import type { Box } from '../graph/geometry'
import type { OpeningPage } from '../graph/opening'
import type { PositionPage } from '../graph/positionPage'
import type { Id, Point } from '../model/schema'
import type { PositionNode } from './PositionNode'
import type { RelationEdge } from './RelationEdge'
import type { SharedEdge } from './SharedEdge'
import type { StatementNode } from './StatementNode'
import type { EmptyNode, LaneDotNode, QuoteNode, StackNode, StripNode } from './smallNodes'

export type CanvasNode =
  | PositionNode
  | StatementNode
  | QuoteNode
  | EmptyNode
  | StripNode
  | StackNode
  | LaneDotNode
export type CanvasEdge = SharedEdge | RelationEdge

/** What the canvas shows just now: cards and links, where the cards stand, and how far all of it reaches. */
export interface Scene {
  nodes: CanvasNode[]
  edges: CanvasEdge[]
  /** The cards one can walk to, by id of their statement or position. */
  boxes: ReadonlyMap<Id, Box>
  /** The whole page, with its headings. */
  bounds: Box
  /** What stands for it all when seen from very far; null where the cards themselves do. */
  far: { nodes: CanvasNode[]; edges: CanvasEdge[] } | null
  opening: OpeningPage | null
  position: PositionPage | null
}

/** Where a card is while it is dragged. */
export type Dragging = { id: Id; at: Point } | null

/** A card that stands where a box is: its size is given, so that React Flow need not measure it. */
export const at = (box: Box) => ({
  position: { x: box.x, y: box.y },
  width: box.width,
  height: box.height,
})

/** A card that is selected or being moved lies over the others. */
export const onTop = { zIndex: 10 } as const

/** Boxes as they are while one of them is dragged. */
export function dragged<B extends Box>(
  boxes: ReadonlyMap<Id, B>,
  drag: Dragging,
): ReadonlyMap<Id, Box> {
  const box = drag && boxes.get(drag.id)
  return drag && box ? new Map<Id, Box>(boxes).set(drag.id, { ...box, ...drag.at }) : boxes
}

/** The same list with the same objects for what has not changed, so that only what changed is drawn again. */
export function useSteady<One extends { id: string; data?: unknown }>(list: One[]): One[] {
  const before = useRef(new Map<string, One>())
  return useMemo(() => {
    const next = new Map<string, One>()
    for (const one of list) {
      const old = before.current.get(one.id)
      next.set(one.id, old && sameDeep(old, one) ? old : one)
    }
    before.current = next
    return [...next.values()]
  }, [list])
}

/** Whether two plain records are equal, two levels down: a node, its position, its data. */
function sameDeep(a: unknown, b: unknown, depth = 3): boolean {
  if (Object.is(a, b)) return true
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  const [first, second] = [Object.entries(a), b as Record<string, unknown>]
  return (
    first.length === Object.keys(b).length &&
    first.every(([key, value]) => sameDeep(value, second[key], depth - 1))
  )
}
