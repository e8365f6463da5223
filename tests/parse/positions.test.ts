import { describe, expect, it } from 'vitest'
import type { Position } from '../../src/model/debate'
import { cutText } from '../../src/parse/blocks'
import { parse } from '../../src/parse/index'
import { TermFinder } from '../../src/parse/terms'
import { codebook } from '../eval/gold'
import { mapOf, stancesOf as stances } from './thread'

const position = (id: string, proposition: string, terms: Position['terms']): Position => ({
  id,
  title: id,
  proposition,
  theme: null,
  summary: '',
  terms,
  usually: 'for',
})

const fences: Position = {
  ...position('fences', 'Snow fences are worth their price.', [{ words: 'snow fence', weight: 3 }]),
  for: ['cheap', 'keep the line open'],
  against: ['too dear'],
}

const read = (positions: Position[], ...lines: string[]) =>
  parse([{ name: 'snow.txt', text: lines.join('\n') }], {
    codebook: { title: 'Snow', positions },
  }).map

/** The sides taken on one position, in the order of the text. */
const stancesOn = (one: Position, ...lines: string[]) =>
  read([one], ...lines).stances.map(({ stance }) => stance)

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

  it('are read from the statement answered where an answer says little itself', () =>
    expect(
      stancesOn(
        fences,
        ...['Snow fences should stand along the whole line, and snow fences last for years.', ''],
        ...['1 comment, sorted by', ''],
        ...['> Snow fences should stand along the whole line, and snow fences last for years.', ''],
        'I disagree, the wind blows them over.',
      ),
    ).toEqual(['for', 'against']))

  it('are read from the words around where a statement says little itself', () =>
    expect(
      stancesOn(
        fences,
        ...['Snow fences keep the line open, and snow fences are cheap.', ''],
        ...['That has been so for years.', '', 'Snow fences need no repair.'],
      ),
    ).toHaveLength(3))

  it('weigh a rare word more than one that is in every statement', () => {
    const positions = [
      position('line', 'The line is worth its money.', [{ words: 'line', weight: 3 }]),
      position('tunnel', 'A tunnel should be dug.', [{ words: 'tunnel', weight: 3 }]),
    ]
    const text = 'The line is old.\n\nThe line is long.\n\nThe line needs a tunnel.'
    const said = new TermFinder({ title: 'Snow', positions }).within(cutText('snow', text))
    const [line, tunnel] = said
      .bearings({ start: text.lastIndexOf('The'), end: text.length })
      .values()
    expect(tunnel?.score).toBeGreaterThan(line?.score ?? 0)
  })

  it('are at most three for a statement, the main one first', () => {
    const words = ['snow', 'fences', 'tunnels', 'ploughs']
    const positions = words.map((each) =>
      position(each, `${each} help.`, [{ words: each, weight: 3 }]),
    )
    const map = read(
      positions,
      'Ploughs clear snow, ploughs and tunnels beat fences, and ploughs last.',
    )
    expect(map.stances.map((one) => one.position)[0]).toBe('ploughs')
    expect(map.stances.length).toBeLessThanOrEqual(3)
  })

  it('name the words that speak for them elsewhere', () => {
    const text = ['Snow fences keep the line open.', '', 'That has been so for years.']
    const { stances: found, sources } = read([fences], ...text)
    const second = found[1]?.because[0]
    expect(second?.rule).toBe('terms around')
    expect(sources[0]?.text?.slice(second?.to?.start, second?.to?.end)).toBe('Snow fences')
  })

  it('take the other side where a statement is rebutted', () => {
    const [first, second] = stances(
      ...[counting, '', counting, ''],
      'I disagree, the counting argument says nothing about scheming.',
    )
    expect([first, second].sort()).toEqual(['counting-argument: against', 'counting-argument: for'])
  })

  it('stay open where a statement asks', () =>
    expect(stances('Is the counting argument any good?')).toEqual(['counting-argument: neutral']))

  it('stay open where a text only says what a word means', () =>
    expect(stancesOn(fences, 'The definition of a snow fence is a row of boards.')).toEqual([
      'neutral',
    ]))

  it('follow the words that take sides', () => {
    expect(stancesOn(fences, 'Snow fences are cheap.')).toEqual(['for'])
    expect(stancesOn(fences, 'Snow fences are too dear.')).toEqual(['against'])
  })

  it('turn round where those words are denied, and say nothing behind an if', () => {
    expect(stancesOn(fences, 'Snow fences are not cheap at all.')).toEqual(['against'])
    expect(stancesOn(fences, 'Snow fences are never too dear.')).toEqual(['for'])
    expect(
      stancesOn({ ...fences, usually: 'against' }, 'If snow fences were cheap, we would know.'),
    ).toEqual(['against'])
  })

  it('turn round where the words are meant as irony', () =>
    expect(stancesOn(fences, 'Yeah right, snow fences are cheap.')).toEqual(['against']))

  it('keep to a turn: whoever speaks twice keeps his side', () =>
    expect(
      stancesOn(fences, 'Snow fences are too dear.', '', 'Snow fences stand in the way of sheep.'),
    ).toEqual(['against', 'against']))

  it('put whoever is quoted from outside to be denied on the other side', () =>
    expect(
      stancesOn(
        fences,
        ...['> Snow fences will be the ruin of the railway.', ''],
        'I disagree, snow fences stand for fifty years.',
      ),
    ).toEqual(['against', 'for']))

  it('say on which words they rest', () => {
    const { stances: found, sources } = mapOf(counting)
    const words = found[0]?.because.map(({ from }) =>
      sources[0]?.text?.slice(from?.start, from?.end),
    )
    expect(words).toContain('counting argument')
  })

  it('are of the debate: a word that is common elsewhere puts nobody on a position in a text about gardens', () => {
    const frosts = 'I give a late frost a probability of one in ten.'
    const garden = [
      'The beds along the wall should be dug in autumn.',
      'Beans follow onions well in that corner.',
      frosts,
      'Apples keep better than pears in a cold shed.',
      'The hedge needs a cut in spring.',
      'Rain water is kinder to the ferns than the well.',
      'Slugs leave the leeks alone.',
      'The shed wants a new roof.',
    ]
    expect(stances(frosts)).not.toEqual([])
    expect(stances(...garden)).toEqual([])
  })

  it('keep the order and the wording of the codebook', () =>
    expect(mapOf(counting).positions.map(({ id, proposition }) => [id, proposition])).toEqual(
      codebook.positions.map(({ id, proposition }) => [id, proposition]),
    ))
})
