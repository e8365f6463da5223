import { describe, expect, it } from 'vitest'
import { rejectedIn, verdictsInOrder, whyOf } from '../../src/model/verdicts'
import { relation, sampleDebate, stance } from '../support/debate'
import { savingSays, shelf, storeOf } from '../support/store'

const parser = { madeBy: 'parser', confidence: 0.6 } as const
const debate = {
  ...sampleDebate,
  stances: new Map(sampleDebate.stances).set('st-goal', {
    ...stance('st-goal', 'goal-first', 'for', 'property-ordering'),
    ...parser,
  }),
}
const opened = () => storeOf(debate, savingSays({ status: 'saved' }), shelf({ author: 'Ada' }))

describe('what a person does to a reading', () => {
  it.each<
    [string, (actions: ReturnType<ReturnType<typeof opened>['getState']>['actions']) => void]
  >([
    ['kind', (actions) => actions.changeKind('unlikely', 'question')],
    ['headline', (actions) => actions.reword('unlikely', 'Not likely.')],
    ['link', (actions) => actions.changeLink('r-goal', 'rebuts')],
    ['side', (actions) => actions.setStance('goal-first', 'property-ordering', 'against')],
    ['reject', (actions) => actions.setStance('goal-first', 'property-ordering', null)],
    ['reject', (actions) => actions.deleteStatement('unlikely')],
    ['reject', (actions) => actions.deleteLink('r-goal')],
    ['confirm', (actions) => actions.confirm('relations', 'r-goal')],
  ])('is kept as a verdict, whichever way it was done: %s', (does, act) => {
    const store = opened()
    act(store.getState().actions)
    const verdicts = verdictsInOrder(store.getState().debate)
    expect(verdicts.map(({ by, operation }) => [by, operation.do])).toEqual([['Ada', does]])
    store.getState().undo()
    expect(store.getState().debate.verdicts.size).toBe(0)
    expect(store.getState().debate.statements).toEqual(debate.statements)
    expect(store.getState().debate.stances).toEqual(debate.stances)
  })

  it('is no verdict where a person made it: that is only an edit', () => {
    const store = opened()
    const { actions } = store.getState()
    actions.changeKind('beside-the-point', 'claim')
    actions.changeLink('r-order', 'concedes')
    actions.deleteLink('r-order')
    expect(store.getState().debate.verdicts.size).toBe(0)
  })

  it('is told, and nothing changes, where it cannot be done', () => {
    const store = opened()
    const { actions } = store.getState()
    actions.connect('unlikely', 'goal-first', 'supports')
    const before = store.getState().debate.relations.get('r-goal')
    expect(actions.judge({ do: 'flip', relation: 'r-goal' })).toBe(false)
    expect(store.getState().notices.at(-1)?.text).toBe('These two are already linked so.')
    expect(store.getState().debate.relations.get('r-goal')).toBe(before)
  })

  it('can be rejected and brought back later, after other edits', () => {
    const store = opened()
    const { actions } = store.getState()
    actions.deleteLink('r-goal')
    actions.rename('Another name')
    const [rejected] = rejectedIn(store.getState().debate)
    expect(actions.restore(rejected?.verdict.id ?? '')).toBe(true)
    expect(store.getState().debate.relations.get('r-goal')).toEqual(debate.relations.get('r-goal'))
    expect(store.getState().undoName).toBe('bring back link')
  })
})

it('the last verdict on a record says why it was judged so', () => {
  const verdict = (id: string, at: string, why: string) => ({
    id,
    by: 'an editor',
    at,
    why,
    operation: {
      do: 'flip' as const,
      relation: 'r',
      saw: { from: 'a', to: 'b', kind: relation('r', 'a', 'rebuts', 'b').kind },
    },
  })
  const verdicts = new Map(
    [
      verdict('v-2', '2026-11-21T10:00:00Z', 'it answers the other'),
      verdict('v-1', '2026-11-20T10:00:00Z', 'it looked so'),
    ].map((one) => [one.id, one]),
  )
  expect(whyOf({ verdicts }, 'r')).toBe('it answers the other')
  expect(whyOf({ verdicts }, 'a')).toBeNull()
})
