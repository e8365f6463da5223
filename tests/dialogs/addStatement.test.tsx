import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { AddStatementDialog } from '../../src/dialogs/AddStatementDialog'
import type { AddWish } from '../../src/dialogs/addForm'
import { useDebate } from '../../src/store'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

/** The form as long as the store says that it is open. */
function Form() {
  const dialog = useDebate((state) => state.dialog)
  const showDialog = useDebate((state) => state.showDialog)
  if (dialog?.kind !== 'addStatement') return null
  return <AddStatementDialog wish={dialog} onClose={() => showDialog(null)} />
}

function asking(wish: Omit<AddWish, 'kind'> = {}) {
  const store = storeOf(sampleDebate)
  store.getState().showDialog({ kind: 'addStatement', ...wish })
  renderWith(store, <Form />)
  return store
}
const form = () => within(screen.getByRole('dialog'))
const words = () => form().getByRole<HTMLTextAreaElement>('textbox', { name: 'What it says' })
const choice = (name: string) => form().getByRole<HTMLSelectElement>('combobox', { name }).value
const added = (store: ReturnType<typeof storeOf>) => {
  const { debate, selected } = store.getState()
  const statement = debate.statements.get(selected?.id ?? '')
  const by = (records: Iterable<{ from?: string; statement?: string }>) =>
    [...records].find((one) => (one.from ?? one.statement) === selected?.id)
  return { statement, link: by(debate.relations.values()), stance: by(debate.stances.values()) }
}

const rebuttal: Omit<AddWish, 'kind'> = {
  answers: { kind: 'statement', id: 'goal-first' },
  link: 'rebuts',
}

describe('adding a statement', () => {
  beforeEach(() => sessionStorage.clear())

  it('starts where one writes, and adds a claim', async () => {
    const store = asking()
    expect(screen.getByRole('dialog', { name: 'Add a statement' })).toBeTruthy()
    expect(document.activeElement).toBe(words())
    await userEvent.keyboard('Models plan ahead.')
    await userEvent.click(form().getByRole('button', { name: 'Add to this map' }))
    expect(added(store).statement).toMatchObject({
      kind: 'claim',
      text: 'Models plan ahead.',
      madeBy: 'person',
    })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('opens as a rebuttal of what it answers, on the other side', async () => {
    const store = asking(rebuttal)
    expect(screen.getByRole('dialog', { name: 'Add a rebuttal' })).toBeTruthy()
    expect(form().getByText(/^Models understand the goal/)).toBeTruthy()
    expect([choice('Kind'), choice('Position'), choice('Side')]).toEqual([
      'rebuttal',
      'property-ordering',
      'against',
    ])
    await userEvent.type(words(), 'They scheme first.{Control>}{Enter}{/Control}')
    expect(added(store)).toMatchObject({
      statement: { kind: 'rebuttal' },
      link: { kind: 'rebuts', to: 'goal-first' },
      stance: { position: 'property-ordering', stance: 'against' },
    })
  })

  it('opens as a support on the same side', () => {
    asking({ ...rebuttal, link: 'supports' })
    expect([choice('Kind'), choice('Side')]).toEqual(['claim', 'for'])
  })

  it('follows what it does with its kind and side, until a person says otherwise', async () => {
    asking(rebuttal)
    await userEvent.selectOptions(
      form().getByRole('combobox', { name: 'What it does' }),
      'concedes',
    )
    expect([choice('Kind'), choice('Side')]).toEqual(['concession', 'neutral'])
    await userEvent.selectOptions(form().getByRole('combobox', { name: 'Kind' }), 'question')
    await userEvent.selectOptions(form().getByRole('combobox', { name: 'What it does' }), 'rebuts')
    expect(choice('Kind')).toBe('question')
  })

  it('undercuts a link, which it tells in words', async () => {
    const store = asking({ answers: { kind: 'relation', id: 'r-goal' }, link: 'undercuts' })
    expect(screen.getByRole('dialog', { name: 'Add an undercut' })).toBeTruthy()
    expect(form().getByText(/“Models understand.*” supports “Deceptive/)).toBeTruthy()
    await userEvent.type(words(), 'One does not follow.{Control>}{Enter}{/Control}')
    expect(added(store).link).toMatchObject({ kind: 'undercuts', to: 'r-goal' })
  })

  it('opens on the side of a position it was asked for', () => {
    asking({ on: { position: 'prior-plausibility', side: 'against' } })
    expect([choice('Position'), choice('Side')]).toEqual(['prior-plausibility', 'against'])
  })

  it('stands on the open position, else on that of what it answers', () => {
    const store = asking(rebuttal)
    expect(choice('Position')).toBe('property-ordering')
    act(() => store.getState().openOnCanvas('prior-plausibility'))
    expect(choice('Position')).toBe('prior-plausibility')
    act(() => store.getState().showDialog({ kind: 'addStatement' }))
    expect(choice('Position')).toBe('prior-plausibility')
  })

  it('says where a statement on no position is found again', async () => {
    asking()
    const field = form().getByRole('combobox', { name: 'Position' })
    const hint = () =>
      document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent
    expect(hint()).toBe('On no position. You find it again under Statements on no position.')
    await userEvent.selectOptions(field, 'prior-plausibility')
    expect(hint()).toBeUndefined()
  })

  it('wants words', async () => {
    const store = asking()
    await userEvent.click(form().getByRole('button', { name: 'Add to this map' }))
    expect(form().getByText('A statement needs words.')).toBeTruthy()
    expect(store.getState().debate.statements.size).toBe(6)
  })

  it('says so when what it answers is gone, and can do without', async () => {
    const store = asking(rebuttal)
    await userEvent.type(words(), 'They scheme first.')
    act(() => store.getState().actions.deleteStatement('goal-first'))
    await userEvent.click(form().getByRole('button', { name: 'Add to this map' }))
    expect(form().getByText(/no longer in the map/)).toBeTruthy()
    await userEvent.click(form().getByRole('button', { name: 'Add it without the link' }))
    await userEvent.click(form().getByRole('button', { name: 'Add to this map' }))
    expect(added(store).statement?.text).toBe('They scheme first.')
  })

  it('keeps what was written when it is closed by accident', async () => {
    const store = asking(rebuttal)
    await userEvent.type(words(), 'They scheme{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    act(() => store.getState().showDialog({ kind: 'addStatement', ...rebuttal }))
    expect(words().value).toBe('They scheme')
  })

  it('lets go of it when that is asked for', async () => {
    const store = asking(rebuttal)
    await userEvent.type(words(), 'They scheme')
    await userEvent.click(form().getByRole('button', { name: 'Discard' }))
    act(() => store.getState().showDialog({ kind: 'addStatement', ...rebuttal }))
    expect(words().value).toBe('')
  })

  it('is linked to a statement that is picked from a list', async () => {
    const store = asking()
    await userEvent.type(words(), 'They scheme first.')
    await userEvent.click(form().getByRole('button', { name: 'Link it to a statement…' }))
    await userEvent.type(
      form().getByRole('combobox', { name: 'What it answers' }),
      'gradually{Enter}',
    )
    await userEvent.click(form().getByRole('button', { name: 'Add to this map' }))
    expect(added(store).link).toMatchObject({ kind: 'rebuts', to: 'gradual' })
  })

  it('is undone in one step', async () => {
    const store = asking(rebuttal)
    await userEvent.type(words(), 'They scheme first.{Control>}{Enter}{/Control}')
    act(() => store.getState().undo())
    const { statements, relations, stances } = store.getState().debate
    expect([statements.size, relations.size, stances.size]).toEqual([6, 4, 3])
  })
})
