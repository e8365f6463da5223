import { useMemo } from 'react'
import { counted } from '../cards/names'
import { type Measure, positionHeight } from '../cards/sizes'
import { columnWidth, layoutOpening, type OpeningPage } from '../graph/opening'
import { linkWidth, routeOpening } from '../graph/openingLinks'
import { sharedLinks, tallyOf } from '../graph/tally'
import type { Debate } from '../model/debate'
import type { Id } from '../model/schema'
import { at, type Dragging, dragged, onTop, type Scene } from './scene'

/** The opening page as cards and lines. `pointedAt` is the position whose thin lines show too. */
export function useOpeningScene(
  debate: Debate | null,
  measure: Measure,
  size: { width: number; height: number },
  drag: Dragging,
  pointedAt: Id | null,
): Scene | null {
  const page = useMemo(() => debate && pageOf(debate, measure, size), [debate, measure, size])
  const boxes = useMemo(() => (page ? dragged(page.boxes, drag) : new Map()), [page, drag])
  const links = useMemo(
    () => (debate && page ? routeOpening(page, sharedLinks(debate), boxes) : []),
    [debate, page, boxes],
  )
  return useMemo(() => {
    if (!debate || !page) return null
    const isDrawn = ({ a, b, onDemand }: (typeof links)[number]) =>
      !onDemand || a === pointedAt || b === pointedAt
    return {
      nodes: [...boxes].map(([id, box]) => ({
        ...at(box),
        id,
        type: 'position',
        ...(drag?.id === id && onTop),
        data: { positionId: id, tally: tallyOf(debate, id) },
      })),
      edges: links.filter(isDrawn).map(({ a, b, count, route, label }) => ({
        id: JSON.stringify([a, b]),
        type: 'shared',
        source: a,
        target: b,
        focusable: false,
        ariaLabel: `${titleOf(debate, a)} and ${titleOf(debate, b)} share ${counted(count, 'statement')}`,
        data: { path: route.path, width: linkWidth(count), count, label },
      })),
      boxes,
      bounds: {
        x: page.left - 16,
        y: 0,
        width: page.width + 32,
        height: page.foot + 45,
      },
      far: null,
      opening: page,
      position: null,
    }
  }, [debate, page, boxes, links, pointedAt, drag])
}

const titleOf = (debate: Debate, id: Id) => debate.positions.get(id)?.title ?? 'a position'

function pageOf(
  debate: Debate,
  measure: Measure,
  size: { width: number; height: number },
): OpeningPage {
  const positions = [...debate.positions.values()]
  const links = sharedLinks(debate)
  const width = columnWidth(positions, links, size.width)
  const heights = new Map(
    positions.map((one) => [one.id, positionHeight(one, tallyOf(debate, one.id), width, measure)]),
  )
  return layoutOpening(positions, links, heights, size, debate.places)
}
