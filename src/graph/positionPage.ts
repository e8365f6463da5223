import type { Debate, Side } from '../model/debate'
import type { Id } from '../model/schema'
import { type Box, bottom, overlaps } from './geometry'
import { type Branch, type LaneName, type Lanes, type Standing, wholeBranch } from './lanes'
import { type Cell, Grid, type Placing, placeBranch, placeLane, planLane } from './rows'
import { rowsShown, seatedLanes } from './seating'

/** The measures of an opened position, in pixels at 100 %. The page starts under the heading, at y = 0. */
export const lanes = {
  card: 204,
  gutter: 48,
  gap: 12,
  /** Where the columns at the middle stand. */
  inner: { for: 272, against: 552 },
  /** The line that unfolds the rest of a lane. */
  strip: 44,
  /** The head of the open lane, where it is unfolded. */
  openHead: 46,
} as const

/** A statement's card on the page. */
export interface PageCard {
  id: Id
  box: Box
  side: Side | null
  /** How many beneath it are folded away, and whether a person has unfolded it. */
  hidden: number
  unfolded: boolean
  /** Which column it stands in: 0, 1, … from the middle to the right, -1, -2, … to the left. */
  column: number
}

/** The line at the foot of a lane that unfolds the rest, and folds it again. */
export interface LaneStrip {
  lane: LaneName
  count: number
  unfolded: boolean
  box: Box
}

/** Where everything stands in an opened position. Lines are routed apart, since they follow a card that is dragged. */
export interface PositionPage {
  /** Who stands beneath whom, in the order shown. */
  lanes: Lanes
  cards: readonly PageCard[]
  quotes: readonly { statement: Id; box: Box }[]
  empties: readonly { answers: Id; box: Box }[]
  strips: readonly LaneStrip[]
  /** The folded stack of the open statements, and the head over them where it is unfolded. */
  open: { box: Box; branches: readonly Branch[]; unfolded: boolean; head: Box | null } | null
  /** Lanes in which nobody speaks. */
  vacant: readonly { lane: LaneName; box: Box }[]
}

/** What the screen knows that a layout depends on. */
export interface PageView {
  /** The keys of what has been unfolded: `beneath:<statement>`, `lane:for`, `lane:open`. */
  unfolded: ReadonlySet<string>
  /** How high a card stands on the screen, by statement. */
  heightOf(statement: Id): number
  /** How high the quotes are that hang under it; 0 where none are shown. */
  quoteHeightOf(statement: Id): number
  /** From one row to the next: 142 at the usual size of type. */
  pitch: number
  /** How the statements stood when the position was opened. Left out, what matters most comes first. */
  before?: Standing
}

export const beneathKey = (statement: Id) => `beneath:${statement}`
export const laneKey = (lane: LaneName | 'open') => `lane:${lane}`

/**
 * Lays out an opened position: direct statements in the inner columns, replies growing outward.
 *
 * Nothing overlaps, but for cards that a person has put on top of each other. Unfolding only adds outward and
 * below: what was clicked stays, and so does all that stands above it.
 */
export function layoutPosition(debate: Debate, position: Id, view: PageView): PositionPage {
  const branches = seatedLanes(debate, position, view.before)
  const draft: Draft = {
    debate,
    view,
    obstacles: obstaclesOf(debate, view, Object.values(branches).flat()),
    cards: [],
    quotes: [],
    empties: [],
    strips: [],
    vacant: [],
  }
  const left = layoutLane(draft, 'for', branches.for, rowsShown)
  // The last place at the right is for the stack of the open statements, unless a side needs it.
  const spared = branches.open.length > 0 ? 1 : 0
  const right = layoutLane(draft, 'against', branches.against, rowsShown - spared)
  const open = layoutOpen(draft, branches.open, right, Math.max(left.grid.depth, right.grid.depth))
  const { cards, quotes, empties, strips, vacant } = draft
  return { lanes: branches, cards, quotes, empties, strips, vacant, open }
}

/** A page while it is being laid out. */
interface Draft {
  debate: Debate
  view: PageView
  /** Where persons have put cards of this page: the others stay clear of them. */
  obstacles: readonly { id: Id; box: Box }[]
  cards: PageCard[]
  quotes: { statement: Id; box: Box }[]
  empties: { answers: Id; box: Box }[]
  strips: LaneStrip[]
  vacant: { lane: LaneName; box: Box }[]
}

/** A lane that has been laid out: what is taken, and where its cells lie. */
interface Lane {
  grid: Grid
  boxOf(column: number, row: number, height: number): Box
}

function layoutLane(
  draft: Draft,
  name: LaneName,
  branches: readonly Branch[],
  rowsForRest: number,
): Lane {
  const { view } = draft
  let stripRow = Number.POSITIVE_INFINITY
  const boxOf = (column: number, row: number, height: number): Box => {
    const isBelow = row > stripRow
    const y = row * view.pitch - (isBelow ? view.pitch - lanes.strip : 0)
    return { x: columnX(outward(name, column)), y, width: lanes.card, height }
  }
  const grid = new Grid((column, row, by) =>
    isBlocked(draft, boxOf(column, row, view.pitch - lanes.gap), by),
  )
  const lane = { grid, boxOf }
  const cells: Cell[] = []
  const placing = placingOn(view, grid, cells)
  const plan = planLane(branches, rowsShown, rowsForRest)
  placeLane(plan, placing)

  if (branches.length === 0) {
    draft.vacant.push({ lane: name, box: boxOf(0, 0, emptyHeight) })
    grid.take(0, 0)
  }
  if (plan.folded.length > 0) {
    stripRow = grid.depth
    const unfolded = view.unfolded.has(laneKey(name))
    const start = boxOf(name === 'for' ? 1 : 0, stripRow, lanes.strip - lanes.gap)
    const box = { ...start, width: 2 * lanes.card + lanes.gutter }
    draft.strips.push({ lane: name, count: plan.folded.length, unfolded, box })
    grid.takeRow(stripRow)
    if (unfolded) placeRest(plan.folded, stripRow + 1, placing)
  }
  for (const cell of cells) putCard(draft, name, lane, cell)
  return lane
}

/** Places the rest of a lane below its line, each branch with the first that stands beneath it. */
function placeRest(branches: readonly Branch[], from: number, placing: Placing) {
  let row = from
  for (const branch of branches) {
    const first = branch.isUnanswered ? [] : branch.beneath.slice(0, 1)
    const shown = { rows: new Map(), beneath: new Map([[branch.id, first]]), apart: new Map() }
    row = placeBranch(branch, row, shown, placing)
  }
}

const placingOn = (view: PageView, grid: Grid, cells: Cell[]): Placing => ({
  grid,
  cells,
  spanOf: (id) => Math.ceil((view.heightOf(id) + view.quoteHeightOf(id) + lanes.gap) / view.pitch),
  isUnfolded: (id) => view.unfolded.has(beneathKey(id)),
})

/** Puts a card on the page, with its quotes and the empty place beside it. */
function putCard(draft: Draft, name: LaneName, lane: Lane, cell: Cell) {
  const { branch, column, row, hidden, emptyRow } = cell
  const box = lane.boxOf(column, row, draft.view.heightOf(branch.id))
  const card = putAt(draft, branch, box, hidden, outward(name, column))
  if (emptyRow === null) return
  const beside = lane.boxOf(column + 1, emptyRow, emptyHeight)
  const room = Math.min(card.box.height, draft.view.pitch - lanes.gap) - emptyHeight
  draft.empties.push({
    answers: branch.id,
    box: { ...beside, y: beside.y + Math.max(0, room / 2) },
  })
}

/** Puts a card where it belongs, or where a person has put it. */
function putAt(draft: Draft, branch: Branch, own: Box, hidden: number, column: number): PageCard {
  const { debate, view, cards, quotes } = draft
  const place = debate.places.get(branch.id)
  const box = place ? { ...own, x: place.x, y: place.y } : own
  const unfolded = view.unfolded.has(beneathKey(branch.id))
  const card = { id: branch.id, box, side: branch.side, hidden, unfolded, column }
  cards.push(card)
  const height = view.quoteHeightOf(branch.id)
  if (height > 0) quotes.push({ statement: branch.id, box: { ...box, y: bottom(box), height } })
  return card
}

/** The open statements: a folded stack at the right, which unfolds below both lanes in rows of four. */
function layoutOpen(
  draft: Draft,
  branches: readonly Branch[],
  beside: Lane,
  depth: number,
): PositionPage['open'] {
  if (branches.length === 0) return null
  const { view } = draft
  let row = Math.min(rowsShown, Math.max(1, depth)) - 1
  while (!beside.grid.isFree(1, row)) row++
  beside.grid.take(1, row)
  const cell = beside.boxOf(1, row, stackHeight)
  const box = { ...cell, y: cell.y + (view.pitch - lanes.gap - stackHeight) / 2 }
  const unfolded = view.unfolded.has(laneKey('open'))
  if (!unfolded) return { box, branches, unfolded, head: null }

  const above = [...draft.cards, ...draft.quotes, ...draft.empties, ...draft.strips]
  const y = Math.max(bottom(box), ...above.map((one) => bottom(one.box))) + 2 * lanes.gap
  const x = columnX(-2)
  const head = { x, y, width: columnX(1) + lanes.card - x, height: 30 }
  spread(draft, branches.flatMap(wholeBranch), y + lanes.openHead)
  return { box, branches, unfolded, head }
}

const spreadColumns = [-2, -1, 0, 1]

/** Puts statements into rows of four, from left to right, around what stands there. */
function spread(draft: Draft, branches: readonly Branch[], top: number) {
  const { view } = draft
  const waiting = [...branches]
  for (let y = top; waiting.length > 0; ) {
    let high = view.pitch
    for (const column of spreadColumns) {
      const [branch] = waiting
      if (!branch) break
      const height = view.heightOf(branch.id)
      const box = { x: columnX(column), y, width: lanes.card, height }
      const whole = { ...box, height: height + view.quoteHeightOf(branch.id) }
      if (isBlocked(draft, whole, branch.id)) continue
      putAt(draft, branch, box, 0, column)
      high = Math.max(high, whole.height + lanes.gap)
      waiting.shift()
    }
    y += high
  }
}

/** Where persons have put cards that may stand on this page. */
function obstaclesOf(debate: Debate, view: PageView, branches: readonly Branch[]) {
  if (debate.places.size === 0) return []
  return branches.flatMap(wholeBranch).flatMap(({ id }) => {
    const place = debate.places.get(id)
    if (!place) return []
    const height = view.heightOf(id) + view.quoteHeightOf(id)
    return [{ id, box: { x: place.x, y: place.y, width: lanes.card, height } }]
  })
}

const isBlocked = ({ obstacles }: Draft, box: Box, except?: Id) =>
  obstacles.some((one) => one.id !== except && overlaps(box, one.box, lanes.gap / 2))

/** The column on the page of a column of a lane. */
const outward = (lane: LaneName, column: number) => (lane === 'for' ? -1 - column : column)

/** Where a column of the page stands. */
export const columnX = (column: number): number =>
  column < 0
    ? lanes.inner.for + (column + 1) * (lanes.card + lanes.gutter)
    : lanes.inner.against + column * (lanes.card + lanes.gutter)

const emptyHeight = 60
const stackHeight = 54
