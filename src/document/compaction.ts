import * as Y from 'yjs'
import { recordKinds } from '../model/debate'
import { sameValue } from '../model/sameValue'
import type { Id } from '../model/schema'
import { checksum } from './checksum'
import type { Database, WriteTransaction } from './database'
import { shapeOf } from './shape'
import { applyRows, isFromNewer, type Rows, rowOf, rowsOf } from './updateLog'

/** After how many updates a log is put together into one snapshot. */
export const compactAfter = 500

/** The newest snapshots are kept: the last one, and the one before it in case the last is damaged. */
const keptSnapshots = 2

/**
 * Puts the log of a map together into a snapshot, and deletes the updates that are in it.
 *
 * Nothing is deleted before the snapshot has been read back from storage and holds the same debate. Each half is one
 * transaction that any tab may make at any time, so a crash between the halves, or two tabs at it at once, only leave
 * a snapshot too many. The lock just spares two tabs the same work; where there is none (pages without https), the
 * transactions are guard enough.
 *
 * Gives the number of updates that are no longer in the log.
 */
export async function compact(database: Database, map: Id): Promise<number> {
  const locks = globalThis.navigator?.locks
  if (!locks) return compactNow(database, map)
  return locks.request(`counterpoint compacts ${map}`, { ifAvailable: true }, (lock) =>
    lock ? compactNow(database, map) : 0,
  )
}

async function compactNow(database: Database, map: Id): Promise<number> {
  const written = await database.write((transaction) => writeSnapshot(transaction, map))
  if (!written) return 0
  return database.write((transaction) => deleteWhatIsIn(transaction, map, written))
}

/** A snapshot in storage: its key, the updates that are in it, and what it must hold. */
interface Written {
  key: number
  updates: number[]
  yDoc: Y.Doc
}

async function writeSnapshot(transaction: WriteTransaction, map: Id): Promise<Written | null> {
  const rows = await rowsOf(transaction, map)
  const entry = await transaction.objectStore('maps').get(map)
  const mayTouch = entry && !entry.isDeleted && ![entry, ...allOf(rows)].some(isFromNewer)
  if (!mayTouch || rows.updates.length === 0) return null

  const yDoc = new Y.Doc()
  const { damaged, lacksSome } = applyRows(yDoc, rows)
  // Damage is for loading to report; until then every row stays as it is.
  if (damaged.length > 0 || lacksSome) return null
  const row = rowOf(map, Y.encodeStateAsUpdate(yDoc))
  const key = await transaction.objectStore('snapshots').add(row)
  return { key, updates: rows.updates.map((update) => update.key), yDoc }
}

async function deleteWhatIsIn(
  transaction: WriteTransaction,
  map: Id,
  { key, updates, yDoc }: Written,
): Promise<number> {
  const snapshot = await transaction.objectStore('snapshots').get(key)
  if (!snapshot || snapshot.checksum !== checksum(snapshot.bytes)) return 0
  const readBack = new Y.Doc()
  Y.applyUpdate(readBack, snapshot.bytes)
  if (!holdSame(yDoc, readBack)) return 0

  const keys = await transaction.objectStore('snapshots').index('map').getAllKeys(map)
  const older = keys.filter((other) => other < key).slice(0, 1 - keptSnapshots)
  await Promise.all([
    ...updates.map((update) => transaction.objectStore('updates').delete(update)),
    ...older.map((other) => transaction.objectStore('snapshots').delete(other)),
  ])
  return updates.length
}

/** Tells whether two documents know the same history and show the same records. */
function holdSame(one: Y.Doc, other: Y.Doc): boolean {
  if (!Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))) return false
  const [here, there] = [shapeOf(one), shapeOf(other)]
  return (
    sameValue(here.about.toJSON(), there.about.toJSON()) &&
    recordKinds.every((kind) => sameEntries(here.records[kind], there.records[kind]))
  )
}

function sameEntries(one: Y.Map<unknown>, other: Y.Map<unknown>): boolean {
  return (
    one.size === other.size && [...one].every(([id, record]) => sameValue(record, other.get(id)))
  )
}

const allOf = ({ snapshots, updates }: Rows) => [...snapshots, ...updates]
