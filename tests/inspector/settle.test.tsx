import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SettleDialog } from '../../src/dialogs/sources/SettleDialog'
import { Inspector } from '../../src/inspector/Inspector'
import type { Debate } from '../../src/model/debate'
import { supersededBy } from '../../src/model/earlier'
import { unsettledIn } from '../../src/model/unsettled'
import { claim, debateWith, quote, source } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

const ferry = 'A ferry across the bay would be cheaper than a bridge, because it needs no road.'
const storm = 'A ferry does not run in a storm, and storms are when people need the doctor.'
const changed = storm.replace('the doctor', 'a midwife')
const bell = 'The bell at the landing cannot be heard from the hill.'

/** A debate whose statement quotes an earlier version of a text, with that text as it is now. */
function quoting(text: string): Debate {
  const before = source('bay@1', `${ferry}\n\n${storm}\n\n${bell}`)
  const now = source('bay', text)
  return debateWith({
    sources: [now, { ...before, supersededBy: 'bay' }],
    statements: [claim('storm', 'Storms stop it.', quote(before, storm))],
  })
}

function inspecting(debate: Debate) {
  const store = storeOf(debate)
  store.getState().select({ kind: 'statement', id: 'storm' })
  renderWith(store, <Inspector onClose={() => {}} />)
  const quoted = () => store.getState().debate.statements.get('storm')?.quotes[0]
  return { store, quoted }
}
const settling = () =>
  within(screen.getByRole('region', { name: 'What has become of these words' }))

describe('a quote that has moved', () => {
  const text = `${ferry}\n\n${changed}\n\n${bell}`

  it('shows the old words and the new ones, with what differs named', () => {
    inspecting(quoting(text))
    expect(settling().getByText('Moved: found again with 2 words changed.')).toBeTruthy()
    expect(settling().getByText('As it was quoted')).toBeTruthy()
    const marks = settling()
      .getAllByRole('insertion')
      .map((mark) => mark.textContent)
    expect(marks).toContain('(changed: a midwife.)')
  })

  it('moves to the new words in one step, which undo takes back', async () => {
    const { store, quoted } = inspecting(quoting(text))
    await userEvent.click(settling().getByRole('button', { name: 'These are the words' }))
    expect(quoted()).toMatchObject({ source: 'bay', exact: changed })
    expect(store.getState().undoName).toBe('move quote to its new words')
    expect(screen.queryByRole('region', { name: 'What has become of these words' })).toBeNull()
    act(() => store.getState().undo())
    expect(quoted()).toMatchObject({ source: 'bay@1', exact: storm })
  })

  it('stays on the earlier words where a person keeps them, and says so', async () => {
    const { store, quoted } = inspecting(quoting(text))
    await userEvent.click(settling().getByRole('button', { name: 'Keep the earlier words' }))
    expect(quoted()).toMatchObject({ source: 'bay@1', exact: storm })
    expect(unsettledIn(store.getState().debate)).toEqual([])
    expect(screen.getByText(/^Kept as it was read before/)).toBeTruthy()
  })
})

describe('a quote that may be meant in several places', () => {
  const text = `${changed} So it is.\n\n${ferry}\n\n${changed}\n\n${bell} More.`

  it('shows every place, to be read and chosen', async () => {
    const { store, quoted } = inspecting(quoting(text))
    expect(settling().getByText(/may be meant in 2 places\. Which\?/)).toBeTruthy()
    const places = settling().getAllByRole('listitem')
    expect(places).toHaveLength(2)
    const second = places[1] as HTMLElement
    await userEvent.click(within(second).getByRole('button', { name: /^Text bay/ }))
    expect(store.getState().readingGoal?.span.source).toBe('bay')

    await userEvent.click(within(second).getByRole('button', { name: 'This one, place 2 of 2' }))
    expect(quoted()?.exact).toBe(changed)
    expect(quoted()?.start).toBe(store.getState().readingGoal?.span.start)
  })
})

it('says that words are gone where nothing like them is left', () => {
  inspecting(quoting(`${ferry}\n\n${bell}`))
  expect(screen.getByText(/^No longer in the newer text/)).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'What has become of these words' })).toBeNull()
})

describe('the list of quotes to settle', () => {
  it('leads to each, and knows when all is settled', async () => {
    const store = storeOf(quoting(`${ferry}\n\n${changed}\n\n${bell}`))
    const { rerender } = renderWith(store, <SettleDialog onClose={() => {}} />)
    expect(screen.getByText(/^1 quote of words that are no longer where they were/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /^Settle the quote of/ }))
    expect(store.getState().selected).toEqual({ kind: 'statement', id: 'storm' })
    rerender(<div />)
  })

  it('confirms all that were found word for word at once', async () => {
    const before = source('bay@1', `${ferry}\n\n${storm}`)
    const { text: _, ...bare } = before
    const debate = debateWith({
      sources: [
        source('bay', `A new line above it all.\n\n${ferry}\n\n${storm}`),
        { ...bare, supersededBy: 'bay' },
      ],
      statements: [
        claim('ferry', 'A ferry is cheaper.', quote(before, ferry)),
        claim('storm', 'Storms stop it.', quote(before, storm)),
      ],
    })
    const store = storeOf(debate)
    renderWith(store, <SettleDialog onClose={() => {}} />)
    await userEvent.click(screen.getByRole('button', { name: 'Confirm all 2 found word for word' }))
    const { sources, statements } = store.getState().debate
    for (const { quotes } of statements.values())
      expect(supersededBy(sources.get(quotes[0]?.source ?? '') as never)).toBeNull()
    expect(screen.getByText('No quote waits for you.')).toBeTruthy()
  })
})
