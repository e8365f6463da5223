import { describe, expect, it } from 'vitest'
import { debateWith } from '../support/debate'
import { storeOf } from '../support/store'

const told = ({ getState }: ReturnType<typeof storeOf>) =>
  getState().notices.map(({ text }) => text)

describe('the notices', () => {
  it('stand one beside the other, but not the same words twice', () => {
    const store = storeOf(debateWith({}))
    const { notify } = store.getState()
    for (const text of ['Select the link first.', 'Copied.', 'Select the link first.']) notify(text)
    expect(told(store)).toEqual(['Copied.', 'Select the link first.'])
  })

  it('make way for a dialog, unless they tell of a problem', () => {
    const store = storeOf(debateWith({}))
    const { notify, showDialog } = store.getState()
    notify('Copied.')
    notify('Select the link first.', { tone: 'hint' })
    notify('The map could not be saved.', { tone: 'problem' })
    showDialog({ kind: 'keys' })
    expect(told(store)).toEqual(['The map could not be saved.'])
  })

  it('stay when a dialog closes, which is often what they tell of', () => {
    const store = storeOf(debateWith({}))
    store.getState().notify('Copied.')
    store.getState().showDialog(null)
    expect(told(store)).toEqual(['Copied.'])
  })
})
