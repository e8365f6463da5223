import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { AddSourceDialog } from '../../src/dialogs/sources/AddSourceDialog'
import { SourcesDialog } from '../../src/dialogs/sources/SourcesDialog'
import { writeMap } from '../../src/exchange/writeMap'
import type { Debate } from '../../src/model/debate'
import { debateOf } from '../../src/model/debateMap'
import { parse } from '../../src/parse/index'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'
import { forumMagnumJson, snow as nightTrains } from '../support/threads'

// What reads is loaded when it is first needed.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 20_000 })

// jsdom has files, but not the ways to read them that browsers have.
Blob.prototype.arrayBuffer ??= function () {
  return new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.readAsArrayBuffer(this)
  })
}

const snow = [
  'Snow stops trains because the points freeze. Heating the points would keep most lines open.',
  'I disagree. Heated points fail as soon as the power goes, and in a storm the power goes first.',
].join('\n\n')
const grown = `${snow}\n\nI think the signals could run on batteries, because they need little power.`
const codebook = { title: 'Winter', positions: [] }
const winter = debateOf(parse([{ name: 'snow.txt', text: snow }], { codebook }).map)
const corpusText = { name: '000_x.txt', text: 'A ferry would be cheaper than a bridge, I think.' }

const dialog = () => within(screen.getByRole('dialog'))
const fileOf = (name: string, text: string | Uint8Array<ArrayBuffer>) => new File([text], name)

function adding(debate: Debate = winter, again?: string) {
  const store = storeOf(debate)
  const close = vi.fn()
  renderWith(
    store,
    <AddSourceDialog
      onClose={close}
      readTexts={async () => [corpusText]}
      {...(again !== undefined && { again })}
    />,
  )
  return { store, close }
}
const paste = async (text: string) => {
  await userEvent.click(dialog().getByRole('textbox', { name: 'Or paste a thread here' }))
  await userEvent.paste(text)
  await userEvent.click(dialog().getByRole('button', { name: 'Read what is pasted' }))
}
const add = () => userEvent.click(dialog().getByRole('button', { name: 'Add to this map' }))
const understood = () => screen.findByRole('button', { name: 'Add to this map' })

describe('adding a source', () => {
  const ferry = 'A ferry would be cheaper than a bridge, because it needs no road.'

  it('tells what was understood of pasted words before anything changes', async () => {
    const { store } = adding()
    const before = store.getState().debate
    await paste(ferry)
    await understood()
    const count = (noun: string) => dialog().getByText(noun).previousElementSibling?.textContent
    expect(['turn', 'statement', 'of the whole text mapped'].map(count)).toEqual([
      '1',
      '1',
      '100 %',
    ])
    expect(dialog().getByText(/^Plain text of a thread, from what was pasted/)).toBeTruthy()
    expect(dialog().getByText('Nothing has changed yet. Adding it can be undone.')).toBeTruthy()
    expect(store.getState().debate).toBe(before)
  })

  it('adds it by one step with the title a person gives it, and one undo takes it back', async () => {
    const { store, close } = adding()
    await paste(ferry)
    await understood()
    await userEvent.click(dialog().getByText('Title, address and authors'))
    const title = dialog().getByRole('textbox', { name: 'Title' })
    await userEvent.clear(title)
    await userEvent.type(title, 'On ferries')
    await userEvent.type(dialog().getByRole('textbox', { name: /^Authors/ }), 'Ada, Ben')
    await add()
    await waitFor(() => expect(close).toHaveBeenCalled())
    const { debate, undoName, notices } = store.getState()
    expect(undoName).toBe('add “On ferries”')
    expect(debate.sources.get('pasted')).toMatchObject({
      title: 'On ferries',
      authors: ['Ada', 'Ben'],
      text: ferry,
    })
    expect(notices.at(-1)?.text).toBe('“On ferries” is in the map, with 1 new statement.')
    act(() => notices.at(-1)?.action?.run())
    expect(store.getState().selected?.kind).toBe('statement')
    act(() => store.getState().undo())
    expect(store.getState().debate.sources).toEqual(winter.sources)
  })

  it('reads the good ones of several files, and says of the others why not', async () => {
    const { store } = adding()
    await userEvent.upload(dialog().getByLabelText('Files to add'), [
      fileOf('ferry.txt', ferry),
      fileOf('photo.dat', new Uint8Array([1, 0, 2, 0, 0, 9])),
      fileOf('map.json', writeMap(sampleDebate, { texts: true })),
    ])
    await understood()
    const alert = dialog().getByRole('alert')
    expect(within(alert).getByText(/^2 texts could not be read\./)).toBeTruthy()
    const reasons = within(alert)
      .getAllByRole('listitem')
      .map((item) => item.textContent)
    expect(reasons[0]).toMatch(/photo\.dat is a binary file/)
    expect(reasons[1]).toMatch(/map\.json is a debate map/)
    await add()
    await waitFor(() => expect(store.getState().debate.sources.has('ferry')).toBe(true))
  })

  it('says who speaks, and what kind of input it was taken for', async () => {
    adding()
    await userEvent.upload(dialog().getByLabelText('Files to add'), [
      fileOf('thread.json', forumMagnumJson(nightTrains)),
    ])
    await understood()
    expect(dialog().getByText('Who speaks: Ada, Bo, Cleo and Dee.')).toBeTruthy()
    expect(dialog().getByText(/^JSON of a LessWrong-like forum, from thread\.json/)).toBeTruthy()
  })

  it('takes what is dropped on it', async () => {
    adding()
    const place = screen.getByText('Drop threads here.').parentElement as HTMLElement
    fireEvent.drop(place, { dataTransfer: { files: [fileOf('ferry.txt', ferry)] } })
    expect(await screen.findByRole('dialog', { name: 'Add a source: ferry' })).toBeTruthy()
  })

  it('says so where nothing could be read, and lets another be chosen', async () => {
    const { store } = adding()
    await userEvent.upload(dialog().getByLabelText('Files to add'), [fileOf('none.txt', '')])
    expect(await dialog().findByText('none.txt is empty.')).toBeTruthy()
    expect(dialog().queryByRole('button', { name: 'Add to this map' })).toBeNull()
    await userEvent.click(dialog().getByRole('button', { name: 'Choose another' }))
    expect(dialog().getByText('Drop threads here.')).toBeTruthy()
    expect(store.getState().undoName).toBeNull()
  })

  it('leaves out a text that a person unticks', async () => {
    const { store } = adding()
    await userEvent.upload(dialog().getByLabelText('Files to add'), [
      fileOf('ferry.txt', ferry),
      fileOf('bus.txt', 'A bus is slower than a train on every day but Sunday.'),
    ])
    await understood()
    await userEvent.click(dialog().getByRole('checkbox', { name: 'bus' }))
    await add()
    await waitFor(() => expect(store.getState().undoName).toBe('add “ferry”'))
    expect([...store.getState().debate.sources.keys()]).toEqual(['snow', 'ferry'])
  })

  it('offers the texts that come with the app, and what is known of them', async () => {
    const { store } = adding()
    const [first] = dialog().getAllByRole('button', { name: /^Read Comments under/ })
    await userEvent.click(first as HTMLElement)
    await understood()
    await add()
    await waitFor(() => expect(store.getState().debate.sources.get('000')).toBeTruthy())
    expect(store.getState().debate.sources.get('000')?.title).toMatch(/^Comments under “Sleeper/)
  })

  it('changes nothing when it is called off', async () => {
    const { store } = adding()
    await paste(ferry)
    await understood()
    await userEvent.click(dialog().getByRole('button', { name: 'Cancel' }))
    expect(dialog().getByText('Drop threads here.')).toBeTruthy()
    expect(store.getState().undoName).toBeNull()
  })

  it('adds to the map as it is by then, where that has changed meanwhile', async () => {
    const { store } = adding()
    await paste(ferry)
    await understood()
    act(() => store.getState().actions.rename('Winter and water'))
    await add()
    await waitFor(() => expect(store.getState().debate.sources.has('pasted')).toBe(true))
    expect(store.getState().debate.about.title).toBe('Winter and water')
  })
})

describe('a thread that has grown', () => {
  it('is recognised, and read again where it stands', async () => {
    const { store } = adding()
    await paste(grown)
    expect(await dialog().findByText('100 % of “snow” stands in this text too.')).toBeTruthy()
    expect(dialog().getByText(/^1 new statement\. Nothing that was quoted has gone\./)).toBeTruthy()
    await userEvent.click(dialog().getByRole('button', { name: 'Read again' }))
    await waitFor(() => expect(store.getState().undoName).toBe('read “snow” again'))
    expect(store.getState().debate.sources.get('snow')?.text).toBe(grown)
  })

  it('is added as another text where a person wants that', async () => {
    const { store } = adding()
    await paste(grown)
    await dialog().findByText('100 % of “snow” stands in this text too.')
    await userEvent.click(dialog().getByRole('radio', { name: /^Add it as another text/ }))
    expect(await dialog().findByText('It becomes text pasted.')).toBeTruthy()
    await add()
    await waitFor(() => expect(store.getState().debate.sources.size).toBe(2))
  })

  it('says where there is nothing new', async () => {
    adding(winter, 'snow')
    expect(screen.getByRole('dialog', { name: 'Read again: snow' })).toBeTruthy()
    await paste(snow)
    expect(await dialog().findByText(/word for word as it is in the map/)).toBeTruthy()
    expect(dialog().queryByRole('button', { name: /^(Add to|Read again)/ })).toBeNull()
  })
})

describe('the sources of a map', () => {
  it('are listed with what they hold, and lead to reading them again', async () => {
    const store = storeOf(winter)
    renderWith(store, <SourcesDialog onClose={() => {}} />)
    const [item] = dialog().getAllByRole('listitem')
    expect(item?.textContent).toMatch(/^snowText snow, flattened text, \d turns?, \d statements/)
    await userEvent.click(
      dialog().getByRole('button', { name: 'Read snow again with a newer text' }),
    )
    expect(store.getState().dialog).toEqual({ kind: 'addSource', again: 'snow' })
  })

  it('can be removed: what goes along is said first, and undo brings it back', async () => {
    const store = storeOf(sampleDebate)
    renderWith(store, <SourcesDialog onClose={() => {}} />)
    await userEvent.click(dialog().getByRole('button', { name: 'Remove Thread 001' }))
    expect(dialog().getByText(/^With it go 3 statements, 4 links and 1 placed card\./)).toBeTruthy()
    expect(store.getState().undoName).toBeNull()
    await userEvent.click(dialog().getByRole('button', { name: 'Remove' }))
    expect([...store.getState().debate.sources.keys()]).toEqual(['002'])
    act(() => store.getState().notices.at(-1)?.action?.run())
    expect(store.getState().debate.statements).toEqual(sampleDebate.statements)
  })
})
