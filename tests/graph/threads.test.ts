import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sidesOn } from '../../src/graph/tally'
import { type Thread, threadsOn } from '../../src/graph/threads'
import type { Side } from '../../src/model/debate'
import { claim, debateWith, position, relation, sampleDebate, stance } from '../support/debate'

/** A thread as one line: "a(b(c) d)". */
const drawn = (threads: readonly Thread[]): string =>
  threads
    .map(({ statement, replies }) => statement + (replies.length ? `(${drawn(replies)})` : ''))
    .join(' ')

describe('threadsOn', () => {
  it('puts a rebuttal beneath what it rebuts, though it takes the other side', () =>
    expect(drawn(threadsOn(sampleDebate, 'property-ordering', 'for'))).toBe(
      'goal-first(not-given)',
    ))

  it('lets what hangs beneath the other side stand on its own under its side too', () =>
    expect(drawn(threadsOn(sampleDebate, 'property-ordering', 'against'))).toBe('not-given'))

  it('keeps a circle of supports as one thread', () => {
    const debate = debateWith({
      positions: [position('p', 'P')],
      statements: [claim('a', 'A.'), claim('b', 'B.')],
      relations: [relation('r1', 'a', 'supports', 'b'), relation('r2', 'b', 'supports', 'a')],
      stances: [stance('s1', 'a', 'for', 'p'), stance('s2', 'b', 'for', 'p')],
    })
    expect(drawn(threadsOn(debate, 'p', 'for'))).toBe('a(b)')
  })

  it('shows every statement of a side exactly once, however the links run', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const side = fc.constantFrom<Side>('for', 'against', 'neutral')
    const link = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
    fc.assert(
      fc.property(
        fc.array(side, { minLength: 5, maxLength: 5 }),
        fc.array(link),
        (taken, links) => {
          const debate = debateWith({
            positions: [position('p', 'P')],
            statements: ids.map((id) => claim(id, `${id}.`)),
            relations: links.map(([from, to], at) => relation(`r${at}`, from, 'supports', to)),
            stances: ids.map((id, at) => stance(`s${at}`, id, taken[at] ?? 'for', 'p')),
          })
          for (const one of ['for', 'against', 'neutral'] as const) {
            const shown = drawn(threadsOn(debate, 'p', one)).match(/[a-e]/g) ?? []
            expect(new Set(shown).size).toBe(shown.length)
            for (const [id, taken] of sidesOn(debate, 'p'))
              if (taken === one) expect(shown).toContain(id)
          }
        },
      ),
    )
  })
})
