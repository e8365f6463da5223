import { afterEach, expect, it, vi } from 'vitest'
import { readPlace } from '../../src/store/address'
import { copyLink, linkTo } from '../../src/store/copyLink'
import { sampleDebate } from '../support/debate'
import { storeOf } from '../support/store'

afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

function reading() {
  history.replaceState(null, '', '/#map=m1')
  const store = storeOf(sampleDebate)
  store.getState().openOnCanvas('property-ordering')
  store.getState().read('001')
  return store
}

const placeIn = (link: string) => readPlace(new URL(link).hash)

it('makes a link that opens the same position, text and panes, at what is named', () =>
  expect(placeIn(linkTo(reading(), { selected: { kind: 'relation', id: 'r-order' } }))).toEqual({
    map: 'm1',
    position: 'property-ordering',
    selected: { kind: 'relation', id: 'r-order' },
    reading: '001',
    at: null,
    panes: 'both',
    explains: null,
  }))

it('makes a link to words of a text', () =>
  expect(placeIn(linkTo(reading(), { at: { start: 33, end: 83 } })).at).toEqual({
    start: 33,
    end: 83,
  }))

it('tells that a link is copied, and what to do where the browser does not let it', async () => {
  const store = reading()
  const copied: string[] = []
  const writeText = async (text: string) => void copied.push(text)
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  await copyLink(store, {})
  expect(placeIn(copied[0] ?? '').reading).toBe('001')
  vi.stubGlobal('navigator', {})
  await copyLink(store, {})
  expect(store.getState().notices.map(({ text }) => text)).toEqual([
    'The link is copied.',
    'The browser does not let this page copy. The address bar has the link.',
  ])
})
