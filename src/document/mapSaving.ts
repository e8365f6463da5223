import * as Y from 'yjs'
import { sameValue } from '../model/sameValue'
import { type Database, type MapEntry, patience, StorageSilent } from './database'
import type { SaveState, Saving } from './saving'
import { deletedProblem, newerProblem, storageProblem, unsavedConsequence } from './storageProblem'
import { fromTabStored, type Tabs } from './tabs'
import { appendUpdate, fromStorage, MapClosed, rowOf } from './updateLog'

/** Edits of one moment are written in one go, and so are those that come while storage is at work. */
const batchTime = 0
/** How long to wait after a failure: twice as long each time, up to the second figure. */
const [firstPause, longestPause] = [250, 5_000]

/** What saving a map needs to know of it. */
export interface SavedMap {
  database: Database
  yDoc: Y.Doc
  tabs: Tabs
  /** The map's entry as it should be in storage now. */
  entry(): MapEntry
  /** The entry in storage is behind, since the page was left before it could be written. */
  entryIsBehind: boolean
  /** Called each time storage has taken updates in. */
  onStored(): void
}

/** Saving, and what the tab must tell it. */
export interface MapSaving extends Saving {
  /** Stops writing for good, since the map is deleted or belongs to a newer app. What is in memory stays. */
  shut(reason: MapClosed['reason']): void
}

/**
 * Writes every edit of a document to the log of its map, a batch at a time, and knows what storage has answered.
 *
 * Nothing that waits is let go before storage has said that it is in, so a failure costs time and never words.
 * An edit goes to other tabs once it is stored, or when storing fails: what another tab shows as saved is saved.
 */
export function startSaving(map: SavedMap): MapSaving {
  const { database, yDoc, tabs, entry, onStored } = map
  const listeners = new Set<(state: SaveState) => void>()
  let state: SaveState = { status: 'saved' }
  let waiting: Uint8Array[] = []
  let writing: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = firstPause
  let shutProblem: string | null = null
  /** The database was closed under us: even with nothing waiting, what is in it must be looked at. */
  let mustLook = map.entryIsBehind

  yDoc.on('update', onUpdate)
  const stopListening = database.onLost(() => {
    mustLook = true
    if (state.status === 'saved') tell({ status: 'editing' })
    schedule(firstPause)
  })

  if (mustLook) schedule(batchTime)

  function onUpdate(update: Uint8Array, origin: unknown) {
    if (origin === fromStorage || origin === fromTabStored) return
    waiting.push(update)
    if (state.status !== 'unsaved') tell({ status: 'editing' })
    schedule(batchTime)
  }

  function schedule(delay: number) {
    if (shutProblem !== null) return
    timer ??= setTimeout(write, delay)
  }

  /** Writes what waits. Settles when storage has answered, well or badly. */
  function write(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing ??= writeBatch().finally(() => {
      writing = null
      if (waiting.length > 0 || mustLook) schedule(state.status === 'unsaved' ? wait() : batchTime)
    })
    return writing
  }

  function wait(): number {
    const now = pause
    pause = Math.min(pause * 2, longestPause)
    return now
  }

  async function writeBatch(): Promise<void> {
    if (shutProblem !== null || (waiting.length === 0 && !mustLook)) return
    const batch = waiting.length
    const bytes = batch > 0 ? Y.mergeUpdates(waiting) : null
    // From here on a database that is lost must be looked at again, even if this batch was in before.
    mustLook = false
    const silence = setTimeout(
      () => fail(new StorageSilent('Storage did not answer in time')),
      patience,
    )
    try {
      await appendUpdate(database, entry(), bytes, () => Y.encodeStateAsUpdate(yDoc))
    } catch (error) {
      mustLook = true
      fail(error)
      if (bytes) tabs.send(bytes, false)
      return
    } finally {
      clearTimeout(silence)
    }
    waiting = waiting.slice(batch)
    pause = firstPause
    tell(waiting.length > 0 || mustLook ? { status: 'editing' } : { status: 'saved' })
    if (bytes) tabs.send(bytes, true)
    onStored()
  }

  function fail(error: unknown) {
    if (error instanceof MapClosed) return shut(error.reason)
    tell({ status: 'unsaved', problem: storageProblem(error, unsavedConsequence) })
  }

  function shut(reason: MapClosed['reason']) {
    shutProblem = reason === 'deleted' ? deletedProblem : newerProblem
    clearTimeout(timer)
    timer = undefined
    tell({ status: 'unsaved', problem: shutProblem })
  }

  function tell(next: SaveState) {
    const settled =
      shutProblem === null ? next : { status: 'unsaved' as const, problem: shutProblem }
    if (sameValue(settled, state)) return
    state = settled
    for (const listener of [...listeners]) listener(state)
  }

  /**
   * A page that is hidden or left may never run again: whatever waits is written at once, whatever is under way.
   *
   * Where the page lives on, the same edits are written once more in the ordinary way, which does no harm.
   */
  function onLeave() {
    if (waiting.length === 0 || shutProblem !== null) return
    database.addAtOnce(rowOf(entry().id, Y.mergeUpdates(waiting)))
    write()
  }
  function onPage() {
    if (document.visibilityState === 'hidden') onLeave()
    else {
      tabs.catchUp()
      if (state.status === 'unsaved') write()
    }
  }
  const page = typeof document === 'undefined' ? null : document
  page?.addEventListener('visibilitychange', onPage)
  globalThis.addEventListener?.('pagehide', onLeave)

  /** Writes until nothing waits, or storage refuses. What is under way may fail yet, so it is no answer. */
  async function flush(): Promise<void> {
    await writing
    await write()
    if ((waiting.length > 0 || mustLook) && state.status !== 'unsaved') await flush()
  }

  return {
    state: () => state,
    onState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush,
    shut,
    async close() {
      await flush()
      yDoc.off('update', onUpdate)
      stopListening()
      page?.removeEventListener('visibilitychange', onPage)
      globalThis.removeEventListener?.('pagehide', onLeave)
      clearTimeout(timer)
      tabs.close()
    },
  }
}
