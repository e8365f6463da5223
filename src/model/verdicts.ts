import type { Change, Step } from './change'
import type {
  Annotation,
  Debate,
  Fallen,
  Judged,
  Operation,
  Relation,
  Stance,
  Statement,
  Verdict,
} from './debate'
import { fitReasons, fitStatement, shelfOf } from './fit'
import { compare } from './homeless'
import type { Id } from './schema'

/** The verdicts of a debate, oldest first: the order in which they can be done again. */
export function verdictsInOrder({ verdicts }: Pick<Debate, 'verdicts'>): Verdict[] {
  return [...verdicts.values()].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || compare(one.id, other.id),
  )
}

/** Why a record was last judged as it was; null where nobody has said so. */
export function whyOf(debate: Pick<Debate, 'verdicts'>, id: Id): string | null {
  const verdicts = [...debate.verdicts.values()].filter(({ operation }) => isAbout(operation, id))
  const [last] = verdictsInOrder({ verdicts: new Map(verdicts.map((one) => [one.id, one])) }).slice(
    -1,
  )
  return last?.why ?? null
}

function isAbout(operation: Operation, id: Id): boolean {
  if ('what' in operation || operation.do === 'position' || operation.do === 'connect')
    return operation.id === id
  if ('relation' in operation) return operation.relation === id
  if ('stance' in operation) return operation.stance === id
  return operation.statement === id || (operation.do === 'merge' && operation.into === id)
}

/** A record that a review took out of the map, with the verdict that keeps it. */
export interface Rejected {
  verdict: Verdict
  what: Judged
  record: Statement | Relation | Stance
}

/** What a review has taken out of a debate, newest first. */
export function rejectedIn(debate: Pick<Debate, 'verdicts'>): Rejected[] {
  return verdictsInOrder(debate)
    .reverse()
    .flatMap((verdict) => rejectedBy(verdict) ?? [])
}

/** The record that a verdict rejects; null where it does something else, or does not know the record any more. */
export function rejectedBy(verdict: Verdict): Rejected | null {
  const { operation, fell } = verdict
  if (operation.do !== 'reject') return null
  const { what, id } = operation
  const fallen: readonly (Statement | Relation | Stance)[] = fell?.[what] ?? []
  const record = fallen.find((one) => one.id === id)
  return record ? { verdict, what, record } : null
}

/** What some changes take out of a debate, in the order of ids; null where they take out nothing. */
export function fallenIn(debate: Debate, changes: readonly Change[]): Fallen | null {
  const gone = changes
    .filter(({ record }) => record === null)
    .sort((one, other) => compare(one.id, other.id))
  const those = <R>(kind: Change['kind'], records: ReadonlyMap<Id, R>): R[] =>
    gone.filter((one) => one.kind === kind).flatMap(({ id }) => records.get(id) ?? [])
  if (gone.length === 0) return null
  return {
    statements: those('statements', debate.statements),
    relations: those('relations', debate.relations),
    stances: those('stances', debate.stances),
    annotations: those('annotations', debate.annotations),
    places: gone.flatMap(({ kind, id }) => {
      const place = kind === 'places' && debate.places.get(id)
      return place ? [{ id, x: place.x, y: place.y }] : []
    }),
  }
}

/** A step, or why it cannot be made, as a sentence for a person. */
export type Applied = { ok: true; step: Step } | { ok: false; problem: string }

const nouns = { statements: 'statement', relations: 'link', stances: 'side' } as const

/**
 * Brings back what a verdict has taken out of the map, and drops the verdict.
 *
 * What fell with it comes back as far as it can stand. What hangs on something that is rejected itself comes back with
 * that.
 */
export function restoreRejected(debate: Debate, id: Id): Applied {
  const verdict = debate.verdicts.get(id)
  const rejected = verdict && rejectedBy(verdict)
  if (!rejected?.verdict.fell) return { ok: false, problem: 'There is nothing to bring back.' }
  const { what, record, verdict: own } = rejected
  if (debate[what].has(record.id))
    return { ok: false, problem: `This ${nouns[what]} is in the map already.` }

  const { back, left } = sortedOut(debate, own.fell as Fallen)
  if (!back.some((change) => change.id === record.id))
    return {
      ok: false,
      problem: `This ${nouns[what]} has lost what it hangs on. Bring that back first.`,
    }
  return {
    ok: true,
    step: {
      name: `bring back ${nouns[what]}`,
      changes: [...back, { kind: 'verdicts', id, record: null }, ...handedOn(debate, id, left)],
    },
  }
}

type Hanging =
  | { kind: 'relations'; record: Relation }
  | { kind: 'stances'; record: Stance }
  | { kind: 'annotations'; record: Annotation }

/** Parts what fell into what can stand again and what has still no hold. */
function sortedOut(debate: Debate, fell: Fallen): { back: Change[]; left: Hanging[] } {
  const shelf = shelfOf(debate.sources)
  const statements = new Set(debate.statements.keys())
  const relations = new Set(debate.relations.keys())
  const stances = new Set(debate.stances.keys())
  const back: Change[] = []
  for (const record of fell.statements) {
    if (statements.has(record.id)) continue
    statements.add(record.id)
    back.push({ kind: 'statements', id: record.id, record: fitStatement(record, shelf) })
  }
  let waiting: Hanging[] = [
    ...fell.relations.map((record): Hanging => ({ kind: 'relations', record })),
    ...fell.stances.map((record): Hanging => ({ kind: 'stances', record })),
    ...fell.annotations.map((record): Hanging => ({ kind: 'annotations', record })),
  ]
  const stands = ({ kind, record }: Hanging): boolean => {
    if (kind === 'relations') {
      const ends = record.kind === 'undercuts' ? relations : statements
      return statements.has(record.from) && ends.has(record.to)
    }
    if (kind === 'stances')
      return statements.has(record.statement) && debate.positions.has(record.position)
    const targets = [statements, relations, stances, debate.positions]
    return targets.some((records) => records.has(record.target))
  }
  // An undercut waits for its link, and a note for either.
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length
    waiting = waiting.filter((one) => {
      if (!stands(one)) return true
      const { kind, record } = one
      if (kind === 'relations') relations.add(record.id)
      if (kind === 'stances') stances.add(record.id)
      const fit = kind === 'annotations' ? record : fitReasons(record, shelf)
      if (!debate[kind].has(record.id)) back.push({ kind, id: record.id, record: fit } as Change)
      return false
    })
  }
  for (const { id, x, y } of fell.places)
    if (statements.has(id)) back.push({ kind: 'places', id, record: { x, y } })
  return { back, left: waiting }
}

/** Gives what has no hold yet to the verdict that has taken its hold out, with what hangs on it in turn. */
function handedOn(debate: Debate, restored: Id, left: readonly Hanging[]): Change[] {
  const keepers = new Map<Id, Id>()
  for (const { id, fell } of debate.verdicts.values())
    for (const gone of id === restored
      ? []
      : [...(fell?.statements ?? []), ...(fell?.relations ?? [])])
      if (!debate.statements.has(gone.id) && !debate.relations.has(gone.id))
        keepers.set(gone.id, id)

  const next = new Map<Id, Fallen>()
  let waiting = left
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length
    waiting = waiting.filter((one) => {
      const keeper = holdsOf(one).flatMap((id) => keepers.get(id) ?? [])[0]
      const fell = next.get(keeper ?? '') ?? debate.verdicts.get(keeper ?? '')?.fell
      if (keeper === undefined || !fell) return true
      keepers.set(one.record.id, keeper)
      next.set(keeper, { ...fell, [one.kind]: [...fell[one.kind], one.record] })
      return false
    })
  }
  return [...next].flatMap(([id, fell]): Change[] => {
    const verdict = debate.verdicts.get(id)
    return verdict ? [{ kind: 'verdicts', id, record: { ...verdict, fell } }] : []
  })
}

function holdsOf({ kind, record }: Hanging): Id[] {
  if (kind === 'relations') return [record.from, record.to]
  return kind === 'stances' ? [record.statement] : [record.target]
}
