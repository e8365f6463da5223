import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenMap } from '../../src/document/storage'
import { problemIn } from '../../src/model/invariants'
import { sampleDebate } from '../support/debate'
import { tries } from '../support/laws'
import { anyScript, playScript } from '../support/scripts'
import {
  addClaim,
  failWrites,
  freshBrowser,
  newTab,
  openInNewTab,
  rawRows,
} from '../support/storage'

const [runs, time] = tries(15)

beforeEach(freshBrowser)

/** Two tabs that have the sample debate open. */
async function twoTabs() {
  const created = await (await newTab()).createMap(sampleDebate)
  if (!created.ok) throw new Error(created.problem)
  const { id } = created.entry
  return { id, here: await openInNewTab(id), there: await openInNewTab(id) }
}

const same = (one: OpenMap, other: OpenMap) =>
  vi.waitFor(() => expect(one.doc.debate()).toEqual(other.doc.debate()), {
    timeout: 4000,
    interval: 5,
  })

describe('two tabs on one map', () => {
  it('show the same debate', async () => {
    const { here, there } = await twoTabs()
    here.doc.edit(addClaim('one'))
    there.doc.edit(addClaim('two'))
    await vi.waitFor(() => {
      expect(here.doc.debate().statements.has('two')).toBe(true)
      expect(there.doc.debate().statements.has('one')).toBe(true)
    })
    await same(here, there)
  })

  it('are told of what arrives, and cannot undo it', async () => {
    const { here, there } = await twoTabs()
    const heard = new Promise((resolve) => there.doc.onChange(resolve))
    here.doc.edit(addClaim('one'))
    expect(await heard).toMatchObject({ origin: 'arrived', name: null })
    expect(there.doc.undoName()).toBeNull()
  })

  it('show from the other only what is saved, and write it once', async () => {
    const { here, there } = await twoTabs()
    // They greet each other first, and then tell all they know, saved or not.
    there.doc.edit(addClaim('greeting'))
    await same(here, there)
    await Promise.all([here.saving.flush(), there.saving.flush()])
    const before = await rawRows('updates')

    here.doc.edit(addClaim('one'))
    await vi.waitFor(() => expect(there.doc.debate().statements.has('one')).toBe(true))
    expect(here.saving.state()).toEqual({ status: 'saved' })
    expect(there.saving.state()).toEqual({ status: 'saved' })
    await there.saving.flush()
    expect(await rawRows('updates')).toHaveLength(before.length + 1)
  })

  it('save for each other what one of them could not', async () => {
    const { id, here, there } = await twoTabs()
    const heal = failWrites('QuotaExceededError', 1)
    here.doc.edit(addClaim('one'))
    await here.saving.flush()
    expect(here.saving.state().status).toBe('unsaved')
    await vi.waitFor(() => expect(there.doc.debate().statements.has('one')).toBe(true))
    await there.saving.flush()
    heal()
    expect((await openInNewTab(id)).doc.debate().statements.has('one')).toBe(true)
  })

  it('meet when one opens while the other writes', async () => {
    const { id, here } = await twoTabs()
    const opening = openInNewTab(id)
    for (let at = 0; at < 20; at++) here.doc.edit(addClaim(`c${at}`))
    await same(here, await opening)
  })

  it('catch up on what was missed', async () => {
    const { id, here } = await twoTabs()
    here.doc.edit(addClaim('one'))
    // Not written yet, so the new tab cannot find it in storage.
    const late = await openInNewTab(id)
    await same(here, late)
    expect(late.doc.debate().statements.has('one')).toBe(true)
  })

  it(
    'and storage hold the same after any two scripts of edits',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyScript, anyScript, async (script, other) => {
          const { id, here, there } = await twoTabs()
          playScript(here.doc, script.slice(0, 4))
          playScript(there.doc, other.slice(0, 4))
          await Promise.all([here.saving.flush(), there.saving.flush()])
          await same(here, there)
          playScript(here.doc, script.slice(4))
          playScript(there.doc, other.slice(4))
          await Promise.all([here.saving.close(), there.saving.flush()])
          await here.storage.close()
          const reloaded = await openInNewTab(id)
          await same(there, reloaded)
          expect(problemIn(there.doc.debate())).toBeNull()
          await Promise.all([there.saving.close(), reloaded.saving.close()])
        }),
        runs,
      )
    },
    time,
  )
})
