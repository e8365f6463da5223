import type { Debate, Relation, RelationKind, Side } from '../model/debate'
import type { Id } from '../model/schema'
import { indexOf } from './debateIndex'
import { unansweredOn } from './replies'
import { sidesOn } from './tally'

/** The two lanes of an opened position, and the open statements below both. */
export type LaneName = 'for' | 'against'

/** A statement of an opened position, with those that reply to it or back it up beneath it. */
export interface Branch {
  id: Id
  /** The side it takes on this position; null for what only replies to a statement that takes one. */
  side: Side | null
  beneath: readonly Branch[]
  /** An objection that nobody has answered: the place beside it is shown empty. */
  isUnanswered: boolean
}

/** Who stands where in an opened position, the most argued about first. */
export interface Lanes {
  for: readonly Branch[]
  against: readonly Branch[]
  open: readonly Branch[]
}

const known = new WeakMap<Debate, Map<Id, Lanes>>()

/**
 * Sorts what was said on a position into lanes.
 *
 * A statement that answers or backs up another of the same position stands beneath it, wherever that is;
 * the others speak to the proposition directly and stand in the lane of their side. One kind of answer
 * crosses over: what answers the fuller lane from the other side stands directly in its own, so that for and
 * against face each other over the middle. Only an undercut stays beside the link it denies.
 */
export function lanesOf(debate: Debate, position: Id): Lanes {
  const cache = known.get(debate) ?? new Map<Id, Lanes>()
  known.set(debate, cache)
  const before = cache.get(position)
  if (before) return before
  const lanes = sortIntoLanes(debate, position)
  cache.set(position, lanes)
  return lanes
}

function sortIntoLanes(debate: Debate, position: Id): Lanes {
  const { orderOf, relationsTo } = indexOf(debate)
  const sides = sidesOn(debate, position)
  const parents = parentsOf(debate, sides)
  const children = new Map<Id, Id[]>()
  for (const [id, parent] of parents)
    children.set(parent.id, [...(children.get(parent.id) ?? []), id])

  const direct = [...sides.keys()].filter((id) => !parents.has(id))
  const on = (side: Side) => direct.filter((id) => sides.get(id) === side)
  const main: LaneName = on('against').length > on('for').length ? 'against' : 'for'
  const other: LaneName = main === 'for' ? 'against' : 'for'

  const crosses = new Set<Id>()
  // The list grows while it is walked.
  const below = on(main)
  for (const id of below)
    for (const child of children.get(id) ?? [])
      if (sides.get(child) === other && parents.get(child)?.kind !== 'undercuts') crosses.add(child)
      else below.push(child)

  const arguedAbout = (id: Id) => relationsTo(id).length
  const unanswered = new Set(unansweredOn(debate, position))
  const isUnanswered = (id: Id) => unanswered.has(id)
  const rank = (id: Id) => replyRank(parents.get(id)?.kind, sides.get(id) ?? null)
  const branch = (id: Id): Branch => ({
    id,
    side: sides.get(id) ?? null,
    beneath: (children.get(id) ?? [])
      .filter((child) => !crosses.has(child))
      .sort(
        (a, b) => rank(a) - rank(b) || arguedAbout(b) - arguedAbout(a) || orderOf(a) - orderOf(b),
      )
      .map(branch),
    isUnanswered: isUnanswered(id),
  })

  const byWeight = (target: (id: Id) => number) => (a: Id, b: Id) =>
    arguedAbout(b) - arguedAbout(a) ||
    Number(isUnanswered(b)) - Number(isUnanswered(a)) ||
    target(a) - target(b) ||
    orderOf(a) - orderOf(b)
  const inMain = on(main).sort(byWeight(() => 0))
  // An answer from the other side stands as near as it can to the height of what it answers.
  const rowOf = new Map(inMain.map((id, row) => [id, row]))
  const target = (id: Id) => rowOf.get(parents.get(id)?.id ?? '') ?? -1
  const inOther = [...on(other), ...crosses].sort(byWeight(target))
  const open = on('neutral').sort(byWeight(() => 0))

  const lanes = { [main]: inMain.map(branch), [other]: inOther.map(branch) }
  return { for: lanes.for ?? [], against: lanes.against ?? [], open: open.map(branch) }
}

interface Parent {
  id: Id
  kind: RelationKind
}

/**
 * What each statement stands beneath, without circles.
 *
 * Also takes in statements that take no side here but answer one that does, and what answers them.
 */
function parentsOf(debate: Debate, sides: ReadonlyMap<Id, Side>): Map<Id, Parent> {
  const index = indexOf(debate)
  const parents = new Map<Id, Parent>()
  const inView = new Set(sides.keys())
  // The list grows while it is walked: whoever answers a statement in view comes into view.
  const waiting = [...inView].sort((a, b) => index.orderOf(a) - index.orderOf(b))
  const reach = (id: Id) => {
    for (const relation of answering(debate, id))
      if (!inView.has(relation.from) && debate.statements.has(relation.from)) {
        inView.add(relation.from)
        waiting.push(relation.from)
      }
  }
  for (const id of waiting) reach(id)

  for (const id of waiting)
    for (const relation of index.relationsFrom(id).toSorted(byStrength(debate, sides))) {
      const target = standsBeneath(debate, relation, parents)
      if (!target || !inView.has(target) || circles(parents, id, target)) continue
      parents.set(id, { id: target, kind: relation.kind })
      break
    }
  for (const [id, side] of sides)
    if (!hasSidedAncestor(parents, sides, id, side)) parents.delete(id)
  return parents
}

/**
 * Whether a statement stands beneath one that takes a side here, so that it will be found.
 *
 * Beneath an open question only what is open itself may stand: the rest would be overlooked there.
 */
function hasSidedAncestor(
  parents: ReadonlyMap<Id, Parent>,
  sides: ReadonlyMap<Id, Side>,
  id: Id,
  own: Side,
): boolean {
  for (let at = parents.get(id)?.id; at; at = parents.get(at)?.id) {
    const side = sides.get(at)
    if (side && (side !== 'neutral' || own === 'neutral')) return true
  }
  return false
}

/** The links to a statement, and the undercuts of the links it is answered or backed up with. */
function answering(debate: Debate, id: Id): Relation[] {
  const index = indexOf(debate)
  const direct = index.relationsTo(id)
  const links = [...direct, ...index.relationsFrom(id)]
  return [...direct, ...links.flatMap((link) => index.undercutsOf(link.id))]
}

/** The statement that the giver of a link stands beneath: an undercut stands beside the link it denies, at its inner end. */
function standsBeneath(
  debate: Debate,
  relation: Relation,
  parents: ReadonlyMap<Id, Parent>,
): Id | null {
  if (debate.statements.has(relation.to)) return relation.to
  const denied = debate.relations.get(relation.to)
  if (!denied) return null
  if (!debate.statements.has(denied.to)) return denied.from
  return parents.get(denied.from)?.id === denied.to ? denied.to : denied.from
}

function circles(parents: ReadonlyMap<Id, Parent>, id: Id, target: Id): boolean {
  for (let at: Id | undefined = target; at; at = parents.get(at)?.id) if (at === id) return true
  return false
}

/** Of several links a statement makes, the one it is placed by: to a statement with a side, sure, and a reply before a support. */
function byStrength(debate: Debate, sides: ReadonlyMap<Id, Side>) {
  const score = (relation: Relation) =>
    (sides.has(relation.to) ? 0 : 10) +
    ranks[relation.kind] +
    (1 - (relation.confidence ?? 1)) +
    (debate.statements.has(relation.to) ? 0 : 0.5)
  return (a: Relation, b: Relation) => score(a) - score(b) || (a.id < b.id ? -1 : 1)
}

const ranks: Record<RelationKind, number> = {
  rebuts: 0,
  answers: 1,
  supports: 2,
  undercuts: 3,
  concedes: 4,
  clarifies: 5,
}

/** In which order replies stand beneath a statement: what takes a side first. */
const replyRank = (kind: RelationKind | undefined, side: Side | null) =>
  (kind ? ranks[kind] : 6) + (side === null ? 6 : side === 'neutral' ? 12 : 0)

/** In which order statements stood. */
export type Standing = ReadonlyMap<Id, number>

/** The order in which the statements of these lanes stand, from the top. */
export function standingOf(lanes: Lanes): Standing {
  const all = [...lanes.for, ...lanes.against, ...lanes.open].flatMap(wholeBranch)
  return new Map(all.map(({ id }, at) => [id, at]))
}

/**
 * The same lanes in the order in which their statements stood before; what is new comes last.
 *
 * So an edit never shuffles what a reader is looking at, though it may make another card the most argued about.
 */
export function inOrder(lanes: Lanes, before: Standing): Lanes {
  const rank = ({ id }: Branch) => before.get(id) ?? Number.MAX_SAFE_INTEGER
  const sorted = (branches: readonly Branch[]): Branch[] =>
    branches
      .toSorted((a, b) => rank(a) - rank(b))
      .map((branch) =>
        branch.beneath.length === 0 ? branch : { ...branch, beneath: sorted(branch.beneath) },
      )
  return { for: sorted(lanes.for), against: sorted(lanes.against), open: sorted(lanes.open) }
}

/** All statements of a branch, itself first. */
export const wholeBranch = (branch: Branch): Branch[] => [
  branch,
  ...branch.beneath.flatMap(wholeBranch),
]
