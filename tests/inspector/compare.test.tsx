import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ComparePane } from '../../src/inspector/ComparePane'
import { Inspector } from '../../src/inspector/Inspector'
import type { Debate, Relation, Statement } from '../../src/model/debate'
import { quote } from '../support/debate'
import { misquoted, misquoting, railway } from '../support/misquoted'
import { renderWith, storeOf } from '../support/store'

function comparing(id: string, debate: Debate = misquoted) {
  const store = storeOf(debate)
  store.getState().select({ kind: 'relation', id })
  renderWith(store, <ComparePane />)
  return store
}

const pane = () => within(screen.getByRole('region', { name: 'Both ends of the link' }))
const passage = (title: string) =>
  pane().getByRole('heading', { name: title }).closest('figure') as HTMLElement
const headings = () =>
  pane()
    .getAllByRole('heading')
    .map(({ textContent }) => textContent)

describe('the pane that compares both ends of a link', () => {
  it('shows a misquotation: as it was said, as it is quoted, and answered', () => {
    comparing('r-snow')
    expect(headings()).toEqual(['As it was said', 'As it is quoted', 'And answered'])
    expect(pane().getByText('quotes with 1 word changed')).toBeTruthy()
    expect(pane().getByText('Turn 2 rebuts turn 1')).toBeTruthy()
    const changed = within(passage('As it is quoted')).getByRole('insertion')
    expect(changed.textContent).toBe('(changed: often)')
  })

  it('strikes what is left out, and counts in words', () => {
    comparing('r-snow')
    const said = within(passage('As it was said'))
    expect(said.getAllByRole('deletion').map((one) => one.textContent)).toEqual([
      '(left out: As I wrote before,)',
    ])
    const counts = within(pane().getByRole('list', { name: 'How the quotation differs' }))
    expect(counts.getByText(/4 words left out/)).toBeTruthy()
    expect(counts.getByText(/7 words kept/)).toBeTruthy()
    expect(counts.getByText(/1 word changed/)).toBeTruthy()
  })

  it('explains the rule in a sentence, and leads to how it reads', async () => {
    const store = comparing('r-snow')
    expect(
      pane().getByText(/It quotes these words and answers them\. Of ten readings/),
    ).toBeTruthy()
    await userEvent.click(pane().getByRole('button', { name: 'Quoted reply' }))
    expect(store.getState().dialog).toEqual({ kind: 'howItReads', at: 'quoted reply' })
  })

  it('reads each passage in the reader', async () => {
    const store = comparing('r-snow')
    await userEvent.click(pane().getByRole('button', { name: /^Show.*as it was said/ }))
    expect(store.getState()).toMatchObject({ reading: '007', readingGoal: { span: { start: 0 } } })
  })

  it('names the ends otherwise where nothing is quoted', () => {
    comparing('r-days')
    expect(headings()).toEqual(['What it supports', 'The support'])
    expect(pane().queryByRole('list')).toBeNull()
  })

  it('shows the link that an undercut denies, and the headline of what a person wrote', async () => {
    const store = comparing('u-old')
    expect(headings()).toEqual(['The link it undercuts', 'The undercut'])
    expect(passage('The undercut').textContent).toContain('The station book is out of date.')
    expect(pane().queryByText(/not in this map/)).toBeNull()
    await userEvent.click(pane().getByRole('button', { name: /^Show the link/ }))
    expect(store.getState().selected).toEqual({ kind: 'relation', id: 'r-days' })
  })

  it('still shows the quotes where the map came without its texts', () => {
    const { text: _, ...bare } = railway
    comparing('r-snow', { ...misquoted, sources: new Map([['007', bare]]) })
    expect(headings()).toEqual(['What it rebuts', 'The rebuttal'])
    expect(passage('What it rebuts').textContent).toContain('snow seldom closes')
    expect(pane().getAllByText('the text itself is not in this map')).toHaveLength(2)
  })

  it('says of words answered that they are quoted from outside', () => {
    const passages = railway.passages.map((one, at) =>
      at === 1 ? { ...one, copyOf: null, because: [] } : one,
    )
    const outside = { ...misquoted.statements.get('snow'), quotes: [quote(railway, 'Snow often')] }
    comparing('r-snow', {
      ...misquoted,
      sources: new Map([['007', { ...railway, passages }]]),
      statements: new Map(misquoted.statements).set('snow', outside as Statement),
      relations: new Map([['r-snow', { ...misquoting, because: [] }]]),
    })
    expect(headings()).toEqual(['What it rebuts', 'The rebuttal'])
    expect(passage('What it rebuts').textContent).toContain('quoted from outside these texts')
  })

  it('turns a link round', async () => {
    const store = comparing('r-snow')
    await userEvent.click(pane().getByRole('button', { name: 'Flip' }))
    expect(store.getState().debate.relations.get('r-snow')).toMatchObject({
      from: 'snow',
      to: 'book',
    })
    expect(headings()).toEqual(['What it rebuts', 'The rebuttal'])
  })

  it('walks through several reasons', async () => {
    const twice: Relation = {
      ...misquoting,
      because: [...misquoting.because, { rule: 'same matter', from: null, to: null }],
    }
    comparing('r-snow', { ...misquoted, relations: new Map([['r-snow', twice]]) })
    expect(pane().getByText('Reason 1 of 2')).toBeTruthy()
    await userEvent.click(pane().getByRole('button', { name: 'Next reason' }))
    expect(pane().getByText('Reason 2 of 2')).toBeTruthy()
    expect(pane().getByText(/Same matter/)).toBeTruthy()
  })

  it('folds to its bar, and the inspector then has the passages', async () => {
    const store = comparing('r-snow')
    renderWith(store, <Inspector onClose={() => {}} hasPaneBelow />)
    const inspector = within(screen.getByRole('complementary', { name: 'Link' }))
    expect(inspector.queryByRole('heading', { name: 'As it was said' })).toBeNull()
    await userEvent.click(pane().getByRole('button', { name: 'Fold both ends' }))
    expect(pane().queryByRole('heading')).toBeNull()
    expect(inspector.getByRole('heading', { name: 'As it was said' })).toBeTruthy()
  })

  it('confirms the link, and keeps the focus', async () => {
    const store = comparing('r-snow')
    await userEvent.click(pane().getByRole('button', { name: 'Confirm' }))
    expect(store.getState().debate.relations.get('r-snow')?.reviewed?.verdict).toBe('confirmed')
    expect(document.activeElement).toBe(pane().getByRole('button', { name: 'Correct' }))
  })
})
