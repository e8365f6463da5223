import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compact } from '../../src/document/compaction'
import { type Database, openDatabase, type Row } from '../../src/document/database'
import { fillDebateDoc, openDebateDoc } from '../../src/document/debateDoc'
import { addMap, appendUpdate, loadLog } from '../../src/document/updateLog'
import { sampleDebate } from '../support/debate'
import { addClaim, failWrites, freshBrowser, rawRows } from '../support/storage'

const at = '2026-11-20T12:00:00Z'
const entry = { id: 'm', title: 'A sample debate', createdAt: at, updatedAt: at }

let database: Database
beforeEach(() => {
  freshBrowser()
  database = openDatabase()
  return () => database.close()
})

/** Keeps the sample debate with this many edits, each its own row of the log. */
async function keepWithEdits(edits: number) {
  const yDoc = new Y.Doc()
  fillDebateDoc(yDoc, sampleDebate)
  await addMap(database, entry, Y.encodeStateAsUpdate(yDoc))
  const doc = openDebateDoc(yDoc)
  let written: Promise<void> = Promise.resolve()
  yDoc.on('update', (update: Uint8Array) => {
    written = appendUpdate(database, entry, update, () => update)
  })
  for (let made = 0; made < edits; made++) {
    doc.edit(addClaim('often', `Reworded ${made} times.`))
    await written
  }
  return doc
}

async function stored() {
  const yDoc = new Y.Doc()
  const loaded = await loadLog(database, 'm', yDoc)
  return { debate: openDebateDoc(yDoc).debate(), ...loaded }
}

describe('putting a log together', () => {
  it('leaves one snapshot that holds the same debate', async () => {
    const doc = await keepWithEdits(10)
    expect(await compact(database, 'm')).toBe(11)
    expect(await rawRows('updates')).toEqual([])
    expect(await rawRows('snapshots')).toHaveLength(1)
    expect(await stored()).toMatchObject({ debate: doc.debate(), updates: 0, reports: [] })
  })

  it('keeps the snapshot before the last, and none older', async () => {
    const doc = await keepWithEdits(1)
    const add = async (words: string) => {
      const yDoc = new Y.Doc()
      await loadLog(database, 'm', yDoc)
      const vector = Y.encodeStateVector(yDoc)
      openDebateDoc(yDoc).edit(addClaim('more', words))
      const update = Y.encodeStateAsUpdate(yDoc, vector)
      await appendUpdate(database, entry, update, () => update)
      await compact(database, 'm')
    }
    for (const words of ['one', 'two', 'three']) await add(words)
    expect(await rawRows('snapshots')).toHaveLength(2)
    const { debate } = await stored()
    expect(debate.statements.get('more')?.text).toBe('three')
    expect(debate.statements.get('often')).toEqual(doc.debate().statements.get('often'))
  })

  it('deletes nothing where the snapshot could not be written', async () => {
    const doc = await keepWithEdits(5)
    const heal = failWrites('QuotaExceededError')
    await expect(compact(database, 'm')).rejects.toThrow()
    heal()
    expect(await rawRows('updates')).toHaveLength(6)
    expect((await stored()).debate).toEqual(doc.debate())
  })

  it('loses nothing when it is cut off between its halves', async () => {
    const doc = await keepWithEdits(5)
    let writes = 0
    const dying: Database = {
      ...database,
      write: (work) => {
        if (++writes === 2) throw new Error('The tab was killed')
        return database.write(work)
      },
    }
    await expect(compact(dying, 'm')).rejects.toThrow('killed')
    expect(await rawRows('snapshots')).toHaveLength(1)
    expect(await rawRows('updates')).toHaveLength(6)
    expect((await stored()).debate).toEqual(doc.debate())
    await compact(database, 'm')
    expect(await rawRows('updates')).toEqual([])
    expect((await stored()).debate).toEqual(doc.debate())
  })

  it('deletes nothing where the snapshot reads back as something else', async () => {
    const doc = await keepWithEdits(5)
    let writes = 0
    const forgetful: Database = {
      ...database,
      write: async (work) => {
        if (++writes === 2) {
          await rawRows<Row>('snapshots', (store) => {
            store.openCursor().onsuccess = ({ target }) => {
              const cursor = (target as IDBRequest<IDBCursorWithValue>).result
              cursor.update({ ...cursor.value, bytes: cursor.value.bytes.slice(1) })
            }
          })
        }
        return database.write(work)
      },
    }
    expect(await compact(forgetful, 'm')).toBe(0)
    expect(await rawRows('updates')).toHaveLength(6)
    expect((await stored()).debate).toEqual(doc.debate())
  })

  it('keeps what another tab adds meanwhile, and minds no second tab doing the same', async () => {
    const doc = await keepWithEdits(5)
    const other = new Y.Doc()
    await loadLog(database, 'm', other)
    const vector = Y.encodeStateVector(other)
    openDebateDoc(other).edit(addClaim('meanwhile'))
    const update = Y.encodeStateAsUpdate(other, vector)
    await Promise.all([
      compact(database, 'm'),
      appendUpdate(database, entry, update, () => update),
      compact(openDatabase(), 'm'),
    ])
    const { debate, reports } = await stored()
    expect(reports).toEqual([])
    expect(debate.statements.size).toBe(doc.debate().statements.size + 1)
  })

  it('leaves nothing of a long log to be read one by one', async () => {
    const doc = await keepWithEdits(600)
    expect((await loadLog(database, 'm', new Y.Doc()))?.updates).toBeGreaterThan(500)
    await compact(database, 'm')
    expect((await loadLog(database, 'm', new Y.Doc()))?.updates).toBe(0)
    expect((await stored()).debate).toEqual(doc.debate())
  }, 20_000)
})
