import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { expect, vi } from 'vitest'
import type { SaveState } from '../../src/document/saving'
import { type MapStorage, type OpenMap, openStorage } from '../../src/document/storage'
import type { Step } from '../../src/model/change'
import type { Id } from '../../src/model/schema'
import { claim } from './debate'

/** Gives the test a browser in which nothing was ever stored. */
export function freshBrowser() {
  globalThis.indexedDB = new IDBFactory()
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
}

/** Opens storage as one more tab would. */
export async function newTab(): Promise<MapStorage> {
  const opened = await openStorage()
  if (!opened.ok) throw new Error(opened.problem)
  return opened.storage
}

/** Opens a map in a tab of its own. */
export async function openInNewTab(id: Id): Promise<OpenMap & { storage: MapStorage }> {
  const storage = await newTab()
  const opened = await storage.openMap(id)
  if (!opened.ok) throw new Error(opened.problem)
  return { ...opened, storage }
}

/** The step that puts in a claim. */
export const addClaim = (id: Id, text = `Claim ${id}.`): Step => ({
  name: 'add claim',
  changes: [{ kind: 'statements', id, record: claim(id, text) }],
})

/** Waits until the save state is this one. */
export async function reaches({ saving }: Pick<OpenMap, 'saving'>, status: SaveState['status']) {
  await vi.waitFor(() => expect(saving.state().status).toBe(status), { timeout: 4000, interval: 5 })
}

/** The rows of a store as they lie in the database. */
export function rawRows<T>(store: string, work?: (store: IDBObjectStore) => void): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('counterpoint')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite')
      const objects = transaction.objectStore(store)
      work?.(objects)
      const rows = objects.getAll()
      transaction.oncomplete = () => {
        opening.result.close()
        resolve(rows.result)
      }
    }
  })
}

const { put, add } = IDBObjectStore.prototype
const genuine = { put, add }

/** Makes writes fail: so many of them, or all until the answer is called. */
export function failWrites(name: string, times = Number.POSITIVE_INFINITY): () => void {
  const spies = (['put', 'add'] as const).map((method) => {
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...values
    ) {
      if (times-- > 0) throw new DOMException('No', name)
      return genuine[method].apply(this, values)
    })
  })
  return () => {
    for (const spy of spies) spy.mockRestore()
  }
}
