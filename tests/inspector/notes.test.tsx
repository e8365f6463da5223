import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Inspector } from '../../src/inspector/Inspector'
import type { Id } from '../../src/model/schema'
import { sampleDebate } from '../support/debate'
import { renderWith, savingSays, shelf, storeOf } from '../support/store'

function inspecting(id: Id, settings: Record<string, string> = {}) {
  const store = storeOf(sampleDebate, savingSays({ status: 'saved' }), shelf(settings))
  store.getState().select({ kind: 'statement', id })
  renderWith(store, <Inspector onClose={() => {}} />)
  return store
}
const notes = () => within(screen.getByRole('region', { name: 'Notes' }))
const words = () => notes().getByRole('textbox', { name: 'Note' })
const invitation = { name: /^Nothing noted here yet/ }

describe('notes', () => {
  beforeEach(() => sessionStorage.clear())

  it('are shown as Markdown, with who wrote them', () => {
    inspecting('not-given')
    const note = within(notes().getByRole('article'))
    expect(note.getByText('evidence').tagName).toBe('EM')
    expect(note.getByText(/^Ada,/)).toBeTruthy()
  })

  it('invite where there is none', () => {
    inspecting('gradual')
    expect(notes().getByRole('button', invitation)).toBeTruthy()
  })

  it('are written with tags and a name that is remembered', async () => {
    const store = inspecting('gradual')
    await userEvent.keyboard('a')
    expect(document.activeElement).toBe(words())
    await userEvent.keyboard('Only **half** of it.')
    await userEvent.type(notes().getByRole('combobox', { name: 'Tags' }), 'crux,')
    await userEvent.type(notes().getByRole('textbox', { name: 'Signed' }), 'Grace')
    await userEvent.click(notes().getByRole('button', { name: 'Save' }))

    const note = [...store.getState().debate.annotations.values()].find(
      (one) => one.target === 'gradual',
    )
    expect(note).toMatchObject({ body: 'Only **half** of it.', tags: ['crux'], author: 'Grace' })
    expect(store.getState().author).toBe('Grace')
    expect(notes().getByText('half').tagName).toBe('STRONG')
    expect(screen.getByText('Note saved.')).toBeTruthy()
  })

  it('are signed with the name that was given last', async () => {
    inspecting('gradual', { author: 'Grace' })
    await userEvent.click(notes().getByRole('button', invitation))
    expect(notes().getByRole<HTMLInputElement>('textbox', { name: 'Signed' }).value).toBe('Grace')
  })

  it('are saved by Ctrl and Enter', async () => {
    const store = inspecting('gradual')
    await userEvent.click(notes().getByRole('button', invitation))
    await userEvent.type(words(), 'Yes.{Control>}{Enter}{/Control}')
    expect([...store.getState().debate.annotations.values()].map(({ body }) => body)).toContain(
      'Yes.',
    )
  })

  it('want words', async () => {
    const store = inspecting('gradual')
    await userEvent.click(notes().getByRole('button', invitation))
    await userEvent.click(notes().getByRole('button', { name: 'Save' }))
    expect(notes().getByText('A note needs words.')).toBeTruthy()
    expect(store.getState().debate.annotations.size).toBe(1)
  })

  it('are never lost by Esc', async () => {
    inspecting('gradual')
    await userEvent.click(notes().getByRole('button', invitation))
    await userEvent.type(words(), 'Half a thought{Escape}')
    expect(notes().queryByRole('textbox')).toBeNull()
    await userEvent.click(notes().getByRole('button', { name: 'Go on writing' }))
    expect((words() as HTMLTextAreaElement).value).toBe('Half a thought')
  })

  it('are never lost by turning to another statement', async () => {
    const store = inspecting('gradual')
    await userEvent.click(notes().getByRole('button', invitation))
    await userEvent.type(words(), 'Half a thought')
    act(() => store.getState().select({ kind: 'statement', id: 'unlikely' }))
    expect(notes().queryByText(/not finished/)).toBeNull()
    act(() => store.getState().select({ kind: 'statement', id: 'gradual' }))
    expect(notes().getByText(/not finished/)).toBeTruthy()
  })

  it('are let go of only when that is asked for', async () => {
    inspecting('gradual')
    await userEvent.click(notes().getByRole('button', invitation))
    await userEvent.type(words(), 'Half a thought')
    await userEvent.click(notes().getByRole('button', { name: 'Discard' }))
    expect(notes().getByRole('button', invitation)).toBeTruthy()
  })

  it('show as they will look before they are saved', async () => {
    inspecting('gradual')
    await userEvent.click(notes().getByRole('button', invitation))
    await userEvent.type(words(), '**Look** <img src=x>')
    await userEvent.click(notes().getByRole('tab', { name: 'Preview' }))
    const preview = notes().getByRole('tabpanel', { name: 'Preview' })
    expect(within(preview).getByText('Look').tagName).toBe('STRONG')
    expect(preview.querySelector('img')).toBeNull()
  })

  it('are edited, and say so', async () => {
    const store = inspecting('not-given')
    await userEvent.click(notes().getByRole('button', { name: 'More about this note' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Edit' }))
    await userEvent.type(words(), ' Soon.')
    await userEvent.click(notes().getByRole('button', { name: 'Save' }))
    expect(store.getState().debate.annotations.get('a-1')?.body).toBe(
      'Ask for the *evidence*. Soon.',
    )
    expect(notes().getByText(', edited')).toBeTruthy()
  })

  it('are deleted with a way back', async () => {
    const store = inspecting('not-given')
    await userEvent.click(notes().getByRole('button', { name: 'More about this note' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }))
    expect(store.getState().debate.annotations.size).toBe(0)
    act(() => store.getState().notices.at(-1)?.action?.run())
    expect(notes().getByRole('article')).toBeTruthy()
  })

  it('keep the focus: on what was saved, and where one writes after deleting or letting go', async () => {
    inspecting('gradual')
    await userEvent.click(notes().getByRole('button', invitation))
    await userEvent.type(words(), 'Yes.{Control>}{Enter}{/Control}')
    expect(document.activeElement).toBe(notes().getByRole('article'))

    await userEvent.click(notes().getByRole('button', { name: 'More about this note' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Edit' }))
    await userEvent.type(words(), '{Escape}')
    expect(document.activeElement).toBe(notes().getByRole('article'))

    await userEvent.click(notes().getByRole('button', { name: 'More about this note' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }))
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(notes().getByRole('button', invitation)),
    )
    await userEvent.keyboard('{Enter}Half a thought{Escape}')
    expect(document.activeElement?.textContent).toBe('Go on writing')
    await userEvent.click(notes().getByRole('button', { name: 'Discard' }))
    expect(document.activeElement).toBe(notes().getByRole('button', invitation))
  })

  it('are not opened by an a that is typed elsewhere', async () => {
    inspecting('goal-first')
    await userEvent.keyboard('{F2}')
    await userEvent.keyboard('a')
    expect(notes().queryByRole('textbox')).toBeNull()
  })
})
