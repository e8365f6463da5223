import { describe, expect, it } from 'vitest'
import { narrowed, themesOf } from '../../src/graph/themes'
import { debateWith, position } from '../support/debate'

const debate = debateWith({
  positions: [
    position('p1', 'Long-term goals', 'Do they line up?'),
    position('p2', 'Oversight', 'What can be done?'),
    position('p3', 'Property ordering', 'Do they line up?'),
    position('p4', 'Counting argument'),
  ],
})
const drawn = (themes: ReturnType<typeof themesOf>) =>
  themes.map(({ title, positions }) => `${title}: ${positions.map(({ id }) => id).join(' ')}`)

describe('themes', () => {
  it('gather positions under the larger question, in the order they first occur', () =>
    expect(drawn(themesOf(debate))).toEqual([
      'Do they line up?: p1 p3',
      'What can be done?: p2',
      'null: p4',
    ]))

  it('keep only positions that hold every word of the filter', () =>
    expect(drawn(narrowed(themesOf(debate), 'order PROPERTY'))).toEqual(['Do they line up?: p3']))

  it('are all gone where nothing matches', () =>
    expect(narrowed(themesOf(debate), 'mesa')).toEqual([]))
})
