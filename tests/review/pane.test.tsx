import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { readReview } from '../../src/exchange/review'
import { rejectedIn, verdictsInOrder } from '../../src/model/verdicts'
import { ReviewPane } from '../../src/review/ReviewPane'
import type { DebateStore } from '../../src/store'
import { claim, debateWith, position, quote, relation, source, stance } from '../support/debate'
import { renderWith, savingSays, shelf, storeOf } from '../support/store'

const bridge = source(
  '301',
  'The old bridge sways in wind. Its cables were hung too loosely.\n\nWind did not sink the ferry.',
)
const sways = 'The old bridge sways in wind. Its cables were hung too loosely.'
const read = (confidence: number, rule: string) => ({
  madeBy: 'parser' as const,
  confidence,
  because: [{ rule, from: null, to: null }],
})
const debate = debateWith({
  sources: [bridge],
  positions: [position('rebuild', 'Rebuilding')],
  statements: [
    { ...claim('sways', 'The old bridge sways in wind.', quote(bridge, sways)), confidence: 0.9 },
    {
      ...claim(
        'ferry',
        'Wind did not sink the ferry.',
        quote(bridge, 'Wind did not sink the ferry.'),
      ),
      confidence: 0.6,
    },
  ],
  relations: [{ ...relation('r', 'ferry', 'supports', 'sways'), ...read(0.5, 'turn before') }],
  stances: [{ ...stance('st', 'sways', 'against', 'rebuild'), ...read(0.4, 'terms') }],
})

function reviewing(by = 'Ada') {
  const store = storeOf(debate, savingSays({ status: 'saved' }), shelf({ author: by }))
  const files: string[] = []
  renderWith(store, <ReviewPane onDownload={(review) => files.push(review)} />)
  return { store, files }
}
const pane = () => within(screen.getByRole('complementary', { name: 'Review' }))
const item = () => pane().getByRole('article')
const name = () => item().getAttribute('aria-label')
const operations = (store: DebateStore) =>
  verdictsInOrder(store.getState().debate).map(({ operation }) => operation.do)

describe('the review pane', () => {
  it('shows what the parser was least sure of first, with the rule in a sentence', () => {
    reviewing()
    expect(name()).toBe('Side: “The old bridge sways in wind.” is against Rebuilding')
    expect(within(item()).getByText('Unsure 0.4')).toBeTruthy()
    expect(item().textContent).toContain(
      'It uses the words by which people speak of this position.',
    )
    expect(pane().getByText('0 of 4 checked')).toBeTruthy()
  })

  it('has the focus again once a name was given', async () => {
    reviewing('')
    await userEvent.type(pane().getByRole('textbox', { name: /^Who signs/ }), 'Ada{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Review' }))
  })

  it('takes verdicts by single keys, goes on to the next, and signs them', async () => {
    const { store } = reviewing()
    await userEvent.keyboard('f')
    expect(store.getState().debate.stances.get('st')?.stance).toBe('for')
    expect(name()).toMatch(/^Link: /)
    await userEvent.keyboard('2')
    expect(store.getState().debate.relations.get('r')).toMatchObject({
      kind: 'rebuts',
      madeBy: 'person',
      reviewed: { by: 'Ada', was: { kind: 'supports' } },
    })
    await userEvent.keyboard('y')
    await userEvent.keyboard('5')
    expect(operations(store)).toEqual(['side', 'link', 'confirm', 'kind'])
    expect(pane().getByText('4 of 4 checked')).toBeTruthy()
    expect(pane().getByText('Everything that the parser read here has been checked.')).toBeTruthy()
  })

  it('lets the map follow, and tells a screen reader what came of it and what comes next', async () => {
    const { store } = reviewing()
    expect(store.getState()).toMatchObject({
      openPosition: 'rebuild',
      selected: { kind: 'statement', id: 'sways' },
    })
    await userEvent.keyboard('y')
    expect(store.getState().selected).toEqual({ kind: 'relation', id: 'r' })
    expect(pane().getByRole('status').textContent).toMatch(/^Confirmed\. Next: Link: “Wind did not/)
  })

  it('rejects, and undo brings it back and goes back to it', async () => {
    const { store } = reviewing()
    await userEvent.keyboard('j')
    await userEvent.keyboard('x')
    expect(store.getState().debate.relations.size).toBe(0)
    expect(rejectedIn(store.getState().debate)).toHaveLength(1)
    await userEvent.keyboard('z')
    expect(store.getState().debate.verdicts.size).toBe(0)
    expect(name()).toMatch(/^Link: /)
  })

  it('lists what was rejected, and brings it back at any time', async () => {
    const { store } = reviewing()
    await userEvent.keyboard('x')
    act(() => store.getState().actions.rename('Bridges'))
    await userEvent.click(pane().getByRole('button', { name: 'Filter' }))
    await userEvent.selectOptions(pane().getByRole('combobox', { name: 'Show' }), 'Rejected')
    const list = within(pane().getByRole('list', { name: 'Rejected' }))
    expect(list.getByText(/is against Rebuilding/)).toBeTruthy()
    await userEvent.click(list.getByRole('button', { name: 'Bring it back' }))
    expect(store.getState().debate.stances.get('st')).toEqual(debate.stances.get('st'))
    expect(pane().getByText('Nothing was rejected.')).toBeTruthy()
  })

  it('is narrowed to links, and says so where nothing matches', async () => {
    reviewing()
    await userEvent.click(pane().getByRole('button', { name: 'Filter' }))
    await userEvent.selectOptions(pane().getByRole('combobox', { name: 'What' }), 'Links')
    expect(pane().getByText('1 of 1 reading, least sure first')).toBeTruthy()
    await userEvent.selectOptions(pane().getByRole('combobox', { name: 'Rule' }), 'terms')
    expect(pane().getByText('Nothing unchecked is left that matches the filter.')).toBeTruthy()
    await userEvent.selectOptions(pane().getByRole('combobox', { name: 'Show' }), 'Confirmed')
    expect(pane().getByText('Nothing matches the filter.')).toBeTruthy()
    await userEvent.click(pane().getByRole('button', { name: 'Clear the filter' }))
    expect(name()).toMatch(/^Side: /)
  })

  it('splits and rewords with a form', async () => {
    const { store } = reviewing()
    await userEvent.keyboard('jjj')
    expect(name()).toBe('Claim: “The old bridge sways in wind.”')
    await userEvent.keyboard('p')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Another statement begins here' }))
    await userEvent.click(screen.getByRole('button', { name: 'Split it' }))
    const quotes = [...store.getState().debate.statements.values()].map(
      (one) => one.quotes[0]?.exact,
    )
    expect(quotes.sort()).toEqual([
      'Its cables were hung too loosely.',
      'The old bridge sways in wind.',
      'Wind did not sink the ferry.',
    ])
    await userEvent.keyboard('b')
    await userEvent.keyboard('h')
    const field = screen.getByRole('textbox', { name: 'Headline' })
    await userEvent.clear(field)
    await userEvent.type(field, 'It sways')
    await userEvent.click(screen.getByRole('button', { name: 'Change the headline' }))
    expect(store.getState().debate.statements.get('sways')?.text).toBe('It sways')
    expect(operations(store)).toEqual(['split', 'headline'])
  })

  it('turns a link round and leads it elsewhere', async () => {
    const { store } = reviewing()
    await userEvent.keyboard('j')
    await userEvent.keyboard('l')
    expect(store.getState().debate.relations.get('r')).toMatchObject({ from: 'sways', to: 'ferry' })
    await userEvent.keyboard('bt')
    const dialog = within(screen.getByRole('dialog', { name: 'Where the link goes' }))
    expect(dialog.getByText('Pick a statement.')).toBeTruthy()
  })

  it('asks once who signs, and hands the review over as a file', async () => {
    const { store, files } = reviewing('')
    await userEvent.type(
      pane().getByRole('textbox', { name: 'Who signs the verdicts?' }),
      'Bo{Enter}',
    )
    await userEvent.keyboard('y')
    await userEvent.click(pane().getByRole('button', { name: 'More about the review' }))
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Download the review of this map' }),
    )
    const review = readReview(files[0] ?? '')
    expect(review).toMatchObject({ ok: true, review: { by: 'Bo', verdicts: [{ by: 'Bo' }] } })
    expect(store.getState().author).toBe('Bo')
  })

  it('owns the keys while it is open, and Escape leaves it', async () => {
    const { store } = reviewing()
    act(() => store.getState().setReviewing(true))
    await userEvent.keyboard('n{Delete}')
    expect(store.getState().dialog).toBeNull()
    expect(store.getState().debate.statements.size).toBe(2)
    await userEvent.keyboard('{Escape}')
    expect(store.getState().isReviewing).toBe(false)
  })
})
