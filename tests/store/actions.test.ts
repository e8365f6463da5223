import { describe, expect, it } from 'vitest'
import { writeMap } from '../../src/exchange/writeMap'
import type { DebateState } from '../../src/store'
import { sampleDebate } from '../support/debate'
import { shelf, storeOf } from '../support/store'

const now = (store: ReturnType<typeof storeOf>) =>
  writeMap(store.getState().debate, { texts: true })

describe('every action', () => {
  it.each<[string, (state: DebateState) => unknown]>([
    ['add claim', ({ actions }) => actions.addStatement({ kind: 'claim', text: 'Speed matters.' })],
    [
      'add rebuttal',
      ({ actions }) =>
        actions.addStatement({
          kind: 'rebuttal',
          text: 'It need not wait.',
          position: { id: 'property-ordering', side: 'for' },
          answers: { to: 'not-given', kind: 'rebuts' },
        }),
    ],
    ['reword claim', ({ actions }) => actions.reword('gradual', 'Gradients go slowly.')],
    ['change claim to question', ({ actions }) => actions.changeKind('gradual', 'question')],
    ['delete claim', ({ actions }) => actions.deleteStatement('goal-first')],
    ['link as rebuttal', ({ actions }) => actions.connect('not-given', 'unlikely', 'rebuts')],
    ['change link to answer', ({ actions }) => actions.changeLink('r-order', 'answers')],
    ['delete rebuttal link', ({ actions }) => actions.deleteLink('r-order')],
    [
      'take the for side on Prior plausibility',
      ({ actions }) => actions.setStance('gradual', 'prior-plausibility', 'for'),
    ],
    [
      'take off Property ordering',
      ({ actions }) => actions.setStance('goal-first', 'property-ordering', null),
    ],
    ['move card', ({ actions }) => actions.place(new Map([['gradual', { x: 1, y: 2 }]]))],
    ['tidy up', ({ actions }) => actions.tidyUp(['unlikely'])],
    [
      'add note',
      ({ actions }) =>
        actions.writeNote('r-order', { body: 'A *crux*.', tags: ['crux'], author: 'a reader' }),
    ],
    ['delete note', ({ actions }) => actions.deleteNote('a-1')],
    ['confirm link', ({ actions }) => actions.confirm('relations', 'r-goal')],
    [
      'add position Early warning',
      ({ actions }) =>
        actions.addPosition({
          title: 'Early warning',
          proposition: 'There would be a warning.',
          theme: null,
          summary: '',
          terms: [{ words: 'warning', weight: 2 }],
        }),
    ],
    [
      'change the proposition of Prior plausibility',
      ({ actions }) =>
        actions.editPosition('prior-plausibility', {
          title: 'Prior plausibility',
          proposition: 'It is likely from the start.',
          theme: null,
          summary: 'What Prior plausibility is.',
          terms: [],
        }),
    ],
    [
      'delete position Property ordering',
      ({ actions }) => actions.deletePosition('property-ordering'),
    ],
    ['rename map', ({ actions }) => actions.rename('Another title')],
  ])('“%s” is one step that undo takes back and redo makes again', (name, act) => {
    const store = storeOf(sampleDebate)
    const start = now(store)

    act(store.getState())
    expect(store.getState().undoName).toBe(name)
    const end = now(store)
    expect(end).not.toBe(start)

    store.getState().undo()
    expect(now(store)).toBe(start)
    expect(store.getState().undoName).toBeNull()
    store.getState().redo()
    expect(now(store)).toBe(end)
  })
})

describe('what is impossible', () => {
  it('is told, and changes nothing', () => {
    const store = storeOf(sampleDebate)
    const { actions } = store.getState()
    expect(actions.connect('unlikely', 'unlikely', 'rebuts')).toBe(false)
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      'A statement cannot answer itself.',
    ])
    expect(store.getState().undoName).toBeNull()
  })
})

describe('deleting', () => {
  it('says what is gone, lets go of the selection, and brings it all back', () => {
    const store = storeOf(sampleDebate)
    const start = now(store)
    store.getState().select({ kind: 'statement', id: 'unlikely' })
    store.getState().actions.deleteSelected()

    expect(store.getState().selected).toBeNull()
    const [notice] = store.getState().notices
    expect(notice?.text).toBe('Deleted 1 statement and 3 links.')
    notice?.action?.run()
    expect(now(store)).toBe(start)
  })

  it('does not offer to take back what is no longer the last step', () => {
    const store = storeOf(sampleDebate)
    store.getState().actions.deleteStatement('gradual')
    expect(store.getState().notices).toHaveLength(1)
    store.getState().actions.reword('unlikely', 'It is unlikely.')
    expect(store.getState().notices).toEqual([])
  })

  it('is shown again once it is taken back', () => {
    const store = storeOf(sampleDebate)
    store.getState().actions.deleteStatement('gradual')
    store.getState().undo()
    expect(store.getState().selected).toEqual({ kind: 'statement', id: 'gradual' })
  })
})

describe('stepping out', () => {
  it('lets go of the link being drawn, then of the selection, then of the position', () => {
    const store = storeOf(sampleDebate)
    store.getState().openOnCanvas('property-ordering')
    store.getState().select({ kind: 'statement', id: 'goal-first' })
    store.getState().startLinking('goal-first')
    const told = () => {
      const { linkingFrom, selected, openPosition } = store.getState()
      return [linkingFrom, selected?.id ?? null, openPosition]
    }
    expect(store.getState().stepOut()).toBe(true)
    expect(told()).toEqual([null, 'goal-first', 'property-ordering'])
    store.getState().stepOut()
    expect(told()).toEqual([null, null, 'property-ordering'])
    store.getState().stepOut()
    expect(told()).toEqual([null, null, null])
    expect(store.getState().stepOut()).toBe(false)
  })
})

describe('settings', () => {
  it('remember who signs the notes', () => {
    const settings = shelf()
    storeOf(sampleDebate, undefined, settings)
      .getState()
      .actions.writeNote('unlikely', { body: 'Mine.', tags: [], author: 'a reader' })
    expect(storeOf(sampleDebate, undefined, settings).getState().author).toBe('a reader')
  })

  it('start on the system’s theme where none, or nonsense, is set', () => {
    expect(storeOf(sampleDebate).getState().theme).toBe('system')
    expect(storeOf(sampleDebate, undefined, shelf({ theme: 'pink' })).getState().theme).toBe(
      'system',
    )
    expect(storeOf(sampleDebate, undefined, shelf({ theme: 'dark' })).getState().theme).toBe('dark')
  })
})
