import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Coverage } from '../../src/reader/Coverage'
import { ReaderFoot } from '../../src/reader/ReaderFoot'
import { readUnmapped } from '../../src/reader/unmapped'
import { claim, debateWith, quote, source } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

const plain = source(
  '001',
  'Snow closes the line each winter.\n\nA plough would keep it open.\n\nPloughs cost money.\n\nWho pays?',
)
const thread = {
  ...plain,
  turns: ['t1', 't2', 't3'].map((id) => ({ id, speaker: null, replyTo: null })),
  passages: plain.passages.map((passage, at) => ({
    ...passage,
    turn: ['t1', 't2', 't2', 't3'][at] ?? 't3',
  })),
}
const snow = claim(
  'snow',
  'Snow closes the line.',
  quote(plain, 'Snow closes the line each winter.'),
)
const debate = debateWith({ sources: [thread], statements: [snow] })

function foot(of = debate) {
  const store = storeOf(of)
  store.getState().read('001')
  renderWith(store, <ReaderFoot source={of.sources.get('001') ?? thread} />)
  return store
}

describe('how much of a text is in the map', () => {
  it('says so in one figure, and by turn', async () => {
    const store = foot()
    const figure = screen.getByRole('button', { name: '35 % of the words are in the map' })
    await userEvent.click(figure)
    expect(screen.getByRole('dialog', { name: 'In the map, by turn' }).textContent).toContain(
      '6 of 17 words of speech',
    )
    await userEvent.click(screen.getByRole('button', { name: /^Turn 3 ?0 % of 2 words$/ }))
    expect(store.getState().readingGoal?.span).toMatchObject(quoteOf('Who pays?'))
  })

  it('reads one unmapped passage after the other, and says which', async () => {
    const store = foot()
    const next = screen.getByRole('button', { name: 'Next unmapped passage' })
    expect(screen.getByRole('status').textContent).toBe('3 unmapped passages')
    await userEvent.click(next)
    expect(screen.getByRole('status').textContent).toBe('Unmapped passage 1 of 3, turn 2')
    expect(store.getState().readingGoal?.span).toMatchObject(
      quoteOf('A plough would keep it open.'),
    )
    await userEvent.click(next)
    await userEvent.click(next)
    expect(screen.getByRole('status').textContent).toBe('Unmapped passage 3 of 3, turn 3')
    await userEvent.click(next)
    expect(store.getState().notices.at(-1)?.text).toBe(
      'No unmapped passage comes after this place.',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Unmapped passage before' }))
    expect(screen.getByRole('status').textContent).toBe('Unmapped passage 2 of 3, turn 2')
  })

  it('goes on from what is in view when one has read elsewhere since', async () => {
    const store = foot()
    act(() => readUnmapped(store, 1))
    const { start } = quoteOf('Who pays?')
    act(() => store.getState().view({ source: '001', start, end: start + 9 }))
    act(() => readUnmapped(store, 1))
    expect(screen.getByRole('status').textContent).toBe('Unmapped passage 3 of 3, turn 3')
  })

  it('says that nothing is left where all is in the map', () => {
    const words = ['Snow closes', 'A plough', 'Ploughs cost', 'Who pays'].map((start, at) => {
      const passage = thread.passages[at] ?? { start: 0, end: 0 }
      return claim(
        `s${at}`,
        start,
        quote(plain, plain.text?.slice(passage.start, passage.end) ?? ''),
      )
    })
    const store = foot(debateWith({ sources: [thread], statements: words }))
    expect(screen.getByRole('button', { name: '100 % of the words are in the map' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Next unmapped passage' })).toBeNull()
    act(() => readUnmapped(store, 1))
    expect(store.getState().notices[0]?.text).toBe('Every passage of this text is in the map.')
  })

  it('lists the statements made from the words that are selected', async () => {
    const store = foot()
    act(() => store.getState().pick({ source: '001', start: 5, end: 40 }))
    expect(screen.getByRole('status').textContent).toBe('1 statement made from these words')
    await userEvent.click(screen.getByRole('button', { name: 'Claim: Snow closes the line.' }))
    expect(store.getState().selected).toEqual({ kind: 'statement', id: 'snow' })
    expect(store.getState().readingGoal).toBeNull()
  })
})

describe('the strip along a text', () => {
  it('is a slider over the turns', () => {
    const store = storeOf(debate)
    store.getState().read('001')
    renderWith(store, <Coverage source={thread} />)
    const strip = screen.getByRole('slider', { name: 'Place in the text' })
    expect(strip.getAttribute('aria-valuetext')).toBe('Turn 1 of 3')
    fireEvent.keyDown(strip, { key: 'ArrowDown' })
    const { start } = quoteOf('A plough')
    expect(store.getState().readingGoal?.span).toEqual({ source: '001', start, end: start })

    act(() => store.getState().view({ source: '001', start: start + 4, end: start + 30 }))
    expect(strip.getAttribute('aria-valuetext')).toBe('Turn 2 of 3')
    fireEvent.keyDown(strip, { key: 'ArrowUp' })
    expect(store.getState().readingGoal?.span.start).toBe(start)
    fireEvent.keyDown(strip, { key: 'End' })
    expect(store.getState().readingGoal?.span.start).toBe(quoteOf('Who pays?').start)
  })
})

function quoteOf(words: string) {
  const { start, end } = quote(plain, words)
  return { start, end }
}
