import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type DebateChange, fillDebateDoc, openDebateDoc } from '../../src/document/debateDoc'
import { writeMap } from '../../src/exchange/writeMap'
import type { Step } from '../../src/model/change'
import type { Debate } from '../../src/model/debate'
import { homelessOf } from '../../src/model/homeless'
import { replaceStep } from '../../src/model/replaceStep'
import { anyDebate } from '../support/arbitraries'
import {
  annotation,
  claim,
  debateWith,
  position,
  relation,
  sampleDebate,
  stance,
} from '../support/debate'

const noon = new Date('2026-11-20T12:00:00Z')

/** A document that holds this debate, and another that will hear all that happens in it. */
function openWith(debate: Debate) {
  const yDoc = new Y.Doc()
  fillDebateDoc(yDoc, debate)
  return { yDoc, doc: openDebateDoc(yDoc, { now: () => noon }) }
}

const put = (name: string, text: string): Step => ({
  name,
  changes: [{ kind: 'statements', id: 'new', record: claim('new', text) }],
})

/** What anybody who opens the document anew would see. */
function seenElsewhere(yDoc: Y.Doc): Debate {
  const there = new Y.Doc()
  Y.applyUpdate(there, Y.encodeStateAsUpdate(yDoc))
  return openDebateDoc(there).debate()
}

/** Makes both documents hold what either holds. */
function meet(one: Y.Doc, other: Y.Doc) {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}

describe('a debate document', () => {
  it('holds the debate it was filled with', () => {
    const { yDoc, doc } = openWith(sampleDebate)
    expect(doc.debate()).toEqual(sampleDebate)
    expect(seenElsewhere(yDoc)).toEqual(sampleDebate)
    expect(doc.undoName()).toBeNull()
  })

  it('makes a step that can be seen elsewhere, undone and redone', () => {
    const { yDoc, doc } = openWith(sampleDebate)
    doc.edit(put('add claim', 'It is likely.'))
    const after = doc.debate()
    expect(after.statements.get('new')).toEqual(claim('new', 'It is likely.'))
    expect(after.about.updatedAt).toBe('2026-11-20T12:00:00.000Z')
    expect(seenElsewhere(yDoc)).toEqual(after)

    doc.undo()
    expect(doc.debate()).toEqual(sampleDebate)
    doc.redo()
    expect(doc.debate().statements.get('new')).toEqual(claim('new', 'It is likely.'))
  })

  it('names what undo and redo would take back', () => {
    const { doc } = openWith(sampleDebate)
    doc.edit(put('add claim', 'It is likely.'))
    doc.edit(put('reword claim', 'It is certain.'))
    expect([doc.undoName(), doc.redoName()]).toEqual(['reword claim', null])
    doc.undo()
    expect([doc.undoName(), doc.redoName()]).toEqual(['add claim', 'reword claim'])
    doc.undo()
    expect([doc.undoName(), doc.redoName()]).toEqual([null, 'add claim'])
    doc.redo()
    expect([doc.undoName(), doc.redoName()]).toEqual(['add claim', 'reword claim'])
  })

  it('tells what changed, who changed it and by which step', () => {
    const { doc } = openWith(sampleDebate)
    const heard: DebateChange[] = []
    const stop = doc.onChange((change) => heard.push(change))
    const step = put('add claim', 'It is likely.')
    doc.edit(step)
    doc.undo()
    stop()
    doc.redo()
    expect(heard).toEqual([
      { origin: 'edit', name: 'add claim', changes: step.changes },
      {
        origin: 'undo',
        name: 'add claim',
        changes: [{ kind: 'statements', id: 'new', record: null }],
      },
    ])
  })

  it('leaves records that did not change the same objects', () => {
    const { doc } = openWith(sampleDebate)
    const before = doc.debate()
    const untouched = before.statements.get('unlikely')
    doc.edit(put('add claim', 'It is likely.'))
    expect(doc.debate()).not.toBe(before)
    expect(doc.debate().statements).toBe(before.statements)
    expect(doc.debate().statements.get('unlikely')).toBe(untouched)
  })

  it('makes no step of nothing', () => {
    const { doc } = openWith(sampleDebate)
    doc.edit({ name: 'reword', changes: [] })
    const same = { ...claim('unlikely', ''), ...sampleDebate.statements.get('unlikely') }
    doc.edit({
      name: 'reword',
      changes: [{ kind: 'statements', id: 'unlikely', record: same }],
      about: { ...doc.debate().about },
    })
    expect(doc.undoName()).toBeNull()
    expect(doc.debate()).toEqual(sampleDebate)
  })

  it('cannot put a record under another id', () => {
    const { doc } = openWith(sampleDebate)
    const misnamed = { kind: 'statements', id: 'a', record: claim('b', 'It is likely.') } as const
    expect(() => doc.edit({ name: 'add claim', changes: [misnamed] })).toThrow(
      'Cannot put record b under the id a',
    )
    expect(doc.debate()).toEqual(sampleDebate)
  })

  it('is filled only once', () => {
    const { yDoc } = openWith(sampleDebate)
    expect(() => fillDebateDoc(yDoc, sampleDebate)).toThrow('already holds “A sample debate”')
  })

  it('lists positions in the order they were added, and undo puts one back in its place', () => {
    const { doc } = openWith(sampleDebate)
    const order = () => [...doc.debate().positions.keys()]
    const added = position('a-third', 'A third')
    doc.edit({ name: 'add', changes: [{ kind: 'positions', id: added.id, record: added }] })
    expect(order()).toEqual(['property-ordering', 'prior-plausibility', 'a-third'])
    doc.edit({ name: 'x', changes: [{ kind: 'positions', id: 'property-ordering', record: null }] })
    expect(order()).toEqual(['prior-plausibility', 'a-third'])
    doc.undo()
    expect(order()).toEqual(['property-ordering', 'prior-plausibility', 'a-third'])
  })

  it('is replaced as a whole in one step that one undo takes back', () => {
    const { doc } = openWith(sampleDebate)
    const other = debateWith({
      title: 'Another',
      positions: [...sampleDebate.positions.values()].reverse(),
      statements: [claim('unlikely', 'Said otherwise.')],
    })
    doc.edit(replaceStep('open a file', doc.debate(), other))
    const { updatedAt } = doc.debate().about
    expect(doc.debate()).toEqual({ ...other, about: { ...other.about, updatedAt } })
    expect([...doc.debate().positions.keys()]).toEqual([...other.positions.keys()])
    expect(doc.undoName()).toBe('open a file')
    doc.undo()
    expect(doc.debate()).toEqual(sampleDebate)
    expect([...doc.debate().positions.keys()]).toEqual([...sampleDebate.positions.keys()])
  })

  it('takes back only what was done here', () => {
    const { yDoc, doc } = openWith(sampleDebate)
    const there = new Y.Doc()
    meet(yDoc, there)
    const other = openDebateDoc(there)
    doc.edit(put('add claim', 'It is likely.'))
    other.edit({ name: 'note', changes: [note('a-2', 'unlikely')] })
    meet(yDoc, there)
    doc.undo()
    expect(doc.debate().statements.has('new')).toBe(false)
    expect(doc.debate().annotations.has('a-2')).toBe(true)
    expect(doc.undoName()).toBeNull()
  })

  it('drops a step that somebody has overwritten since, and says so', () => {
    const { yDoc, doc } = openWith(sampleDebate)
    doc.edit(put('add claim', 'It is likely.'))
    const there = new Y.Doc()
    meet(yDoc, there)
    const other = openDebateDoc(there)
    other.edit(put('reword claim', 'It is certain.'))
    other.edit({ name: 'again', changes: put('', 'It is very certain.').changes })
    meet(yDoc, there)
    const before = { ...doc.debate(), statements: new Map(doc.debate().statements) }
    const heard: DebateChange[] = []
    doc.onChange((change) => heard.push(change))
    doc.undo()
    expect(doc.debate()).toEqual(before)
    expect(doc.undoName()).toBeNull()
    expect(heard).toHaveLength(1)
  })

  it('keeps a note whose claim was deleted elsewhere, and brings it home when the claim returns', () => {
    const { yDoc, doc } = openWith(sampleDebate)
    const there = new Y.Doc()
    meet(yDoc, there)
    const other = openDebateDoc(there)
    doc.edit({ name: 'delete', changes: [{ kind: 'statements', id: 'gradual', record: null }] })
    other.edit({ name: 'note', changes: [note('a-2', 'gradual')] })
    meet(yDoc, there)
    expect(doc.debate().annotations.has('a-2')).toBe(false)
    expect(homelessOf(doc.debate().about).map(({ body }) => body)).toEqual(['Mark this.'])
    expect(other.debate()).toEqual(doc.debate())

    doc.undo()
    expect(doc.debate().annotations.has('a-2')).toBe(true)
    expect(homelessOf(doc.debate().about)).toEqual([])
  })

  it('does not bring back old links with a new claim of the same name', () => {
    const { doc } = openWith(sampleDebate)
    doc.edit({ name: 'delete', changes: [{ kind: 'statements', id: 'gradual', record: null }] })
    expect([...doc.debate().relations.keys()]).toEqual(['r-goal', 'r-order'])
    const again = claim('gradual', 'Gradients shape goals.')
    doc.edit({ name: 'add', changes: [{ kind: 'statements', id: 'gradual', record: again }] })
    expect([...doc.debate().relations.keys()]).toEqual(['r-goal', 'r-order'])
    doc.undo()
    doc.undo()
    expect(doc.debate()).toEqual(sampleDebate)
  })

  it('keeps, hides and reports a record it cannot read', () => {
    const { yDoc, doc } = openWith(sampleDebate)
    yDoc.getMap('statements').set('odd', { id: 'odd', kind: 'prophecy' })
    yDoc.getMap('statements').set('moved', claim('elsewhere', 'Said.'))
    expect(doc.debate()).toEqual(sampleDebate)
    expect(doc.unreadable().map(({ kind, id }) => [kind, id])).toEqual([
      ['statements', 'odd'],
      ['statements', 'moved'],
    ])
    expect(openDebateDoc(yDoc).unreadable()).toHaveLength(2)
    expect(yDoc.getMap('statements').has('odd')).toBe(true)
  })

  it('takes ids like __proto__ for ids', () => {
    const ids = ['__proto__', 'constructor', 'toString']
    const strange = debateWith({
      positions: [position('hasOwnProperty', 'Own')],
      statements: ids.map((id) => claim(id, `Claim ${id}.`)),
      relations: [relation('valueOf', '__proto__', 'supports', 'constructor')],
      stances: [stance('isPrototypeOf', 'toString', 'for', 'hasOwnProperty')],
      places: ids.map((id) => [id, { x: 1, y: 2 }]),
    })
    const { yDoc, doc } = openWith(strange)
    expect(doc.debate()).toEqual(strange)
    expect(seenElsewhere(yDoc)).toEqual(strange)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('holds, edits and takes back records with a field named constructor', () => {
    const odd = (text: string) => ({ ...claim('odd', text), constructor: 'Their own' })
    const plain = debateWith({ statements: [odd('Snow stops trains.')] })
    const debate = { ...plain, about: { ...plain.about, extra: { constructor: null } } }
    const { yDoc, doc } = openWith(debate)
    expect(doc.debate()).toEqual(debate)

    const changes = [{ kind: 'statements', id: 'odd', record: odd('Ice stops trains.') }] as const
    doc.edit({ name: 'reword claim', changes })
    expect(doc.debate().statements.get('odd')).toEqual(odd('Ice stops trains.'))
    expect(seenElsewhere(yDoc)).toEqual(doc.debate())
    expect(doc.unreadable()).toEqual([])
    doc.undo()
    expect(doc.debate()).toEqual(debate)
  })

  it('takes in, while it is open, a map with fields of any name', () => {
    const { yDoc, doc } = openWith(sampleDebate)
    fc.assert(
      fc.property(anyDebate, (debate) => {
        doc.edit(replaceStep('import', doc.debate(), debate))
        expect(sameDebate(doc.debate(), debate)).toBe(true)
        expect(sameDebate(seenElsewhere(yDoc), debate)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

/** Tells whether two debates are exported as the same bytes, but for the moment of the last edit. */
const sameDebate = (one: Debate, other: Debate): boolean => {
  const [here, there] = [one, other].map(({ about, ...rest }) =>
    writeMap({ ...rest, about: { ...about, updatedAt: null } }, { texts: true }),
  )
  return here === there
}

const note = (id: string, target: string) =>
  ({ kind: 'annotations', id, record: annotation(id, target, 'Mark this.') }) as const
