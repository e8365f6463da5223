import { describe, expect, it } from 'vitest'
import { showsInspector } from '../../src/store/sessionSlice'
import { hintedStatements, pickedStatements, selectedStatements } from '../../src/store/ties'
import { post, quote, sampleDebate, thread } from '../support/debate'
import { storeOf } from '../support/store'

const wordsOf = (words: string, from = post) => {
  const { source, start, end } = quote(from, words)
  return { source, start, end }
}

describe('from the map to the text', () => {
  it('reads a statement that is selected, in whichever text it stands', () => {
    const store = storeOf(sampleDebate)
    store.getState().read('001')
    store.getState().select({ kind: 'statement', id: 'not-given' })
    expect(store.getState().reading).toBe('002')
    expect(store.getState().readingGoal?.span).toEqual(wordsOf('That order is not given.', thread))
  })

  it('reads the answering end of a link, and lights both ends', () => {
    const store = storeOf(sampleDebate)
    store.getState().read('001')
    store.getState().select({ kind: 'relation', id: 'r-order' })
    expect(store.getState().readingGoal?.span.source).toBe('002')
    expect([...selectedStatements(store.getState())]).toEqual(['not-given', 'goal-first'])
  })

  it('lights the link that an undercut denies', () => {
    const store = storeOf(sampleDebate)
    store.getState().hint({ kind: 'relation', id: 'u-gradual' })
    expect([...hintedStatements(store.getState())]).toEqual([
      'beside-the-point',
      'gradual',
      'unlikely',
    ])
  })

  it('leaves the text where it is while only the map is shown', () => {
    const store = storeOf(sampleDebate)
    store.getState().select({ kind: 'statement', id: 'not-given' })
    expect(store.getState()).toMatchObject({ panes: 'map', reading: null, readingGoal: null })
  })

  it('leaves the text where it is for what somebody wrote into the map', () => {
    const store = storeOf(sampleDebate)
    store.getState().read('001')
    store.getState().select({ kind: 'statement', id: 'beside-the-point' })
    expect(store.getState()).toMatchObject({ reading: '001', readingGoal: null })
  })
})

describe('from the text to the map', () => {
  it('opens the position on which a mark’s statement stands, and does not scroll the text', () => {
    const store = storeOf(sampleDebate)
    store.getState().read('002')
    store.getState().select({ kind: 'statement', id: 'not-given' }, 'reader')
    expect(store.getState()).toMatchObject({
      openPosition: 'property-ordering',
      selected: { kind: 'statement', id: 'not-given' },
      readingGoal: null,
    })
  })

  it('keeps the open position where the statement has its card there', () => {
    const store = storeOf(sampleDebate)
    store.getState().read('001')
    store.getState().openOnCanvas('prior-plausibility')
    // It supports a statement that stands there.
    store.getState().select({ kind: 'statement', id: 'goal-first' }, 'reader')
    expect(store.getState().openPosition).toBe('prior-plausibility')
    store.getState().select({ kind: 'statement', id: 'not-given' }, 'reader')
    expect(store.getState().openPosition).toBe('prior-plausibility')
  })

  it('opens no position for a statement that bears on none', () => {
    const store = storeOf(sampleDebate)
    store.getState().read('002')
    store.getState().select({ kind: 'statement', id: 'why-wait' }, 'reader')
    expect(store.getState()).toMatchObject({
      openPosition: null,
      selected: { kind: 'statement', id: 'why-wait' },
    })
  })

  it('lights every statement made from the words that are selected', () => {
    const store = storeOf(sampleDebate)
    store.getState().read('001')
    store.getState().pick(wordsOf('is unlikely. Models'))
    expect([...pickedStatements(store.getState())]).toEqual(['unlikely', 'goal-first'])
    expect(pickedStatements(store.getState())).toBe(pickedStatements(store.getState()))
    store.getState().pick(null)
    expect(pickedStatements(store.getState()).size).toBe(0)
  })

  it('takes the white space between two statements for neither', () => {
    const store = storeOf(sampleDebate)
    const space = wordsOf(' Models')
    store.getState().pick({ ...space, end: space.start + 1 })
    expect(pickedStatements(store.getState()).size).toBe(0)
  })
})

describe('the inspector', () => {
  const reading = () => {
    const store = storeOf(sampleDebate)
    store.getState().read('001')
    return store
  }

  it('is put away beside a text without letting go of what is lit, and stays away', () => {
    const store = reading()
    store.getState().select({ kind: 'statement', id: 'gradual' })
    expect(showsInspector(store.getState())).toBe(true)
    store.getState().putInspectorAway(true)
    expect([...selectedStatements(store.getState())]).toEqual(['gradual'])
    store.getState().select({ kind: 'statement', id: 'unlikely' })
    expect(showsInspector(store.getState())).toBe(false)
    store.getState().putInspectorAway(false)
    expect(showsInspector(store.getState())).toBe(true)
  })

  it('always shows on the map alone', () => {
    const store = reading()
    store.getState().putInspectorAway(true)
    store.getState().setPanes('map')
    store.getState().select({ kind: 'statement', id: 'gradual' })
    expect(showsInspector(store.getState())).toBe(true)
  })

  it('leaves the ends of a link to the foot of the canvas beside a text, until it is asked for', () => {
    const store = reading()
    store.getState().select({ kind: 'relation', id: 'r-order' })
    expect(showsInspector(store.getState())).toBe(false)
    store.getState().putInspectorAway(false)
    expect(showsInspector(store.getState())).toBe(true)
    store.getState().setPanes('map')
    expect(showsInspector(store.getState())).toBe(true)
  })
})
