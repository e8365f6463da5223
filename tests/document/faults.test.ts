import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../src/document/database'
import { openDebateDoc } from '../../src/document/debateDoc'
import { loadLog } from '../../src/document/updateLog'
import type { Debate } from '../../src/model/debate'
import type { Id } from '../../src/model/schema'
import { sampleDebate } from '../support/debate'
import { tries } from '../support/laws'
import {
  addClaim,
  failWrites,
  freshBrowser,
  newTab,
  openInNewTab,
  reaches,
} from '../support/storage'

const [runs, time] = tries(8)

beforeEach(freshBrowser)

/** What lies in storage, read past everything that is open. */
async function stored(id: Id): Promise<Debate | null> {
  const database = openDatabase()
  const yDoc = new Y.Doc()
  const loaded = await loadLog(database, id, yDoc)
  database.close()
  return loaded && openDebateDoc(yDoc).debate()
}

const deleteDatabase = () =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase('counterpoint').onsuccess = resolve
  })

/** What can happen between two edits. The number is how many writes fail. */
const event = fc.oneof(
  fc.constant('edit' as const),
  fc.constant('flush' as const),
  fc.constant('delete' as const),
  fc.record({
    error: fc.constantFrom('QuotaExceededError', 'AbortError', 'UnknownError'),
    times: fc.integer({ min: 1, max: 3 }),
  }),
)

it(
  'storage that fails in any order is never said to hold what it does not, and ends up whole',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 10 }), async (events) => {
        freshBrowser()
        const created = await (await newTab()).createMap(sampleDebate)
        if (!created.ok) throw new Error(created.problem)
        const { id } = created.entry
        const { doc, saving } = await openInNewTab(id)
        const heals: (() => void)[] = []
        for (const [at, one] of events.entries()) {
          if (one === 'edit') doc.edit(addClaim(`c${at}`))
          else if (one === 'flush') await saving.flush()
          else if (one === 'delete') await deleteDatabase()
          else heals.push(failWrites(one.error, one.times))
          if (saving.state().status === 'saved') expect(await stored(id)).toEqual(doc.debate())
        }
        await reaches({ saving }, 'saved')
        for (const heal of heals.reverse()) heal()
        expect(await stored(id)).toEqual(doc.debate())
        await saving.close()
      }),
      runs,
    )
  },
  time,
)
