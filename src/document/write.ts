import type { Change, Step } from '../model/change'
import { type About, type Debate, recordKinds } from '../model/debate'
import { homelessOf, withHomeless } from '../model/homeless'
import { sameValue } from '../model/sameValue'
import type { Id } from '../model/schema'
import type { Mirror } from './mirror'
import { boxed, readPositionOrder, type Shape } from './shape'

/** Writes a whole debate into an empty document. */
export function writeDebate(shape: Shape, debate: Debate): void {
  for (const kind of recordKinds) {
    for (const [id, record] of debate[kind]) shape.records[kind].set(id, boxed(record))
  }
  for (const annotation of homelessOf(debate.about)) {
    shape.records.annotations.set(annotation.id, boxed(annotation))
  }
  writeAbout(shape, withHomeless(debate.about, []))
  shape.about.set('positionOrder', [...debate.positions.keys()])
}

/**
 * Writes what a step changes, and the moment of it. Writes nothing where all is so already.
 *
 * The moment is part of the step, so that undo gives back the debate exactly as it was.
 */
export function writeStep(shape: Shape, mirror: Mirror, step: Step, moment: string): void {
  const changes = effective(allChanges(step, mirror), mirror.held)
  const order = orderAfter(shape, mirror, step.changes)
  const about = step.about && withHomeless(step.about, [])
  const aboutDiffers = about && !sameValue(about, withHomeless(mirror.debate().about, []))
  if (changes.length === 0 && !order && !aboutDiffers) return

  for (const { kind, id, record } of changes) {
    if (record === null) shape.records[kind].delete(id)
    else shape.records[kind].set(id, boxed(record))
  }
  if (order) shape.about.set('positionOrder', order)
  if (aboutDiffers) writeAbout(shape, about)
  shape.about.set('updatedAt', moment)
}

function writeAbout({ about }: Shape, { title, createdAt, updatedAt, extra }: About): void {
  const fields = { title, createdAt, updatedAt, extra: boxed(extra) }
  for (const [field, value] of Object.entries(fields)) {
    if (!about.has(field) || !sameValue(about.get(field), value)) about.set(field, value)
  }
}

/** The changes of a step, with what must happen along with them. */
function allChanges(step: Step, mirror: Mirror): Change[] {
  const homeless = step.about ? homelessOf(step.about) : []
  return [
    ...homeless
      .filter(({ id }) => !mirror.held.annotations.has(id))
      .map((record): Change => ({ kind: 'annotations', id: record.id, record })),
    ...leftBehind(step, mirror),
    ...step.changes,
  ]
}

/**
 * Takes away what hangs, hidden, on an id that the step gives to a new record.
 *
 * Otherwise a link that lost its end long ago would come back with a statement that was put in for another reason,
 * and the debate would hold more than the step says. Undo still brings such a link back together with its end.
 */
function leftBehind(step: Step, { held, debate }: Mirror): Change[] {
  const shown = debate()
  const isNew = new Set(
    step.changes
      .filter(({ kind, id, record }) => record !== null && !held[kind].has(id))
      .map(({ id }) => id),
  )
  if (isNew.size === 0) return []

  const changes: Change[] = []
  for (const { id, from, to } of hidden(held.relations, shown.relations)) {
    if (isNew.has(from) || isNew.has(to)) changes.push({ kind: 'relations', id, record: null })
  }
  for (const { id, statement, position } of hidden(held.stances, shown.stances)) {
    if (isNew.has(statement) || isNew.has(position)) {
      changes.push({ kind: 'stances', id, record: null })
    }
  }
  const placesDiffer = held.places.size > shown.places.size
  for (const id of placesDiffer ? held.places.keys() : []) {
    if (!shown.places.has(id) && isNew.has(id)) changes.push({ kind: 'places', id, record: null })
  }
  return changes
}

function hidden<R extends { id: Id }>(held: ReadonlyMap<Id, R>, shown: ReadonlyMap<Id, R>): R[] {
  if (held.size === shown.size) return []
  return [...held.values()].filter(({ id }) => !shown.has(id))
}

/** The last word of a step on each record, where that is not what the document says already. */
function effective(changes: readonly Change[], held: Omit<Debate, 'about'>): Change[] {
  const last = new Map<string, Change>()
  for (const change of changes) {
    if (change.record && 'id' in change.record && change.record.id !== change.id) {
      throw new RangeError(`Cannot put record ${change.record.id} under the id ${change.id}`)
    }
    last.set(`${change.kind} ${change.id}`, change)
  }
  return [...last.values()].filter(
    ({ kind, id, record }) => !sameValue(held[kind].get(id) ?? null, record),
  )
}

/** The order of positions after the changes, as in a Map: what is new goes last. Null where it stays. */
function orderAfter(shape: Shape, mirror: Mirror, changes: readonly Change[]): Id[] | null {
  const positions = changes.filter(({ kind }) => kind === 'positions')
  if (positions.length === 0) return null

  const order = new Set(mirror.debate().positions.keys())
  for (const { id, record } of positions) {
    if (record === null) order.delete(id)
    else order.add(id)
  }
  return sameValue([...order], readPositionOrder(shape.about)) ? null : [...order]
}
