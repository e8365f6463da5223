import { describe, expect, it } from 'vitest'
import { codebook } from '../eval/gold'
import { mapOf, stancesOf as stances } from './thread'

const counting = 'The counting argument shows that scheming is what most goals lead to.'

describe('positions', () => {
  it('are found by the words people use for them', () =>
    expect(stances('Credit assignment cannot backtrack through all of that reasoning.')).toEqual([
      'credit-assignment: for',
    ]))

  it('are found whatever the ending of a word', () =>
    expect(
      stances('A corrigible assistant would do.').concat(stances('Corrigibility would do.')),
    ).toEqual(['corrigible-assistants: for', 'corrigible-assistants: for']))

  it('are not found in words that only look alike', () =>
    expect(stances('The price rose in 1 shop in the capital of the country.')).toEqual([]))

  it('are read from the heading above', () =>
    expect(
      stances(
        ...['Something is said here at the start.', '', 'Inductive priors and simplicity', ''],
        ...['They matter more than anything.', '', '1 comment, sorted by', '', 'No.'],
      ),
    ).toEqual(['inductive-priors: for']))

  it('take the other side where a statement is rebutted', () => {
    const [first, second] = stances(
      ...[counting, '', counting, ''],
      'I disagree, the counting argument says nothing about scheming.',
    )
    expect([first, second].sort()).toEqual(['counting-argument: against', 'counting-argument: for'])
  })

  it('stay open where a statement asks', () =>
    expect(stances('Is the counting argument any good?')).toEqual(['counting-argument: neutral']))

  it('say on which words they rest', () => {
    const { stances: found, sources } = mapOf(counting)
    const words = found[0]?.because.map(({ from }) =>
      sources[0]?.text?.slice(from?.start, from?.end),
    )
    expect(words).toContain('counting argument')
  })

  it('keep the order and the wording of the codebook', () =>
    expect(mapOf(counting).positions.map(({ id, proposition }) => [id, proposition])).toEqual(
      codebook.positions.map(({ id, proposition }) => [id, proposition]),
    ))
})
