import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Rail } from '../../src/app/Rail'
import { SaveIndicator } from '../../src/app/SaveIndicator'
import { TopBar } from '../../src/app/TopBar'
import { sampleDebate } from '../support/debate'
import { renderWith, savingSays, storeOf } from '../support/store'

describe('the save indicator', () => {
  it('says saved only while storage has said so', () => {
    const saving = savingSays({ status: 'saved' })
    renderWith(storeOf(sampleDebate, saving), <SaveIndicator onDownload={() => {}} />)
    expect(screen.getByText('Saved in this browser')).toBeTruthy()

    act(() => saving.say({ status: 'editing' }))
    expect(screen.queryByText('Saved in this browser')).toBeNull()
    expect(screen.getByText('Editing')).toBeTruthy()

    act(() => saving.say({ status: 'unsaved', problem: 'The storage is full.' }))
    expect(screen.queryByText('Saved in this browser')).toBeNull()
    expect(screen.getByRole('alert').textContent).toContain('The storage is full.')
  })

  it('offers a copy where nothing is kept', async () => {
    let asked = 0
    const saving = savingSays({ status: 'unsaved', problem: 'The storage is full.' })
    renderWith(storeOf(sampleDebate, saving), <SaveIndicator onDownload={() => asked++} />)
    await userEvent.click(screen.getByRole('button', { name: 'Download a copy' }))
    expect(asked).toBe(1)
  })
})

describe('the top bar', () => {
  it('names what undo and redo would do, and does it', async () => {
    const store = storeOf(sampleDebate)
    const heard: string[] = []
    renderWith(store, <TopBar isPhone={false} announce={(text) => heard.push(text)} />)
    const nothing = screen.getByRole('button', { name: 'Nothing to undo' })
    expect(nothing.getAttribute('aria-disabled')).toBe('true')

    act(() => store.getState().actions.reword('gradual', 'Gradients go slowly.'))
    await userEvent.click(screen.getByRole('button', { name: 'Undo: reword claim' }))
    expect(store.getState().debate.statements.get('gradual')?.text).toMatch(/^Gradients shape/)
    await userEvent.click(screen.getByRole('button', { name: 'Redo: reword claim' }))
    expect(store.getState().debate.statements.get('gradual')?.text).toBe('Gradients go slowly.')
    expect(heard).toEqual(['Undone: reword claim.', 'Redone: reword claim.'])
  })

  it('says whether there is anything to go back or forward to', () => {
    const store = storeOf(sampleDebate)
    renderWith(store, <TopBar isPhone={false} announce={() => {}} />)
    const back = screen.getByRole('button', { name: 'Nothing to go back to' })
    expect(back.getAttribute('aria-disabled')).toBe('true')
    act(() => store.getState().setTrail({ at: 1, last: 2 }))
    expect(screen.getByRole('button', { name: 'Back' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Forward' })).toBeTruthy()
  })

  it('opens the reader at the words of what is selected', async () => {
    const store = storeOf(sampleDebate)
    renderWith(store, <TopBar isPhone={false} announce={() => {}} />)
    act(() => store.getState().select({ kind: 'statement', id: 'not-given' }))
    await userEvent.click(screen.getByRole('button', { name: 'Reader' }))
    expect(store.getState()).toMatchObject({ panes: 'both', reading: '002' })
    expect(store.getState().readingGoal?.span.start).toBe(0)
  })

  it('opens the export from the bar', async () => {
    const store = storeOf(sampleDebate)
    renderWith(store, <TopBar isPhone={false} announce={() => {}} />)
    await userEvent.click(screen.getByRole('button', { name: 'Export' }))
    expect(store.getState().dialog).toEqual({ kind: 'export' })
  })
})

const rows = () => screen.getAllByRole('button', { name: /for, \d+ against$/ })

describe('the list of positions', () => {
  it('counts what stands for and against', () => {
    renderWith(storeOf(sampleDebate), <Rail />)
    expect(screen.getByRole('button', { name: 'Property ordering, 1 for, 1 against' })).toBeTruthy()
  })

  it('is narrowed by what is typed, and widened by Escape', async () => {
    renderWith(storeOf(sampleDebate), <Rail />)
    await userEvent.type(screen.getByRole('searchbox'), 'prior')
    expect(rows().length).toBe(1)
    await userEvent.keyboard('{Escape}')
    expect(rows().length).toBe(2)
  })

  it('names the statements that stand on no position, and shows one that is chosen', async () => {
    const store = storeOf(sampleDebate)
    renderWith(store, <Rail />)
    await userEvent.click(screen.getByText('3 statements on no position'))
    await userEvent.click(
      screen.getByRole('button', { name: /^Question: ?Why would a model wait/ }),
    )
    expect(store.getState().selected).toEqual({ kind: 'statement', id: 'why-wait' })
  })
})
