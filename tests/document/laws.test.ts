import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type DebateDoc, fillDebateDoc, openDebateDoc } from '../../src/document/debateDoc'
import { readMap } from '../../src/exchange/readMap'
import { writeMap } from '../../src/exchange/writeMap'
import { applyStep } from '../../src/model/change'
import { type Debate, recordKinds } from '../../src/model/debate'
import { problemIn } from '../../src/model/invariants'
import { sampleDebate } from '../support/debate'
import { tries } from '../support/laws'
import { anyScript, onlyEdits, playScript, stepOf } from '../support/scripts'

const [runs, time] = tries(40)

/** A document that holds the sample debate, and the updates that made it. */
function openSample() {
  const yDoc = new Y.Doc()
  const updates: Uint8Array[] = []
  yDoc.on('update', (update: Uint8Array) => updates.push(update))
  fillDebateDoc(yDoc, sampleDebate)
  return { yDoc, doc: openDebateDoc(yDoc), updates }
}

/** The debate as it is now: the one a document gives goes on changing. */
const copyOf = (debate: Debate): Debate => {
  const copy = { ...debate }
  for (const kind of recordKinds) Object.assign(copy, { [kind]: new Map(debate[kind] as never) })
  return copy
}

const orderOf = ({ positions }: Debate) => [...positions.keys()]

/** A copy of the debate that is kept up by the changes alone, as a store would keep it. */
function follow(doc: DebateDoc) {
  const seen = copyOf(doc.debate())
  doc.onChange(({ changes }) => {
    for (const { kind, id, record } of changes) {
      const records = seen[kind] as Map<string, unknown>
      if (record) records.set(id, record)
      else expect(records.delete(id)).toBe(true)
    }
  })
  return () => ({ ...seen, about: doc.debate().about })
}

describe('whatever a person does', () => {
  it(
    'the debate stays valid, and the same anew, elsewhere and in the mirror',
    () =>
      fc.assert(
        fc.property(anyScript, (script) => {
          const { yDoc, doc } = openSample()
          const followed = follow(doc)
          playScript(doc, script, () => {
            expect(problemIn(doc.debate())).toBeNull()
            const anew = openDebateDoc(yDoc).debate()
            expect(doc.debate()).toEqual(anew)
            expect(orderOf(doc.debate())).toEqual(orderOf(anew))
            expect(followed()).toEqual(anew)
          })
        }),
        runs,
      ),
    time,
  )

  it(
    'every step does to the document what it does to plain records',
    () =>
      fc.assert(
        fc.property(anyScript, (script) => {
          const { doc } = openSample()
          for (const line of onlyEdits(script)) {
            const step = stepOf(doc.debate(), line)
            const expected = applyStep(copyOf(doc.debate()), step)
            doc.edit(step)
            const { updatedAt } = doc.debate().about
            expect(doc.debate()).toEqual({ ...expected, about: { ...expected.about, updatedAt } })
            expect(orderOf(doc.debate())).toEqual(orderOf(expected))
          }
        }),
        runs,
      ),
    time,
  )

  it(
    'undo gives the start back, and redo the end',
    () =>
      fc.assert(
        fc.property(anyScript, (script) => {
          const { doc } = openSample()
          playScript(doc, onlyEdits(script))
          const end = copyOf(doc.debate())
          while (doc.undoName() !== null) doc.undo()
          expect(doc.debate()).toEqual(sampleDebate)
          expect(orderOf(doc.debate())).toEqual(orderOf(sampleDebate))
          while (doc.redoName() !== null) doc.redo()
          expect(doc.debate()).toEqual(end)
          expect(orderOf(doc.debate())).toEqual(orderOf(end))
        }),
        runs,
      ),
    time,
  )

  it(
    'its updates give the same debate in any order, and twice',
    () =>
      fc.assert(
        fc.property(anyScript, fc.infiniteStream(fc.nat()), (script, numbers) => {
          const { doc, updates } = openSample()
          playScript(doc, script)
          const there = new Y.Doc()
          const shuffled = [...updates, ...updates.slice(0, 3)]
            .map((update) => ({ update, place: numbers.next().value }))
            .sort((one, other) => one.place - other.place)
          for (const { update } of shuffled) Y.applyUpdate(there, update)
          expect(openDebateDoc(there).debate()).toEqual(doc.debate())
        }),
        runs,
      ),
    time,
  )

  it(
    'a map of it can be written and read',
    () =>
      fc.assert(
        fc.property(anyScript, (script) => {
          const { doc } = openSample()
          playScript(doc, script)
          const read = readMap(writeMap(doc.debate(), { texts: true }))
          expect(read).toEqual({ ok: true, debate: doc.debate() })
        }),
        runs,
      ),
    time,
  )

  it(
    'two people end with one valid debate, and undo takes back only their own',
    () =>
      fc.assert(
        fc.property(anyScript, anyScript, anyScript, (first, second, third) => {
          const here = openSample()
          const there = new Y.Doc()
          Y.applyUpdate(there, Y.encodeStateAsUpdate(here.yDoc))
          const thereDoc = openDebateDoc(there)
          const followed = follow(here.doc)
          for (const script of [first, second, third]) {
            playScript(here.doc, script)
            playScript(thereDoc, [...script].reverse())
            Y.applyUpdate(there, Y.encodeStateAsUpdate(here.yDoc))
            Y.applyUpdate(here.yDoc, Y.encodeStateAsUpdate(there))
            expect(here.doc.debate()).toEqual(thereDoc.debate())
            expect(orderOf(here.doc.debate())).toEqual(orderOf(thereDoc.debate()))
            expect(followed()).toEqual(here.doc.debate())
            expect(problemIn(here.doc.debate())).toBeNull()
          }
          while (thereDoc.undoName() !== null) {
            thereDoc.undo()
            expect(problemIn(thereDoc.debate())).toBeNull()
          }
        }),
        runs,
      ),
    time,
  )
})
