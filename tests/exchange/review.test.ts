import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryMap } from '../../src/document/storage'
import { readReview, replay, writeReview } from '../../src/exchange/review'
import { writeMap } from '../../src/exchange/writeMap'
import type { Debate, Operation } from '../../src/model/debate'
import { applyOperation, decidedOn } from '../../src/model/operations'
import { sampleDebate } from '../support/debate'
import { tries } from '../support/laws'
import { anyJudgement, anyScript } from '../support/scripts'

const at = '2026-11-21T10:00:00Z'
const nothing = JSON.stringify({ by: 'an editor', verdicts: [] })

const read = (text: string) => {
  const review = readReview(text)
  if (!review.ok) throw new Error(review.problem)
  return review.review
}

/** What the judgements of a script make of a debate by hand, as an editor. */
function byHand(start: Debate, script: Parameters<typeof anyJudgement>[1][]): Debate {
  const { doc } = memoryMap(start, '')
  for (const [number, line] of script.entries()) {
    const judgement = anyJudgement(doc.debate(), line)
    if (!judgement) continue
    const id = `v-${String(number).padStart(3, '0')}`
    const word = { id, by: 'an editor', at, as: 'editor' } as const
    const applied = applyOperation(doc.debate(), decidedOn(doc.debate(), judgement), word)
    if (applied.ok) doc.edit(applied.step)
  }
  return doc.debate()
}

const bytes = (debate: Debate) =>
  writeMap({ ...debate, about: sampleDebate.about }, { texts: true })

describe('a review', () => {
  const [runs, time] = tries(80)

  it(
    'done again over the same map gives what was done by hand',
    () =>
      fc.assert(
        fc.property(anyScript, (script) => {
          const reviewed = byHand(sampleDebate, script)
          const again = replay(sampleDebate, read(writeReview(reviewed, 'an editor')))
          expect(again.unfit).toEqual([])
          expect(bytes(again.debate)).toBe(bytes(reviewed))
        }),
        runs,
      ),
    time,
  )

  it('leaves out what no longer fits, tells it, and does the rest', () => {
    const stale: Operation = {
      do: 'confirm',
      what: 'statements',
      id: 'unlikely',
      saw: { kind: 'question', text: 'Is it unlikely?', exact: [] },
    }
    const good = decidedOn(sampleDebate, { do: 'flip', relation: 'r-goal' })
    const { debate, unfit } = replay(sampleDebate, {
      by: 'an editor',
      verdicts: [
        { id: 'v-1', by: 'an editor', at, operation: stale },
        { id: 'v-2', by: 'an editor', at, operation: good },
      ],
    })
    expect(unfit).toEqual([
      'Verdict v-1 (confirm): Statement unlikely (“Is it unlikely?”) was a question, and is a claim now.',
    ])
    expect(debate.statements.get('unlikely')).toBe(sampleDebate.statements.get('unlikely'))
    expect(debate.relations.get('r-goal')).toMatchObject({
      from: 'unlikely',
      to: 'goal-first',
      madeBy: 'editor',
    })
    expect([...debate.verdicts.keys()]).toEqual(['v-2'])
  })

  it.each([
    ['', 'This file is empty.'],
    ['[]', 'The review must be an object, but is a list.'],
    ['{"by": "an editor"}', 'The review has no “verdicts”, which must be a list.'],
    [
      nothing.replace(
        '[]',
        '[{"id":"v","by":"x","at":"2026-11-21T10:00:00Z","operation":{"do":"shout"}}]',
      ),
      'The review: “verdicts[0].operation.do” must be one of those that are known, but is “shout”.',
    ],
  ])('is refused with a sentence: %s', (text, problem) =>
    expect(readReview(text)).toEqual({ ok: false, problem }),
  )
})
