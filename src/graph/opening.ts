import type { Id, Point } from '../model/schema'
import { type Box, bottom } from './geometry'
import { columnsOf, type OpeningColumn, type OpeningPosition } from './openingColumns'
import type { SharedLink } from './tally'

/** The measures of the opening page, in pixels at 100 %. */
export const opening = {
  padding: 24,
  gutter: 38,
  narrowest: 198,
  widest: 300,
  columns: 5,
  intro: 16,
  heading: 55,
  headingHeight: 26,
  top: 97,
  gap: 12,
  comfortable: 52,
  foot: 45,
} as const

/** A heading of the page: a question, over the columns that belong to it. */
export interface OpeningSection {
  theme: string | null
  x: number
  width: number
}

/** Where everything stands on the opening page. Lines are routed apart, since they follow a card that is dragged. */
export interface OpeningPage {
  boxes: ReadonlyMap<Id, Box>
  columns: readonly OpeningColumn[]
  sections: readonly OpeningSection[]
  /** The line all columns end on. */
  foot: number
  left: number
  width: number
}

/** How wide a column is on a canvas of this width. */
export function columnWidth(
  positions: readonly OpeningPosition[],
  links: readonly SharedLink[],
  width: number,
) {
  const { padding, gutter, narrowest, widest } = opening
  const count = Math.max(opening.columns, columnsOf(positions, links).length)
  const room = (width - 2 * padding - gutter * (count - 1)) / count
  return Math.max(narrowest, Math.min(widest, Math.floor(room)))
}

/**
 * Lays the positions out as a page: one theme a column, every column ending on one foot.
 *
 * A card that a person has placed stands where it was put; the others keep the places they have without that.
 */
export function layoutOpening(
  positions: readonly OpeningPosition[],
  links: readonly SharedLink[],
  heights: ReadonlyMap<Id, number>,
  size: { width: number; height: number },
  places: ReadonlyMap<Id, Point> = new Map(),
): OpeningPage {
  const { padding, gutter, top, gap, comfortable } = opening
  const columns = columnsOf(positions, links)
  const wide = columnWidth(positions, links, size.width)
  const pageWidth = Math.max(1, columns.length) * (wide + gutter) - gutter
  const left = Math.max(padding, Math.round((size.width - pageWidth) / 2))

  const heightOf = (id: Id) => heights.get(id) ?? 0
  const tall = (column: OpeningColumn, between: number) =>
    column.ids.reduce((sum, id) => sum + heightOf(id), (column.ids.length - 1) * between)
  const tallest = (between: number) => Math.max(0, ...columns.map((one) => tall(one, between)))
  const room = size.height - opening.foot - top
  const depth = Math.max(tallest(gap), Math.min(room, tallest(comfortable)))

  const boxes = new Map<Id, Box>()
  for (const [at, column] of columns.entries()) {
    const x = left + at * (wide + gutter)
    const between = column.ids.length > 1 ? (depth - tall(column, 0)) / (column.ids.length - 1) : 0
    let y: number = top
    for (const id of column.ids) {
      const height = heightOf(id)
      boxes.set(id, { x, y, width: wide, height, ...places.get(id) })
      y += height + between
    }
  }
  return {
    boxes,
    columns,
    sections: sectionsOf(columns, left, wide),
    foot: Math.max(top + depth, ...[...boxes.values()].map(bottom)),
    left,
    width: pageWidth,
  }
}

function sectionsOf(columns: readonly OpeningColumn[], left: number, wide: number) {
  const sections: OpeningSection[] = []
  for (const [at, { theme }] of columns.entries()) {
    const x = left + at * (wide + opening.gutter)
    const before = sections.at(-1)
    if (before && before.theme === theme && theme !== null) before.width = x + wide - before.x
    else sections.push({ theme, x, width: wide })
  }
  return sections
}
