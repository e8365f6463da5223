import type { Annotation, Debate, Relation, Stance, Statement } from '../model/debate'
import type { Id } from '../model/schema'

/** A debate's records by what they hang on. */
export interface DebateIndex {
  /** The links that arrive at a statement or, as undercuts, at a link. */
  relationsTo(end: Id): readonly Relation[]
  relationsFrom(statement: Id): readonly Relation[]
  /** The undercuts that deny a link. */
  undercutsOf(relation: Id): readonly Relation[]
  stancesOf(statement: Id): readonly Stance[]
  /** The stances on a position, in the order their statements were said. */
  stancesOn(position: Id): readonly Stance[]
  annotationsOn(target: Id): readonly Annotation[]
  /** Where a statement stands among all, counted in the order they were said: text by text, word by word. */
  orderOf(statement: Id): number
}

const indexes = new WeakMap<Debate, DebateIndex>()

/** The index of a debate, made once for each debate object. */
export function indexOf(debate: Debate): DebateIndex {
  const known = indexes.get(debate)
  if (known) return known
  const index = makeIndex(debate)
  indexes.set(debate, index)
  return index
}

function makeIndex(debate: Debate): DebateIndex {
  const order = new Map(
    [...debate.statements.values()].sort(asSaid).map((statement, at) => [statement.id, at]),
  )
  const orderOf = (statement: Id) => order.get(statement) ?? Number.MAX_SAFE_INTEGER
  const bySaying = (a: Id, b: Id) => orderOf(a) - orderOf(b) || compare(a, b)

  const relations = [...debate.relations.values()].sort(
    (a, b) => bySaying(a.from, b.from) || compare(a.id, b.id),
  )
  const stances = [...debate.stances.values()].sort(
    (a, b) => bySaying(a.statement, b.statement) || compare(a.id, b.id),
  )
  const relationsTo = grouped(relations, (relation) => relation.to)
  return {
    relationsTo,
    relationsFrom: grouped(relations, (relation) => relation.from),
    undercutsOf: (relation) =>
      relationsTo(relation).filter((undercut) => undercut.kind === 'undercuts'),
    stancesOf: grouped(stances, (stance) => stance.statement),
    stancesOn: grouped(stances, (stance) => stance.position),
    annotationsOn: grouped([...debate.annotations.values()], (annotation) => annotation.target),
    orderOf,
  }
}

/** In the order of the texts; what rests on no text comes last, in the order of ids. */
function asSaid(a: Statement, b: Statement): number {
  const [here, there] = [a.quotes[0], b.quotes[0]]
  if (here && there)
    return compare(here.source, there.source) || here.start - there.start || compare(a.id, b.id)
  if (here || there) return here ? -1 : 1
  return compare(a.id, b.id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function grouped<R>(records: readonly R[], keyOf: (record: R) => Id): (key: Id) => readonly R[] {
  const groups = new Map<Id, R[]>()
  for (const record of records) {
    const group = groups.get(keyOf(record))
    if (group) group.push(record)
    else groups.set(keyOf(record), [record])
  }
  return (key) => groups.get(key) ?? none
}

const none: readonly never[] = []
