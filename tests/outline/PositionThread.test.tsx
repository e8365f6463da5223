import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { PositionList } from '../../src/outline/PositionList'
import { PositionThread } from '../../src/outline/PositionThread'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

it('lists the positions under their questions, and opens the one that is chosen', async () => {
  const store = storeOf(sampleDebate)
  renderWith(store, <PositionList />)

  expect(screen.getByText(/^2 positions read from 2 forum texts\./)).toBeTruthy()
  const question = screen.getByRole('region', { name: 'Do the properties line up?' })
  await userEvent.click(within(question).getByRole('button', { name: /^Property ordering/ }))
  expect(store.getState().openPosition).toBe('property-ordering')
})

it('shows a rebuttal beneath the claim it rebuts, and says what it does', () => {
  renderWith(storeOf(sampleDebate), <PositionThread position="property-ordering" />)

  const claim = screen.getByRole('button', { name: /^Claim: Models understand the goal/ })
  const thread = claim.closest('li') as HTMLElement
  expect(within(thread).getByText('rebutted by')).toBeTruthy()
  expect(within(thread).getByRole('button', { name: /^Rebuttal: That order/ })).toBeTruthy()
})

it('invites a reply where nobody has answered, and says to what', async () => {
  const store = storeOf(sampleDebate)
  renderWith(store, <PositionThread position="property-ordering" />)

  await userEvent.click(screen.getByRole('tab', { name: 'against 1' }))
  await userEvent.click(screen.getByRole('button', { name: 'Answer: That order is not given.' }))
  expect(store.getState().dialog).toEqual({
    kind: 'addStatement',
    answers: { kind: 'statement', id: 'not-given' },
    link: 'rebuts',
  })
})

it('walks the sides with the arrow keys', async () => {
  renderWith(storeOf(sampleDebate), <PositionThread position="property-ordering" />)
  screen.getByRole('tab', { name: 'for 1' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('open 0')
  expect(screen.getByText('Nothing here leaves the question open.')).toBeTruthy()
})
