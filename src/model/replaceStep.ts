import type { Change, Step } from './change'
import { type Debate, type RecordKind, type Records, recordKinds } from './debate'
import { homelessOf } from './homeless'
import { sameValue } from './sameValue'
import type { Id } from './schema'

/**
 * The step that turns one debate into another: takes away what is gone and puts what differs.
 *
 * One undo takes it back, so "start over" and "open a file in place of this map" lose nothing.
 */
export function replaceStep(name: string, from: Debate, to: Debate): Step {
  const changes = recordKinds.flatMap((kind) =>
    kind === 'positions' ? positionChanges(from, to) : recordChanges(kind, from[kind], to[kind]),
  )
  // Annotations without a home are records too, though they show only in `about`.
  for (const { id } of homelessOf(from.about)) {
    if (!to.annotations.has(id)) changes.push({ kind: 'annotations', id, record: null })
  }
  return sameValue(from.about, to.about) ? { name, changes } : { name, changes, about: to.about }
}

function recordChanges<Kind extends RecordKind>(
  kind: Kind,
  from: ReadonlyMap<Id, Records[Kind]>,
  to: ReadonlyMap<Id, Records[Kind]>,
): Change[] {
  const gone = [...from.keys()].filter((id) => !to.has(id))
  const put = [...to].filter(([id, record]) => !sameValue(from.get(id), record))
  return [
    ...gone.map((id) => ({ kind, id, record: null }) as Change),
    ...put.map(([id, record]) => ({ kind, id, record }) as Change),
  ]
}

/** Positions stand in an order. Where that differs, all are taken away and put anew, one after the other. */
function positionChanges(from: Debate, to: Debate): Change[] {
  const kept = [...from.positions.keys()].filter((id) => to.positions.has(id))
  const added = [...to.positions.keys()].filter((id) => !from.positions.has(id))
  const staysInOrder = sameValue([...kept, ...added], [...to.positions.keys()])
  if (staysInOrder) return recordChanges('positions', from.positions, to.positions)

  return [
    ...recordChanges('positions', from.positions, new Map()),
    ...recordChanges('positions', new Map(), to.positions),
  ]
}
