import { describe, expect, it } from 'vitest'
import { Walls } from '../../src/graph/walls'

/** A card 204 × 130 at the origin, and one three rows below it. */
const walls = new Walls([
  { x: 0, y: 0, width: 204, height: 130 },
  { x: 0, y: 426, width: 204, height: 130 },
])

describe('a level line', () => {
  it.each<[number, number, number, boolean]>([
    [-20, 220, 60, false],
    [-20, 220, 136, true],
    [-20, 220, 131, false],
    [-20, 220, 300, true],
    [-20, 220, 500, false],
    [204, 300, 60, true],
    [-90, 0, 60, true],
  ])('from %i to %i at %i runs clear: %s', (left, far, y, clear) =>
    expect(walls.isFree(left, far, y)).toBe(clear),
  )
})
