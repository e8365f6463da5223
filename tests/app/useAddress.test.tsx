import { act, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useAddress } from '../../src/app/useAddress'
import { readPlace } from '../../src/store/address'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

function Walker() {
  useAddress('m1')
  return null
}

/** A map shown at an address. */
function at(hash: string) {
  history.replaceState(null, '', `/${hash}`)
  const store = storeOf(sampleDebate)
  renderWith(store, <Walker />)
  /** Does something as a person does it: all that follows at once is one step. */
  const step = async (doing: (state: ReturnType<typeof store.getState>) => void) =>
    act(async () => doing(store.getState()))
  return { store, step, here: () => readPlace(location.hash) }
}

const goBack = async (until: () => void) => {
  act(() => history.back())
  await waitFor(until)
}

describe('the address', () => {
  beforeEach(() => history.replaceState(null, '', '/'))
  afterEach(() => history.replaceState(null, '', '/'))

  it('opens the statement, the position, the text, the panes and the words it names', () => {
    const { store } = at(
      '#map=m1&position=property-ordering&statement=goal-first&text=001&at=33-83&panes=both',
    )
    expect(store.getState()).toMatchObject({
      openPosition: 'property-ordering',
      selected: { kind: 'statement', id: 'goal-first' },
      reading: '001',
      panes: 'both',
      readingGoal: { span: { source: '001', start: 33, end: 83 } },
      notices: [],
    })
  })

  it('reads the statement it names where it names no words', () => {
    const { store } = at('#map=m1&statement=not-given&panes=both')
    expect(store.getState()).toMatchObject({ reading: '002', panes: 'both' })
    expect(store.getState().readingGoal?.span.start).toBe(0)
  })

  it('tells what it names and the map does not have', () => {
    const { store } = at('#map=m1&position=gone&statement=s-41&text=009&panes=both')
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      'This map has no position “gone”, no statement “s-41”, or no text “009”. It may have been deleted since the address was made.',
    ])
  })

  it('tells when it was made in another map', () => {
    const { store } = at('#map=m7&statement=s-41')
    expect(store.getState().notices[0]?.text).toMatch(/The address was made in another map\.$/)
  })

  it('takes several changes at once for one step, and counts the steps', async () => {
    const { store, step, here } = at('#map=m1')
    await step(({ openOnCanvas, select }) => {
      openOnCanvas('property-ordering')
      select({ kind: 'statement', id: 'goal-first' })
    })
    expect(store.getState().trail).toEqual({ at: 1, last: 1 })
    expect(here()).toMatchObject({ position: 'property-ordering', selected: { id: 'goal-first' } })
    await goBack(() => expect(store.getState().openPosition).toBeNull())
    expect(store.getState().trail).toEqual({ at: 0, last: 1 })
  })

  it('returns the reader to where it was, and goes forward again', async () => {
    const { store, step, here } = at('#map=m1&text=001&panes=both')
    await step(({ view }) => view({ source: '001', start: 36, end: 90 }))
    await step(({ select }) => select({ kind: 'statement', id: 'not-given' }))
    expect(here()).toMatchObject({ reading: '002', selected: { id: 'not-given' } })

    await goBack(() => expect(store.getState().reading).toBe('001'))
    expect(store.getState()).toMatchObject({
      selected: null,
      readingGoal: { span: { source: '001', start: 36, end: 36 } },
    })
    act(() => history.forward())
    await waitFor(() => expect(store.getState().reading).toBe('002'))
    expect(store.getState().selected?.id).toBe('not-given')
  })

  it('takes several jumps along a text for one step', async () => {
    const { store, step, here } = at('#map=m1&text=001&panes=both')
    for (const start of [10, 20, 30])
      await step(({ readAt }) => readAt({ source: '001', start, end: start }))
    expect(store.getState().trail).toEqual({ at: 1, last: 1 })
    expect(here().at).toEqual({ start: 30, end: 30 })
    await step(({ select }) => select({ kind: 'statement', id: 'gradual' }))
    await step(({ readAt }) => readAt({ source: '001', start: 5, end: 5 }))
    expect(store.getState().trail).toEqual({ at: 3, last: 3 })
  })

  it('takes down how far the text was read when one stops', async () => {
    const { step, here } = at('#map=m1&text=001&panes=reader')
    await step(({ view }) => view({ source: '001', start: 36, end: 90 }))
    await waitFor(() => expect(here().at).toEqual({ start: 36, end: 36 }), { timeout: 1500 })
  })
})
