import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Inspector } from '../../src/inspector/Inspector'
import { InspectorSheet } from '../../src/inspector/InspectorSheet'
import type { Debate, Statement } from '../../src/model/debate'
import type { Id } from '../../src/model/schema'
import { post, quote, sampleDebate, source, statement } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

/** The sample debate with one statement changed. */
const withStatement = (id: Id, part: Partial<Statement>): Debate => ({
  ...sampleDebate,
  statements: new Map(sampleDebate.statements).set(id, {
    ...(sampleDebate.statements.get(id) as Statement),
    ...part,
  }),
})

function inspecting(id: Id, debate = sampleDebate) {
  const store = storeOf(debate)
  store.getState().select({ kind: 'statement', id })
  renderWith(store, <Inspector onClose={() => store.getState().select(null)} />)
  return store
}
const panel = () => within(screen.getByRole('complementary', { name: 'Statement' }))
const section = (name: string) => within(panel().getByRole('region', { name }))

describe('a statement in the inspector', () => {
  it('marks its exact words within the sentences around them', () => {
    inspecting('goal-first')
    const quote = section('In its place').getByText(/Models understand/)
    expect(quote.tagName).toBe('MARK')
    expect(quote.textContent).toBe('Models understand the goal before they can scheme.')
    expect(quote.parentElement?.textContent).toMatch(/^Deceptive alignment is unlikely\. Models/)
  })

  it('marks the words of the headline within a longer quote', () => {
    const whole = 'Models understand the goal\n before they can scheme.'
    const long = source('003', `First. ${whole} Last.`)
    const quotes = [quote(long, long.text ?? '')]
    const text = 'Models understand the goal before they can scheme.'
    inspecting('goal-first', {
      ...withStatement('goal-first', { quotes, text }),
      sources: new Map(sampleDebate.sources).set('003', long),
    })
    const own = section('In its place').getByText(/^Models understand/)
    expect(own.textContent).toBe(whole)
    expect(own.parentElement?.tagName).toBe('MARK')
    expect(own.parentElement?.textContent).toBe(long.text)
  })

  it('shows the words with what the quote remembers where the text is not in the map', () => {
    const { text: _, ...bare } = post
    inspecting('goal-first', {
      ...sampleDebate,
      sources: new Map(sampleDebate.sources).set(post.id, bare),
    })
    const place = section('In its place')
    expect(place.getByText('The text itself is not in this map.')).toBeTruthy()
    expect(place.getByText(/^Models understand/).parentElement?.textContent).toContain('unlikely.')
  })

  it('marks a quote whose words are gone, and never moves it', () => {
    const quote = { source: '001', start: 0, end: 10, exact: 'Not there.', prefix: '', suffix: '' }
    inspecting('goal-first', withStatement('goal-first', { quotes: [quote] }))
    const place = section('In its place')
    expect(place.getByText('Not there.')).toBeTruthy()
    expect(
      place.getByText('These words are no longer in text 001. The quote is kept as it was.'),
    ).toBeTruthy()
  })

  it('has no place where a person made it without one', () => {
    inspecting('beside-the-point')
    expect(panel().queryByRole('region', { name: 'In its place' })).toBeNull()
    expect(panel().getByText('Made by a person')).toBeTruthy()
  })

  it('says who read it and how sure that was, and is confirmed', async () => {
    const store = inspecting('goal-first')
    expect(panel().getByText('Read by the parser, 0.8')).toBeTruthy()
    await userEvent.click(panel().getByRole('button', { name: 'Confirm' }))
    expect(store.getState().debate.statements.get('goal-first')?.reviewed?.verdict).toBe(
      'confirmed',
    )
    expect(panel().getByText(/^Checked by a reader/)).toBeTruthy()
    expect(panel().queryByRole('button', { name: 'Confirm' })).toBeNull()
    expect(screen.getByText('Confirmed.')).toBeTruthy()
  })

  it('says so where the parser is unsure', () => {
    inspecting('goal-first', withStatement('goal-first', { confidence: 0.52 }))
    expect(panel().getByText('unsure 0.52')).toBeTruthy()
  })

  it('says in words what its numbers mean', () => {
    const because = [{ rule: 'assertion', from: null, to: null }]
    inspecting('goal-first', withStatement('goal-first', { confidence: 0.85, because }))
    const says = 'Of ten readings that this rule makes, careful readers made about 9 too.'
    expect(panel().getByText('Read by the parser, 0.85').title).toBe(says)
    expect(section('Why is this here').getByText('0.85').textContent).toContain(says)
  })

  it('changes its kind', async () => {
    const store = inspecting('goal-first')
    await userEvent.click(panel().getByRole('button', { name: 'Correct' }))
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Concession' }))
    expect(store.getState().debate.statements.get('goal-first')?.kind).toBe('concession')
  })

  it('explains its rules in words, unknown ones by their name', () => {
    const from = { source: '001', start: 33, end: 39 }
    inspecting(
      'goal-first',
      withStatement('goal-first', { because: [{ rule: 'hunch', from, to: null }] }),
    )
    const why = section('Why is this here')
    expect(why.getByText('Hunch.')).toBeTruthy()
    expect(why.getByText('“Models”')).toBeTruthy()
  })

  it('says so when it is gone, and comes back with undo', () => {
    const store = inspecting('goal-first')
    act(() => {
      store.getState().actions.deleteStatement('goal-first')
      store.getState().select({ kind: 'statement', id: 'goal-first' })
    })
    expect(panel().getByText(/no longer in the map/)).toBeTruthy()
    act(() => store.getState().undo())
    expect(panel().getByRole('heading', { level: 2 }).textContent).toMatch(/^Models understand/)
  })
})

describe('rewording', () => {
  const headline = 'Models understand the goal before they can scheme.'
  const start = async () => {
    const store = inspecting('goal-first')
    await userEvent.click(panel().getByRole('button', { name: headline }))
    return { store, field: panel().getByRole('textbox', { name: 'Headline' }) }
  }
  const textOf = (store: ReturnType<typeof storeOf>) =>
    store.getState().debate.statements.get('goal-first')?.text

  it('is saved by Enter, and the focus stays with the headline', async () => {
    const { store, field } = await start()
    await userEvent.clear(field)
    await userEvent.type(field, 'The goal comes first.{Enter}')
    expect(textOf(store)).toBe('The goal comes first.')
    expect(document.activeElement?.textContent).toBe('The goal comes first.')
  })

  it('is given up by Esc', async () => {
    const { store, field } = await start()
    await userEvent.type(field, ' Or not.{Escape}')
    expect(textOf(store)).toBe(headline)
    expect(panel().getByRole('button', { name: headline })).toBeTruthy()
  })

  it('is kept when another statement is chosen meanwhile', async () => {
    const { store, field } = await start()
    await userEvent.type(field, ' Really.')
    act(() => store.getState().select({ kind: 'statement', id: 'gradual' }))
    expect(textOf(store)).toContain('Really.')
  })

  it('wants words', async () => {
    const { store, field } = await start()
    await userEvent.clear(field)
    await userEvent.keyboard('{Enter}')
    expect(panel().getByText('A statement needs words.')).toBeTruthy()
    expect(textOf(store)).toBe(headline)
  })

  it('starts with F2', async () => {
    inspecting('goal-first')
    await userEvent.keyboard('{F2}')
    expect(panel().getByRole('textbox', { name: 'Headline' })).toBeTruthy()
  })
})

describe('the links of a statement', () => {
  it('are told verb first, then where from, then the words, both ways', () => {
    inspecting('goal-first')
    const links = section('Links')
    expect(
      links.getByRole('button', { name: 'Supports turn 1: Deceptive alignment is unlikely.' }),
    ).toBeTruthy()
    expect(
      links.getByRole('button', { name: 'Rebutted by turn 1: That order is not given.' }),
    ).toBeTruthy()
  })

  it('lead to the other end', async () => {
    const store = inspecting('goal-first')
    await userEvent.click(section('Links').getByRole('button', { name: /^Rebutted by/ }))
    expect(store.getState().selected).toEqual({ kind: 'statement', id: 'not-given' })
  })

  it('lead there with the focus, and tell what it turned to', async () => {
    inspecting('goal-first')
    await userEvent.click(section('Links').getByRole('button', { name: /^Rebutted by/ }))
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Statement' })),
    )
    const says = 'Rebuttal, against Property ordering: That order is not given.'
    expect(screen.getByRole('status').textContent).toBe(says)
  })

  it('leave the focus where it is when something else is selected elsewhere', async () => {
    const store = inspecting('goal-first')
    await userEvent.click(document.body)
    act(() => store.getState().select({ kind: 'statement', id: 'gradual' }))
    await new Promise((passed) => setTimeout(passed, 20))
    expect(document.activeElement).toBe(document.body)
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('tell the link that an undercut denies', () => {
    inspecting('beside-the-point')
    const words =
      'Undercuts the link: “Gradients shape goals gradually.” supports “Deceptive alignment is unlikely.”'
    expect(section('Links').getByRole('button', { name: words })).toBeTruthy()
  })

  it('tell the statement whose link is undercut', () => {
    inspecting('gradual')
    expect(section('Links').getByRole('button', { name: /^Its link undercut by/ })).toBeTruthy()
  })

  it('can be changed, and deleted with a way back', async () => {
    const store = inspecting('goal-first')
    await userEvent.click(
      section('Links').getByRole('button', { name: 'More about the link: Rebutted by turn 1' }),
    )
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete the link' }))
    expect(store.getState().debate.relations.has('r-order')).toBe(false)
    expect(store.getState().notices.at(-1)?.action?.label).toBe('Undo')
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Statement' })),
    )
  })

  it('are made to a statement picked from a list', async () => {
    const store = inspecting('why-wait')
    await userEvent.click(panel().getByRole('button', { name: 'More' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Connect to a statement…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Connect to a statement' }))
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'What it does' }),
      'clarifies',
    )
    await userEvent.type(dialog.getByRole('combobox', { name: 'This statement' }), 'gradual{Enter}')
    await userEvent.click(dialog.getByRole('button', { name: 'Link' }))
    const more = panel().getByRole('button', { name: 'More' })
    await vi.waitFor(() => expect(document.activeElement).toBe(more))
    const made = [...store.getState().debate.relations.values()].find(
      ({ from }) => from === 'why-wait',
    )
    expect(made).toMatchObject({ kind: 'clarifies', to: 'gradual', madeBy: 'person' })
  })

  it('are made by Ctrl and Enter, once one is picked', async () => {
    const store = inspecting('why-wait')
    const made = () => store.getState().debate.relations.size - sampleDebate.relations.size
    await userEvent.click(panel().getByRole('button', { name: 'More' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Connect to a statement…' }))
    await screen.findByRole('dialog')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(made()).toBe(0)
    await userEvent.keyboard('gradual{Enter}{Control>}{Enter}{/Control}')
    expect(made()).toBe(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the positions of a statement', () => {
  it('show its side on each, which can be changed and taken away', async () => {
    const store = inspecting('goal-first')
    const sides = () =>
      [...store.getState().debate.stances.values()].filter((one) => one.statement === 'goal-first')
    await userEvent.click(panel().getByRole('button', { name: 'Side on Property ordering: for' }))
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Against' }))
    expect(sides()).toMatchObject([{ stance: 'against', madeBy: 'person' }])

    await userEvent.click(
      panel().getByRole('button', { name: 'Side on Property ordering: against' }),
    )
    await userEvent.click(screen.getByRole('menuitem', { name: 'Take it off this position' }))
    expect(sides()).toEqual([])
  })

  it('are added from a list', async () => {
    const store = inspecting('goal-first')
    await userEvent.click(panel().getByRole('button', { name: 'Put on a position…' }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Side' }), 'against')
    await userEvent.click(dialog.getByRole('option', { name: /Prior plausibility/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Put it there' }))
    const added = [...store.getState().debate.stances.values()].find(
      (one) => one.statement === 'goal-first' && one.position === 'prior-plausibility',
    )
    expect(added?.stance).toBe('against')
  })
})

describe('a statement on no position', () => {
  it('says so, and is put on one', async () => {
    const store = inspecting('gradual')
    expect(section('Positions').getByText('On no position.')).toBeTruthy()
    await userEvent.click(section('Positions').getByRole('button', { name: 'Put on a position…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Put on a position' }))
    await userEvent.click(dialog.getByRole('option', { name: /Prior plausibility/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Put it there' }))
    expect(
      section('Positions').getByRole('button', { name: 'Side on Prior plausibility: for' }),
    ).toBeTruthy()
    expect(store.getState().undoName).not.toBeNull()
  })
})

describe('a statement in the sheet of a phone', () => {
  it('shows its words first, and reads them in the text', async () => {
    const store = storeOf(sampleDebate)
    store.getState().select({ kind: 'statement', id: 'goal-first' })
    renderWith(store, <InspectorSheet />)
    expect(panel().getByRole('region', { name: 'In its place' })).toBeTruthy()
    expect(panel().queryByRole('region', { name: 'Notes' })).toBeNull()
    await userEvent.click(panel().getByRole('button', { name: 'Read' }))
    expect(store.getState()).toMatchObject({
      panes: 'both',
      readingGoal: { span: { source: '001', start: 33, end: 83 } },
    })
    expect(panel().queryByRole('region', { name: 'Notes' })).toBeNull()
  })

  it('has its bar and its headline at both heights', async () => {
    const store = storeOf(sampleDebate)
    store.getState().select({ kind: 'statement', id: 'goal-first' })
    renderWith(store, <InspectorSheet />)
    const shown = () => {
      expect(panel().getByText('Claim')).toBeTruthy()
      expect(panel().getByText('for Property ordering')).toBeTruthy()
      expect(panel().getByRole('button', { name: 'More' })).toBeTruthy()
      expect(panel().getByRole('heading', { level: 2 }).textContent).toMatch(/^Models understand/)
    }
    shown()
    await userEvent.click(panel().getByRole('button', { name: 'Show all' }))
    shown()
    await userEvent.click(panel().getByRole('button', { name: 'Show less' }))
    await userEvent.click(panel().getByRole('button', { name: 'Close' }))
    expect(store.getState().selected).toBeNull()
  })

  it('opens the form of a support and of a rebuttal', async () => {
    const store = storeOf(sampleDebate)
    store.getState().select({ kind: 'statement', id: 'goal-first' })
    renderWith(store, <InspectorSheet />)
    await userEvent.click(panel().getByRole('button', { name: 'Rebut' }))
    expect(store.getState().dialog).toEqual({
      kind: 'addStatement',
      answers: { kind: 'statement', id: 'goal-first' },
      link: 'rebuts',
    })
  })

  it('is shown in full where a statement has no words of a text', () => {
    const debate = withStatement('why-wait', statement('claim', 'why-wait', 'Why?'))
    const store = storeOf(debate)
    store.getState().select({ kind: 'statement', id: 'why-wait' })
    renderWith(store, <InspectorSheet />)
    expect(panel().getByRole('heading', { name: 'Why?' })).toBeTruthy()
  })
})
