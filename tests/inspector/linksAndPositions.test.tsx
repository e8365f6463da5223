import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Inspector } from '../../src/inspector/Inspector'
import type { Debate, Relation } from '../../src/model/debate'
import type { Selection } from '../../src/store/selection'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

/** The sample debate, in which the parser drew the rebuttal from words at both ends. */
const parsed: Debate = {
  ...sampleDebate,
  relations: new Map(sampleDebate.relations).set('r-order', {
    ...(sampleDebate.relations.get('r-order') as Relation),
    madeBy: 'parser',
    confidence: 0.6,
    because: [
      {
        rule: 'quoted reply',
        from: { source: '002', start: 0, end: 10 },
        to: { source: '001', start: 33, end: 50 },
      },
    ],
  }),
}

function inspecting(selected: Selection, debate = parsed) {
  const store = storeOf(debate)
  store.getState().select(selected)
  renderWith(store, <Inspector onClose={() => {}} />)
  return store
}
const link = () => within(screen.getByRole('complementary', { name: 'Link' }))
const position = () => within(screen.getByRole('complementary', { name: 'Position' }))

describe('a link in the inspector', () => {
  it('shows the words that made it at both ends', () => {
    inspecting({ kind: 'relation', id: 'r-order' })
    const words = (heading: string) =>
      link().getByRole('heading', { name: heading }).closest('figure')?.querySelector('mark')
        ?.textContent
    expect(words('The rebuttal')).toBe('That order')
    expect(words('What it rebuts')).toBe('Models understand')
  })

  it('shows the quotes of its ends where a person drew it', () => {
    inspecting({ kind: 'relation', id: 'r-gradual' })
    const from = link().getByRole('heading', { name: 'The support' }).closest('figure')
    expect(from?.querySelector('mark')?.textContent).toBe('Gradients shape goals gradually.')
  })

  it('explains its rule, how sure it is, and how good the rule has been', () => {
    inspecting({ kind: 'relation', id: 'r-order' })
    const why = within(link().getByRole('region', { name: 'Why is this here' }))
    expect(why.getByRole('button', { name: 'Quoted reply' })).toBeTruthy()
    expect(why.getByText(/It quotes these words and answers them/)).toBeTruthy()
    expect(link().getAllByText('unsure 0.6').length).toBeGreaterThan(0)
    expect(link().getByText(/careful readers made about \d+ too/, { selector: 'p' })).toBeTruthy()
  })

  it('leads to both its ends', async () => {
    const store = inspecting({ kind: 'relation', id: 'r-order' })
    await userEvent.click(link().getByRole('button', { name: /^That order is not given/ }))
    expect(store.getState().selected).toEqual({ kind: 'statement', id: 'not-given' })
  })

  it('is confirmed', async () => {
    const store = inspecting({ kind: 'relation', id: 'r-order' })
    await userEvent.click(link().getByRole('button', { name: 'Confirm' }))
    expect(store.getState().debate.relations.get('r-order')?.reviewed?.verdict).toBe('confirmed')
  })

  it('changes what it does', async () => {
    const store = inspecting({ kind: 'relation', id: 'r-order' })
    await userEvent.click(link().getByRole('button', { name: 'Correct' }))
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Concedes' }))
    expect(store.getState().debate.relations.get('r-order')).toMatchObject({
      kind: 'concedes',
      madeBy: 'person',
    })
  })

  it('opens the form of an undercut', async () => {
    const store = inspecting({ kind: 'relation', id: 'r-order' })
    await userEvent.click(link().getByRole('button', { name: 'Undercut it…' }))
    expect(store.getState().dialog).toEqual({
      kind: 'addStatement',
      answers: { kind: 'relation', id: 'r-order' },
      link: 'undercuts',
    })
  })

  it('lists what undercuts it', () => {
    inspecting({ kind: 'relation', id: 'r-gradual' })
    const undercuts = within(link().getByRole('region', { name: 'Undercuts' }))
    expect(
      undercuts.getByRole('button', { name: /How gradual it is does not matter/ }),
    ).toBeTruthy()
  })

  it('tells the link that it undercuts', () => {
    inspecting({ kind: 'relation', id: 'u-gradual' })
    expect(
      link().getByRole('button', {
        name: /“Gradients shape goals gradually.” supports “Deceptive/,
      }),
    ).toBeTruthy()
  })
})

describe('a position in the inspector', () => {
  it('shows its proposition, its theme and how it stands', () => {
    inspecting({ kind: 'position', id: 'property-ordering' })
    expect(position().getByRole('heading', { name: 'Property ordering settles it.' })).toBeTruthy()
    expect(position().getByText('Do the properties line up?')).toBeTruthy()
    expect(position().getByText('1 unanswered')).toBeTruthy()
  })

  it('lists the positions on which the same statements bear', async () => {
    const store = storeOf(parsed)
    store.getState().actions.setStance('goal-first', 'prior-plausibility', 'for')
    store.getState().select({ kind: 'position', id: 'property-ordering' })
    renderWith(store, <Inspector onClose={() => {}} />)
    expect(position().getByText('1 statement')).toBeTruthy()
    await userEvent.click(position().getByRole('button', { name: 'Prior plausibility' }))
    expect(store.getState().selected).toEqual({ kind: 'position', id: 'prior-plausibility' })
  })

  it('opens the form of a statement on its side', async () => {
    const store = inspecting({ kind: 'position', id: 'property-ordering' })
    await userEvent.click(position().getByRole('button', { name: 'Add one against' }))
    expect(store.getState().dialog).toEqual({
      kind: 'addStatement',
      on: { position: 'property-ordering', side: 'against' },
    })
  })

  it('is opened on the canvas', async () => {
    const store = inspecting({ kind: 'position', id: 'property-ordering' })
    await userEvent.click(position().getByRole('button', { name: 'Open' }))
    expect(store.getState().openPosition).toBe('property-ordering')
  })
})
