import { describe, expect, it } from 'vitest'
import { applyStep, type Step } from '../../src/model/change'
import type { Debate, Position } from '../../src/model/debate'
import { problemIn } from '../../src/model/invariants'
import {
  addPosition,
  deletePosition,
  editPosition,
  keepPosition,
  type PositionWords,
  wordsOfPosition,
} from '../../src/model/positionEdits'
import { annotation, sampleDebate } from '../support/debate'

const ordering = 'property-ordering'
const positionIn = (debate: Debate, id = ordering) => debate.positions.get(id) as Position
const made = (step: Step, debate = sampleDebate) => applyStep(debate, step)

/** The sample debate with terms for its first position. */
const withTerms = (...terms: Position['terms'] & object): Debate =>
  made({
    name: '',
    changes: [{ kind: 'positions', id: ordering, record: { ...positionIn(sampleDebate), terms } }],
  })
const edited = (debate: Debate, part: Partial<PositionWords>) =>
  editPosition(debate, ordering, { ...wordsOfPosition(positionIn(debate)), ...part })

describe('adding a position', () => {
  const words = {
    title: ' Early warning ',
    proposition: 'There would be a warning.',
    theme: '  ',
    summary: '',
    terms: [{ words: 'warning', weight: 2 }],
  }

  it('puts it last, with no white space around its words', () => {
    const next = made(addPosition(sampleDebate, 'new', words))
    expect([...next.positions.keys()].at(-1)).toBe('new')
    expect(positionIn(next, 'new')).toMatchObject({ title: 'Early warning', theme: null })
  })

  it('says that no text has been read with its terms', () => {
    expect(positionIn(made(addPosition(sampleDebate, 'new', words)), 'new').readWith).toEqual([])
    const bare = made(addPosition(sampleDebate, 'new', { ...words, terms: [] }))
    expect(positionIn(bare, 'new').readWith).toBeUndefined()
  })
})

describe('editing a position', () => {
  it.each<[Partial<PositionWords>, string]>([
    [{ title: 'The order' }, 'rename position Property ordering to The order'],
    [{ theme: 'Is it likely?' }, 'change the theme of Property ordering'],
    [{ terms: [{ words: 'order', weight: 3 }] }, 'change the terms of Property ordering'],
    [{ title: 'The order', summary: 'Which comes first.' }, 'edit position Property ordering'],
  ])('%j is called “%s”', (part, name) => expect(edited(sampleDebate, part).name).toBe(name))

  it('changes nothing where nothing is written otherwise', () => {
    expect(edited(sampleDebate, { title: ' Property ordering ' }).changes).toEqual([])
  })

  it('leaves it its title and its proposition where they are taken away', () => {
    const next = made(edited(sampleDebate, { title: ' ', proposition: '', summary: '' }))
    expect(positionIn(next)).toMatchObject({
      title: 'Property ordering',
      proposition: 'Property ordering settles it.',
      summary: '',
    })
  })

  it('remembers the terms that the texts were read with until they are those again', () => {
    const order = { words: 'order', weight: 2 }
    const start = withTerms(order)
    const once = made(edited(start, { terms: [order, { words: 'sequence', weight: 1 }] }), start)
    expect(positionIn(once).readWith).toEqual([order])
    const twice = made(edited(once, { terms: [] }), once)
    expect(positionIn(twice).readWith).toEqual([order])
    const back = made(edited(twice, { terms: [order] }), twice)
    expect(positionIn(back).readWith).toBeUndefined()
  })

  it('leaves the reading in force where only other words change', () => {
    const start = withTerms({ words: 'order', weight: 2 })
    expect(positionIn(made(edited(start, { title: 'Order' }), start)).readWith).toBeUndefined()
  })

  it('keeps one of two terms that are the same word', () => {
    const terms = [
      { words: 'order', weight: 1 },
      { words: ' Order  ', weight: 3 },
      { words: ' ', weight: 1 },
    ]
    expect(positionIn(made(edited(sampleDebate, { terms }))).terms).toEqual([
      { words: 'Order', weight: 3 },
    ])
  })

  it('takes on a proposal', () => {
    const proposed = { ...positionIn(sampleDebate), proposed: true }
    const debate = made({
      name: '',
      changes: [{ kind: 'positions', id: ordering, record: proposed }],
    })
    expect(positionIn(made(keepPosition(debate, ordering), debate)).proposed).toBeUndefined()
    expect(positionIn(made(edited(debate, { title: 'Order' }), debate)).proposed).toBeUndefined()
    expect(keepPosition(sampleDebate, ordering).changes).toEqual([])
  })
})

describe('deleting a position', () => {
  const noted = made({
    name: '',
    changes: [
      { kind: 'annotations', id: 'a-2', record: annotation('a-2', 'st-goal', 'Which side?') },
      { kind: 'annotations', id: 'a-3', record: annotation('a-3', ordering, 'Well put.') },
      { kind: 'places', id: ordering, record: { x: 1, y: 2 } },
    ],
  })
  const next = made(deletePosition(noted, ordering), noted)

  it('takes its sides, the notes on both, and its place with it', () => {
    expect([...next.stances.keys()]).toEqual(['st-unlikely'])
    expect([...next.annotations.keys()]).toEqual(['a-1'])
    expect(next.places.has(ordering)).toBe(false)
  })

  it('leaves every statement and link, and a map that holds together', () => {
    expect(next.statements).toBe(noted.statements)
    expect(next.relations).toBe(noted.relations)
    expect(problemIn(next)).toBeNull()
  })
})
