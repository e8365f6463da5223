import * as Y from 'yjs'
import type { Id } from '../model/schema'
import { checksum } from './checksum'
import {
  type Database,
  type MapEntry,
  type ReadTransaction,
  type Row,
  rowSchema,
  type StoredEntry,
  type WriteTransaction,
} from './database'

// A map in storage is a log: updates are only ever added. Now and then they are put together into a snapshot,
// and only when that has been read back and holds the same debate are they deleted.

/** Storage that must not be written to any more; `reason` says why. */
export class MapClosed extends Error {
  override name = 'MapClosed'
  constructor(readonly reason: 'deleted' | 'newer') {
    super(`The map is ${reason}`)
  }
}

/** What the log of a map gave. */
export interface Loaded {
  /** The title the list shows. */
  title: string
  /** How many updates lie in the log, snapshot aside. */
  updates: number
  /** What could not be read, as sentences for a person. */
  reports: string[]
}

/** Loads a map into a document. Rows that cannot be read are cut out of the log, with a report. */
export async function loadLog(database: Database, map: Id, yDoc: Y.Doc): Promise<Loaded | null> {
  const log = await database.read(async (transaction) => {
    const entry = await transaction.objectStore('maps').get(map)
    if (!entry || entry.isDeleted) return null
    const rows = await rowsOf(transaction, map)
    const isNewer = [entry, ...rows.snapshots, ...rows.updates].some((row) => isFromNewer(row))
    if (isNewer) throw new MapClosed('newer')
    return { ...rows, title: entry.title }
  })
  if (!log) return null

  const applied = applyRows(yDoc, log)
  if (applied.damaged.length > 0) await cut(database, applied.damaged)
  const reports = damageReports(applied, log)
  return { title: log.title, updates: log.updates.length, reports }
}

export interface KeyedRow extends Row {
  key: number
  store: 'updates' | 'snapshots'
}
export interface Rows {
  /** Newest first. */
  snapshots: KeyedRow[]
  updates: KeyedRow[]
}

/** All rows of a map. */
export async function rowsOf(
  transaction: ReadTransaction | WriteTransaction,
  map: Id,
): Promise<Rows> {
  const all = async (store: KeyedRow['store']): Promise<KeyedRow[]> => {
    const index = transaction.objectStore(store).index('map')
    const [keys, rows] = await Promise.all([index.getAllKeys(map), index.getAll(map)])
    return rows.map((row, at) => ({ ...row, key: keys[at] as number, store }))
  }
  const [snapshots, updates] = await Promise.all([all('snapshots'), all('updates')])
  return { snapshots: snapshots.reverse(), updates }
}

export const isFromNewer = (row: { schema: number }) => row.schema > rowSchema

/** Applies the newest snapshot that is whole, and every update that is. */
export function applyRows(yDoc: Y.Doc, { snapshots, updates }: Rows) {
  const damaged: KeyedRow[] = []
  const apply = (row: KeyedRow): boolean => {
    const isWhole =
      ArrayBuffer.isView(row.bytes) &&
      row.checksum === checksum(row.bytes) &&
      applies(yDoc, row.bytes)
    if (!isWhole) damaged.push(row)
    return isWhole
  }
  const hasSnapshot = snapshots.some(apply)
  for (const row of updates) apply(row)
  return { damaged, hasSnapshot, lacksSome: yDoc.store.pendingStructs !== null }
}

/** Marks what came out of storage, and so needs no saving. */
export const fromStorage = Symbol('from storage')

function applies(yDoc: Y.Doc, bytes: Uint8Array): boolean {
  try {
    Y.applyUpdate(yDoc, bytes, fromStorage)
    return true
  } catch {
    return false
  }
}

function damageReports(
  { damaged, hasSnapshot, lacksSome }: ReturnType<typeof applyRows>,
  log: Rows,
) {
  const reports: string[] = []
  const count = (kind: KeyedRow['store']) => damaged.filter(({ store }) => store === kind).length
  if (count('updates') > 0) {
    reports.push(
      `${count('updates')} of ${log.updates.length} stored edits of this map were damaged and could not be read.`,
    )
  }
  if (count('snapshots') > 0) {
    reports.push(
      hasSnapshot
        ? 'The last stored version of this map was damaged, so an older one was opened. Some edits may be missing.'
        : 'The stored version of this map was damaged. Only what was edited since then could be read.',
    )
  }
  if (lacksSome)
    reports.push('Some edits of this map rest on others that are missing, so they cannot be shown.')
  return reports
}

async function cut(database: Database, damaged: readonly KeyedRow[]): Promise<void> {
  await database.write(async (transaction) => {
    await Promise.all(
      damaged.flatMap(({ key, store, ...row }): Promise<unknown>[] => [
        transaction.objectStore('damaged').add(row),
        transaction.objectStore(store).delete(key),
      ]),
    )
  })
}

/**
 * Adds an update to the log, and brings the map's entry up to date.
 *
 * The update goes in first and on its own, so that it is in even if the page is left before the answer comes.
 */
export async function appendUpdate(
  database: Database,
  entry: MapEntry,
  bytes: Uint8Array | null,
  wholeMap: () => Uint8Array,
): Promise<void> {
  const key = bytes && (await database.add(rowOf(entry.id, bytes)))
  const fate = await database.write(async (transaction) => {
    const maps = transaction.objectStore('maps')
    const before = await maps.get(entry.id)
    if (!before) return 'gone'
    const reason = before.isDeleted ? 'deleted' : isFromNewer(before) ? 'newer' : null
    if (reason === null) await maps.put(entryRow({ ...entry, createdAt: before.createdAt }))
    else if (key !== null) await transaction.objectStore('updates').delete(key)
    return reason
  })
  // An entry that is gone means that the whole database was deleted under us: then the whole map goes in again.
  if (fate === 'gone') await addMap(database, entry, wholeMap())
  else if (fate !== null) throw new MapClosed(fate)
}

/** Adds a new map with all it holds. */
export async function addMap(
  database: Database,
  entry: MapEntry,
  bytes: Uint8Array,
): Promise<void> {
  await database.write(async (transaction) => {
    await Promise.all([
      transaction.objectStore('maps').add(entryRow(entry)),
      transaction.objectStore('updates').add(rowOf(entry.id, bytes)),
    ])
  })
}

/** Deletes all that a map holds. Its entry stays, and says so. */
export async function deleteRows(database: Database, map: Id): Promise<void> {
  await database.write(async (transaction) => {
    const maps = transaction.objectStore('maps')
    const entry = await maps.get(map)
    if (!entry) return
    await maps.put({ ...entry, isDeleted: true })
    const { snapshots, updates } = await rowsOf(transaction, map)
    await Promise.all(
      [...snapshots, ...updates].map(({ store, key }) =>
        transaction.objectStore(store).delete(key),
      ),
    )
  })
}

const entryRow = ({ id, title, createdAt, updatedAt }: MapEntry): StoredEntry => ({
  id,
  title,
  createdAt,
  updatedAt,
  schema: rowSchema,
  isDeleted: false,
})

/** An update as a row that can tell whether it is still whole. */
export const rowOf = (map: Id, bytes: Uint8Array): Row => ({
  map,
  bytes,
  checksum: checksum(bytes),
  schema: rowSchema,
})
