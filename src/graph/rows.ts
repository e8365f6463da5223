import type { Id } from '../model/schema'
import { type Branch, wholeBranch } from './lanes'

/** Columns and rows of a lane that are taken. Column 0 stands at the middle; higher ones lie further out. */
export class Grid {
  private readonly taken = new Map<number, Set<number>>()
  private readonly wholeRows = new Set<number>()
  private readonly isBlocked: (column: number, row: number, by?: Id) => boolean
  /** How many rows reach down to the lowest that is taken. */
  depth = 0

  /** `isBlocked` says which cells something lies on other than the card that asks. */
  constructor(isBlocked: (column: number, row: number, by?: Id) => boolean = () => false) {
    this.isBlocked = isBlocked
  }

  isFree(column: number, row: number, span = 1, by?: Id): boolean {
    for (let at = row; at < row + span; at++)
      if (
        this.wholeRows.has(at) ||
        this.taken.get(column)?.has(at) ||
        this.isBlocked(column, at, by)
      )
        return false
    return true
  }

  take(column: number, row: number, span = 1): void {
    const rows = this.taken.get(column) ?? new Set<number>()
    this.taken.set(column, rows)
    for (let at = row; at < row + span; at++) rows.add(at)
    this.depth = Math.max(this.depth, row + span)
  }

  /** The rows of a column, up to a last one, in which nothing stands. */
  freeRows(column: number, most: number): number[] {
    return Array.from({ length: most }, (_, row) => row).filter((row) => this.isFree(column, row))
  }

  /** Takes a row in every column. */
  takeRow(row: number): void {
    this.wholeRows.add(row)
    this.depth = Math.max(this.depth, row + 1)
  }
}

/** How a lane stands before anybody has unfolded anything. */
export interface LanePlan {
  /** The branches that are shown, by row. */
  shown: readonly Branch[]
  /** The row each card starts from. Unfolding never moves it up. */
  rows: ReadonlyMap<Id, number>
  /** Those beneath each of them that stand level with it or right below. */
  beneath: ReadonlyMap<Id, readonly Branch[]>
  /** Those beneath cards that stand wherever there was room left in the outer column. */
  apart: ReadonlyMap<Id, readonly Branch[]>
  /** The branches that did not find room. */
  folded: readonly Branch[]
}

/**
 * Chooses what a lane shows at once: as many branches as there are rows, each with the first that stands beneath it.
 *
 * Rows that are left over beside the cards go to further replies of the branches that come first, then to
 * whatever is nearest. Nothing is folded while there is room for it, and what takes no side here gets only the
 * room that the others leave, of the first `mostForRest` rows.
 */
export function planLane(
  branches: readonly Branch[],
  most: number,
  mostForRest: number = most,
): LanePlan {
  const grid = new Grid()
  const rows = new Map<Id, number>()
  const beneath = new Map<Id, readonly Branch[]>()
  const shown: Branch[] = []
  const folded: Branch[] = []
  const room = new Room(branches.slice(0, most), most, mostForRest)

  for (const branch of branches) {
    const beside = room.isKeptBeside(branch)
    const row = firstRow(most, (at) => grid.isFree(0, at) && (!beside || grid.isFree(1, at)))
    if (row === null) {
      folded.push(branch)
      continue
    }
    const wanted = beside ? 1 + room.further(branch) : 0
    let taken = beside ? 1 : 0
    while (taken < wanted && row + taken < most && grid.isFree(1, row + taken)) taken++
    if (beside) room.use(branch, taken - 1)
    else if (grid.isFree(1, row)) room.pass()
    grid.take(0, row)
    if (beside) grid.take(1, row, taken)
    rows.set(branch.id, row)
    // The first stands level with the card, unless that place is kept for the missing answer.
    const kept = branch.isUnanswered ? 1 : 0
    const level = branch.beneath.slice(0, Math.max(0, taken - kept))
    for (const [at, child] of level.entries()) rows.set(child.id, row + kept + at)
    beneath.set(branch.id, level)
    shown.push(branch)
  }
  shown.sort((a, b) => (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0))
  const free = new Set(grid.freeRows(1, most))
  return { shown, rows, beneath, apart: fillRoom(shown, beneath, rows, free, mostForRest), folded }
}

/** The rows of the outer column that are not spoken for, while branches are given theirs one after another. */
class Room {
  private readonly withRest: ReadonlySet<Id>
  private spare: number
  private spareForRest: number

  constructor(branches: readonly Branch[], most: number, mostForRest: number) {
    const sided = branches.filter(asksForSide)
    this.spare = most - sided.length
    const deeper = branches.flatMap(wholeBranch).filter(({ side }) => side !== null).length
    const placed = branches.length + sided.filter(({ isUnanswered }) => !isUnanswered).length
    const free = Math.min(this.spare, mostForRest - sided.length)
    this.spareForRest = Math.max(0, free - Math.max(0, deeper - placed))
    const rest = branches.filter((one) => !asksForSide(one) && one.beneath.length > 0)
    this.withRest = new Set(rest.slice(0, this.spareForRest).map(({ id }) => id))
    this.spare -= this.withRest.size
    this.spareForRest -= this.withRest.size
  }

  /** Whether the place level with a branch is its own: for a reply, or for the empty place of a missing one. */
  isKeptBeside(branch: Branch): boolean {
    return asksForSide(branch) || this.withRest.has(branch.id)
  }

  /** How many further rows a branch may have. */
  further(branch: Branch): number {
    const { sided, rest } = wishes(branch)
    return Math.min(this.spare, sided + Math.min(rest, this.spareForRest))
  }

  use(branch: Branch, further: number): void {
    if (further <= 0) return
    this.spare -= further
    this.spareForRest -= Math.max(0, further - wishes(branch).sided)
  }

  /**
   * Counts a row that stays free beside a branch that does not keep it.
   *
   * Further rows lie right below a branch, so none of those that come later can have it; `fillRoom` gives it away.
   */
  pass(): void {
    this.spare--
  }
}

/** Whether a branch has a reply that takes a side, or misses one. */
const asksForSide = ({ isUnanswered, beneath }: Branch) =>
  isUnanswered || beneath.some(({ side }) => side !== null)

/** How many beneath a branch ask for rows besides the one level with it: those that take a side, and the rest. */
function wishes({ beneath, isUnanswered }: Branch) {
  const level = isUnanswered ? 0 : 1
  const sided = beneath.filter(({ side }) => side !== null).length
  return { sided: Math.max(0, sided - level), rest: beneath.length - Math.max(level, sided) }
}

/**
 * Gives the rows that are left in the outer column to what is still folded: what takes a side first, near first.
 *
 * What stands beneath a card of the outer column finds its place there too, since the next column would be out of view.
 */
function fillRoom(
  shown: readonly Branch[],
  beneath: ReadonlyMap<Id, readonly Branch[]>,
  rows: Map<Id, number>,
  free: Set<number>,
  mostForRest: number,
): Map<Id, Branch[]> {
  const apart = new Map<Id, Branch[]>()
  let waiting = shown.flatMap((parent) => {
    const level = beneath.get(parent.id) ?? []
    const further = level.flatMap((child) => asLodgers(child, child.beneath, 2))
    return [...asLodgers(parent, parent.beneath.slice(level.length), 1), ...further]
  })
  while (waiting.length > 0) {
    const [next, ...rest] = waiting.sort(
      (a, b) => Number(b.sided) - Number(a.sided) || a.depth - b.depth || a.turn - b.turn,
    )
    if (!next) break
    const { parent, child, depth, sided } = next
    const from = rows.get(parent) ?? 0
    const row = nearest(from, sided ? [...free] : [...free].filter((at) => at < mostForRest))
    if (row === undefined) break
    free.delete(row)
    rows.set(child.id, row)
    apart.set(parent, [...(apart.get(parent) ?? []), child])
    waiting = [...rest, ...asLodgers(child, child.beneath, depth + 1)]
  }
  return apart
}

const asLodgers = (parent: Branch, children: readonly Branch[], depth: number) =>
  children.map((child, turn) => ({
    parent: parent.id,
    child,
    depth,
    turn,
    sided: child.side !== null,
  }))

function firstRow(most: number, fits: (row: number) => boolean): number | null {
  for (let row = 0; row < most; row++) if (fits(row)) return row
  return null
}

/** The row that is nearest to another; of two as near, the lower. */
const nearest = (from: number, rows: readonly number[]): number | undefined =>
  rows.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from) || b - a)[0]

/** A card's place in its lane. */
export interface Cell {
  branch: Branch
  column: number
  row: number
  /** How many beneath it are folded away. */
  hidden: number
  /** The row of the empty place beside it, where its answer is missing. */
  emptyRow: number | null
}

/** What placing a branch needs to know of the screen. */
export interface Placing {
  grid: Grid
  /** How many rows a card fills, with the quotes that hang under it. */
  spanOf(id: Id): number
  isUnfolded(id: Id): boolean
  cells: Cell[]
}

/** What of a lane is shown at first, and from which row on. */
type Shown = Pick<LanePlan, 'rows' | 'beneath' | 'apart'>

/** Places what a lane shows at once, and what has been unfolded beneath it. */
export function placeLane(plan: LanePlan, placing: Placing): void {
  let below = 0
  for (const branch of plan.shown) {
    const row = placeBranch(branch, Math.max(plan.rows.get(branch.id) ?? 0, below), plan, placing)
    below = row + placing.spanOf(branch.id)
  }
  // These come last, so that they are never in the way of what is level with its card. The list grows while it is walked.
  const placed = [...placing.cells]
  for (const { branch, row } of placed) {
    const moved = row - (plan.rows.get(branch.id) ?? row)
    for (const child of plan.apart.get(branch.id) ?? []) {
      const at = placing.cells.length
      placeFrom(child, 1, Math.max(0, (plan.rows.get(child.id) ?? 0) + moved), plan, placing)
      placed.push(...placing.cells.slice(at, at + 1))
    }
  }
}

/**
 * Puts a direct branch into the first row from `from` on where it fits, with what is shown beneath it level with it
 * or below, and gives the row.
 *
 * Only what is placed later makes room for what is unfolded here, so a card never moves by its own unfolding.
 */
export function placeBranch(branch: Branch, from: number, shown: Shown, placing: Placing): number {
  return placeFrom(branch, 0, from, shown, placing)
}

/** A card that has been placed, and those beneath it that wait for their places. */
interface Placed {
  row: number
  column: number
  waiting: Branch[]
  /** From which row on the next of them may stand, and how far the card has moved down from its plan. */
  next: number
  moved: number
}

/** Places a branch and all that is shown beneath it, however long its chains are. */
function placeFrom(
  branch: Branch,
  column: number,
  from: number,
  shown: Shown,
  placing: Placing,
): number {
  const first = placeCard(branch, column, from, shown, placing)
  const open = [first]
  for (let above = open.at(-1); above; above = open.at(-1)) {
    const child = above.waiting.pop()
    if (!child) {
      open.pop()
      continue
    }
    const planned = (shown.rows.get(child.id) ?? 0) + above.moved
    const start = Math.max(above.next, planned)
    const placed = placeCard(child, above.column + 1, start, shown, placing)
    above.next = placed.row + placing.spanOf(child.id)
    open.push(placed)
  }
  return first.row
}

function placeCard(
  branch: Branch,
  column: number,
  from: number,
  shown: Shown,
  { grid, spanOf, isUnfolded, cells }: Placing,
): Placed {
  const span = spanOf(branch.id)
  const isDirect = column === 0
  const apart = shown.apart.get(branch.id) ?? []
  const level = isUnfolded(branch.id)
    ? branch.beneath.filter((child) => !apart.includes(child))
    : (shown.beneath.get(branch.id) ?? [])
  const isEmpty = isDirect && branch.isUnanswered
  // Whether it is unfolded does not count here, or it would move by that.
  const keepsBeside = isEmpty || (shown.beneath.get(branch.id)?.length ?? 0) > 0

  let row = from
  while (
    !grid.isFree(column, row, span, branch.id) ||
    (keepsBeside && !grid.isFree(column + 1, row))
  )
    row++
  grid.take(column, row, span)
  if (isEmpty) grid.take(column + 1, row)
  cells.push({
    branch,
    column,
    row,
    hidden: branch.beneath.length - level.length - apart.length,
    emptyRow: isEmpty ? row : null,
  })
  return {
    row,
    column,
    waiting: level.toReversed(),
    next: isEmpty ? row + 1 : row,
    moved: row - (shown.rows.get(branch.id) ?? row),
  }
}
