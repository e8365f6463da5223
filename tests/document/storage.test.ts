import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compactAfter } from '../../src/document/compaction'
import type { SaveState } from '../../src/document/saving'
import { memoryMap, openStorage } from '../../src/document/storage'
import { readMap } from '../../src/exchange/readMap'
import { writeMap } from '../../src/exchange/writeMap'
import { replaceStep } from '../../src/model/replaceStep'
import { sampleDebate } from '../support/debate'
import {
  addClaim,
  failWrites,
  freshBrowser,
  newTab,
  openInNewTab,
  rawRows,
  reaches,
} from '../support/storage'

beforeEach(freshBrowser)
afterEach(() => vi.restoreAllMocks())

/** Keeps the sample debate, and opens it. */
async function openSample() {
  const created = await (await newTab()).createMap(sampleDebate)
  if (!created.ok) throw new Error(created.problem)
  const { id } = created.entry
  return { id, ...(await openInNewTab(id)) }
}

describe('a map kept in the browser', () => {
  it('is the same after a reload', async () => {
    const { id, doc } = await openSample()
    expect(doc.debate()).toEqual(sampleDebate)
    expect((await openInNewTab(id)).doc.debate()).toEqual(sampleDebate)
  })

  it('keeps fields of other programs, whatever they and their records are called', async () => {
    const map = JSON.parse(writeMap(sampleDebate, { texts: true }))
    const names = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON']
    const foreign = Object.fromEntries(names.map((name, at) => [name, [name, at, null][at % 3]]))
    const named = names.map((id) => ({ ...map.positions[0], ...foreign, id }))
    const [source, statement, annotation] = [map.sources[0], map.statements[0], map.annotations[0]]
    const places = [map, source, source.turns[0], source.passages[0], map.positions[0]]
    places.push(statement, statement.quotes[0], map.relations[0], map.stances[0], annotation)
    for (const place of places) Object.assign(place, foreign, { nested: { deep: [foreign] } })
    map.positions.push(...named, { ...named[0], id: '__proto__' })
    for (const id of names) map.layout[id] = { x: 1, y: 2, ...foreign }

    const imported = readMap(JSON.stringify(map))
    if (!imported.ok) throw new Error(imported.problem)
    const bytes = writeMap(imported.debate, { texts: true })
    expect(JSON.parse(bytes)).toEqual(map)

    const created = await (await newTab()).createMap(imported.debate)
    if (!created.ok) throw new Error(created.problem)
    const { doc, saving } = await openInNewTab(created.entry.id)
    expect(writeMap(doc.debate(), { texts: true })).toBe(bytes)
    doc.edit(addClaim('new'))
    doc.undo()
    await reaches({ saving }, 'saved')
    const reloaded = await openInNewTab(created.entry.id)
    expect(reloaded.doc.unreadable()).toEqual([])
    expect(writeMap(reloaded.doc.debate(), { texts: true })).toBe(bytes)
  })

  it('shows every edit that was said to be saved', async () => {
    const { id, doc, saving } = await openSample()
    doc.edit(addClaim('new'))
    await reaches({ saving }, 'saved')
    const reloaded = await openInNewTab(id)
    expect(reloaded.doc.debate()).toEqual(doc.debate())
    expect(reloaded.doc.undoName()).toBeNull()
  })

  it('is being edited from the edit until storage has answered', async () => {
    const { doc, saving } = await openSample()
    const states: SaveState['status'][] = []
    saving.onState(({ status }) => states.push(status))
    expect(saving.state()).toEqual({ status: 'saved' })
    doc.edit(addClaim('one'))
    doc.edit(addClaim('two'))
    expect(saving.state()).toEqual({ status: 'editing' })
    await saving.flush()
    expect(states).toEqual(['editing', 'saved'])
    expect(await rawRows('updates')).toHaveLength(2)
  })

  it('is written at once on flush and on close', async () => {
    const { id, doc, saving } = await openSample()
    doc.edit(addClaim('one'))
    await saving.flush()
    expect((await openInNewTab(id)).doc.debate().statements.has('one')).toBe(true)
    doc.edit(addClaim('two'))
    await saving.close()
    expect((await openInNewTab(id)).doc.debate().statements.has('two')).toBe(true)
  })

  it('is written when the page is left, whatever storage is at just then', async () => {
    const listeners = new Map<string, () => void>()
    vi.stubGlobal('addEventListener', (type: string, listener: () => void) =>
      listeners.set(type, listener),
    )
    const { id, doc, saving } = await openSample()
    vi.unstubAllGlobals()
    const write = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The page is gone', 'AbortError')
    })
    doc.edit(addClaim('last'))
    listeners.get('pagehide')?.()
    await saving.flush()
    write.mockRestore()
    // Once at once, and once in the ordinary way, had the page lived on.
    expect((await rawRows('updates')).length).toBeGreaterThan(2)
    expect((await openInNewTab(id)).doc.debate()).toEqual(doc.debate())
  })

  it('is in the list, under the title it has now', async () => {
    const { id, doc, saving } = await openSample()
    const watching = await newTab()
    const heard: string[][] = []
    watching.onMaps((maps) => heard.push(maps.map(({ title }) => title)))
    expect((await watching.maps()).map((map) => [map.id, map.title])).toEqual([
      [id, 'A sample debate'],
    ])
    doc.edit({
      name: 'rename map',
      changes: [],
      about: { ...doc.debate().about, title: 'Renamed' },
    })
    await saving.flush()
    await vi.waitFor(() => expect(heard).toEqual([['Renamed']]))
  })

  it('is gone once deleted, and tabs that show it say that it is not saved', async () => {
    const { id, doc, saving, storage } = await openSample()
    const other = await newTab()
    expect(await other.deleteMap(id)).toEqual({ ok: true })
    await reaches({ saving }, 'unsaved')
    expect(saving.state()).toMatchObject({
      problem: expect.stringContaining('deleted in another tab'),
    })
    doc.edit(addClaim('late'))
    await saving.flush()
    expect(saving.state().status).toBe('unsaved')
    expect(await storage.maps()).toEqual([])
    expect(await rawRows('updates')).toEqual([])
    expect(await other.openMap(id)).toEqual({
      ok: false,
      problem: 'This map is not in this browser any more.',
    })
  })

  it('is refused when a newer app has written to it', async () => {
    const { id, doc, saving } = await openSample()
    await rawRows('updates', (store) => store.add({ map: id, bytes: new Uint8Array(), schema: 2 }))
    const again = await (await newTab()).openMap(id)
    expect(again).toMatchObject({
      ok: false,
      problem: expect.stringContaining('newer Counterpoint'),
    })
    await rawRows('maps', (store) => store.put({ id, title: 'New', isDeleted: false, schema: 2 }))
    doc.edit(addClaim('old'))
    await saving.flush()
    expect(saving.state()).toMatchObject({
      status: 'unsaved',
      problem: expect.stringContaining('newer'),
    })
    expect(await rawRows('updates')).toHaveLength(2)
  })

  it('is replaced as a whole, and undone, across what is stored', async () => {
    const { id, doc, saving } = await openSample()
    doc.edit(
      replaceStep('start over', doc.debate(), {
        ...sampleDebate,
        statements: new Map(),
        relations: new Map(),
        stances: new Map(),
        annotations: new Map(),
        places: new Map(),
      }),
    )
    await saving.flush()
    expect((await openInNewTab(id)).doc.debate()).toEqual(doc.debate())
    doc.undo()
    await saving.flush()
    expect((await openInNewTab(id)).doc.debate()).toEqual(sampleDebate)
  })
})

describe('storage that fails', () => {
  it('is told when it is full, loses nothing, and heals', async () => {
    const { id, doc, saving } = await openSample()
    const heal = failWrites('QuotaExceededError')
    doc.edit(addClaim('one'))
    await reaches({ saving }, 'unsaved')
    expect(saving.state()).toMatchObject({
      problem: expect.stringMatching(/^This browser’s storage is full\./),
    })
    doc.edit(addClaim('two'))
    expect(saving.state().status).toBe('unsaved')
    heal()
    await reaches({ saving }, 'saved')
    expect((await openInNewTab(id)).doc.debate()).toEqual(doc.debate())
  })

  it('is never said to have saved what an aborted transaction held', async () => {
    const { id, doc, saving } = await openSample()
    const add = IDBObjectStore.prototype.add
    const spy = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const request = add.apply(this, args as never)
      this.transaction.abort()
      return request
    })
    const states: SaveState['status'][] = []
    saving.onState(({ status }) => states.push(status))
    doc.edit(addClaim('one'))
    await saving.flush()
    expect(states).toEqual(['editing', 'unsaved'])
    expect((await openInNewTab(id)).doc.debate()).toEqual(sampleDebate)
    spy.mockRestore()
    await reaches({ saving }, 'saved')
    expect((await openInNewTab(id)).doc.debate()).toEqual(doc.debate())
  })

  it('gets the whole map again when the database was deleted under us', async () => {
    const { id, doc, saving } = await openSample()
    doc.edit(addClaim('one'))
    await saving.flush()
    await new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('counterpoint')
      deleting.onsuccess = resolve
      deleting.onblocked = reject
    })
    expect(saving.state().status).not.toBe('saved')
    await reaches({ saving }, 'saved')
    expect((await openInNewTab(id)).doc.debate()).toEqual(doc.debate())
  })

  it('is missed when it is empty and was not before', async () => {
    const storage = await newTab()
    const remembered = new Promise((resolve) => storage.onMaps(resolve))
    await storage.createMap(sampleDebate)
    await remembered
    storage.close()
    globalThis.indexedDB = new IDBFactory()
    expect(await openStorage()).toMatchObject({
      ok: true,
      reports: [
        expect.stringMatching(/^The map “A sample debate” was kept in this browser and is gone\./),
      ],
    })
    expect(await openStorage()).toMatchObject({ ok: true, reports: [] })
  })

  it('is told when it cannot be opened at all', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('No', 'SecurityError')
    })
    expect(await openStorage()).toEqual({
      ok: false,
      problem:
        'This browser does not let the page store anything. Maps can be opened, but not kept here: download them.',
    })
    const { doc, saving } = memoryMap(sampleDebate, 'Nothing is kept.')
    expect(doc.debate()).toEqual(sampleDebate)
    expect(saving.state()).toEqual({ status: 'unsaved', problem: 'Nothing is kept.' })
  })

  it('is told when a new map does not fit, and nothing of it is kept', async () => {
    const storage = await newTab()
    failWrites('QuotaExceededError')
    expect(await storage.createMap(sampleDebate)).toEqual({
      ok: false,
      problem: 'This browser’s storage is full. The new map was not kept.',
    })
    expect(await storage.maps()).toEqual([])
  })
})

describe('a damaged log', () => {
  /** Changes the bytes of the last row of a store, as a failing disk would. */
  const damageLast = (store: string) =>
    rawRows(store, (rows) => {
      rows.openCursor(null, 'prev').onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue>).result
        const bytes = Uint8Array.from(cursor.value.bytes)
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff
        cursor.update({ ...cursor.value, bytes })
      }
    })

  it('is cut where it is damaged, with a report, and once', async () => {
    const { id, doc, saving } = await openSample()
    doc.edit(addClaim('one'))
    await saving.flush()
    doc.edit(addClaim('two'))
    await saving.flush()
    await damageLast('updates')
    const reloaded = await openInNewTab(id)
    expect(reloaded.doc.debate().statements.has('one')).toBe(true)
    expect(reloaded.doc.debate().statements.has('two')).toBe(false)
    expect(reloaded.reports).toEqual([
      '1 of 3 stored edits of this map were damaged and could not be read.',
    ])
    expect(await rawRows('damaged')).toHaveLength(1)
    expect((await openInNewTab(id)).reports).toEqual([])
  })

  it('says so when edits rest on others that are missing', async () => {
    const { id, doc, saving } = await openSample()
    doc.edit(addClaim('one'))
    await saving.flush()
    await damageLast('updates')
    doc.edit(addClaim('two'))
    await saving.flush()
    await saving.close()
    const { reports } = await openInNewTab(id)
    expect(reports.join(' ')).toMatch(/1 of 3 .* rest on others that are missing/)
  })

  it('opens the version before where the last snapshot is damaged', async () => {
    const { id, doc, saving } = await openSample()
    await editOften(doc.edit, saving.flush, compactAfter)
    await vi.waitFor(async () => expect(await rawRows('snapshots')).toHaveLength(1), 5000)
    await editOften(doc.edit, saving.flush, compactAfter)
    await vi.waitFor(async () => expect(await rawRows('snapshots')).toHaveLength(2), 5000)
    await saving.close()
    await damageLast('snapshots')
    const { doc: reloaded, reports } = await openInNewTab(id)
    expect(reloaded.debate().statements.size).toBeGreaterThan(6)
    expect(reports[0]).toMatch(/^The last stored version of this map was damaged/)
  }, 30_000)
})

/** Makes this many edits, each written on its own. */
async function editOften(
  edit: (step: ReturnType<typeof addClaim>) => void,
  flush: () => Promise<void>,
  times: number,
) {
  for (let at = 0; at < times; at++) {
    edit(addClaim('often', `Reworded ${at} times, ${Math.random()}.`))
    await flush()
  }
}
