import { describe, expect, it } from 'vitest'
import { type Direction, firstOf, nextTowards } from '../../src/graph/walk'

/** Four cards in two columns; d stands a little lower than the others of its row. */
const boxes = new Map(
  Object.entries({
    a: { x: 0, y: 0 },
    b: { x: 252, y: 0 },
    c: { x: 0, y: 142 },
    d: { x: 252, y: 160 },
  }).map(([id, at]) => [id, { ...at, width: 204, height: 130 }]),
)

describe('walking by arrow keys', () => {
  it.each<[string, Direction, string | null]>([
    ['a', 'right', 'b'],
    ['a', 'down', 'c'],
    ['c', 'right', 'd'],
    ['d', 'left', 'c'],
    ['d', 'up', 'b'],
    ['a', 'left', null],
    ['b', 'up', null],
    ['gone', 'up', null],
  ])('from %s %s gets to %s', (from, direction, to) =>
    expect(nextTowards(boxes, from, direction)).toBe(to),
  )

  it('starts at the upper left', () => expect(firstOf(boxes)).toBe('a'))
  it('starts nowhere on an empty page', () => expect(firstOf(new Map())).toBeNull())
})
