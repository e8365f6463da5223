import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyStep } from '../../src/model/change'
import { problemIn } from '../../src/model/invariants'
import { removeSource } from '../../src/model/removeSource'
import { anyDebate } from '../support/arbitraries'
import { quote, sampleDebate, statement, thread } from '../support/debate'
import { tries } from '../support/laws'

describe('a text that is removed', () => {
  it('takes along what rests on it alone, and says how much', () => {
    const { step, gone } = removeSource(sampleDebate, '001')
    const after = applyStep(sampleDebate, step)
    expect(step.name).toBe('remove “Thread 001”')
    expect([...after.statements.keys()].sort()).toEqual([
      'beside-the-point',
      'not-given',
      'why-wait',
    ])
    expect(after.relations.size).toBe(0)
    expect(gone).toMatchObject({ sources: 1, statements: 3, relations: 4, places: 1 })
  })

  it('leaves a statement that a person wrote, without its quote', () => {
    const own = {
      ...statement('claim', 'own', 'Waiting pays.', quote(thread, 'Why would a model wait?')),
      madeBy: 'person' as const,
    }
    const debate = {
      ...sampleDebate,
      statements: new Map([...sampleDebate.statements, ['own', own]]),
    }
    const after = applyStep(debate, removeSource(debate, '002').step)
    expect(after.statements.get('own')).toEqual({ ...own, quotes: [] })
    expect(after.statements.has('why-wait')).toBe(false)
  })

  const [runs, time] = tries(60)
  it(
    'leaves a valid debate, whatever it held',
    () =>
      fc.assert(
        fc.property(anyDebate, fc.nat({ max: 3 }), (debate, at) => {
          const id = [...debate.sources.keys()][at]
          if (id === undefined) return
          const after = applyStep(debate, removeSource(debate, id).step)
          expect(problemIn(after)).toBeNull()
          expect(after.sources.has(id)).toBe(false)
        }),
        runs,
      ),
    time,
  )
})
