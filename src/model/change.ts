import type { About, Debate, RecordKind, Records } from './debate'
import type { Id } from './schema'

/** One record put in place of what had its id, or taken away (null). */
export type Change = {
  [Kind in RecordKind]: { kind: Kind; id: Id; record: Records[Kind] | null }
}[RecordKind]

/** What a person does in one go: the unit of undo. The name completes "Undo: …", as in "add rebuttal". */
export interface Step {
  name: string
  changes: readonly Change[]
  /** Set where the step also changes what the map says of itself. */
  about?: About
}

/** The debate after a step. Records that the step does not touch stay the same objects. */
export function applyStep(debate: Debate, step: Step): Debate {
  const next = { ...debate, ...(step.about && { about: step.about }) } as {
    -readonly [Key in keyof Debate]: Debate[Key]
  }
  const copied = new Set<RecordKind>()
  for (const change of step.changes) {
    if (!copied.has(change.kind)) {
      copied.add(change.kind)
      Object.assign(next, { [change.kind]: new Map<Id, unknown>(next[change.kind]) })
    }
    const records = next[change.kind] as Map<Id, unknown>
    if (change.record === null) records.delete(change.id)
    else records.set(change.id, change.record)
  }
  return next
}
