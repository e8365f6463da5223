import type { Id } from '../model/schema'
import type { SharedLink } from './tally'

/** What the page needs to know of a position. */
export interface OpeningPosition {
  id: Id
  theme: string | null
}

/** A column of the opening page, from the top. */
export interface OpeningColumn {
  theme: string | null
  ids: readonly Id[]
}

const mostInColumn = 7

/**
 * The columns of the opening page: one theme each, or one connected group each in a map without themes.
 *
 * A theme of more than seven positions goes on in a second column. Within a column, positions that share
 * statements stand next to each other before anything else; then the order they are shown in decides.
 */
export function columnsOf(
  positions: readonly OpeningPosition[],
  links: readonly SharedLink[],
): OpeningColumn[] {
  const themed = positions.some(({ theme }) => theme !== null)
  const groups = themed ? byTheme(positions) : connected(positions, links)
  const strength = strengthsOf(links)
  return groups.flatMap(({ theme, ids }) =>
    split(inGoodOrder(ids, strength)).map((part) => ({ theme, ids: part })),
  )
}

function byTheme(positions: readonly OpeningPosition[]): OpeningColumn[] {
  const groups = new Map<string | null, Id[]>()
  for (const { id, theme } of positions) groups.set(theme, [...(groups.get(theme) ?? []), id])
  const last = groups.get(null)
  groups.delete(null)
  const columns: OpeningColumn[] = [...groups].map(([theme, ids]) => ({ theme, ids }))
  return last ? [...columns, { theme: null, ids: last }] : columns
}

/** Groups of positions that share statements, each with its own column; those that share none stand together. */
function connected(
  positions: readonly OpeningPosition[],
  links: readonly SharedLink[],
): OpeningColumn[] {
  const group = new Map(positions.map(({ id }) => [id, new Set([id])]))
  for (const { a, b } of links) {
    const [here, there] = [group.get(a), group.get(b)]
    if (!here || !there || here === there) continue
    for (const id of there) {
      here.add(id)
      group.set(id, here)
    }
  }
  const groups = [...new Set(group.values())]
  const order = new Map(positions.map(({ id }, at) => [id, at]))
  const sorted = (ids: Iterable<Id>) =>
    [...ids].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const alone = groups.filter(({ size }) => size === 1).flatMap((one) => [...one])
  const columns = groups.filter(({ size }) => size > 1).map((ids) => sorted(ids))
  if (alone.length > 0) columns.push(sorted(alone))
  return columns.map((ids) => ({ theme: null, ids }))
}

function split(ids: readonly Id[]): (readonly Id[])[] {
  const parts = Math.ceil(ids.length / mostInColumn)
  const size = Math.ceil(ids.length / parts)
  return Array.from({ length: parts }, (_, at) => ids.slice(at * size, (at + 1) * size))
}

type Strength = (a: Id, b: Id) => number

function strengthsOf(links: readonly SharedLink[]): Strength {
  const strengths = new Map<Id, Map<Id, number>>()
  const put = (a: Id, b: Id, count: number) => {
    const row = strengths.get(a) ?? new Map<Id, number>()
    strengths.set(a, row.set(b, count))
  }
  for (const { a, b, count } of links) {
    // A single shared statement is drawn only on demand, so it counts for little.
    put(a, b, count > 1 ? count : 0.25)
    put(b, a, count > 1 ? count : 0.25)
  }
  return (a, b) => strengths.get(a)?.get(b) ?? 0
}

const mostToTry = 10

/** The order in which neighbours share most; among equals the one nearest to the order given. */
function inGoodOrder(ids: readonly Id[], strength: Strength): readonly Id[] {
  if (ids.length > mostToTry) {
    const [first, ...rest] = [ids.slice(0, mostToTry), ids.slice(mostToTry)]
    return [...inGoodOrder(first, strength), ...inGoodOrder(rest.flat(), strength)]
  }
  return bestPath(ids, strength)
}

interface Path {
  worth: number
  last: number
  before: Path | null
}

/** The best path through all, by dynamic programming over what has been passed: 2ⁿ·n² steps for n of at most ten. */
function bestPath(ids: readonly Id[], strength: Strength): readonly Id[] {
  const count = ids.length
  if (count < 3) return ids
  const best: (Path | undefined)[][] = Array.from({ length: 1 << count }, () => [])
  for (let i = 0; i < count; i++) (best[1 << i] as Path[])[i] = { worth: 0, last: i, before: null }

  for (let seen = 1; seen < 1 << count; seen++)
    for (const path of best[seen] ?? [])
      for (let next = 0; path && next < count; next++) {
        if (seen & (1 << next)) continue
        // Each pair that stands the wrong way round costs a little.
        const swapped = bits(seen >> (next + 1)) * 1e-4
        const worth = path.worth + strength(ids[path.last] as Id, ids[next] as Id) - swapped
        const row = best[seen | (1 << next)] as (Path | undefined)[]
        if (worth > (row[next]?.worth ?? -Infinity)) row[next] = { worth, last: next, before: path }
      }

  const ends = (best[(1 << count) - 1] ?? []).filter((path) => path !== undefined)
  let path: Path | null = ends.reduce((a, b) => (b.worth > a.worth ? b : a))
  const order: Id[] = []
  for (; path; path = path.before) order.push(ids[path.last] as Id)
  return order.reverse()
}

function bits(value: number): number {
  let count = 0
  for (let rest = value; rest > 0; rest &= rest - 1) count++
  return count
}
