import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { AddStatementDialog } from '../../src/dialogs/AddStatementDialog'
import type { AddWish } from '../../src/dialogs/addForm'
import type { Debate, Source } from '../../src/model/debate'
import type { SourceSpan } from '../../src/model/schema'
import { useDebate } from '../../src/store'
import { debateWith, sampleDebate, source, thread } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

/** The form as long as the store says that it is open. */
function Form() {
  const dialog = useDebate((state) => state.dialog)
  const showDialog = useDebate((state) => state.showDialog)
  if (dialog?.kind !== 'addStatement') return null
  return <AddStatementDialog wish={dialog} onClose={() => showDialog(null)} />
}

const wordsIn = (from: Source, words: string): SourceSpan => {
  const start = (from.text ?? '').indexOf(words)
  return { source: from.id, start, end: start + words.length }
}
const keep = wordsIn(thread, 'Gradients can also keep a bad goal.')

function asking(wish: Omit<AddWish, 'kind'>, debate: Debate = sampleDebate) {
  const store = storeOf(debate)
  const { pick, showDialog } = store.getState()
  if (wish.words) pick(wish.words)
  showDialog({ kind: 'addStatement', ...wish })
  renderWith(store, <Form />)
  return store
}
const form = () => within(screen.getByRole('dialog'))
const says = () => form().getByRole<HTMLTextAreaElement>('textbox', { name: 'What it says' })
const choice = (name: string) => form().getByRole<HTMLSelectElement>('combobox', { name }).value
const add = () => userEvent.click(form().getByRole('button', { name: 'Add to this map' }))
const newest = (store: ReturnType<typeof storeOf>) =>
  store.getState().debate.statements.get(store.getState().selected?.id ?? '')

describe('the form of a statement from words', () => {
  beforeEach(() => sessionStorage.clear())

  it('shows the words in their place, and where that is', () => {
    asking({ words: keep })
    expect(screen.getByRole('dialog', { name: 'Add a statement from the text' })).toBeTruthy()
    const marked = form().getByText('Gradients can also keep a bad goal.', { selector: 'mark' })
    expect(marked.parentElement?.textContent).toBe(
      '…That order is not given. Gradients can also keep a bad goal.\n\nWhy would a model wait?…',
    )
    expect(form().getByText('Text 002, turn 1, Thread 002')).toBeTruthy()
  })

  it('proposes the sentence that says most as its headline, which stays editable', async () => {
    const long = source(
      '005',
      'For example, the yard was shut. So the bridge must close before the frost. See you there.',
    )
    const store = asking({ words: wordsIn(long, long.text ?? '') }, debateWith({ sources: [long] }))
    expect(says().value).toBe('So the bridge must close before the frost.')
    await userEvent.clear(says())
    await userEvent.type(says(), 'Bridges close early.')
    await add()
    expect(newest(store)).toMatchObject({
      text: 'Bridges close early.',
      quotes: [{ exact: long.text, prefix: '', suffix: '' }],
    })
  })

  it('proposes the kind that the words show', async () => {
    asking({ words: wordsIn(thread, 'Why would a model wait?') })
    expect(choice('Kind')).toBe('question')
    expect(form().getByText('As the parser reads these words.')).toBeTruthy()
  })

  it('adds a rebuttal with its quote, link and side in one step, and lets go of the words', async () => {
    const store = asking({
      words: keep,
      answers: { kind: 'statement', id: 'goal-first' },
      link: 'rebuts',
    })
    expect([choice('Kind'), choice('Position'), choice('Side')]).toEqual([
      'rebuttal',
      'property-ordering',
      'against',
    ])
    await add()
    expect(newest(store)).toMatchObject({
      kind: 'rebuttal',
      text: 'Gradients can also keep a bad goal.',
      quotes: [{ ...keep, prefix: 'That order is not given. ' }],
    })
    expect(store.getState().undoName).toBe('add rebuttal from text 002')
    expect(store.getState().picked).toBeNull()
    act(() => store.getState().undo())
    const { statements, relations, stances } = store.getState().debate
    expect([statements.size, relations.size, stances.size]).toEqual([6, 4, 3])
  })

  it('stands on the position of the statement it is read beside, on no side', () => {
    const store = storeOf(sampleDebate)
    store.getState().select({ kind: 'statement', id: 'not-given' })
    store.getState().showDialog({ kind: 'addStatement', words: keep })
    renderWith(store, <Form />)
    expect([choice('Position'), choice('Side')]).toEqual(['property-ordering', 'neutral'])
  })

  it('warns of a quotation, and takes the words where they first stand', async () => {
    const quoting = source('003', 'Why would a model wait?\n\nBecause it can.')
    const [quoted, own] = quoting.passages
    const asked = thread.passages[1]
    const copies = {
      ...quoting,
      passages: [{ ...quoted, role: 'quotation', copyOf: asked?.id }, own],
    } as Source
    const store = asking(
      { words: wordsIn(copies, 'would a model wait?') },
      debateWith({ sources: [thread, copies] }),
    )
    expect(form().getByText(/These words are quoted from text 002, turn 1\./)).toBeTruthy()
    await userEvent.click(form().getByRole('button', { name: 'Use them where they first stand' }))
    expect(form().queryByText(/These words are quoted/)).toBeNull()
    await add()
    expect(newest(store)?.quotes).toMatchObject([wordsIn(thread, 'would a model wait?')])
  })

  it('makes nothing of the words of two people', async () => {
    const two = source('006', 'Sand is cheap.\n\nGrit is better.')
    const [first, second] = two.passages
    const talk = {
      ...two,
      turns: [...two.turns, { id: '006/t2', speaker: null, replyTo: '006/t1' }],
      passages: [first, { ...second, turn: '006/t2' }],
    } as Source
    const store = asking(
      { words: { source: '006', start: 0, end: 31 } },
      debateWith({ sources: [talk] }),
    )
    await add()
    expect(store.getState().debate.statements.size).toBe(0)
    await userEvent.click(form().getByRole('button', { name: 'Only those of turn 2' }))
    await add()
    expect(newest(store)?.quotes[0]?.exact).toBe('Grit is better.')
  })
})

describe('a note on words', () => {
  beforeEach(() => sessionStorage.clear())
  const note = () => form().getByRole('textbox', { name: 'Note' })

  it('comes with a statement made from them, in one step', async () => {
    const store = asking({ words: keep, note: true })
    expect(document.activeElement).toBe(note())
    await userEvent.type(note(), 'Is there a case of it?')
    await userEvent.type(form().getByRole('textbox', { name: 'Signed' }), 'a reader')
    await add()
    const [annotation] = [...store.getState().debate.annotations.values()].filter(
      ({ target }) => target === newest(store)?.id,
    )
    expect(annotation).toMatchObject({ body: 'Is there a case of it?', author: 'a reader' })
    expect(store.getState().undoName).toBe('add claim with a note from text 002')
    expect(store.getState().author).toBe('a reader')
  })

  it('goes on the statement that rests on the words already, unless another is wanted', async () => {
    const words = wordsIn(thread, 'order is not given')
    const store = asking({ words, note: true })
    expect(choice('On')).toBe('not-given')
    expect(form().queryByRole('textbox', { name: 'What it says' })).toBeNull()
    await userEvent.type(note(), 'Given by whom?')
    await add()
    expect(store.getState().debate.statements.size).toBe(6)
    expect(
      [...store.getState().debate.annotations.values()].some(
        ({ target, body }) => target === 'not-given' && body === 'Given by whom?',
      ),
    ).toBe(true)
  })

  it('needs words', async () => {
    const store = asking({ words: keep, note: true })
    await add()
    expect(form().getByText('A note needs words.')).toBeTruthy()
    expect(store.getState().debate.statements.size).toBe(6)
  })
})
