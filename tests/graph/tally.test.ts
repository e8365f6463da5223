import { describe, expect, it } from 'vitest'
import { sharedBy, sharedLinks, tallyOf } from '../../src/graph/tally'
import { claim, debateWith, position, rebuttal, relation, stance } from '../support/debate'

const debate = debateWith({
  positions: [position('p1', 'Ordering'), position('p2', 'Priors'), position('p3', 'Oversight')],
  statements: [
    claim('c1', 'One.'),
    claim('c2', 'Two.'),
    rebuttal('c3', 'No.'),
    rebuttal('c4', 'Nor.'),
  ],
  relations: [relation('r1', 'c1', 'rebuts', 'c3')],
  stances: [
    stance('s1', 'c1', 'for', 'p1'),
    stance('s2', 'c1', 'for', 'p2'),
    stance('s3', 'c2', 'neutral', 'p1'),
    stance('s4', 'c3', 'against', 'p1'),
    stance('s5', 'c3', 'for', 'p2'),
    stance('s6', 'c4', 'against', 'p1'),
    stance('s7', 'c4', 'against', 'p3'),
  ],
})

describe('tallyOf', () => {
  it('counts statements by side, and the objections nobody has answered', () =>
    expect(tallyOf(debate, 'p1')).toEqual({ for: 1, against: 2, open: 1, unanswered: 1 }))

  it('counts a statement once, however often it was put on a side', () => {
    const twice = debateWith({
      positions: [position('p1', 'Ordering')],
      statements: [claim('c1', 'One.')],
      stances: [stance('s1', 'c1', 'for', 'p1'), stance('s2', 'c1', 'for', 'p1')],
    })
    expect(tallyOf(twice, 'p1')).toEqual({ for: 1, against: 0, open: 0, unanswered: 0 })
  })

  it('counts nothing on a position the debate does not have', () =>
    expect(tallyOf(debate, 'gone')).toEqual({ for: 0, against: 0, open: 0, unanswered: 0 }))
})

describe('sharedLinks', () => {
  it('joins positions on which the same statements bear, the strongest first', () =>
    expect(sharedLinks(debate)).toEqual([
      { a: 'p1', b: 'p2', count: 2 },
      { a: 'p1', b: 'p3', count: 1 },
    ]))

  it('counts what sharedBy lists', () => expect(sharedBy(debate, 'p1', 'p2')).toEqual(['c1', 'c3']))
})
