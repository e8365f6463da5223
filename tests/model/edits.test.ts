import { describe, expect, it } from 'vitest'
import { applyStep, type Step } from '../../src/model/change'
import type { Debate, RecordKind } from '../../src/model/debate'
import * as edits from '../../src/model/edits'
import { annotation, relation, sampleDebate, stance } from '../support/debate'

/** The ids a step takes away and the ids it writes, by kind. */
const told = (step: Step) => ({
  gone: step.changes.filter(({ record }) => !record).map(({ kind, id }) => `${kind} ${id}`),
  put: step.changes.filter(({ record }) => record).map(({ kind, id }) => `${kind} ${id}`),
})

const withSteps = (debate: Debate, ...steps: ((debate: Debate) => Step)[]) =>
  steps.reduce((now, step) => applyStep(now, step(now)), debate)

const ids = (debate: Debate, kind: RecordKind) => [...debate[kind].keys()]

describe('adding a statement', () => {
  it('makes one that a person made, without confidence', () => {
    const next = withSteps(sampleDebate, (debate) =>
      edits.addStatement(debate, { id: 'new', kind: 'claim', text: '  Speed matters.  ' }),
    )
    expect(next.statements.get('new')).toMatchObject({
      text: 'Speed matters.',
      madeBy: 'person',
      confidence: null,
      quotes: [],
    })
  })

  it('names the step after what it adds', () => {
    const step = edits.addStatement(sampleDebate, {
      id: 'new',
      kind: 'rebuttal',
      text: 'It waits.',
      link: { id: 'r-new', to: 'why-wait', kind: 'answers' },
      stance: { id: 'st-new', position: 'property-ordering', side: 'for' },
    })
    expect(step.name).toBe('add answer')
    expect(told(step).put).toEqual(['statements new', 'stances st-new', 'relations r-new'])
  })

  it('refuses an undercut of a statement', () => {
    const add = () =>
      edits.addStatement(sampleDebate, {
        id: 'new',
        kind: 'rebuttal',
        text: 'Beside the point.',
        link: { id: 'r-new', to: 'unlikely', kind: 'undercuts' },
      })
    expect(add).toThrow('An undercut denies a link, not a statement.')
  })
})

describe('deleting a statement', () => {
  it('takes its links, what undercuts them, its sides, its notes and its place with it', () => {
    const debate = withSteps(sampleDebate, (now) =>
      edits.putAnnotation(now, annotation('a-2', 'u-gradual', 'Is that so?')),
    )
    const step = edits.deleteStatement(debate, 'unlikely')
    expect(step.name).toBe('delete claim')
    expect(told(step).gone.toSorted()).toEqual([
      'annotations a-2',
      'places unlikely',
      'relations r-goal',
      'relations r-gradual',
      'relations u-gradual',
      'stances st-unlikely',
      'statements unlikely',
    ])
    expect(told(step).put).toEqual([])
  })

  it('leaves the statements on the other ends', () => {
    const next = withSteps(sampleDebate, (debate) => edits.deleteStatement(debate, 'goal-first'))
    expect(ids(next, 'statements')).toContain('not-given')
    expect(ids(next, 'relations')).toEqual(['r-gradual', 'u-gradual'])
  })
})

describe('linking', () => {
  const problem = (from: string, kind: Parameters<typeof relation>[2], to: string, id = 'r-new') =>
    edits.linkProblem(sampleDebate, relation(id, from, kind, to))

  it('joins two statements', () => expect(problem('not-given', 'rebuts', 'unlikely')).toBeNull())
  it('lets an undercut deny a link', () =>
    expect(problem('not-given', 'undercuts', 'r-goal')).toBeNull())
  it('lets an undercut be undercut', () =>
    expect(problem('not-given', 'undercuts', 'u-gradual')).toBeNull())
  it('does not let a statement answer itself', () =>
    expect(problem('unlikely', 'supports', 'unlikely')).toBe('A statement cannot answer itself.'))
  it('does not make the same link twice', () =>
    expect(problem('not-given', 'rebuts', 'goal-first')).toBe('These two are already linked so.'))
  it('lets nothing but an undercut answer a link', () =>
    expect(problem('not-given', 'rebuts', 'r-goal')).toBe('Only an undercut can answer a link.'))
  it('does not let an undercut rest on itself', () =>
    expect(problem('beside-the-point', 'undercuts', 'u-gradual', 'u-gradual')).toBe(
      'This undercut would end up attacking itself.',
    ))
  it('needs both ends', () => {
    expect(problem('nobody', 'rebuts', 'unlikely')).toMatch(/starts from is gone/)
    expect(problem('unlikely', 'rebuts', 'nobody')).toMatch(/goes to is gone/)
  })

  it('makes a changed link a person’s own', () => {
    const next = withSteps(sampleDebate, (now) => edits.changeRelationKind(now, 'r-goal', 'rebuts'))
    expect(next.relations.get('r-goal')).toMatchObject({
      kind: 'rebuts',
      madeBy: 'person',
      confidence: null,
    })
  })

  it('takes the undercuts of a deleted link with it', () =>
    expect(told(edits.deleteRelation(sampleDebate, 'r-gradual')).gone).toEqual([
      'relations r-gradual',
      'relations u-gradual',
    ]))
})

describe('taking sides', () => {
  const sides = (debate: Debate, statement: string) =>
    [...debate.stances.values()].filter((one) => one.statement === statement)

  it('puts a statement on a side', () => {
    const step = edits.setStance(sampleDebate, 'st-new', 'gradual', 'property-ordering', 'for')
    expect(step.name).toBe('take the for side on Property ordering')
    expect(sides(applyStep(sampleDebate, step), 'gradual')).toEqual([
      stance('st-new', 'gradual', 'for', 'property-ordering'),
    ])
  })

  it('moves it to another side without a second stance', () => {
    const next = withSteps(sampleDebate, (now) =>
      edits.setStance(now, 'st-new', 'goal-first', 'property-ordering', 'against'),
    )
    expect(sides(next, 'goal-first').map(({ id, stance }) => [id, stance])).toEqual([
      ['st-goal', 'against'],
    ])
  })

  it('takes it off', () => {
    const next = withSteps(sampleDebate, (now) =>
      edits.setStance(now, 'st-new', 'goal-first', 'property-ordering', null),
    )
    expect(sides(next, 'goal-first')).toEqual([])
  })
})

describe('steps that would change nothing', () => {
  it.each<[string, Step]>([
    [
      'rewording to the same words',
      edits.rewordStatement(sampleDebate, 'gradual', 'Gradients shape goals gradually. '),
    ],
    ['rewording to nothing', edits.rewordStatement(sampleDebate, 'gradual', '  ')],
    ['the same kind', edits.changeStatementKind(sampleDebate, 'gradual', 'claim')],
    ['the same side', edits.setStance(sampleDebate, 'x', 'goal-first', 'property-ordering', 'for')],
    ['the same title', edits.renameMap(sampleDebate, 'A sample debate')],
  ])('%s', (_, step) => {
    expect(step.changes).toEqual([])
    expect(step.about).toBeUndefined()
  })
})
