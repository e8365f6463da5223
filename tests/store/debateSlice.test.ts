import { describe, expect, it } from 'vitest'
import { sampleDebate } from '../support/debate'
import { storeOf } from '../support/store'

describe('the mirror of the document', () => {
  it('is a new map where something has changed, and the same where nothing has', () => {
    const store = storeOf(sampleDebate)
    const before = store.getState().debate
    store.getState().actions.reword('gradual', 'Bit by bit.')
    const { debate } = store.getState()
    expect(debate.statements).not.toBe(before.statements)
    expect(before.statements.get('gradual')?.text).toBe('Gradients shape goals gradually.')
    expect(debate.statements.get('gradual')?.text).toBe('Bit by bit.')
    expect(debate.statements.get('unlikely')).toBe(before.statements.get('unlikely'))
    expect(debate.relations).toBe(before.relations)

    store.getState().actions.deleteLink('r-order')
    expect(store.getState().debate.statements).toBe(debate.statements)
    expect(store.getState().debate.relations).not.toBe(debate.relations)
  })

  it('follows undo likewise', () => {
    const store = storeOf(sampleDebate)
    store.getState().actions.deleteStatement('gradual')
    const before = store.getState().debate
    store.getState().undo()
    expect(before.statements.has('gradual')).toBe(false)
    expect(store.getState().debate.statements.has('gradual')).toBe(true)
  })
})
