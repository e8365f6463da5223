import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Dialogs, type DialogsProps } from '../../src/dialogs/Dialogs'
import type { MapEntry } from '../../src/dialogs/MapsDialog'
import type { Debate } from '../../src/model/debate'
import type { Dialog } from '../../src/store/sessionSlice'
import { claim, debateWith, sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

const dialog = () => within(screen.getByRole('dialog'))

function showing(
  kind: Exclude<Dialog['kind'], 'addStatement' | 'editPosition'>,
  props: Partial<DialogsProps> = {},
) {
  const store = storeOf(sampleDebate)
  store.getState().showDialog({ kind })
  renderWith(
    store,
    <Dialogs
      map="m1"
      library={{ maps: async () => [], remove: async () => null, problem: null }}
      readCorpus={async () => sampleDebate}
      readTexts={async () => []}
      onOpenAsNew={async () => {}}
      onOpenMap={async () => {}}
      {...props}
    />,
  )
  return store
}

describe('the maps of this browser', () => {
  function libraryOf(...titles: string[]) {
    let maps: MapEntry[] = titles.map((title, at) => ({
      id: `m${at + 1}`,
      title,
      createdAt: `2026-11-1${at}T09:00:00Z`,
      updatedAt: '2026-11-20T09:00:00Z',
    }))
    return {
      maps: async () => maps,
      remove: async (id: string) => {
        maps = maps.filter((map) => map.id !== id)
        return null
      },
      problem: null,
    }
  }

  it('are opened', async () => {
    const onOpenMap = vi.fn(async () => {})
    showing('maps', { library: libraryOf('A sample debate', 'Another'), onOpenMap })
    await userEvent.click(await dialog().findByRole('button', { name: 'Open Another' }))
    expect(onOpenMap).toHaveBeenCalledWith('m2')
  })

  it('are told apart where they have the same title', async () => {
    const library = libraryOf('A sample debate', 'A sample debate', 'A sample debate')
    showing('maps', { library })
    const buttons = await dialog().findAllByRole('button', { name: 'Open A sample debate' })
    const says = buttons.map(
      (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
    )
    expect(says[0]).toMatch(/^made 11 November 2026.*, changed 20 November 2026/)
    expect(says[1]).toMatch(/^made 12 November 2026/)
    const [open, ...others] = dialog()
      .getAllByRole('listitem')
      .map((one) => one.textContent)
    expect(open).toContain('Open now, 6 statements')
    expect(others.join()).not.toContain('Open now')
  })

  it('are deleted only after a second word, and never the one that is open', async () => {
    showing('maps', { library: libraryOf('A sample debate', 'Another') })
    await userEvent.click(await dialog().findByRole('button', { name: 'Delete Another' }))
    expect(dialog().getByText('This cannot be undone.')).toBeTruthy()
    expect(dialog().queryByRole('button', { name: 'Delete A sample debate' })).toBeNull()
    await userEvent.click(dialog().getByRole('button', { name: 'Delete for good' }))
    expect(await dialog().findByText(/There is no other map/)).toBeTruthy()
  })

  it('say why one could not be deleted', async () => {
    const library = { ...libraryOf('A', 'B'), remove: async () => 'Another tab holds it.' }
    showing('maps', { library })
    await userEvent.click(await dialog().findByRole('button', { name: 'Delete B' }))
    await userEvent.click(dialog().getByRole('button', { name: 'Delete for good' }))
    expect((await dialog().findByRole('alert')).textContent).toBe('Another tab holds it.')
  })

  it('are renamed where they are open, and Esc keeps what was written', async () => {
    const store = showing('maps')
    await userEvent.clear(dialog().getByRole('textbox', { name: 'Title of this map' }))
    await userEvent.keyboard('Who schemes?{Escape}')
    expect(store.getState().debate.about.title).toBe('Who schemes?')
    expect(store.getState().dialog).toBeNull()
  })
})

describe('starting over', () => {
  const fresh = debateWith({ title: 'Read anew', statements: [claim('c1', 'It works.')] })

  it('says what goes, and what one undo brings back', () => {
    showing('startOver')
    expect(dialog().getByText(/Your own work goes with it: 1 statement, 3 links, 3 sides, 1 note/))
    expect(dialog().getByText(/One undo brings it back as it is now, with 2 positions, 6 statem/))
  })

  it('replaces the map in one step that can be undone', async () => {
    const store = showing('startOver', { readCorpus: async () => fresh })
    await userEvent.click(dialog().getByRole('button', { name: 'Start over' }))
    await vi.waitFor(() => expect(store.getState().debate.about.title).toBe('Read anew'))
    expect(screen.queryByRole('dialog')).toBeNull()
    act(() => store.getState().undo())
    expect(store.getState().debate.statements.size).toBe(6)
    expect(store.getState().debate.annotations.size).toBe(1)
  })

  it('changes nothing where the texts cannot be read', async () => {
    const readCorpus = () => Promise.reject(new Error('The texts could not be read.'))
    const store = showing('startOver', { readCorpus })
    await userEvent.click(dialog().getByRole('button', { name: 'Start over' }))
    const alert = await dialog().findByRole('alert')
    expect(alert.textContent).toBe('The texts could not be read. Nothing was changed.')
    expect(store.getState().undoName).toBeNull()
  })

  it('is called off by closing the dialog while the texts are read', async () => {
    let finish: (debate: Debate) => void = () => {}
    const readCorpus = () => new Promise<Debate>((resolve) => (finish = resolve))
    const store = showing('startOver', { readCorpus })
    await userEvent.click(dialog().getByRole('button', { name: 'Start over' }))
    await userEvent.keyboard('{Escape}')
    await act(async () => finish(fresh))
    expect(store.getState().debate.about.title).toBe('A sample debate')
  })
})

describe('the other dialogs', () => {
  it('list the keys', () => {
    showing('keys')
    expect(dialog().getByText('Add a rebuttal').nextElementSibling?.textContent).toBe('R')
  })

  it('tell of the map, its texts, and what the parser cannot know', () => {
    showing('about')
    expect(screen.getByRole('dialog', { name: 'A sample debate' })).toBeTruthy()
    expect(dialog().getByText('Thread 001')).toBeTruthy()
    expect(dialog().getByRole('heading', { name: 'What the parser cannot know' })).toBeTruthy()
  })

  it('are closed by Esc', async () => {
    const store = showing('about')
    await userEvent.keyboard('{Escape}')
    expect(store.getState().dialog).toBeNull()
  })
})
