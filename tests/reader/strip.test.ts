import { expect, it } from 'vitest'
import { coverageOf } from '../../src/graph/coverage'
import type { Role } from '../../src/model/debate'
import { gapsOf, placeInStrip, shapesOf } from '../../src/reader/strip'
import { claim, debateWith, position, quote, source, stance } from '../support/debate'

const snow = source(
  '001',
  'Snow closes the line.\n\nA plough keeps it open.\n\nPloughs cost money.\n\nShare this.\n\nWho pays?',
)
const roles: Role[] = ['speech', 'quotation', 'speech', 'furniture', 'speech']
const text = {
  ...snow,
  turns: [...snow.turns, { id: '001/t2', speaker: null, replyTo: null }],
  passages: snow.passages.map((passage, at) => ({
    ...passage,
    role: roles[at] ?? 'speech',
    turn: at < 2 ? '001/t1' : '001/t2',
  })),
}
const debate = debateWith({
  sources: [text],
  positions: [position('p', 'Ploughing')],
  statements: [
    claim('snow', 'Snow', quote(snow, 'Snow closes the line.')),
    claim('cost', 'Cost', quote(snow, 'Ploughs cost money.')),
  ],
  stances: [stance('st', 'cost', 'against', 'p')],
})
const coverage = coverageOf(debate, text)

it('draws each look as one shape: statements over the whole width by side, quotations on the right half', () =>
  expect(shapesOf(coverage, (id) => (id === 'cost' ? 'against' : 'neutral'))).toEqual([
    { look: 'neutral', path: 'M0 0H10V21H0Z' },
    { look: 'quotation', path: 'M5 23H10V46H5Z' },
    { look: 'against', path: 'M0 48H10V67H0Z' },
    { look: 'other', path: 'M0 69H10V80H0Z' },
    { look: 'unmapped', path: 'M0 82H10V91H0Z' },
  ]))

it('draws neighbours of one look as one stretch', () => {
  const plain = source('002', 'One.\n\nTwo.\n\nThree.')
  expect(shapesOf(coverageOf(debateWith({}), plain), () => 'for')).toEqual([
    { look: 'unmapped', path: 'M0 0H10V18H0Z' },
  ])
})

it('parts turns that are long enough to be told apart', () => {
  expect(gapsOf(text, 20)).toBe('M0 48H10')
  expect(gapsOf(text, 60)).toBe('')
})

it('says what lies at a place', () => {
  const says = (words: string) =>
    placeInStrip(debate, text, coverage, text.text?.indexOf(words) ?? 0, null)
  expect(says('Ploughs cost')).toBe('Turn 2: claim, against')
  expect(says('Snow closes')).toBe('Turn 1: claim, open')
  expect(says('A plough')).toBe('Turn 1: quotation')
  expect(says('Who pays')).toBe('Turn 2: not in the map')
})

it('draws ten thousand passages in no time', () => {
  const long = source('003', 'Snow closes the line.\n\n'.repeat(10_000))
  const statements = long.passages.map(({ id, start, end }) =>
    claim(id, 'Snow', { source: '003', start, end, exact: '', prefix: '', suffix: '' }),
  )
  const covered = coverageOf(debateWith({ sources: [long], statements }), long)
  const began = performance.now()
  const shapes = shapesOf(covered, (id) => (id.endsWith('1') ? 'for' : 'neutral'))
  expect(shapes.length).toBe(2)
  expect(performance.now() - began).toBeLessThan(1000)
})
