import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Source } from '../../src/model/debate'
import { PickedWords } from '../../src/reader/PickedWords'
import { debateWith, sampleDebate, source } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

/** A page with the words of a text in runs, between numbers and buttons that belong to none. */
function Page({ source: from }: { source: Source }) {
  const page = useRef<HTMLDivElement>(null)
  const { text = '' } = from
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div ref={page} tabIndex={-1} role="group" aria-label="The text">
        {from.passages.map(({ id, start, end }) => {
          const middle = start + Math.floor((end - start) / 2)
          return (
            <p key={id} data-row={id}>
              <small>Turn 1</small>
              <span data-from={start}>{text.slice(start, middle)}</span>
              <button type="button">7</button>
              <span data-from={middle}>{text.slice(middle, end)}</span>
            </p>
          )
        })}
      </div>
      <PickedWords places={{ page, list: { current: null }, rows: [] }} source={from} />
    </>
  )
}

const [post, thread] = [...sampleDebate.sources.values()] as [Source, Source]

function reading(from = thread, debate = sampleDebate) {
  const store = storeOf(debate)
  renderWith(store, <Page source={from} />)
  return store
}

/** The place of an offset of the text on the page: a text node, and an offset in it. */
function place(offset: number): [Node, number] {
  for (const run of document.querySelectorAll<HTMLElement>('[data-from]')) {
    const from = Number(run.dataset.from)
    const words = run.firstChild as Text
    if (offset >= from && offset <= from + words.length) return [words, offset - from]
  }
  throw new RangeError(`Nothing on the page shows offset ${offset}`)
}

/** Draws a selection with the mouse from one offset of the text to another. */
async function drag(from: number, to: number, options: { altKey?: boolean } = {}) {
  const page = screen.getByRole('group', { name: 'The text' })
  fireEvent.pointerDown(page, { button: 0 })
  document.getSelection()?.setBaseAndExtent(...place(from), ...place(to))
  fireEvent.pointerUp(page, { button: 0, ...options })
  await act(() => new Promise((done) => setTimeout(done, 20)))
}
const dragOver = (words: string, options?: { altKey?: boolean }) => {
  const start = (thread.text ?? '').indexOf(words)
  return drag(start, start + words.length, options)
}
const bar = () => within(screen.getByRole('toolbar'))
const pickedWords = (store: ReturnType<typeof storeOf>, from = thread) => {
  const { picked } = store.getState()
  return picked && from.text?.slice(picked.start, picked.end)
}

afterEach(() => document.getSelection()?.removeAllRanges())

describe('selecting words with the mouse', () => {
  it('picks whole words, over numbers and buttons, in either direction', async () => {
    const store = reading()
    await dragOver('an also keep a ba')
    expect(pickedWords(store)).toBe('can also keep a bad')
    await drag(38, 8)
    expect(pickedWords(store)).toBe('order is not given. Gradients can')
  })

  it('picks just what is selected while Alt is held', async () => {
    const store = reading()
    await dragOver('an also keep a ba', { altKey: true })
    expect(pickedWords(store)).toBe('an also keep a ba')
  })

  it('picks over paragraphs, with what stands between', async () => {
    const store = reading()
    await dragOver('bad goal.\n\nWhy')
    expect(pickedWords(store)).toBe('bad goal.\n\nWhy')
  })

  it('lets go of them at a click', async () => {
    const store = reading()
    await dragOver('bad goal')
    await drag(3, 3)
    expect(store.getState().picked).toBeNull()
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  it('picks nothing beside the page', async () => {
    const store = reading()
    document.getSelection()?.selectAllChildren(document.body.appendChild(new Image()))
    await act(() => new Promise((done) => setTimeout(done, 300)))
    expect(store.getState().picked).toBeNull()
  })
})

describe('what can be made of picked words', () => {
  it('says how many they are, and which statements rest on them', async () => {
    const store = reading()
    await drag(0, 70)
    expect(screen.getByRole('toolbar', { name: '14 words picked' })).toBeTruthy()
    expect(bar().getByText(/^2 statements are made from these words/)).toBeTruthy()
    await userEvent.click(bar().getByRole('button', { name: '“That order is not given.”' }))
    expect(store.getState().selected).toEqual({ kind: 'statement', id: 'not-given' })
  })

  it('opens the form of a claim with them', async () => {
    const store = reading()
    await dragOver('Gradients can also keep a bad goal.')
    await userEvent.click(bar().getByRole('button', { name: 'Make a claim from these words' }))
    expect(store.getState().dialog).toEqual({
      kind: 'addStatement',
      words: { source: '002', start: 25, end: 60 },
    })
  })

  it('rebuts, supports and quotes only for a statement that is selected, and says so', async () => {
    const store = reading()
    await dragOver('Gradients can also keep a bad goal.')
    const rebut = bar().getByRole('button', { name: /^Rebut/ })
    expect(rebut.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(rebut)
    expect(store.getState().notices.at(-1)?.text).toMatch(/^Select the statement to rebut first/)

    act(() => store.getState().select({ kind: 'statement', id: 'gradual' }))
    await userEvent.click(
      bar().getByRole('button', {
        name: 'Rebut “Gradients shape goals gradually.” with these words',
      }),
    )
    expect(store.getState().dialog).toMatchObject({
      answers: { id: 'gradual' },
      link: 'rebuts',
      words: { source: '002' },
    })
  })

  it('adds them to the quotes of the selected statement', async () => {
    const store = reading()
    act(() => store.getState().select({ kind: 'statement', id: 'not-given' }))
    await dragOver('Gradients can also keep a bad goal.')
    await userEvent.keyboard('q')
    const quotes = () => store.getState().debate.statements.get('not-given')?.quotes
    expect(quotes()?.map(({ exact }) => exact)).toEqual([
      'That order is not given.',
      'Gradients can also keep a bad goal.',
    ])
    expect(store.getState().picked).toBeNull()
    expect(store.getState().undoName).toBe('add quote from text 002')
    act(() => store.getState().undo())
    expect(quotes()).toHaveLength(1)
  })

  it('walks its buttons with the arrow keys', async () => {
    reading()
    await dragOver('bad goal')
    bar()
      .getByRole('button', { name: /^Make a claim/ })
      .focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Support/)
  })

  it('warns of a quotation, and takes the words where they first stand', async () => {
    const [spoken, asked] = thread.passages
    const quoting = source('003', 'Why would a model wait?\n\nBecause it can.')
    const [quoted, own] = quoting.passages
    const copies = {
      ...quoting,
      passages: [{ ...quoted, role: 'quotation', copyOf: asked?.id }, own],
    } as Source
    expect(spoken && asked).toBeTruthy()
    const store = reading(copies, debateWith({ sources: [post, thread, copies] }))
    await drag(0, 23)
    expect(bar().getByText(/These words are quoted from text 002, turn 1\./)).toBeTruthy()
    await userEvent.click(bar().getByRole('button', { name: 'Use them where they first stand' }))
    expect(pickedWords(store)).toBe('Why would a model wait?')
    expect(store.getState().reading).toBe('002')
  })
})

describe('picking by keyboard alone', () => {
  const begin = async () => {
    const store = reading()
    screen.getByRole('group', { name: 'The text' }).focus()
    await userEvent.keyboard('v')
    return store
  }
  const told = () => screen.getByText(/picked: |Let go/).textContent

  it('takes the sentence, and tells it', async () => {
    const store = await begin()
    expect(pickedWords(store)).toBe('That order is not given.')
    expect(told()).toBe('5 words picked: “That order is not given.”')
  })

  it('moves its end by words and sentences, and with Shift its start', async () => {
    const store = await begin()
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}{Shift>}{ArrowDown}{ArrowRight}{/Shift}')
    expect(pickedWords(store)).toBe('can also keep a bad goal')
    expect(told()).toBe('6 words picked: “can also keep a bad goal”')
  })

  it('goes to the bar with Enter and lets go with Escape', async () => {
    const store = await begin()
    await userEvent.keyboard('{Enter}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Make a claim from these words')
    await userEvent.keyboard('{Escape}')
    expect(store.getState().picked).toBeNull()
    expect(told()).toBe('Let go of the words.')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('The text')
  })

  it('makes a claim of them with N', async () => {
    const store = await begin()
    await userEvent.keyboard('n')
    expect(store.getState().dialog).toMatchObject({ kind: 'addStatement', words: { start: 0 } })
  })

  it('leaves the arrows alone where nothing was picked by keyboard', async () => {
    const store = reading()
    screen.getByRole('group', { name: 'The text' }).focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(store.getState().picked).toBeNull()
  })
})
