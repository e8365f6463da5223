import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import type { Debate } from '../model/debate'
import type { Id } from '../model/schema'
import { compact, compactAfter } from './compaction'
import { type Database, type MapEntry, openDatabase } from './database'
import { type DebateDoc, fillDebateDoc, openDebateDoc } from './debateDoc'
import { type MapList, missedMaps, openMapList } from './mapList'
import { type MapSaving, startSaving } from './mapSaving'
import type { Saving } from './saving'
import { newerProblem, storageProblem } from './storageProblem'
import { joinTabs, tellDeleted } from './tabs'
import { addMap, deleteRows, loadLog, MapClosed } from './updateLog'

export type { MapEntry } from './database'

/** A map that is open: its debate, whether it is saved, and what could not be read of it, for a person. */
export interface OpenMap {
  doc: DebateDoc
  saving: Saving
  reports: readonly string[]
}

type Failure = { ok: false; problem: string }

/** The maps kept in this browser. */
export interface MapStorage {
  /** The maps, the one edited last first. Rejects where storage cannot be read. */
  maps(): Promise<MapEntry[]>
  /** Keeps a new map. Settles once it is in storage. */
  createMap(debate: Debate): Promise<{ ok: true; entry: MapEntry } | Failure>
  openMap(id: Id): Promise<({ ok: true } & OpenMap) | Failure>
  /** Deletes a map for good. Tabs that have it open keep what they show, unsaved. */
  deleteMap(id: Id): Promise<{ ok: true } | Failure>
  /** Calls back when a map is new, renamed or gone, here or in another tab. Returns a way to stop. */
  onMaps(listener: (maps: readonly MapEntry[]) => void): () => void
  /** Lets go of storage. Open maps must be closed first. */
  close(): void
}

/** Opens what this browser keeps. `reports` tells of maps that were here and are gone. */
export async function openStorage(): Promise<
  { ok: true; storage: MapStorage; reports: string[] } | Failure
> {
  if (typeof indexedDB === 'undefined') {
    return no('This browser offers the page no storage. Download the map to keep it.')
  }
  const database = openDatabase()
  const list = openMapList(database)
  try {
    const reports = missedMaps(await list.maps())
    return { ok: true, storage: storageOf(database, list), reports }
  } catch (error) {
    list.close()
    database.close()
    return no(storageProblem(error, 'Maps can be opened, but not kept here: download them.'))
  }
}

const no = (problem: string): Failure => ({ ok: false, problem })

function storageOf(database: Database, list: MapList): MapStorage {
  return {
    maps: list.maps,
    onMaps: list.onMaps,

    async createMap(debate) {
      const now = new Date().toISOString()
      const { title, updatedAt } = debate.about
      const entry = { id: nanoid(), title, createdAt: now, updatedAt: updatedAt ?? now }
      const yDoc = new Y.Doc()
      fillDebateDoc(yDoc, debate)
      try {
        await addMap(database, entry, Y.encodeStateAsUpdate(yDoc))
      } catch (error) {
        return no(storageProblem(error, 'The new map was not kept.'))
      }
      list.changed()
      return { ok: true, entry }
    },

    openMap: (id) => openMap(database, list, id),

    async deleteMap(id) {
      try {
        await deleteRows(database, id)
      } catch (error) {
        return no(storageProblem(error, 'The map was not deleted.'))
      }
      tellDeleted(id)
      list.changed()
      return { ok: true }
    },

    close() {
      list.close()
      database.close()
    },
  }
}

async function openMap(
  database: Database,
  list: MapList,
  id: Id,
): Promise<({ ok: true } & OpenMap) | Failure> {
  const yDoc = new Y.Doc()
  let saving: MapSaving | null = null
  let early: MapClosed['reason'] | null = null
  const shut = (reason: MapClosed['reason']) => {
    early = reason
    saving?.shut(reason)
  }
  // Before loading, so that nothing another tab does meanwhile is missed.
  const tabs = joinTabs(id, yDoc, {
    onDeleted: () => shut('deleted'),
    onNewer: () => shut('newer'),
  })

  const loaded = await load(database, id, yDoc)
  if (!loaded.ok) {
    tabs.close()
    return loaded
  }
  const doc = openDebateDoc(yDoc)
  let { updates, title: listedTitle } = loaded

  saving = startSaving({
    database,
    yDoc,
    tabs,
    entry: () => entryOf(id, doc),
    entryIsBehind: listedTitle !== doc.debate().about.title,
    onStored() {
      const { title } = doc.debate().about
      if (title !== listedTitle) list.changed()
      listedTitle = title
      askToKeep()
      updates++
      if (updates >= compactAfter) void tidy()
    },
  })
  if (early) saving.shut(early)
  tabs.start()
  if (updates >= compactAfter) void tidy()

  /** Compaction that fails costs nothing: the log is whole without it, and it is tried again later. */
  async function tidy() {
    updates = 0
    await compact(database, id).catch(() => 0)
  }

  const unreadable = doc.unreadable().length
  const reports =
    unreadable === 0
      ? loaded.reports
      : [
          ...loaded.reports,
          `${unreadable} records of this map cannot be read by this app. They are kept.`,
        ]
  return { ok: true, doc, saving, reports }
}

async function load(database: Database, id: Id, yDoc: Y.Doc) {
  try {
    const loaded = await loadLog(database, id, yDoc)
    return loaded
      ? { ok: true as const, ...loaded }
      : no('This map is not in this browser any more.')
  } catch (error) {
    return no(
      error instanceof MapClosed ? newerProblem : storageProblem(error, 'The map was not opened.'),
    )
  }
}

let hasAsked = false

/** Asks the browser, once somebody has edited something, not to clear this site's storage when space gets short. */
function askToKeep() {
  if (hasAsked) return
  hasAsked = true
  // Whatever it answers, edits are stored; a refusal only makes clearing likelier.
  globalThis.navigator?.storage?.persist?.().catch(() => {})
}

function entryOf(id: Id, doc: DebateDoc): MapEntry {
  const now = new Date().toISOString()
  const { title, createdAt, updatedAt } = doc.debate().about
  return { id, title, createdAt: createdAt ?? now, updatedAt: updatedAt ?? now }
}

/** A map that is kept nowhere but in memory, for when storage is not to be had. `problem` says why. */
export function memoryMap(debate: Debate, problem: string): { doc: DebateDoc; saving: Saving } {
  const yDoc = new Y.Doc()
  fillDebateDoc(yDoc, debate)
  const saving: Saving = {
    state: () => ({ status: 'unsaved', problem }),
    onState: () => () => {},
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  return { doc: openDebateDoc(yDoc), saving }
}
