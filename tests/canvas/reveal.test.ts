import { describe, expect, it } from 'vitest'
import { foldsOver } from '../../src/canvas/useReveal'
import { layoutPosition } from '../../src/graph/positionPage'
import { claim, debateWith, position, relation, stance } from '../support/debate'

const count = 8
const ids = Array.from({ length: count }, (_, at) => `c${at}`)
// So many that no row is left beside the cards.
const others = ['v0', 'v1', 'v2', 'v3']
const debate = debateWith({
  positions: [position('p', 'Ordering')],
  statements: [...ids, ...others, 'q', 'x', 'y', 'z'].map((id) => claim(id, `${id}.`)),
  stances: [
    ...ids.map((id) => stance(`st-${id}`, id, 'for', 'p')),
    stance('st-q', 'q', 'neutral', 'p'),
  ],
  relations: [
    relation('r1', 'x', 'supports', 'c0'),
    relation('r2', 'y', 'rebuts', 'x'),
    relation('r3', 'z', 'supports', 'c7'),
    ...others.map((id) => relation(`r-${id}`, id, 'supports', 'c0')),
  ],
})
const page = layoutPosition(debate, 'p', {
  unfolded: new Set(),
  heightOf: () => 130,
  quoteHeightOf: () => 0,
  pitch: 142,
})

describe('what has to be unfolded to see a statement', () => {
  it.each([
    ['c0', []],
    ['x', []],
    ['y', ['beneath:c0', 'beneath:x']],
    ['c6', ['lane:for']],
    ['q', ['lane:open']],
    ['nobody', []],
  ])('%s: %j', (id, folds) => expect(foldsOver(page, id)).toEqual(folds))
})
