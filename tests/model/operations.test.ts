import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDebateDoc } from '../../src/document/debateDoc'
import { memoryMap } from '../../src/document/storage'
import { readMap } from '../../src/exchange/readMap'
import { writeMap } from '../../src/exchange/writeMap'
import { applyStep } from '../../src/model/change'
import type { Debate } from '../../src/model/debate'
import { problemIn } from '../../src/model/invariants'
import { applyOperation, decidedOn, type Judgement } from '../../src/model/operations'
import { rejectedIn, restoreRejected, verdictsInOrder } from '../../src/model/verdicts'
import {
  annotation,
  claim,
  debateWith,
  position,
  quote,
  relation,
  sampleDebate,
  source,
  stance,
} from '../support/debate'
import { tries } from '../support/laws'
import { anyJudgement, anyScript, type Line, playScript } from '../support/scripts'

const at = '2026-11-21T10:00:00Z'
let given = 0
const word = () => ({ id: `v-${++given}`, by: 'Ada', at, as: 'person' }) as const

/** The debate after some judgements; fails with the problem of one that cannot be done. */
const judged = (debate: Debate, ...judgements: Judgement[]): Debate =>
  judgements.reduce((now, judgement) => {
    const applied = applyOperation(now, decidedOn(now, judgement), word())
    if (!applied.ok) throw new Error(applied.problem)
    return applyStep(now, applied.step)
  }, debate)

const problem = (debate: Debate, judgement: Judgement, seenIn = debate): string | null => {
  const applied = applyOperation(debate, decidedOn(seenIn, judgement), word())
  return applied.ok ? null : applied.problem
}

const snow = source(
  '101',
  'Snow stops trains, and heated points keep lines open. The power fails first in a storm.',
)
const whole = 'Snow stops trains, and heated points keep lines open.'
const parser = { madeBy: 'parser', confidence: 0.6 } as const
const seen = (words: string) => {
  const { source, start, end } = quote(snow, words)
  return { source, start, end }
}
const snowy = debateWith({
  sources: [snow],
  positions: [position('heating', 'Heated points')],
  statements: [
    claim('both', whole, quote(snow, whole)),
    claim('power', 'The power fails first', quote(snow, 'The power fails first in a storm.')),
    claim('aside', 'Points freeze.'),
  ],
  relations: [
    {
      ...relation('r-power', 'power', 'rebuts', 'both'),
      ...parser,
      because: [
        { rule: 'quoted reply', from: seen('The power fails'), to: seen('heated points keep') },
      ],
    },
    { ...relation('r-aside', 'aside', 'rebuts', 'both'), ...parser },
    relation('u', 'aside', 'undercuts', 'r-power'),
  ],
  stances: [
    {
      ...stance('st-both', 'both', 'against', 'heating'),
      ...parser,
      because: [{ rule: 'terms', from: seen('heated points'), to: null }],
    },
    stance('st-power', 'power', 'against', 'heating'),
  ],
  annotations: [annotation('n', 'r-power', 'Which storm?')],
})

describe('a judgement', () => {
  it('is kept as a verdict, with what it was decided upon', () => {
    const [verdict] = verdictsInOrder(judged(snowy, { do: 'flip', relation: 'r-power' }))
    expect(verdict).toMatchObject({
      by: 'Ada',
      at,
      operation: { do: 'flip', saw: { from: 'power', to: 'both', kind: 'rebuts' } },
    })
  })

  it('leaves a statement the parser’s find, and says how it was', () => {
    const next = judged(
      snowy,
      { do: 'kind', statement: 'power', kind: 'rebuttal' },
      { do: 'headline', statement: 'power', text: 'Power fails before points do' },
    )
    expect(next.statements.get('power')).toMatchObject({
      kind: 'rebuttal',
      madeBy: 'parser',
      confidence: 0.8,
      reviewed: { verdict: 'confirmed', was: { kind: 'claim', text: 'The power fails first' } },
    })
  })

  it('forgets how a record was where it is so again', () => {
    const next = judged(
      snowy,
      { do: 'kind', statement: 'power', kind: 'rebuttal' },
      { do: 'kind', statement: 'power', kind: 'claim' },
    )
    expect(next.statements.get('power')?.reviewed).toEqual({ by: 'Ada', at, verdict: 'confirmed' })
  })

  it('makes a corrected link and a corrected side a person’s own', () => {
    const next = judged(
      snowy,
      { do: 'link', relation: 'r-power', kind: 'concedes' },
      { do: 'side', stance: 'st-both', side: 'for' },
    )
    const theirs = { madeBy: 'person', confidence: null }
    expect(next.relations.get('r-power')).toMatchObject({
      ...theirs,
      reviewed: { was: { kind: 'rebuts', confidence: 0.6 } },
    })
    expect(next.stances.get('st-both')).toMatchObject({
      ...theirs,
      stance: 'for',
      reviewed: { was: { stance: 'against', confidence: 0.6 } },
    })
  })

  it('turns a link round with the words at its ends', () => {
    const { from, to, because } =
      judged(snowy, { do: 'flip', relation: 'r-power' }).relations.get('r-power') ?? {}
    expect([from, to]).toEqual(['both', 'power'])
    expect(because?.[0]?.from).toEqual(seen('heated points keep'))
  })
})

describe('what no longer fits', () => {
  const changed = (statement: string, fields: object): Debate => {
    const was = snowy.statements.get(statement)
    const statements = new Map(snowy.statements).set(statement, { ...was, ...fields } as never)
    return { ...snowy, statements }
  }
  const confirm: Judgement = { do: 'confirm', what: 'statements', id: 'power' }

  it.each<[string, Debate, Judgement, RegExp]>([
    [
      'a statement of another kind',
      changed('power', { kind: 'question' }),
      confirm,
      /was a claim, and is a question now/,
    ],
    [
      'another headline',
      changed('power', { text: 'Power' }),
      confirm,
      /another headline now: “Power”/,
    ],
    ['other words', changed('power', { quotes: [] }), confirm, /rests on other words now/],
    [
      'a link that does something else',
      judged(snowy, { do: 'link', relation: 'r-power', kind: 'supports' }),
      { do: 'target', relation: 'r-power', to: 'aside' },
      /power rebuts both\) is another now: power supports both/,
    ],
    [
      'a side that was changed',
      judged(snowy, { do: 'side', stance: 'st-both', side: 'neutral' }),
      { do: 'side', stance: 'st-both', side: 'for' },
      /is open now/,
    ],
    [
      'what is gone',
      judged(snowy, { do: 'reject', what: 'statements', id: 'power' }),
      confirm,
      /“The power fails first”\) is not in the map/,
    ],
    [
      'the other end of a merge',
      changed('both', { text: 'Snow' }),
      { do: 'merge', statement: 'power', into: 'both' },
      /both .* has another headline/,
    ],
  ])('is refused: %s', (_, now, judgement, says) =>
    expect(problem(now, judgement, snowy)).toMatch(says),
  )

  it.each<[string, Judgement, RegExp]>([
    ['the same kind', { do: 'kind', statement: 'power', kind: 'claim' }, /a claim already/],
    [
      'a link to itself',
      { do: 'target', relation: 'r-power', to: 'power' },
      /cannot answer itself/,
    ],
    ['an undercut turned round', { do: 'flip', relation: 'u' }, /cannot be turned round/],
    [
      'a second side on one position',
      { do: 'position', id: 'x', statement: 'power', position: 'heating', side: 'for' },
      /on Heated points already/,
    ],
    [
      'an id in use',
      { do: 'connect', id: 'u', from: 'aside', to: 'power', kind: 'rebuts' },
      /in use/,
    ],
    [
      'a piece out of place',
      {
        do: 'split',
        statement: 'both',
        into: [
          { id: 'both', start: 0, end: 20, kind: 'claim', text: 'Snow' },
          { id: 'x', start: 10, end: 30, kind: 'claim', text: 'Points' },
        ],
      },
      /one after the other/,
    ],
  ])('is refused: %s', (_, judgement, says) => expect(problem(snowy, judgement)).toMatch(says))
})

describe('a rejection', () => {
  it('takes out a statement with what hangs on it, and keeps it all', () => {
    const next = judged(snowy, { do: 'reject', what: 'statements', id: 'power' })
    expect([...next.relations.keys()]).toEqual(['r-aside'])
    const [rejected] = rejectedIn(next)
    expect(rejected?.record).toEqual(snowy.statements.get('power'))
    expect(rejected?.verdict.fell?.annotations).toHaveLength(1)
  })

  it('can be taken back at any time', () => {
    const next = judged(snowy, { do: 'reject', what: 'statements', id: 'power' })
    const restored = restoreRejected(next, rejectedIn(next)[0]?.verdict.id ?? '')
    if (!restored.ok) throw new Error(restored.problem)
    const back = applyStep(next, restored.step)
    expect(writeMap(back, { texts: true })).toBe(writeMap(snowy, { texts: true }))
  })

  it('brings a link back together with its other end, where that was rejected too', () => {
    const both = judged(
      snowy,
      { do: 'reject', what: 'statements', id: 'power' },
      { do: 'reject', what: 'statements', id: 'both' },
    )
    const restore = (debate: Debate, statement: string) => {
      const one = rejectedIn(debate).find(({ record }) => record.id === statement)
      const restored = restoreRejected(debate, one?.verdict.id ?? '')
      if (!restored.ok) throw new Error(restored.problem)
      return applyStep(debate, restored.step)
    }
    const first = restore(both, 'power')
    expect([...first.relations.keys()]).toEqual([])
    expect(problemIn(first)).toBeNull()
    expect([...restore(first, 'both').relations.keys()].sort()).toEqual(['r-aside', 'r-power', 'u'])
  })
})

describe('splitting a statement', () => {
  const next = judged(snowy, {
    do: 'split',
    statement: 'both',
    into: [
      { id: 'both', start: 0, end: 17, kind: 'claim', text: 'Snow stops trains' },
      { id: 'points', start: 23, end: 53, kind: 'claim', text: 'heated points keep lines open.' },
    ],
  })

  it('cuts its words in two', () =>
    expect(
      ['both', 'points'].map((id) => next.statements.get(id)?.quotes.map(({ exact }) => exact)),
    ).toEqual([['Snow stops trains'], ['heated points keep lines open.']]))

  it('gives links and sides to the piece whose words made them', () => {
    expect(next.relations.get('r-power')?.to).toBe('points')
    expect(next.relations.get('r-aside')?.to).toBe('both')
    expect(next.stances.get('st-both')?.statement).toBe('points')
  })
})

describe('merging a statement into another', () => {
  const twins = judged(
    snowy,
    { do: 'connect', id: 'r-other', from: 'aside', to: 'power', kind: 'rebuts' },
    { do: 'merge', statement: 'power', into: 'both' },
  )

  it('carries quotes, links, sides and notes over', () => {
    expect(twins.statements.get('both')?.quotes.map(({ exact }) => exact)).toEqual([
      whole,
      'The power fails first in a storm.',
    ])
    expect(twins.annotations.get('n')?.target).toBe('both')
    expect([...twins.stances.keys()]).toEqual(['st-both'])
  })

  it('keeps a link that both had once, and drops the one between them', () =>
    expect([...twins.relations.keys()]).toEqual(['r-aside']))
})

const [runs, time] = tries(60)

describe('any judgement', () => {
  const line = anyScript.filter((script) => script.length > 0)

  it(
    'leaves the debate valid, and one undo takes it back with its verdict',
    () => {
      fc.assert(
        fc.property(line, anyScript, (script, before) => {
          const { doc } = memoryMap(sampleDebate, '')
          playScript(doc, before)
          const judgement = anyJudgement(doc.debate(), script[0] as Line)
          if (!judgement) return
          const start = writeMap(doc.debate(), { texts: true })
          const applied = applyOperation(doc.debate(), decidedOn(doc.debate(), judgement), word())
          if (!applied.ok) return
          doc.edit(applied.step)
          expect(problemIn(doc.debate())).toBeNull()
          doc.undo()
          expect(writeMap(doc.debate(), { texts: true })).toBe(start)
        }),
        runs,
      )
    },
    time,
  )

  it(
    'is in the exported map and comes back with it',
    () => {
      fc.assert(
        fc.property(anyScript, (script) => {
          const { doc } = memoryMap(sampleDebate, '')
          playScript(doc, script)
          const written = writeMap(doc.debate(), { texts: true })
          const read = readMap(written)
          if (!read.ok) throw new Error(read.problem)
          expect(read.debate.verdicts).toEqual(
            new Map(verdictsInOrder(doc.debate()).map((one) => [one.id, one])),
          )
          expect(writeMap(read.debate, { texts: true })).toBe(written)
        }),
        runs,
      )
    },
    time,
  )
})

it('a map without a review says nothing of one', () => {
  expect(JSON.parse(writeMap(sampleDebate, { texts: false }))).not.toHaveProperty('verdicts')
  expect(openDebateDoc().debate().verdicts.size).toBe(0)
})
