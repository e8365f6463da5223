import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Inspector } from '../../src/inspector/Inspector'
import { applyStep } from '../../src/model/change'
import { addQuote } from '../../src/model/quoteEdits'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

const further = { source: '002', start: 25, end: 60 }

function inspecting(debate = sampleDebate) {
  const store = storeOf(debate)
  store.getState().select({ kind: 'statement', id: 'not-given' })
  renderWith(store, <Inspector onClose={() => {}} />)
  const quotes = () => store.getState().debate.statements.get('not-given')?.quotes
  return { store, quotes }
}
const place = () => within(screen.getByRole('region', { name: 'In its place' }))
const remove = () => place().getAllByRole('button', { name: 'Remove this quote' })

describe('removing a quote', () => {
  it('takes one of several at once, and undo brings it back', async () => {
    const { store, quotes } = inspecting(
      applyStep(sampleDebate, addQuote(sampleDebate, 'not-given', further)),
    )
    expect(remove()).toHaveLength(2)
    await userEvent.click(remove()[1] as HTMLElement)
    expect(quotes()?.map(({ exact }) => exact)).toEqual(['That order is not given.'])
    expect(store.getState().notices.at(-1)?.text).toBe('Removed the quote.')
    act(() => store.getState().undo())
    expect(quotes()).toHaveLength(2)
  })

  it('says what the parser’s statement is without its last words before they go', async () => {
    const { store, quotes } = inspecting()
    await userEvent.click(remove()[0] as HTMLElement)
    expect(place().getByRole('alert').textContent).toMatch(/nobody in the texts says it/)
    expect(quotes()).toHaveLength(1)

    await userEvent.click(place().getByRole('button', { name: 'Keep them' }))
    expect(place().queryByRole('alert')).toBeNull()

    await userEvent.click(remove()[0] as HTMLElement)
    await userEvent.click(place().getByRole('button', { name: 'Remove them' }))
    expect(store.getState().debate.statements.get('not-given')).toMatchObject({
      quotes: [],
      madeBy: 'person',
    })
    expect(store.getState().undoName).toBe('remove the last quote')
  })
})
