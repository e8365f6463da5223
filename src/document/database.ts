import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { Id, Moment } from '../model/schema'

/** A map in this browser, as a list shows it. */
export interface MapEntry {
  id: Id
  title: string
  createdAt: Moment
  updatedAt: Moment
}

/** How this app writes its rows. A row with a higher number was written by a newer app, and is left alone. */
export const rowSchema = 1

/** Some bytes of a map: an update, or a snapshot that stands for many. */
export interface Row {
  map: Id
  bytes: Uint8Array
  checksum: number
  schema: number
}

/** An entry in storage. A deleted map leaves its entry behind, so that another tab cannot bring it back unawares. */
export interface StoredEntry extends MapEntry {
  schema: number
  isDeleted: boolean
}

interface Layout extends DBSchema {
  maps: { key: Id; value: StoredEntry }
  updates: { key: number; value: Row; indexes: { map: Id } }
  snapshots: { key: number; value: Row; indexes: { map: Id } }
  /** Rows that were cut out of their map because they cannot be read any more. */
  damaged: { key: number; value: Row }
}
export type StoreName = 'maps' | 'updates' | 'snapshots' | 'damaged'
export type ReadTransaction = IDBPTransaction<Layout, StoreName[], 'readonly'>
export type WriteTransaction = IDBPTransaction<Layout, StoreName[], 'readwrite'>

/** This tab's one connection to the database of this browser. It is opened anew whenever it was lost. */
export interface Database {
  read<T>(work: (transaction: ReadTransaction) => Promise<T>): Promise<T>
  /** Settles only when storage says that the whole transaction is in. Nothing of it is in when this rejects. */
  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T>
  /** Adds an update, in a transaction that needs nothing more of this page once it has begun. Gives its key. */
  add(row: Row): Promise<number>
  /** Adds an update without waiting for anything, not even the answer: for a page that may never run again. */
  addAtOnce(row: Row): void
  /** Calls back when the connection was closed under us: the database may have been deleted. */
  onLost(listener: () => void): () => void
  close(): void
}

/** Its version never changes: raising it would lock out every tab that is open. Rows carry their own number. */
const name = 'counterpoint'
const version = 1
const stores: StoreName[] = ['maps', 'updates', 'snapshots', 'damaged']

/** How long storage may be silent before that counts as a failure. */
export const patience = 5000

/** Storage did not answer in time, most likely because another tab holds it. */
export class StorageSilent extends Error {
  override name = 'StorageSilent'
}

export function openDatabase(): Database {
  const lostListeners = new Set<() => void>()
  let connection: Promise<IDBPDatabase<Layout>> | null = null
  let open: IDBPDatabase<Layout> | null = null
  let isClosed = false

  function connect(): Promise<IDBPDatabase<Layout>> {
    if (connection) return connection
    const opening = openDB<Layout>(name, version, {
      upgrade: (database) => {
        database.createObjectStore('maps', { keyPath: 'id' })
        for (const store of ['updates', 'snapshots'] as const) {
          database.createObjectStore(store, { autoIncrement: true }).createIndex('map', 'map')
        }
        database.createObjectStore('damaged', { autoIncrement: true })
      },
      // Another tab deletes the database: holding on to it would only block that tab.
      blocking: () => lose(opening),
      terminated: () => lose(opening),
    })
    connection = opening
    opening.then(
      (database) => {
        if (connection === opening) open = database
      },
      () => forget(opening),
    )
    return opening
  }

  function forget(opening: Promise<IDBPDatabase<Layout>>) {
    if (connection !== opening) return
    connection = null
    open = null
  }

  function lose(opening: Promise<IDBPDatabase<Layout>>) {
    forget(opening)
    opening.then((database) => database.close())
    if (isClosed) return
    for (const listener of [...lostListeners]) listener()
  }

  /** Begins a transaction, on a new connection where the one we had is closed. */
  async function begin<Mode extends 'readonly' | 'readwrite'>(mode: Mode, of = stores) {
    const opening = connect()
    const database = await inTime(opening)
    try {
      return database.transaction(of, mode)
    } catch {
      forget(opening)
      return (await inTime(connect())).transaction(of, mode)
    }
  }

  async function run<T, Mode extends 'readonly' | 'readwrite'>(
    mode: Mode,
    work: (transaction: IDBPTransaction<Layout, StoreName[], Mode>) => Promise<T>,
  ): Promise<T> {
    const transaction = await begin(mode)
    // It is awaited below; when the work fails first, its own failure must not go unheard.
    transaction.done.catch(() => {})
    try {
      const result = await work(transaction)
      await transaction.done
      return result
    } catch (error) {
      abort(transaction)
      throw error
    }
  }

  return {
    read: (work) => run('readonly', work),
    write: (work) => run('readwrite', work),
    async add(row) {
      const [key, done] = addTo(await begin('readwrite', ['updates']), row)
      await done
      return key
    },
    addAtOnce(row) {
      try {
        if (open) addTo(open.transaction(['updates'], 'readwrite'), row)
      } catch {
        // The connection is closed. Nobody is left to tell.
      }
    },
    onLost(listener) {
      lostListeners.add(listener)
      return () => lostListeners.delete(listener)
    },
    close() {
      isClosed = true
      connection?.then((database) => database.close()).catch(() => {})
      connection = null
      open = null
    },
  }
}

/**
 * Adds an update and commits at once.
 *
 * A page that goes away does not live to see its requests done, and so would never commit by itself.
 */
function addTo(
  transaction: WriteTransaction,
  row: Row,
): [key: Promise<number>, done: Promise<void>] {
  const { done } = transaction
  const key = transaction.objectStore('updates').add(row)
  // Both fail together; whoever waits for one must not leave the other unheard.
  for (const answer of [done, key]) answer.catch(() => {})
  transaction.commit()
  return [key, done]
}

function abort(transaction: { abort(): void }) {
  try {
    transaction.abort()
  } catch {
    // It is over already.
  }
}

/** The opened database, or a failure when opening hangs. A later call may still find it open. */
async function inTime<T>(opening: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageSilent('Storage did not open in time')), patience)
  })
  try {
    return await Promise.race([opening, silence])
  } finally {
    clearTimeout(timer)
  }
}
