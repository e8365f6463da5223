import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { EmptyPlace } from '../../src/cards/EmptyPlace'
import { PositionCard } from '../../src/cards/PositionCard'
import { lastWords, QuoteHanger } from '../../src/cards/QuoteHanger'
import { StatementCard } from '../../src/cards/StatementCard'
import { Tally } from '../../src/cards/Tally'
import { claim, position, post, quote, rebuttal } from '../support/debate'

const ordering = position('p1', 'Property ordering')
const tally = { for: 16, against: 4, open: 8, unanswered: 3 }
const against = { title: ordering.title, side: 'against' } as const

/** What may be said at the foot of a card. */
interface States {
  unanswered?: boolean
  unsure?: number
  notes?: number
  reviewed?: boolean
}

describe('a position card', () => {
  it('is one button, named by its title and tally', async () => {
    const open = vi.fn()
    render(<PositionCard position={ordering} tally={tally} onOpen={open} />)
    const card = screen.getByRole('button', {
      name: 'Property ordering. 16 for, 4 against, 8 open, 3 unanswered',
    })
    await userEvent.click(card)
    expect(open).toHaveBeenCalledOnce()
  })

  it('says that it is only proposed, in a word and in its name', () => {
    render(<PositionCard position={{ ...ordering, proposed: true }} tally={tally} />)
    expect(screen.getByText('proposed')).toBeTruthy()
    expect(
      screen.getByRole('button', { name: /^Property ordering, proposed\. 16 for/ }),
    ).toBeTruthy()
  })

  it('never cuts its proposition', () => {
    render(<PositionCard position={ordering} tally={tally} />)
    expect(screen.getByText('Property ordering settles it.')).toBeTruthy()
  })
})

describe('a tally', () => {
  it('says how many are unanswered', () => {
    render(<Tally tally={tally} />)
    expect(screen.getByText('3 unanswered')).toBeTruthy()
  })

  it('says so when a tick means two', () => {
    render(<Tally tally={{ ...tally, for: 23 }} />)
    expect(screen.getByText('a tick is 2 statements')).toBeTruthy()
  })

  it('keeps to one tick a statement up to twenty-two', () => {
    render(<Tally tally={{ ...tally, for: 22 }} />)
    expect(screen.queryByText(/a tick is/)).toBeNull()
  })
})

describe('a statement card', () => {
  const never = rebuttal('c1', 'It never works.')

  it('is named by its kind, words, side, answers and what waits for a reply', () => {
    render(
      <StatementCard
        statement={never}
        facts={{ on: against, answers: 2, unanswered: true }}
        where="Turn 12"
      />,
    )
    const name = 'Rebuttal: It never works., against Property ordering, 2 answers, no reply yet'
    expect(screen.getByRole('button', { name })).toBeTruthy()
    expect(screen.getByText('Turn 12')).toBeTruthy()
  })

  it('says that an open statement is open on its position', () => {
    render(
      <StatementCard
        statement={never}
        facts={{ on: { ...against, side: 'neutral' } }}
        where={null}
      />,
    )
    expect(screen.getByRole('button', { name: /, open on Property ordering$/ })).toBeTruthy()
  })

  it.each([
    ['no reply yet', { unanswered: true, notes: 1 }, 'no reply yet'],
    ['how unsure the parser was', { unsure: 0.62, notes: 1 }, 'unsure 0.6'],
    ['its notes', { notes: 2, reviewed: true }, '2 notes'],
    ['that a person checked it', { reviewed: true }, 'checked'],
  ])('tells one state, first of all %s', (_, state: States, expected) => {
    const { unanswered = false, unsure = null, reviewed = false, notes = 0 } = state
    const statement = {
      ...claim('c1', 'So.'),
      confidence: unsure,
      reviewed: reviewed
        ? { by: 'Ada', at: '2026-11-20T09:00:00Z', verdict: 'confirmed' as const }
        : null,
    }
    render(
      <StatementCard statement={statement} facts={{ unanswered }} where="Post" notes={notes} />,
    )
    const states = ['no reply yet', 'unsure 0.6', '2 notes', '1 note', 'checked']
    expect(states.filter((words) => screen.queryByText(words))).toEqual([expected])
  })

  it('unfolds what stands beneath it without being chosen', async () => {
    const [toggle, select] = [vi.fn(), vi.fn()]
    render(
      <StatementCard
        statement={never}
        facts={{}}
        where="Post"
        fold={{ folded: 3, unfolded: false, onToggle: toggle }}
        onSelect={select}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: '3 more beneath' }))
    expect(toggle).toHaveBeenCalledOnce()
    expect(select).not.toHaveBeenCalled()
  })
})

describe('what hangs and stands beside cards', () => {
  it('shows a quote in its text', async () => {
    const show = vi.fn()
    const words = quote(post, 'Gradients shape goals gradually.')
    render(<QuoteHanger quote={words} place="Text 001, post" onShow={show} />)
    await userEvent.click(screen.getByRole('button', { name: /^Quote, Text 001, post: Gradients/ }))
    expect(show).toHaveBeenCalledOnce()
  })

  it('starts what stands before a quote at a whole word', () =>
    expect(lastWords('they can also keep a bad goal for long', 16)).toBe('goal for long'))

  it('asks for the answer that is missing', async () => {
    const fill = vi.fn()
    render(<EmptyPlace onFill={fill} />)
    await userEvent.click(screen.getByRole('button', { name: /Nobody has answered this/ }))
    expect(fill).toHaveBeenCalledOnce()
  })
})
