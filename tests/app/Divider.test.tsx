import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { Divider } from '../../src/app/Divider'
import { sampleDebate } from '../support/debate'
import { renderWith, savingSays, shelf, storeOf } from '../support/store'

it('parts the window between reader and map by keys, within bounds, and remembers how', async () => {
  const settings = shelf()
  const saving = savingSays({ status: 'saved' })
  renderWith(storeOf(sampleDebate, saving, settings), <Divider usual={46.4} />)
  const edge = screen.getByRole('separator', { name: 'Width of the reader' })
  expect(edge.getAttribute('aria-valuenow')).toBe('46')

  edge.focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
  expect(edge.getAttribute('aria-valuenow')).toBe('48')
  expect(storeOf(sampleDebate, saving, settings).getState().readerShare).toBe(0.48)

  await userEvent.keyboard('{End}{ArrowRight}')
  expect(edge.getAttribute('aria-valuenow')).toBe('75')
  await userEvent.keyboard('{Enter}')
  expect(edge.getAttribute('aria-valuenow')).toBe('46')
  expect(storeOf(sampleDebate, saving, settings).getState().readerShare).toBeNull()
})
