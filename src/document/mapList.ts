import { z } from 'zod'
import { Id } from '../model/schema'
import type { Database, MapEntry } from './database'

/** The maps in this browser, and word of it when the list changes, here or in another tab. */
export interface MapList {
  /** The maps, the one edited last first. */
  maps(): Promise<MapEntry[]>
  onMaps(listener: (maps: readonly MapEntry[]) => void): () => void
  /** Tells everyone that the list is another now. */
  changed(): void
  close(): void
}

export function openMapList(database: Database): MapList {
  const listeners = new Set<(maps: readonly MapEntry[]) => void>()
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('counterpoint maps')
  if (channel) channel.onmessage = () => void tell()

  async function maps(): Promise<MapEntry[]> {
    const entries = await database.read((transaction) => transaction.objectStore('maps').getAll())
    return entries
      .filter(({ isDeleted }) => !isDeleted)
      .map(({ id, title, createdAt, updatedAt }) => ({ id, title, createdAt, updatedAt }))
      .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
  }

  async function tell() {
    try {
      const list = await maps()
      remember(list)
      for (const listener of [...listeners]) listener(list)
    } catch {
      // The list cannot be read just now. Whoever writes next will say so, and tell again.
    }
  }

  return {
    maps,
    onMaps(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed() {
      channel?.postMessage('changed')
      void tell()
    },
    close: () => channel?.close(),
  }
}

// A browser may drop a damaged or idle database and open an empty one without a word. The list is kept in a second
// place, so that a map which is gone is missed.

const memoryKey = 'counterpoint maps'
const Remembered = z.array(z.object({ id: Id, title: z.string() }))

/** Writes down which maps there are, where the database is not. */
function remember(maps: readonly MapEntry[]): void {
  try {
    const list = maps.map(({ id, title }) => ({ id, title }))
    globalThis.localStorage?.setItem(memoryKey, JSON.stringify(list))
  } catch {
    // Without it only the alarm is lost.
  }
}

/**
 * The maps that were in this browser and are there no more, each as a sentence for a person.
 *
 * Says each only once: by then the list is remembered as it is.
 */
export function missedMaps(maps: readonly MapEntry[]): string[] {
  const ids = new Set(maps.map(({ id }) => id))
  const missed = remembered().filter(({ id }) => !ids.has(id))
  remember(maps)
  return missed.map(
    ({ title }) =>
      `The map “${title}” was kept in this browser and is gone. The browser may have cleared its storage; if you downloaded the map, open that file.`,
  )
}

function remembered(): z.infer<typeof Remembered> {
  try {
    const list: unknown = JSON.parse(globalThis.localStorage?.getItem(memoryKey) ?? '[]')
    return Remembered.safeParse(list).data ?? []
  } catch {
    return []
  }
}
