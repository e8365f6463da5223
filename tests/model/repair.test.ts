import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/model/change'
import { type Debate, recordKinds } from '../../src/model/debate'
import { lostQuotesOf } from '../../src/model/fit'
import { homelessOf } from '../../src/model/homeless'
import { problemIn } from '../../src/model/invariants'
import { liveRepair, repair } from '../../src/model/repair'
import { anyDebate } from '../support/arbitraries'
import {
  annotation,
  claim,
  debateWith,
  post,
  quote,
  relation,
  sampleDebate,
  stance,
} from '../support/debate'

/** The sample debate without some of its records, whatever hangs on them. */
function without(debate: Debate, ...ids: string[]): Debate {
  const next = { ...debate }
  for (const kind of recordKinds) {
    const left = [...debate[kind]].filter(([id]) => !ids.includes(id)) as never
    Object.assign(next, { [kind]: new Map(left) })
  }
  return next
}

/** A debate out of which records were torn, and in which links were bent. */
const tornDebate = fc
  .tuple(anyDebate, fc.infiniteStream(fc.nat({ max: 5 })))
  .map(([debate, numbers]) => {
    const next = () => numbers.next().value ?? 0
    const torn = recordKinds.flatMap((kind) => [...debate[kind].keys()].filter(() => next() === 0))
    const ends = [...debate.statements.keys(), ...debate.relations.keys(), 'nowhere']
    const bent = [...debate.relations.values()].map((relation) =>
      next() > 1 ? relation : { ...relation, to: ends[next() % ends.length] as string },
    )
    return without({ ...debate, relations: new Map(bent.map((one) => [one.id, one])) }, ...torn)
  })

/** Everything a person wrote in a debate: notes and headlines. */
const wordsIn = (debate: Debate) =>
  [
    ...[...debate.annotations.values(), ...homelessOf(debate.about)].map(({ body }) => body),
    ...[...debate.statements.values()].flatMap((statement) => [
      statement.text,
      ...[...statement.quotes, ...lostQuotesOf(statement)].map(({ exact }) => exact),
    ]),
  ].sort()

describe('repair', () => {
  it('leaves a valid debate alone', () =>
    fc.assert(
      fc.property(anyDebate, (debate) => {
        expect(repair(debate)).toEqual(debate)
      }),
    ))

  it('makes any torn debate valid, and drops no words', () =>
    fc.assert(
      fc.property(tornDebate, (torn) => {
        expect(problemIn(repair(torn))).toBeNull()
        expect(wordsIn(repair(torn))).toEqual(wordsIn(torn))
      }),
    ))

  it('changes nothing more the second time', () =>
    fc.assert(
      fc.property(tornDebate, (torn) => {
        expect(repair(repair(torn))).toEqual(repair(torn))
      }),
    ))

  it('does not depend on the order of the records', () =>
    fc.assert(
      fc.property(tornDebate, (torn) => {
        const reversed = { ...torn }
        for (const kind of recordKinds) {
          Object.assign(reversed, { [kind]: new Map([...torn[kind]].reverse() as never) })
        }
        expect(repair(reversed)).toEqual(repair(torn))
      }),
    ))

  it('follows changes one by one to what it makes of the whole', () =>
    fc.assert(
      fc.property(tornDebate, tornDebate, (one, other) => {
        const live = liveRepair()
        const seen = new Map<string, unknown>()
        for (const change of [...changesOf(one), ...removalsOf(one, other), ...changesOf(other)]) {
          for (const { kind, id, record } of live.apply([change])) {
            if (record) seen.set(`${kind} ${id}`, record)
            else seen.delete(`${kind} ${id}`)
          }
        }
        live.apply([], other.about)
        expect(live.debate()).toEqual(repair(other))
        expect(seen.size).toBe(recordKinds.reduce((sum, kind) => sum + live.debate()[kind].size, 0))
      }),
    ))

  it('hides undercuts in a circle and what hangs on them, and no other link', () => {
    const debate = debateWith({
      statements: ['a', 'b', 'c'].map((id) => claim(id, `Claim ${id}.`)),
      relations: [
        relation('r', 'a', 'supports', 'b'),
        relation('u0', 'c', 'undercuts', 'r'),
        relation('u1', 'a', 'undercuts', 'u2'),
        relation('u2', 'b', 'undercuts', 'u1'),
        relation('u3', 'c', 'undercuts', 'u2'),
      ],
    })
    expect([...repair(debate).relations.keys()]).toEqual(['r', 'u0'])
  })

  it('hides what hangs on a statement that is gone, and keeps the notes on it', () => {
    const torn = without(sampleDebate, 'not-given')
    const debate = repair({
      ...torn,
      annotations: new Map([
        ...torn.annotations,
        [
          'a-0',
          { ...annotation('a-0', 'st-order', 'On the side.'), createdAt: '2026-11-19T09:00:00Z' },
        ],
      ]),
    })
    expect([...debate.relations.keys()]).toEqual(['r-goal', 'r-gradual', 'u-gradual'])
    expect([...debate.stances.keys()]).toEqual(['st-goal', 'st-unlikely'])
    expect(debate.annotations.size).toBe(0)
    expect(homelessOf(debate.about).map(({ id }) => id)).toEqual(['a-0', 'a-1'])
  })

  it('brings notes home when what they are on is there again', () => {
    const torn = repair(without(sampleDebate, 'not-given'))
    const statement = sampleDebate.statements.get('not-given')
    const mended = { ...torn, statements: new Map([...torn.statements, ['not-given', statement]]) }
    expect(homelessOf(torn.about)).toHaveLength(1)
    expect(repair(mended as Debate).annotations).toEqual(sampleDebate.annotations)
    expect(homelessOf(repair(mended as Debate).about)).toEqual([])
  })

  it('sets quotes aside whose text is gone, and puts them back with it', () => {
    const torn = repair(without(sampleDebate, '001'))
    const unlikely = torn.statements.get('unlikely')
    expect(unlikely?.text).toBe('Deceptive alignment is unlikely.')
    expect(unlikely?.quotes).toEqual([])
    expect(unlikely && lostQuotesOf(unlikely)).toEqual([
      quote(post, 'Deceptive alignment is unlikely.'),
    ])
    expect(torn.relations.get('r-goal')?.because).toEqual([
      { rule: 'same paragraph', from: null, to: null },
    ])
    const mended = repair({ ...torn, sources: sampleDebate.sources })
    expect(mended.statements).toEqual(sampleDebate.statements)
  })

  it('looks at one record alone when it is reworded', () => {
    const live = liveRepair()
    live.apply(changesOf(sampleDebate), sampleDebate.about)
    const before = live.debate()
    const reworded = claim('beside-the-point', 'It does not matter.')
    const change = { kind: 'statements', id: reworded.id, record: reworded } as const
    expect(live.apply([change])).toEqual([change])
    expect(live.debate().relations).toBe(before.relations)
    expect(live.debate().about).toBe(before.about)
  })

  it('hides a stance as soon as its position goes', () => {
    const live = liveRepair()
    live.apply(changesOf(sampleDebate), sampleDebate.about)
    const late = stance('st-late', 'gradual', 'for', 'gone')
    expect(live.apply([{ kind: 'stances', id: late.id, record: late }])).toEqual([])
    expect(
      live
        .apply([{ kind: 'positions', id: 'prior-plausibility', record: null }])
        .map(({ id }) => id),
    ).toEqual(['prior-plausibility', 'st-unlikely'])
  })
})

const changesOf = (debate: Debate): Change[] =>
  recordKinds.flatMap((kind) =>
    [...debate[kind]].map(([id, record]) => ({ kind, id, record }) as Change),
  )

const removalsOf = (debate: Debate, other: Debate): Change[] =>
  recordKinds.flatMap((kind) =>
    [...debate[kind].keys()]
      .filter((id) => !other[kind].has(id))
      .map((id) => ({ kind, id, record: null }) as Change),
  )
