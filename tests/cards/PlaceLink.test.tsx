import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { PlaceLink } from '../../src/cards/PlaceLink'
import { quote, sampleDebate, thread } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

const words = quote(thread, 'Why would a model wait?')

it('reads words in their place by the name of the place', async () => {
  const store = storeOf(sampleDebate)
  renderWith(store, <PlaceLink words={words} name="Text 002, turn 1" />)
  await userEvent.click(screen.getByRole('button', { name: 'Text 002, turn 1' }))
  const { source, start, end } = words
  expect(store.getState()).toMatchObject({
    panes: 'both',
    reading: '002',
    readingGoal: { span: { source, start, end } },
  })
})

it('is only a name where the text is not in the map', () => {
  renderWith(
    storeOf(sampleDebate),
    <PlaceLink words={{ ...words, source: '009' }} name="Text 009" />,
  )
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('Text 009')).toBeTruthy()
})
