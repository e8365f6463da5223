import { describe, expect, it } from 'vitest'
import type { Debate } from '../../src/model/debate'
import { problemIn } from '../../src/model/invariants'
import {
  annotation,
  claim,
  debateWith,
  type Parts,
  post,
  quote,
  relation,
  sampleDebate,
  stance,
} from '../support/debate'

/** Expects the sample debate, with these records put in, to break one rule. */
function breaks(parts: Parts, sentence: string) {
  expect(problemIn(withParts(sampleDebate, parts))).toBe(sentence)
}

function withParts(debate: Debate, parts: Parts): Debate {
  const { about: _, ...added } = debateWith(parts)
  const next = { ...debate }
  for (const [kind, records] of Object.entries(added)) {
    const both = new Map<string, unknown>([...debate[kind as keyof typeof added], ...records])
    Object.assign(next, { [kind]: both })
  }
  return next
}

const goal = quote(post, 'Models understand the goal before they can scheme.')
const [passage] = post.passages
if (!passage) throw new RangeError('The post has no passage')

describe('the rules of a debate', () => {
  it('hold in the sample debate', () => expect(problemIn(sampleDebate)).toBeNull())

  it('forbid two records of one id', () =>
    breaks(
      { relations: [relation('unlikely', 'gradual', 'rebuts', 'not-given')] },
      'A statement and a relation both have the id unlikely; ids must be unique.',
    ))

  it('forbid a quote that ends before it starts', () =>
    breaks(
      { statements: [claim('s-41', 'Said.', { ...goal, start: 9102, end: 9066 })] },
      'Statement s-41 quotes characters 9,102 to 9,066 of text 001: the end comes before the start.',
    ))

  it('forbid a quote beyond its text', () =>
    breaks(
      { statements: [claim('s-41', 'Said.', { ...goal, end: 1200 })] },
      'Statement s-41 quotes characters 33 to 1,200 of text 001, which has only 117.',
    ))

  it('forbid a quote of a text that is not there', () =>
    breaks(
      { statements: [claim('s-41', 'Said.', { ...goal, source: '009' })] },
      'Statement s-41 quotes text 009, which is not in this map.',
    ))

  it('forbid a quote that is not word for word', () =>
    breaks(
      { statements: [claim('s-41', 'Said.', { ...goal, exact: 'Models misread the goal.' })] },
      'Statement s-41 quotes “Models misread the goal.”, but characters 33 to 83 of text 001 read “Models understand the goal before they can scheme.”.',
    ))

  it('let a quote stand whose text was left out of the map', () => {
    const { text: _, ...bare } = post
    const said = claim('s-41', 'Said.', { ...goal, exact: 'Models misread the goal.' })
    expect(problemIn(withParts(sampleDebate, { sources: [bare], statements: [said] }))).toBeNull()
  })

  it('forbid links without an end', () => {
    breaks(
      { relations: [relation('r-9', 'gone', 'rebuts', 'unlikely')] },
      'Relation r-9 goes from gone, which is no statement of this map.',
    )
    breaks(
      { relations: [relation('r-9', 'unlikely', 'rebuts', 'prior-plausibility')] },
      'Relation r-9 goes to prior-plausibility, which is no statement of this map.',
    )
  })

  it('forbid a statement to answer itself', () =>
    breaks(
      { relations: [relation('r-9', 'unlikely', 'rebuts', 'unlikely')] },
      'Relation r-9 goes from unlikely to itself.',
    ))

  it('let only an undercut point at a relation, and at nothing else', () => {
    breaks(
      { relations: [relation('r-9', 'unlikely', 'rebuts', 'r-order')] },
      'Relation r-9 (rebuts) goes to the relation r-order; only an undercut points at a relation.',
    )
    breaks(
      { relations: [relation('u-9', 'not-given', 'undercuts', 'unlikely')] },
      'Relation u-9 undercuts unlikely, which is no relation of this map; an undercut denies a relation.',
    )
  })

  it('forbid undercuts that run in a circle, also at the end of a chain', () =>
    breaks(
      {
        relations: [
          relation('u-1', 'unlikely', 'undercuts', 'u-2'),
          relation('u-2', 'gradual', 'undercuts', 'u-3'),
          relation('u-3', 'not-given', 'undercuts', 'u-2'),
        ],
      },
      'Relation u-2 undercuts relation u-3, and so on round in a circle back to itself.',
    ))

  it('forbid stances of nothing and on nothing', () => {
    breaks(
      { stances: [stance('st-9', 'gone', 'for', 'prior-plausibility')] },
      'Stance st-9 is of gone, which is no statement of this map.',
    )
    breaks(
      { stances: [stance('st-9', 'unlikely', 'for', 'unlikely')] },
      'Stance st-9 is on unlikely, which is no position of this map.',
    )
  })

  it('forbid notes on nothing, and on notes', () => {
    breaks(
      { annotations: [annotation('a-9', 'gone', 'Why?')] },
      'Annotation a-9 is on gone, which is no statement, position, relation or stance of this map.',
    )
    breaks(
      { annotations: [annotation('a-9', 'a-1', 'Why?')] },
      'Annotation a-9 is on a-1, which is no statement, position, relation or stance of this map.',
    )
  })

  it('forbid to place what is no card', () =>
    breaks(
      { places: [['r-order', { x: 0, y: 0 }]] },
      'The layout places r-order, which is no statement or position of this map.',
    ))

  it('forbid shares outside of 0 to 1', () =>
    breaks(
      { statements: [{ ...claim('s-41', 'Said.'), credence: 2 }] },
      'Statement s-41 has a credence of 2; it must lie between 0 and 1.',
    ))

  it('forbid reasons that point beyond the text', () => {
    const because = [
      { rule: 'quoted reply', from: { source: '001', start: 0, end: 999 }, to: null },
    ]
    breaks(
      { relations: [{ ...relation('r-9', 'gradual', 'rebuts', 'not-given'), because }] },
      'Relation r-9 rests (rule “quoted reply”) on characters 0 to 999 of text 001, which has only 117.',
    )
  })

  it('forbid a text of another length than it is said to have', () =>
    breaks(
      { sources: [{ ...post, length: 1000 }] },
      'Text 001 is said to be 1,000 characters long, but has 117.',
    ))

  it('forbid passages that overlap or leave words out', () => {
    breaks(
      { sources: [{ ...post, passages: [passage, { ...passage, id: '001/p9', start: 80 }] }] },
      'Passage 001/p9 starts at character 80, before the passage ahead of it ends (83).',
    )
    const last = { ...passage, id: '001/p9', start: 95, end: 117 }
    breaks(
      { sources: [{ ...post, passages: [passage, last] }] },
      'Between characters 83 and 95 of text 001 stand words that are in no passage.',
    )
  })

  it('forbid turns and passages that refer to nothing', () => {
    breaks(
      { sources: [{ ...post, passages: [{ ...passage, turn: '001/t9' }] }] },
      'Passage 001/p1 belongs to 001/t9, which is no turn of this map.',
    )
    breaks(
      { sources: [{ ...post, passages: [{ ...passage, copyOf: '002/p9' }] }] },
      'Passage 001/p1 is a copy of 002/p9, which is no passage of this map.',
    )
    breaks(
      { sources: [{ ...post, turns: [{ id: '001/t1', speaker: null, replyTo: 'gone' }] }] },
      'Turn 001/t1 replies to gone, which is no turn of this map.',
    )
  })
})
