import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { Reader } from '../../src/reader/Reader'
import { debateWith, post, sampleDebate, thread } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

it('asks for a text where the map has none', async () => {
  const store = storeOf(debateWith({}))
  renderWith(store, <Reader />)
  expect(screen.getByText('There is no text in this map.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Add a source' }))
  expect(store.getState().dialog).toEqual({ kind: 'addSource' })
})

it('shows what is quoted of a text that was left out of the map', async () => {
  const { text: _, ...bare } = thread
  const debate = {
    ...sampleDebate,
    sources: new Map([
      [post.id, post],
      [bare.id, bare],
    ]),
  }
  const store = storeOf(debate)
  store.getState().read(bare.id)
  renderWith(store, <Reader />)
  expect(screen.getByText(/The text itself is not in this map/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Why would a model wait?' }))
  expect(store.getState().selected).toEqual({ kind: 'statement', id: 'why-wait' })
})

it('opens another text from the menu of texts', async () => {
  const store = storeOf(sampleDebate)
  renderWith(store, <Reader />)
  await userEvent.click(screen.getByRole('button', { name: /^Text 001/ }))
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Text 002: Thread 002' }))
  expect(store.getState().reading).toBe('002')
})

it('counts what it finds in the open text and in the others', async () => {
  renderWith(storeOf(sampleDebate), <Reader />)
  await userEvent.keyboard('{Control>}f{/Control}')
  await userEvent.keyboard('goal')
  expect(screen.getByText('1 of 2')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByText('2 of 2')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByText('1 of 2')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'In all texts' }))
  expect(screen.getByRole('button', { name: 'Text 002 1' })).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('search')).toBeNull()
})
