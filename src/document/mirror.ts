import type * as Y from 'yjs'
import type { Change } from '../model/change'
import { type Debate, type Position, type RecordKind, recordKinds } from '../model/debate'
import { compare } from '../model/homeless'
import { liveRepair } from '../model/repair'
import type { Id } from '../model/schema'
import { problemOf, readAbout, readPositionOrder, shapeOf, unboxed } from './shape'

/** A record in the document that cannot be shown, most likely written by another version of this app. It stays there. */
export interface Unreadable {
  kind: RecordKind
  id: Id
  /** What is wrong with it, for a person. */
  problem: string
}

/** The debate in a Y.Doc as plain records, kept in step with it record by record. */
export interface Mirror {
  debate(): Debate
  /** The records as they lie in the document, before repair. */
  held: Omit<Debate, 'about'>
  unreadable(): readonly Unreadable[]
  /**
   * Takes in what a transaction changed, and gives what differs in the debate; null where it did not touch it.
   *
   * Records of a foreign transaction are checked as they come in. Our own need no check: their types are known.
   */
  follow(transaction: Y.Transaction, isForeign: boolean): readonly Change[] | null
}

/** Reads the whole document once, and from then on follows its transactions. */
export function openMirror(yDoc: Y.Doc): Mirror {
  const shape = shapeOf(yDoc)
  const live = liveRepair()
  const unreadable = new Map<string, Unreadable>()

  const everything = recordKinds.flatMap((kind) => readAll(kind, shape.records[kind].keys(), true))
  live.apply(everything, readAbout(shape.about))
  orderPositions()

  /** Reads records as changes. What cannot be read counts as gone, and is remembered. */
  function readAll(kind: RecordKind, ids: Iterable<Id>, isForeign: boolean): Change[] {
    return Array.from(ids, (id) => {
      const record = unboxed(shape.records[kind].get(id))
      const problem = record !== undefined && isForeign ? problemOf(kind, id, record) : null
      if (problem === null) unreadable.delete(`${kind} ${id}`)
      else unreadable.set(`${kind} ${id}`, { kind, id, problem })
      return { kind, id, record: problem === null ? (record ?? null) : null } as Change
    })
  }

  /** Brings the positions into their order; those that have no place in it come last, by id. */
  function orderPositions() {
    const positions = live.debate().positions as Map<Id, Position>
    const places = new Map(readPositionOrder(shape.about).map((id, at) => [id, at]))
    const placeOf = (id: Id) => places.get(id) ?? places.size
    const ordered = [...positions].sort(
      ([one], [other]) => placeOf(one) - placeOf(other) || compare(one, other),
    )
    positions.clear()
    for (const [id, position] of ordered) positions.set(id, position)
  }

  function follow(transaction: Y.Transaction, isForeign: boolean): readonly Change[] | null {
    const changes = recordKinds.flatMap((kind) =>
      readAll(kind, touchedIn(transaction, shape.records[kind]), isForeign),
    )
    const aboutChanged = touchedIn(transaction, shape.about).length > 0
    if (changes.length === 0 && !aboutChanged) return null

    const shown = live.apply(changes, aboutChanged ? readAbout(shape.about) : undefined)
    if (aboutChanged || shown.some(({ kind }) => kind === 'positions')) orderPositions()
    return shown
  }

  return {
    debate: live.debate,
    held: live.held,
    unreadable: () => [...unreadable.values()],
    follow,
  }
}

/** The keys of a map that a transaction wrote to. */
function touchedIn({ changed }: Y.Transaction, map: Y.Map<unknown>): string[] {
  const keys = changed.get(map as never) ?? new Set()
  return [...keys].filter((key) => key !== null)
}
