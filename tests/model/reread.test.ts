import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyStep } from '../../src/model/change'
import type { Debate, Statement } from '../../src/model/debate'
import { debateOf } from '../../src/model/debateMap'
import { supersededBy } from '../../src/model/earlier'
import * as edits from '../../src/model/edits'
import { problemIn } from '../../src/model/invariants'
import { applyOperation, decidedOn, type Judgement } from '../../src/model/operations'
import { addQuote } from '../../src/model/quoteEdits'
import { type Reread, reread, rereadStep } from '../../src/model/reread'
import type { Id } from '../../src/model/schema'
import { parse } from '../../src/parse/index'
import { codebook } from '../eval/gold'
import { annotation } from '../support/debate'
import { tries } from '../support/laws'
import { anyScript, onlyEdits, startsOver, stepOf } from '../support/scripts'

const at = '2026-11-21T10:00:00Z'

/** The debate that some texts hold, by the names of their files. */
const read = (texts: Readonly<Record<string, string>>): Debate => {
  const inputs = Object.entries(texts).map(([name, text]) => ({ name, text }))
  return debateOf(parse(inputs, { codebook }).map)
}

/** Reads newer texts into an edited debate that came from older ones. */
const again = (
  mine: Debate,
  older: Readonly<Record<string, string>>,
  newer: Readonly<Record<string, string>>,
): Reread => reread({ mine, base: read(older), fresh: read({ ...older, ...newer }), at })

const snow = [
  'Snow stops trains because the points freeze. Heating the points would keep most lines open.',
  'I disagree. Heated points fail as soon as the power goes, and in a storm the power goes first.',
  'In fact, a plough cannot run while signals are dark, so the line stays shut whatever the points do.',
]
const thread = snow.join('\n\n')
const grown = `${thread}\n\nI think the signals could run on batteries, because they need very little power.`
const shrunk = [snow[0], snow[2]].join('\n\n')

const found = (debate: Debate, words: string): Statement => {
  const one = [...debate.statements.values()].find(({ quotes }) =>
    quotes.some(({ exact }) => exact.includes(words)),
  )
  if (!one) throw new RangeError(`No statement quotes “${words}”`)
  return one
}
const wordsOf = ({ sources }: Debate, { quotes }: Statement) =>
  quotes.map(({ source, start, end }) => sources.get(source)?.text?.slice(start, end))

describe('a thread that has grown', () => {
  const mine = read({ 'snow.txt': thread })

  it('brings in what is new and leaves the rest as it is', () => {
    const { debate, texts } = again(mine, { 'snow.txt': thread }, { 'snow.txt': grown })
    expect(texts).toMatchObject([{ source: 'snow', gone: [], yours: [] }])
    expect(texts[0]?.added.map((id) => debate.statements.get(id)?.quotes[0]?.exact)).toEqual([
      expect.stringContaining('batteries'),
    ])
    for (const id of mine.statements.keys()) expect(debate.statements.has(id)).toBe(true)
    expect(debate.sources.size).toBe(1)
    expect(problemIn(debate)).toBeNull()
  })

  it('keeps a headline that a person has reworded, a kind, a note and a place', () => {
    const [plough, heated] = [found(mine, 'plough'), found(mine, 'Heated points')]
    let edited = applyStep(mine, edits.rewordStatement(mine, plough.id, 'Ploughs need signals.'))
    edited = applyStep(edited, edits.changeStatementKind(edited, heated.id, 'question'))
    edited = applyStep(edited, edits.putAnnotation(edited, annotation('n1', heated.id, 'True?')))
    edited = applyStep(edited, edits.placeCards(new Map([[plough.id, { x: 1, y: 2 }]])))
    const longer = `A new opening line that nobody has seen before now.\n\n${grown}`
    const { debate, texts } = again(edited, { 'snow.txt': thread }, { 'snow.txt': longer })

    expect(debate.statements.get(plough.id)?.text).toBe('Ploughs need signals.')
    expect(debate.statements.get(heated.id)?.kind).toBe('question')
    expect(debate.annotations.get('n1')?.target).toBe(heated.id)
    expect(debate.places.get(plough.id)).toEqual({ x: 1, y: 2 })
    expect(wordsOf(debate, debate.statements.get(plough.id) as Statement)).toEqual([
      plough.quotes[0]?.exact,
    ])
    expect(new Set(texts[0]?.yours)).toEqual(new Set([plough.id, heated.id]))
  })

  it('keeps the words that a person has added to what the parser quoted', () => {
    const heated = found(mine, 'Heated points')
    const [first] = snow
    const words = { source: 'snow', start: 0, end: (first ?? '').indexOf('.') + 1 }
    const edited = applyStep(mine, addQuote(mine, heated.id, words))
    const longer = `A new opening line that nobody has seen before now.\n\n${grown}`
    const { debate } = again(edited, { 'snow.txt': thread }, { 'snow.txt': longer })
    expect(wordsOf(debate, debate.statements.get(heated.id) as Statement)).toEqual([
      heated.quotes[0]?.exact,
      'Snow stops trains because the points freeze.',
    ])
  })

  it('reads a statement anew that has only a note, and keeps the note', () => {
    const heated = found(mine, 'Heated points')
    const noted = applyStep(mine, edits.putAnnotation(mine, annotation('n1', heated.id, 'True?')))
    const fresh = read({ 'snow.txt': grown })
    const now: Statement = { ...found(fresh, 'Heated points'), kind: 'question' }
    const statements = new Map([...fresh.statements, [now.id, now]])
    const { debate, texts } = reread({
      mine: noted,
      base: mine,
      fresh: { ...fresh, statements },
      at,
    })
    expect(heated.kind).not.toBe('question')
    expect(debate.statements.get(heated.id)?.kind).toBe('question')
    expect(debate.annotations).toEqual(noted.annotations)
    expect(texts[0]?.yours).toEqual([heated.id])
  })

  it('does not bring back what a person has deleted', () => {
    const plough = found(mine, 'plough')
    const edited = applyStep(mine, edits.deleteStatement(mine, plough.id))
    const { debate } = again(edited, { 'snow.txt': thread }, { 'snow.txt': grown })
    expect([...debate.statements.values()].map(({ quotes }) => quotes[0]?.exact)).not.toContain(
      plough.quotes[0]?.exact,
    )
  })

  it('does not bring back a link or a side that a person has taken away or told otherwise', () => {
    const [link] = mine.relations.values()
    if (!link) throw new RangeError('The parser links nothing in this thread')
    const removed = applyStep(mine, edits.deleteRelation(mine, link.id))
    const ends = (debate: Debate) =>
      [...debate.relations.values()].filter((one) => one.from === link.from && one.to === link.to)
    expect(ends(again(removed, { 'snow.txt': thread }, { 'snow.txt': grown }).debate)).toEqual([])

    const kind = link.kind === 'supports' ? 'rebuts' : 'supports'
    const changed = applyStep(mine, edits.changeRelationKind(mine, link.id, kind))
    const after = again(changed, { 'snow.txt': thread }, { 'snow.txt': grown }).debate
    expect(ends(after).map((one) => one.kind)).toEqual([kind])
  })
})

describe('words that have gone', () => {
  const mine = read({ 'snow.txt': thread })
  const heated = found(mine, 'Heated points')

  it('stay as a statement, on the earlier version of the text', () => {
    const { debate, texts } = again(mine, { 'snow.txt': thread }, { 'snow.txt': shrunk })
    expect(texts[0]?.gone).toContain(heated.id)
    const kept = debate.statements.get(heated.id) as Statement
    expect(wordsOf(debate, kept)).toEqual([heated.quotes[0]?.exact])
    const earlier = debate.sources.get(kept.quotes[0]?.source ?? '')
    expect(earlier?.id).toBe('snow@1')
    expect(earlier && supersededBy(earlier)).toBe('snow')
    expect(problemIn(debate)).toBeNull()
  })

  it('keep the links a person drew to them', () => {
    const plough = found(mine, 'plough')
    const linked = applyStep(
      mine,
      edits.addRelation(mine, 'own', plough.id, heated.id, 'clarifies'),
    )
    const { debate } = again(linked, { 'snow.txt': thread }, { 'snow.txt': shrunk })
    expect(debate.relations.get('own')).toMatchObject({ from: plough.id, to: heated.id })
  })

  it('go back to the text when they stand in it again, and the earlier version goes', () => {
    const { debate } = again(mine, { 'snow.txt': thread }, { 'snow.txt': shrunk })
    const back = again(debate, { 'snow.txt': shrunk }, { 'snow.txt': grown }).debate
    expect([...back.sources.keys()]).toEqual(['snow'])
    expect(back.statements.get(heated.id)?.quotes[0]?.source).toBe('snow')
  })

  it('do not move to words that only look the same', () => {
    const older = 'Trains ran late all winter.\n\nI agree.\n\nThe points froze at dawn, every day.'
    const newer = 'Trains ran late all winter.\n\nBuses fill the gap in the hills.\n\nI agree.'
    const base = read({ 'a.txt': older })
    const own: Statement = {
      ...(found(base, 'Trains') as Statement),
      id: 'own',
      madeBy: 'person',
      quotes: [
        {
          source: 'a',
          start: 29,
          end: 37,
          exact: 'I agree.',
          prefix: ' ran late all winter.\n\n',
          suffix: '\n\nThe points froze at dawn, every',
        },
      ],
    }
    const mineHere = { ...base, statements: new Map([...base.statements, ['own', own]]) }
    const { debate } = again(mineHere, { 'a.txt': older }, { 'a.txt': newer })
    expect(debate.statements.get('own')?.quotes[0]?.source).toBe('a@1')
  })
})

describe('another text', () => {
  it('comes in beside what is there, and quotations across the texts become links', () => {
    const mine = read({ 'snow.txt': thread })
    const reply =
      'Heating the points would keep most lines open.\n\nI disagree, because the power fails first in a storm.'
    const { debate, texts } = again(mine, { 'snow.txt': thread }, { 'reply.txt': reply })
    expect([...debate.sources.keys()]).toEqual(['snow', 'reply'])
    expect(texts.map(({ source }) => source)).toEqual(['reply'])
    const across = [...debate.relations.values()].filter(
      ({ from, to }) =>
        debate.statements.get(from)?.quotes[0]?.source === 'reply' &&
        debate.statements.get(to)?.quotes[0]?.source === 'snow',
    )
    expect(across.length).toBeGreaterThan(0)
    expect(problemIn(debate)).toBeNull()
  })
})

describe('what a review has decided', () => {
  const judged = (debate: Debate, ...judgements: Judgement[]): Debate =>
    judgements.reduce((now, judgement, at_) => {
      const word = { id: `v-${at_}`, by: 'Ada', at, as: 'person' } as const
      const applied = applyOperation(now, decidedOn(now, judgement), word)
      if (!applied.ok) throw new Error(applied.problem)
      return applyStep(now, applied.step)
    }, debate)
  const mine = read({ 'snow.txt': thread })
  const [plough, heated] = [found(mine, 'plough'), found(mine, 'Heated points')]
  const longer = `A new opening line that nobody has seen before now.\n\n${grown}`

  it('stays decided: what was rejected does not come back, and its verdict is kept', () => {
    const link = [...mine.relations.values()].find(({ from }) => from === heated.id)
    const reviewed = judged(
      mine,
      { do: 'reject', what: 'relations', id: link?.id ?? '' },
      { do: 'reject', what: 'statements', id: plough.id },
    )
    // As if the parser of the day had not found them in the older text.
    const base: Debate = { ...mine, statements: reviewed.statements, relations: reviewed.relations }
    const fresh = read({ 'snow.txt': longer })
    const { debate } = reread({ mine: reviewed, base, fresh, at })
    expect([...fresh.statements.values()].some(({ text }) => text.includes('plough'))).toBe(true)
    expect([...debate.statements.values()].some(({ text }) => text.includes('plough'))).toBe(false)
    expect(
      [...debate.relations.values()].some((one) => one.to === link?.to && one.from === heated.id),
    ).toBe(false)
    expect(debate.verdicts).toEqual(reviewed.verdicts)
    expect(problemIn(debate)).toBeNull()
  })

  it('stays merged: the links of the one follow into the other', () => {
    const reviewed = judged(mine, { do: 'merge', statement: plough.id, into: heated.id })
    const { debate } = again(reviewed, { 'snow.txt': thread }, { 'snow.txt': longer })
    expect(wordsOf(debate, debate.statements.get(heated.id) as Statement)).toEqual([
      heated.quotes[0]?.exact,
      plough.quotes[0]?.exact,
    ])
    expect([...debate.statements.values()].filter(({ text }) => text === plough.text)).toEqual([])
    expect(problemIn(debate)).toBeNull()
  })

  it('stays merged where the newer text links the two: a statement has no link to itself', () => {
    const asks = 'Why would a railway heat points that are used twice a day?'
    const [older, newer] = [`${snow[0]}\n\n${asks}`, `${asks}\n\n${snow[0]}`]
    const apart = read({ 'snow.txt': older })
    const [question, answer] = [found(apart, asks), found(apart, 'Heating the points')]
    const reviewed = judged(apart, { do: 'merge', statement: question.id, into: answer.id })
    const fresh = read({ 'snow.txt': newer })
    expect(fresh.relations.size).toBeGreaterThan(0)

    const { debate } = again(reviewed, { 'snow.txt': older }, { 'snow.txt': newer })
    expect([...debate.relations.values()].filter(({ from, to }) => from === to)).toEqual([])
    expect(problemIn(debate)).toBeNull()
  })
})

const paragraphs = [
  ...snow,
  'Yes.',
  'Yes.',
  'I agree that batteries would work for the signals on a quiet branch line.',
  'But a quiet branch line has no need of signals: one train runs on it all day.',
  'Why would a railway heat points that are used twice a day?',
  'Because a single frozen point strands every train behind it, and that costs more.',
  'I think goal-directed models plan ahead, so training them longer changes little.',
]
const anyThread = fc
  .array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 8 })
  .map((some) => some.join('\n\n'))

/** Any debate read from a text, and edited. */
const edited = (text: string, script: Parameters<typeof onlyEdits>[0]): Debate => {
  let debate = read({ 'a.txt': text })
  for (const line of onlyEdits(script))
    if (!startsOver(line)) debate = applyStep(debate, stepOf(debate, line))
  return debate
}

/** Whether the parser made a record and nobody has put their word to it. */
const isParsers = ({ madeBy, reviewed }: Pick<Statement, 'madeBy' | 'reviewed'>) =>
  madeBy === 'parser' && reviewed === null

const isPersons = (mine: Debate, base: Debate) => {
  const noted = new Set([...mine.annotations.values()].map(({ target }) => target))
  return [...mine.statements.values()].filter((one) => {
    const was = base.statements.get(one.id)
    return (
      !isParsers(one) ||
      noted.has(one.id) ||
      mine.places.has(one.id) ||
      (was && (was.text !== one.text || was.kind !== one.kind))
    )
  })
}

const idsOf = (records: Iterable<{ id: Id }>) => [...records].map(({ id }) => id)

describe('whatever people did and however a text has changed', () => {
  const [runs, time] = tries(60)

  it(
    'reading the same text again changes nothing',
    () =>
      fc.assert(
        fc.property(anyThread, anyScript, (text, script) => {
          const mine = edited(text, script)
          const { debate } = again(mine, { 'a.txt': text }, {})
          expect(rereadStep('read again', mine, { debate, texts: [] }).changes).toEqual([])
        }),
        runs,
      ),
    time,
  )

  it(
    'the result is valid, keeps what people made, and reading it again changes nothing more',
    () =>
      fc.assert(
        fc.property(anyThread, anyThread, anyScript, (older, newer, script) => {
          const mine = edited(older, script)
          const base = read({ 'a.txt': older })
          const once = again(mine, { 'a.txt': older }, { 'a.txt': newer })
          expect(problemIn(once.debate)).toBeNull()
          for (const one of isPersons(mine, base)) {
            const kept = once.debate.statements.get(one.id)
            // What is only noted, linked or placed follows the reading; the note, link or place is kept.
            const was = base.statements.get(one.id)
            const { text, kind, reviewed } = one
            const isAsRead = was?.text === text && was.kind === kind && isParsers(one)
            expect(kept).toMatchObject(isAsRead ? { reviewed } : { text, kind, reviewed })
          }
          // Where the words now stand that a link or side rests on may differ.
          for (const what of ['relations', 'stances'] as const)
            for (const { because, ...one } of mine[what].values())
              if (!isParsers(one)) expect(once.debate[what].get(one.id)).toMatchObject(one)
          expect(once.debate.annotations).toEqual(mine.annotations)
          expect(once.debate.places).toEqual(mine.places)
          expect(idsOf(once.debate.positions.values())).toEqual(idsOf(mine.positions.values()))

          const twice = again(once.debate, { 'a.txt': newer }, {})
          expect(rereadStep('read again', once.debate, twice).changes).toEqual([])
        }),
        runs,
      ),
    time,
  )

  it(
    'its one step leads from the debate to the result, and what has gone still stands word for word',
    () =>
      fc.assert(
        fc.property(anyThread, anyThread, (older, newer) => {
          const mine = read({ 'a.txt': older })
          const once = again(mine, { 'a.txt': older }, { 'a.txt': newer })
          const after = applyStep(mine, rereadStep('read again', mine, once))
          expect(after).toEqual(once.debate)
          for (const id of once.texts[0]?.gone ?? []) {
            const statement = after.statements.get(id) as Statement
            expect(statement.quotes.map(({ exact }) => exact)).toEqual(wordsOf(after, statement))
          }
        }),
        runs,
      ),
    time,
  )
})
