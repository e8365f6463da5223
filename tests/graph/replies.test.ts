import { describe, expect, it } from 'vitest'
import { indexOf } from '../../src/graph/debateIndex'
import { beneath, hasNoReply, repliesTo, unansweredOn } from '../../src/graph/replies'
import type { Relation, StatementKind } from '../../src/model/debate'
import {
  claim,
  debateWith,
  position,
  rebuttal,
  relation,
  sampleDebate,
  stance,
  statement,
} from '../support/debate'

/** A debate of these links, in which c1 is an objection to p1 and everything else a claim. */
function linked(...relations: Relation[]) {
  const ids = new Set(relations.flatMap(({ from, to }) => [from, to]))
  const names = [...ids].filter((id) => !id.startsWith('r'))
  return debateWith({
    positions: [position('p1', 'Ordering')],
    statements: [
      rebuttal('c1', 'No.'),
      ...names.filter((id) => id !== 'c1').map((id) => claim(id, `${id}.`)),
    ],
    relations,
    stances: [stance('s1', 'c1', 'against', 'p1')],
  })
}

describe('repliesTo', () => {
  it.each([
    ['rebuts', true],
    ['answers', true],
    ['concedes', true],
    ['clarifies', true],
    ['supports', false],
  ] as const)('a statement that %s it: %s', (kind, isReply) => {
    const debate = linked(relation('r1', 'c2', kind, 'c1'))
    expect(repliesTo(debate, 'c1').map((reply) => reply.from)).toEqual(isReply ? ['c2'] : [])
    expect(hasNoReply(debate, 'c1')).toBe(!isReply)
  })

  it('counts an undercut of a link the statement makes', () => {
    const debate = linked(
      relation('r1', 'c1', 'rebuts', 'c2'),
      relation('r2', 'c3', 'undercuts', 'r1'),
    )
    expect(repliesTo(debate, 'c1').map((reply) => reply.from)).toEqual(['c3'])
    expect(repliesTo(debate, 'c2').map((reply) => reply.from)).toEqual(['c1'])
  })

  it('does not take what undercuts a link for an answer to the end it points at', () => {
    const debate = linked(
      relation('r1', 'c2', 'supports', 'c1'),
      relation('r2', 'c3', 'undercuts', 'r1'),
    )
    expect(hasNoReply(debate, 'c1')).toBe(true)
  })
})

describe('unansweredOn', () => {
  const objecting = (kind: StatementKind) =>
    debateWith({
      positions: [position('p1', 'Ordering')],
      statements: [statement(kind, 'c1', 'Well.')],
      stances: [stance('s1', 'c1', 'against', 'p1')],
    })

  it.each([
    ['claim', ['c1']],
    ['rebuttal', ['c1']],
    ['question', ['c1']],
    ['concession', []],
    ['clarification', []],
  ] as const)('a %s against asks for a reply: %j', (kind, expected) =>
    expect(unansweredOn(objecting(kind), 'p1')).toEqual(expected),
  )

  it('asks for no reply to what stands for the position', () =>
    expect(unansweredOn(sampleDebate, 'prior-plausibility')).toEqual([]))

  it('finds the objection of the sample', () =>
    expect(unansweredOn(sampleDebate, 'property-ordering')).toEqual(['not-given']))
})

describe('beneath', () => {
  it('finds supporters and answers, and theirs, nearest first', () =>
    expect(
      beneath(
        linked(
          relation('r1', 'c2', 'supports', 'c1'),
          relation('r2', 'c3', 'rebuts', 'c1'),
          relation('r3', 'c4', 'supports', 'c2'),
          relation('r4', 'c1', 'supports', 'c5'),
        ),
        'c1',
      ),
    ).toEqual(['c2', 'c3', 'c4']))

  it('ends where the debate goes round in a circle', () =>
    expect(
      beneath(
        linked(relation('r1', 'c1', 'rebuts', 'c2'), relation('r2', 'c2', 'rebuts', 'c1')),
        'c1',
      ),
    ).toEqual(['c2']))
})

describe('indexOf', () => {
  it('is made once for a debate', () => expect(indexOf(sampleDebate)).toBe(indexOf(sampleDebate)))

  it('puts statements in the order they were said, and what has no text last', () => {
    const { orderOf } = indexOf(sampleDebate)
    const said = [...sampleDebate.statements.keys()].sort((a, b) => orderOf(a) - orderOf(b))
    expect(said).toEqual([
      'unlikely',
      'goal-first',
      'gradual',
      'not-given',
      'why-wait',
      'beside-the-point',
    ])
  })
})
