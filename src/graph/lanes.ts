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

const nobody: ReadonlySet<Id> = new Set()

/**
 * Sorts what was said on a position into lanes.
 *
 * A statement that answers or backs up another of the same position stands beneath it, wherever that is;
 * the others speak to the proposition directly and stand in the lane of their side. One kind of answer
 * crosses over: what answers the fuller lane from the other side stands directly in its own, so that for and
 * against face each other over the middle. Only an undercut stays beside the link it denies.
 *
 * Those in `lifted` stand directly in their own lanes too, whatever they answer.
 */
export function lanesOf(debate: Debate, position: Id, lifted: ReadonlySet<Id> = nobody): Lanes {
  const { sides, parents, children, unanswered } = kinOn(debate, position)
  const { orderOf, relationsTo } = indexOf(debate)
  const direct = [...sides.keys()].filter((id) => !parents.has(id))
  const on = (side: Side) => direct.filter((id) => sides.get(id) === side)
  const main: LaneName = on('against').length > on('for').length ? 'against' : 'for'
  const other: LaneName = main === 'for' ? 'against' : 'for'

  const crosses = new Set<Id>()
  for (const id of lifted) if (parents.has(id) && isTaken(sides.get(id))) crosses.add(id)
  // The list grows while it is walked.
  const below = on(main)
  for (const id of below)
    for (const child of children.get(id) ?? [])
      if (sides.get(child) === other && parents.get(child)?.kind !== 'undercuts') crosses.add(child)
      else below.push(child)

  const arguedAbout = (id: Id) => relationsTo(id).length
  const rank = (id: Id) => replyRank(parents.get(id)?.kind, sides.get(id) ?? null)
  const branches = (roots: readonly Id[]) =>
    grown(
      roots,
      (id) =>
        (children.get(id) ?? [])
          .filter((child) => !crosses.has(child))
          .sort(
            (a, b) =>
              rank(a) - rank(b) || arguedAbout(b) - arguedAbout(a) || orderOf(a) - orderOf(b),
          ),
      (id, beneath) => ({
        id,
        side: sides.get(id) ?? null,
        beneath,
        isUnanswered: unanswered.has(id),
      }),
    )

  const weight = byWeight(debate, unanswered)
  const standIn = (lane: LaneName) => [
    ...on(lane),
    ...[...crosses].filter((id) => sides.get(id) === lane),
  ]
  const inMain = standIn(main).sort(weight(() => 0))
  // An answer from the other side stands as near as it can to the height of what it answers.
  const rowOf = new Map(inMain.map((id, row) => [id, row]))
  const target = (id: Id) => {
    const parent = parents.get(id)
    return parent ? (rowOf.get(parent.id) ?? rowOf.size) : -1
  }
  const inOther = standIn(other).sort(weight(target))
  const open = on('neutral').sort(weight(() => 0))
  const lanes = { [main]: branches(inMain), [other]: branches(inOther) }
  return { for: lanes.for ?? [], against: lanes.against ?? [], open: branches(open) }
}

/** Whether a side is for or against. */
const isTaken = (side: Side | undefined): side is LaneName => side === 'for' || side === 'against'

/** What matters most first: what is argued about, then what waits for an answer, then what was said before. */
function byWeight(debate: Debate, unanswered: ReadonlySet<Id>) {
  const { orderOf, relationsTo } = indexOf(debate)
  return (target: (id: Id) => number) => (a: Id, b: Id) =>
    relationsTo(b).length - relationsTo(a).length ||
    Number(unanswered.has(b)) - Number(unanswered.has(a)) ||
    target(a) - target(b) ||
    orderOf(a) - orderOf(b)
}

/** A statement that stands beneath another, and could stand directly in the lane of its side. */
export interface Lodger {
  id: Id
  side: LaneName
  /** It denies a link, and is best read beside that. */
  undercuts: boolean
}

/** The statements that take a side but stand beneath others, what matters most first. */
export function lodgersOf(debate: Debate, position: Id): Lodger[] {
  const { sides, parents, unanswered } = kinOn(debate, position)
  return [...parents.keys()].sort(byWeight(debate, unanswered)(() => 0)).flatMap((id) => {
    const side = sides.get(id)
    return isTaken(side) ? [{ id, side, undercuts: parents.get(id)?.kind === 'undercuts' }] : []
  })
}

/** Whether a statement has a card on an opened position: it takes a side there, or stands beneath one that does. */
export function hasCardOn(debate: Debate, position: Id, statement: Id): boolean {
  const { sides, parents } = kinOn(debate, position)
  return sides.has(statement) || parents.has(statement)
}

/** Who takes which side on a position, and who stands beneath whom. */
interface Kin {
  sides: ReadonlyMap<Id, Side>
  parents: ReadonlyMap<Id, Parent>
  children: ReadonlyMap<Id, readonly Id[]>
  unanswered: ReadonlySet<Id>
}

const known = new WeakMap<Debate, Map<Id, Kin>>()

function kinOn(debate: Debate, position: Id): Kin {
  const cache = known.get(debate) ?? new Map<Id, Kin>()
  known.set(debate, cache)
  const before = cache.get(position)
  if (before) return before
  const sides = sidesOn(debate, position)
  const parents = parentsOf(debate, sides)
  const kin = {
    sides,
    parents,
    children: childrenOf(parents),
    unanswered: new Set(unansweredOn(debate, position)),
  }
  cache.set(position, kin)
  return kin
}

function childrenOf(parents: ReadonlyMap<Id, Parent>): Map<Id, Id[]> {
  const children = new Map<Id, Id[]>()
  for (const [id, parent] of parents) {
    const siblings = children.get(parent.id)
    if (siblings) siblings.push(id)
    else children.set(parent.id, [id])
  }
  return children
}

/** Builds branches from their tips to their roots: a chain of replies may be longer than calls can be nested. */
function grown<One>(
  roots: readonly One[],
  beneath: (one: One) => readonly One[],
  make: (one: One, beneath: readonly Branch[]) => Branch,
): Branch[] {
  const found = new Map<One, readonly One[]>()
  // The list grows while it is walked.
  const all = [...roots]
  for (const one of all) {
    const below = beneath(one)
    found.set(one, below)
    for (const child of below) all.push(child)
  }
  const made = new Map<One, Branch>()
  const madeOf = (ones: readonly One[]) => ones.flatMap((one) => made.get(one) ?? [])
  for (const one of all.reverse()) made.set(one, make(one, madeOf(found.get(one) ?? [])))
  return madeOf(roots)
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

  const rootOf = roots()
  for (const id of waiting)
    for (const relation of index.relationsFrom(id).toSorted(byStrength(debate, sides))) {
      const target = standsBeneath(debate, relation, parents)
      // It stands beneath nothing yet, so there is a circle only if its target stands beneath it.
      if (!target || !inView.has(target) || rootOf(target) === id) continue
      parents.set(id, { id: target, kind: relation.kind })
      rootOf(id, target)
      break
    }
  for (const id of overlooked(parents, sides)) parents.delete(id)
  return parents
}

/** Says on top of what a statement stands in the end; with a second one, puts the first beneath that. Near enough at once. */
function roots(): (id: Id, beneath?: Id) => Id {
  const towards = new Map<Id, Id>()
  return (id, beneath) => {
    if (beneath !== undefined) towards.set(id, beneath)
    let root = id
    for (let next = towards.get(root); next !== undefined; next = towards.get(root)) root = next
    // The next look is shorter.
    for (let at = id; at !== root; ) {
      const next = towards.get(at) ?? root
      towards.set(at, root)
      at = next
    }
    return root
  }
}

/**
 * The statements that take a side but stand beneath none that does, so that nobody would find them.
 *
 * Beneath an open question only what is open itself may stand: the rest would be overlooked there.
 */
function overlooked(parents: ReadonlyMap<Id, Parent>, sides: ReadonlyMap<Id, Side>): Id[] {
  const children = childrenOf(parents)
  const found: Id[] = []
  // The list grows while it is walked, from what stands beneath nothing downwards.
  const below = [...children.keys()]
    .filter((id) => !parents.has(id))
    .map((id) => ({ id, isOnOpen: false, isOnSide: false }))
  for (const { id, ...above } of below) {
    const side = sides.get(id)
    const isFound = above.isOnSide || (side === 'neutral' && above.isOnOpen)
    if (side && parents.has(id) && !isFound) found.push(id)
    const isOnSide = above.isOnSide || isTaken(side)
    const isOnOpen = above.isOnOpen || side === 'neutral'
    for (const child of children.get(id) ?? []) below.push({ id: child, isOnOpen, isOnSide })
  }
  return found
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

/** How the statements of a position stood: in which order from the top, and which of them directly in their lanes. */
export interface Standing {
  order: ReadonlyMap<Id, number>
  direct: ReadonlySet<Id>
}

/** How the statements of these lanes stand. */
export function standingOf(lanes: Lanes): Standing {
  const direct = [...lanes.for, ...lanes.against, ...lanes.open]
  const all = direct.flatMap(wholeBranch)
  return {
    order: new Map(all.map(({ id }, at) => [id, at])),
    direct: new Set(direct.map(({ id }) => id)),
  }
}

/**
 * The same lanes in the order in which their statements stood before; what is new comes last.
 *
 * So an edit never shuffles what a reader is looking at, though it may make another card the most argued about.
 */
export function inOrder(lanes: Lanes, { order }: Standing): Lanes {
  const rank = ({ id }: Branch) => order.get(id) ?? Number.MAX_SAFE_INTEGER
  const byRank = (branches: readonly Branch[]) => branches.toSorted((a, b) => rank(a) - rank(b))
  const sorted = (branches: readonly Branch[]) =>
    grown(
      byRank(branches),
      ({ beneath }) => byRank(beneath),
      (branch, beneath) => ({ ...branch, beneath }),
    )
  return { for: sorted(lanes.for), against: sorted(lanes.against), open: sorted(lanes.open) }
}

/** All statements of a branch, each before what stands beneath it: itself first. */
export function wholeBranch(branch: Branch): Branch[] {
  const all: Branch[] = []
  const waiting = [branch]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next)
    for (const child of next.beneath.toReversed()) waiting.push(child)
  }
  return all
}
