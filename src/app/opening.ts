import { type MapEntry, type MapStorage, memoryMap, openStorage } from '../document/storage'
import type { Debate } from '../model/debate'
import { createDebateStore, type DebateStore } from '../store'
import { readPlace } from '../store/address'
import { browserShelf } from '../store/settingsSlice'
import { readCorpus } from './reading'

/** A map that is open: its store, and how to let go of it. */
export interface OpenMap {
  id: string
  store: DebateStore
  close(): Promise<void>
}

/** The maps of this browser, one of them open. */
export interface Library {
  maps(): Promise<readonly MapEntry[]>
  /** Keeps a debate as a new map, and opens it. */
  openAsNew(debate: Debate): Promise<OpenMap>
  open(id: string): Promise<OpenMap>
  /** Deletes a map for good. Gives why it could not, or null. */
  remove(id: string): Promise<string | null>
  /** Why maps are not kept, where the browser gives no storage; null where they are. */
  problem: string | null
}

const shelf = browserShelf()

/** Opens the browser's storage, or, where there is none to be had, a library that lasts as long as the page. */
export async function openLibrary(): Promise<Library> {
  const opened = await openStorage()
  if (!opened.ok) return passingLibrary(opened.problem)
  return keptLibrary(opened.storage, opened.reports)
}

/**
 * Opens the map that the address names, else the one opened last, else any; reads the corpus where there is none.
 *
 * `onProgress` hears how far the reading is, 0..1.
 */
export async function openFirst(
  library: Library,
  onProgress: (done: number) => void,
): Promise<OpenMap> {
  const maps = await library.maps()
  const wanted = [readPlace(location.hash).map, shelf.get('map'), maps[0]?.id]
  const id = wanted.find((one) => maps.some((map) => map.id === one))
  if (id) return library.open(id)
  const debate = await readCorpus(onProgress)
  try {
    return await library.openAsNew(debate)
  } catch (error) {
    // There is storage, but it takes nothing. The debate can still be read, and says that it is not kept.
    return openPassing('here', debate, error instanceof Error ? error.message : String(error))
  }
}

/** Opens a debate that lasts as long as the page. */
function openPassing(id: string, debate: Debate, problem: string, keep = (_: Debate) => {}) {
  const { doc, saving } = memoryMap(debate, problem)
  doc.onChange(() => keep(doc.debate()))
  return { id, store: createDebateStore(doc, saving, shelf), close: async () => {} }
}

function keptLibrary(storage: MapStorage, reports: readonly string[]): Library {
  let untold = reports
  const open = async (id: string): Promise<OpenMap> => {
    const opened = await storage.openMap(id)
    if (!opened.ok) throw new Error(opened.problem)
    shelf.set('map', id)
    const store = createDebateStore(opened.doc, opened.saving, shelf)
    for (const report of [...untold, ...opened.reports])
      store.getState().notify(report, { tone: 'problem' })
    untold = []
    return { id, store, close: () => opened.saving.close() }
  }
  return {
    maps: () => storage.maps(),
    open,
    async openAsNew(debate) {
      const created = await storage.createMap(debate)
      if (!created.ok) throw new Error(created.problem)
      return open(created.entry.id)
    },
    async remove(id) {
      const removed = await storage.deleteMap(id)
      return removed.ok ? null : removed.problem
    },
    problem: null,
  }
}

function passingLibrary(problem: string): Library {
  const opened = new Map<string, Debate>()
  let made = 0
  const open = async (id: string): Promise<OpenMap> => {
    const debate = opened.get(id)
    if (!debate) throw new Error('This map is gone: it lasted as long as the page.')
    return openPassing(id, debate, problem, (latest) => opened.set(id, latest))
  }
  return {
    maps: async () => [...opened].map(([id, debate]) => entryOf(id, debate)),
    open,
    openAsNew(debate) {
      const id = `here-${++made}`
      opened.set(id, debate)
      return open(id)
    },
    async remove(id) {
      opened.delete(id)
      return null
    },
    problem,
  }
}

function entryOf(id: string, { about }: Debate): MapEntry {
  const now = new Date().toISOString()
  const { title, createdAt, updatedAt } = about
  return { id, title, createdAt: createdAt ?? now, updatedAt: updatedAt ?? now }
}
