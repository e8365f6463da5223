import { describe, expect, it } from 'vitest'
import { narrowedTo, openFilter, progressOf, readingsOf } from '../../src/graph/reviewQueue'
import { applyStep } from '../../src/model/change'
import type { Debate } from '../../src/model/debate'
import { applyOperation, decidedOn, type Judgement } from '../../src/model/operations'
import { claim, debateWith, position, quote, relation, source, stance } from '../support/debate'

const garden = source('201', 'Moss shades the soil. Slugs love shade.')
const parser = (confidence: number, rule: string) => ({
  madeBy: 'parser' as const,
  confidence,
  because: [{ rule, from: null, to: null }],
})
const debate = debateWith({
  sources: [garden],
  positions: [position('moss', 'Moss')],
  statements: [
    { ...claim('slugs', 'Slugs love shade.', quote(garden, 'Slugs love shade.')), confidence: 0.5 },
    {
      ...claim('moss-shades', 'Moss shades', quote(garden, 'Moss shades the soil.')),
      confidence: 0.9,
    },
    claim('mine', 'I would keep it.'),
  ],
  relations: [
    { ...relation('r', 'slugs', 'rebuts', 'moss-shades'), ...parser(0.5, 'goes on') },
    relation('r-mine', 'mine', 'supports', 'slugs'),
  ],
  stances: [{ ...stance('st', 'moss-shades', 'for', 'moss'), ...parser(0.5, 'terms') }],
})

const judged = (now: Debate, judgement: Judgement): Debate => {
  const word = {
    id: `v-${now.verdicts.size}`,
    by: 'Ada',
    at: '2026-11-21T10:00:00Z',
    as: 'person',
  } as const
  const applied = applyOperation(now, decidedOn(now, judgement), word)
  if (!applied.ok) throw new Error(applied.problem)
  return applyStep(now, applied.step)
}
const ids = (now: Debate, filter: Partial<typeof openFilter> = {}) =>
  narrowedTo(readingsOf(now), { ...openFilter, state: null, ...filter }).map(({ id }) => id)

describe('the queue of a review', () => {
  it('has what the parser was least sure of first, ties in reading order, and nothing of a person', () =>
    expect(ids(debate)).toEqual(['st', 'slugs', 'r', 'moss-shades']))

  it('leaves what was corrected at its place', () => {
    const now = judged(debate, { do: 'link', relation: 'r', kind: 'supports' })
    expect(ids(now)).toEqual(['st', 'slugs', 'r', 'moss-shades'])
    expect(ids(now, { state: 'corrected' })).toEqual(['r'])
    expect(ids(now, { state: 'unchecked' })).toEqual(['st', 'slugs', 'moss-shades'])
  })

  it('is narrowed by kind of record, text, position, rule and confidence', () => {
    expect(ids(debate, { what: 'relations' })).toEqual(['r'])
    expect(ids(debate, { source: '202' })).toEqual([])
    expect(ids(debate, { position: 'moss' })).toEqual(['st', 'r', 'moss-shades'])
    expect(ids(debate, { rule: 'goes on' })).toEqual(['r'])
    expect(ids(debate, { confidence: [0.7, 2] })).toEqual(['moss-shades'])
  })

  it('counts what was rejected as checked', () => {
    const now = judged(judged(debate, { do: 'reject', what: 'relations', id: 'r' }), {
      do: 'confirm',
      what: 'statements',
      id: 'slugs',
    })
    expect(progressOf(now, readingsOf(now))).toEqual({ checked: 2, all: 4 })
  })
})
