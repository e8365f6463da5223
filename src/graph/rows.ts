import type { Id } from '../model/schema'
import type { Branch } from './lanes'

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
  /** The row each of them starts from. Unfolding never moves it up. */
  rows: ReadonlyMap<Id, number>
  /** Those beneath each of them that are shown at once. */
  beneath: ReadonlyMap<Id, readonly Branch[]>
  /** The branches that did not find room. */
  folded: readonly Branch[]
}

/**
 * Chooses what a lane shows at once: as many branches as there are rows, each with the first that stands beneath it.
 *
 * Rows that are left over beside the cards go to further replies of the branches that come first.
 */
export function planLane(branches: readonly Branch[], most: number): LanePlan {
  const grid = new Grid()
  const rows = new Map<Id, number>()
  const beneath = new Map<Id, readonly Branch[]>()
  const shown: Branch[] = []
  const folded: Branch[] = []
  let spare = most - Math.min(most, branches.slice(0, most).filter(asksBeside).length)

  for (const branch of branches) {
    const beside = asksBeside(branch)
    const row = firstRow(most, (at) => grid.isFree(0, at) && (!beside || grid.isFree(1, at)))
    if (row === null) {
      folded.push(branch)
      continue
    }
    // The first stands level with the card, unless that place is kept for the missing answer.
    const wanted = branch.beneath.length + (branch.isUnanswered ? 1 : 0)
    let taken = beside ? 1 : 0
    for (; taken < wanted && spare > 0 && row + taken < most; taken++, spare--)
      if (!grid.isFree(1, row + taken)) break
    grid.take(0, row)
    if (beside) grid.take(1, row, taken)
    rows.set(branch.id, row)
    beneath.set(branch.id, branch.beneath.slice(0, branch.isUnanswered ? taken - 1 : taken))
    shown.push(branch)
  }
  shown.sort((a, b) => (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0))
  return { shown, rows, beneath, folded }
}

/** Whether a branch needs the place beside it: for a reply, or for the empty place of a missing one. */
export const asksBeside = (branch: Branch): boolean =>
  branch.beneath.length > 0 || branch.isUnanswered

function firstRow(most: number, fits: (row: number) => boolean): number | null {
  for (let row = 0; row < most; row++) if (fits(row)) return row
  return null
}

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

/**
 * Puts a branch into the first row from `from` on where it fits, with what is shown beneath it level with it
 * or below, and gives the row.
 *
 * Only what is placed later makes room for what is unfolded here, so a card never moves by its own unfolding.
 */
export function placeBranch(
  branch: Branch,
  column: number,
  from: number,
  shownBeneath: (id: Id) => readonly Branch[],
  placing: Placing,
): number {
  const { grid, spanOf, isUnfolded, cells } = placing
  const span = spanOf(branch.id)
  const isDirect = column === 0
  const shown = isUnfolded(branch.id) ? branch.beneath : shownBeneath(branch.id)
  const isEmpty = isDirect && branch.isUnanswered
  const keepsBeside = isDirect ? asksBeside(branch) : shown.length > 0

  let row = from
  while (
    !grid.isFree(column, row, span, branch.id) ||
    (keepsBeside && !grid.isFree(column + 1, row))
  )
    row++
  grid.take(column, row, span)
  if (keepsBeside && (isEmpty || shown.length === 0)) grid.take(column + 1, row)
  cells.push({
    branch,
    column,
    row,
    hidden: branch.beneath.length - shown.length,
    emptyRow: isEmpty ? row : null,
  })

  let next = isEmpty ? row + 1 : row
  for (const child of shown) {
    const at = placeBranch(child, column + 1, next, noneShown, placing)
    next = at + spanOf(child.id)
  }
  return row
}

const noneShown = () => []
