import { useMemo } from 'react'
import { useStore as useFlow } from 'reactflow'
import type { CanvasEdge, CanvasNode } from './scene'

const cell = 300
/** Up to so many cards are drawn at once, in view or not. */
const few = 150

/**
 * The cards in view with a ring around them, and the links between those that are drawn.
 *
 * React Flow's price is in the cards it holds, so it is given only these. They change when the view crosses
 * a cell, not while it moves within one.
 */
export function useInView(nodes: CanvasNode[], edges: CanvasEdge[]) {
  const isMany = nodes.length > few
  const key = useFlow((state) => {
    if (!isMany) return ''
    const [x, y, zoom] = state.transform
    const cells = [-x / zoom, -y / zoom, (state.width - x) / zoom, (state.height - y) / zoom]
    return cells.map((side) => Math.floor(side / cell)).join(' ')
  })
  return useMemo(() => {
    if (key === '') return { nodes, edges }
    const [left = 0, top = 0, right = 0, bottom = 0] = key.split(' ').map(Number)
    const isNear = ({ position: { x, y }, width = 0, height = 0 }: CanvasNode) =>
      x + width > (left - 1) * cell &&
      x < (right + 2) * cell &&
      y + height > (top - 1) * cell &&
      y < (bottom + 2) * cell
    const near = new Set(nodes.filter(isNear).map(({ id }) => id))
    const drawn = edges.filter(({ source, target }) => near.has(source) || near.has(target))
    const ends = new Set(drawn.flatMap(({ source, target }) => [source, target]))
    return { nodes: nodes.filter(({ id }) => near.has(id) || ends.has(id)), edges: drawn }
  }, [key, nodes, edges])
}
