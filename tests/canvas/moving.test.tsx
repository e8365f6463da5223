import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Scene } from '../../src/canvas/scene'
import { useMoving } from '../../src/canvas/useMoving'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

const id = 'goal-first'
const box = { x: 100, y: 200, width: 204, height: 130 }

/** A canvas with one card, and a button beside it. */
function Board() {
  const { drag, onKeyDown, onKeyUp, onBlur, status } = useMoving('property-ordering')
  const boxes = new Map([[id, { ...box, ...(drag?.id === id && drag.at) }]])
  const scene = { boxes } as unknown as Scene
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of its card come through here. */}
      <div
        onKeyDown={(event) => onKeyDown(event, scene, () => {})}
        onKeyUp={onKeyUp}
        onBlur={onBlur}
      >
        <div className="react-flow__node" data-id={id}>
          <button type="button">
            {drag ? `at ${drag.at.x}, ${drag.at.y}` : 'where the document has it'}
          </button>
        </div>
        {status}
      </div>
      <button type="button">elsewhere</button>
    </>
  )
}

async function moving() {
  const store = storeOf(sampleDebate)
  renderWith(store, <Board />)
  const card = screen.getByText('where the document has it')
  await userEvent.click(card)
  const place = () => store.getState().debate.places.get(id)
  return { store, card, place, says: () => screen.getByRole('status').textContent }
}

it('moves a card with Alt and the arrows, and writes it down once Alt is let go', async () => {
  const { store, card, place, says } = await moving()
  const user = userEvent.setup()
  await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}{Shift>}{ArrowDown}{/Shift}')
  expect(card.textContent).toBe('at 148, 204')
  expect(says()).toBe('Moved 48 right, 4 down.')
  expect(place()).toBeUndefined()
  await user.keyboard('{/Alt}')
  expect(place()).toEqual({ x: 148, y: 204 })
  act(() => store.getState().undo())
  expect(place()).toBeUndefined()
})

it('takes it back with Escape', async () => {
  const { card, place, says } = await moving()
  await userEvent.keyboard('{Alt>}{ArrowLeft}{Escape}{/Alt}')
  expect(card.textContent).toBe('where the document has it')
  expect(says()).toBe('Back where it was.')
  expect(place()).toBeUndefined()
})

it('writes it down when the focus goes elsewhere', async () => {
  const { place } = await moving()
  await userEvent.keyboard('{Alt>}{ArrowUp}')
  act(() => screen.getByText('elsewhere').focus())
  expect(place()).toEqual({ x: 100, y: 176 })
})

it('leaves the arrows alone without Alt', async () => {
  const { card, place } = await moving()
  await userEvent.keyboard('{ArrowUp}')
  expect(card.textContent).toBe('where the document has it')
  expect(place()).toBeUndefined()
})
