import type { Change } from '../model/change'
import type { Passage, RecordKind, Turn } from '../model/debate'
import type { Id } from '../model/schema'

/** A piece of some changes: small enough to be handed from one thread to another without a halt. */
export type Slice =
  | { part: 'changes'; changes: Change[] }
  /** Of a text the turns and passages come apart from it, after it. */
  | { part: 'turns'; source: Id; turns: Turn[] }
  | { part: 'passages'; source: Id; passages: Passage[] }

/** How many records a slice holds at most: a few milliseconds' worth of copying. */
const most = 250

/** Cuts changes into slices of at most 250 records. */
export function* slicesOf(changes: Iterable<Change>): Generator<Slice> {
  let slice: Change[] = []
  for (const change of changes) {
    const source = change.kind === 'sources' ? change.record : null
    slice.push(
      change.kind === 'sources' && source
        ? { ...change, record: { ...source, turns: [], passages: [] } }
        : change,
    )
    if (slice.length === most || source) {
      yield { part: 'changes', changes: slice }
      slice = []
    }
    if (!source) continue
    for (const turns of pieces(source.turns)) yield { part: 'turns', source: source.id, turns }
    for (const passages of pieces(source.passages))
      yield { part: 'passages', source: source.id, passages }
  }
  if (slice.length > 0) yield { part: 'changes', changes: slice }
}

function* pieces<T>(list: readonly T[]): Generator<T[]> {
  for (let at = 0; at < list.length; at += most) yield list.slice(at, at + most)
}

/** Puts slices together again, in the order in which they were cut. */
export function joinSlices(): { add(slice: Slice): void; changes: readonly Change[] } {
  const changes: Change[] = []
  const sourceOf = (id: Id) => {
    const change = changes.findLast((one) => one.kind === 'sources' && one.id === id)
    if (change?.kind !== 'sources' || !change.record)
      throw new RangeError(`Cannot join a slice of text ${id}: the text itself did not come before`)
    return change.record
  }
  return {
    changes,
    add(slice) {
      if (slice.part === 'changes') changes.push(...slice.changes)
      else if (slice.part === 'turns') sourceOf(slice.source).turns.push(...slice.turns)
      else sourceOf(slice.source).passages.push(...slice.passages)
    },
  }
}

/** The changes that make a debate out of nothing. */
export function* changesThatMake(
  debate: Readonly<Record<RecordKind, ReadonlyMap<Id, unknown>>>,
  kinds: readonly RecordKind[],
): Generator<Change> {
  for (const kind of kinds)
    for (const [id, record] of debate[kind]) yield { kind, id, record } as Change
}
