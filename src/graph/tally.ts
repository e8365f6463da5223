import type { Debate, Side } from '../model/debate'
import type { Id } from '../model/schema'
import { indexOf } from './debateIndex'
import { unansweredOn } from './replies'

/** How many statements stand where on a position, and how many objections nobody has answered. */
export interface Tally {
  for: number
  against: number
  open: number
  unanswered: number
}

const tallies = new WeakMap<Debate, Map<Id, Tally>>()

/** The tally of a position: statements counted once, by the side they take. */
export function tallyOf(debate: Debate, position: Id): Tally {
  const known = tallies.get(debate) ?? new Map<Id, Tally>()
  tallies.set(debate, known)
  const before = known.get(position)
  if (before) return before

  const sides = sidesOn(debate, position)
  const count = (side: Side) => [...sides.values()].filter((one) => one === side).length
  const tally: Tally = {
    for: count('for'),
    against: count('against'),
    open: count('neutral'),
    unanswered: unansweredOn(debate, position).length,
  }
  known.set(position, tally)
  return tally
}

/** The side each statement takes on a position, in the order they were said. */
export function sidesOn(debate: Debate, position: Id): Map<Id, Side> {
  const sides = new Map<Id, Side>()
  for (const { statement, stance } of indexOf(debate).stancesOn(position))
    if (!sides.has(statement) && debate.statements.has(statement)) sides.set(statement, stance)
  return sides
}

/** Two positions on which the same statements bear, and how many do. `a` is shown before `b`. */
export interface SharedLink {
  a: Id
  b: Id
  count: number
}

const shared = new WeakMap<Debate, readonly SharedLink[]>()

/** Every pair of positions that share statements, the strongest first. */
export function sharedLinks(debate: Debate): readonly SharedLink[] {
  const known = shared.get(debate)
  if (known) return known

  const order = new Map([...debate.positions.keys()].map((id, at) => [id, at]))
  const links = new Map<string, SharedLink>()
  for (const statement of debate.statements.keys()) {
    const on = positionsOf(debate, statement).sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    )
    for (const [at, a] of on.entries())
      for (const b of on.slice(at + 1)) {
        const key = JSON.stringify([a, b])
        const link = links.get(key)
        if (link) link.count++
        else links.set(key, { a, b, count: 1 })
      }
  }
  const rank = ({ a, b }: SharedLink) => (order.get(a) ?? 0) * order.size + (order.get(b) ?? 0)
  const found = [...links.values()].sort((x, y) => y.count - x.count || rank(x) - rank(y))
  shared.set(debate, found)
  return found
}

/** The statements that bear on both positions, in the order they were said. */
export function sharedBy(debate: Debate, a: Id, b: Id): Id[] {
  const there = sidesOn(debate, b)
  return [...sidesOn(debate, a).keys()].filter((id) => there.has(id))
}

/** The positions a statement bears on, each once. */
export const positionsOf = (debate: Debate, statement: Id): Id[] => [
  ...new Set(
    indexOf(debate)
      .stancesOf(statement)
      .map((stance) => stance.position)
      .filter((id) => debate.positions.has(id)),
  ),
]
