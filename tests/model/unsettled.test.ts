import { describe, expect, it } from 'vitest'
import { keepQuote, settleAll, settleQuote } from '../../src/model/anchorEdits'
import { applyStep } from '../../src/model/change'
import type { Debate, Statement } from '../../src/model/debate'
import { debateOf } from '../../src/model/debateMap'
import * as edits from '../../src/model/edits'
import { fitStatement, lostQuotesOf, shelfOf } from '../../src/model/fit'
import { problemIn } from '../../src/model/invariants'
import { repair } from '../../src/model/repair'
import { reread } from '../../src/model/reread'
import {
  goneIn,
  isWordForWord,
  stateOfQuotes,
  unsettledIn,
  unsettledOf,
} from '../../src/model/unsettled'
import { parse } from '../../src/parse/index'
import { codebook } from '../eval/gold'
import { annotation, claim, debateWith, quote, source } from '../support/debate'

const ferry = 'A ferry across the bay would be cheaper than a bridge, because it needs no road.'
const storm = 'I think a ferry does not run in a storm, and storms are when people need the doctor.'
const mole = 'In fact the mole was built for this, because the old keeper feared the winter swell.'
const bell = 'The bell at the landing cannot be heard from the hill when the wind is in the west.'

const read = (text: string): Debate =>
  debateOf(parse([{ name: 'bay.txt', text }], { codebook }).map)
const older = [ferry, storm, mole, bell].join('\n\n')
const changed = storm.replace('the doctor', 'a midwife')
const newer = [ferry, changed, bell].join('\n\n')

const saying = (debate: Debate, words: string): Statement => {
  const one = [...debate.statements.values()].find(({ quotes }) =>
    quotes.some(({ exact }) => exact.includes(words)),
  )
  if (!one) throw new RangeError(`No statement quotes “${words}”`)
  return one
}

/** The debate of the older text, worked on, and the newer text read into it. */
function readAgain(text = newer) {
  const base = read(older)
  const doctor = saying(base, 'the doctor')
  const mine = applyStep(base, edits.putAnnotation(base, annotation('n1', doctor.id, 'So?')))
  return reread({ mine, base, fresh: read(text), at: '2026-11-21T10:00:00Z' })
}

describe('a text that was corrected', () => {
  const { debate, texts } = readAgain()
  const doctor = saying(debate, 'the doctor')
  const [waiting] = unsettledOf(debate, doctor)

  it('leaves the quote on the earlier words, and offers the new ones', () => {
    expect(doctor.quotes[0]).toMatchObject({ source: 'bay@1', exact: storm })
    expect(waiting?.places.map(({ start, end }) => newer.slice(start, end))).toEqual([changed])
    expect(stateOfQuotes(debate, doctor)).toBe('moved')
    expect(unsettledIn(debate)).toHaveLength(1)
  })

  it('offers nothing for words that have gone, and nothing for those that stand', () => {
    expect(unsettledOf(debate, saying(debate, 'the mole'))).toEqual([])
    expect(stateOfQuotes(debate, saying(debate, 'The bell'))).toBeNull()
    expect(goneIn(debate)).toBe(1)
  })

  it('tells how many quotes follow, have moved and are lost', () =>
    expect(texts[0]?.quotes).toEqual({ exact: 2, moved: 1, ambiguous: 0, lost: 1 }))

  it('moves the quote when a person says so, and takes in what was read from the new words', () => {
    const fresh = saying(debate, 'a midwife')
    expect(fresh.id).not.toBe(doctor.id)
    const [place] = waiting?.places ?? []
    if (!waiting || !place) throw new RangeError('Nothing waits')
    const step = settleQuote(debate, doctor.id, waiting.quote, { source: 'bay', ...place })
    const after = applyStep(debate, step)
    expect(step.name).toBe('move quote to its new words')
    expect(after.statements.get(doctor.id)?.quotes.map(({ exact }) => exact)).toEqual([changed])
    expect(after.statements.get(doctor.id)?.text).toBe(changed)
    expect(after.statements.has(fresh.id)).toBe(false)
    expect(after.annotations.get('n1')?.target).toBe(doctor.id)
    expect(unsettledIn(after)).toEqual([])
    expect(problemIn(after)).toBeNull()
  })

  it('asks no more once a person keeps the earlier words', () => {
    const after = applyStep(debate, keepQuote(debate, doctor.id, doctor.quotes[0] as never))
    expect(unsettledIn(after)).toEqual([])
    expect(after.statements.get(doctor.id)?.quotes[0]?.exact).toBe(storm)
    expect(problemIn(after)).toBeNull()
  })
})

it('asks which is meant where the changed words stand there twice', () => {
  const { debate } = readAgain([ferry, changed, bell, changed, mole].join('\n\n'))
  const doctor = saying(debate, 'the doctor')
  expect(unsettledOf(debate, doctor)[0]?.places).toHaveLength(2)
  expect(stateOfQuotes(debate, doctor)).toBe('unclear')
})

describe('a map without its texts', () => {
  const full = read(older)
  const [one] = full.sources.values()
  const { text: _, ...bare } = one ?? source('bay', older)
  const mine: Debate = { ...full, sources: new Map([['bay', bare]]) }
  const readInto = (text: string) =>
    reread({ mine, base: mine, fresh: read(text), at: '2026-11-21T10:00:00Z' }).debate

  it('has all its quotes for certain when the same text is added', () => {
    const debate = readInto(older)
    expect(unsettledIn(debate)).toEqual([])
    expect([...debate.sources.keys()]).toEqual(['bay'])
  })

  it('has those confirmed that a grown text has elsewhere, all at once', () => {
    const debate = readInto(`A new beginning that nobody has read before.\n\n${older}`)
    const all = unsettledIn(debate)
    expect(all.length).toBeGreaterThan(2)
    expect(all.every(isWordForWord)).toBe(true)
    const after = applyStep(debate, settleAll(debate, all))
    expect(unsettledIn(after)).toEqual([])
    expect(problemIn(after)).toBeNull()
  })
})

describe('a quote that was set aside as lost', () => {
  const bay = source('bay', older)
  const of = (text: string) => {
    const statement = claim('c1', 'The doctor.', quote(bay, storm))
    const held = debateWith({ sources: [source('bay', text)], statements: [statement] })
    return repair(held)
  }

  it('is looked for in the text that is there, and goes back where a person says', () => {
    const debate = of(newer)
    const statement = debate.statements.get('c1') as Statement
    const [lost] = lostQuotesOf(statement)
    const [waiting] = unsettledIn(debate)
    expect(waiting?.quote).toBe(lost)
    const [place] = waiting?.places ?? []
    if (!lost || !place) throw new RangeError('Nothing waits')
    const after = applyStep(debate, settleQuote(debate, 'c1', lost, { source: 'bay', ...place }))
    const settled = after.statements.get('c1') as Statement
    expect(settled.quotes.map(({ exact }) => exact)).toEqual([changed])
    expect(lostQuotesOf(settled)).toEqual([])
    expect(fitStatement(settled, shelfOf(after.sources))).toEqual(settled)
  })

  it('is looked for in all texts where its own is gone', () => {
    const held = debateWith({
      sources: [source('other', newer)],
      statements: [claim('c1', 'The doctor.', quote(bay, storm))],
    })
    expect(unsettledIn(repair(held))[0]).toMatchObject({ source: { id: 'other' } })
  })

  it('stays set aside, and quiet, when a person keeps it', () => {
    const debate = of(newer)
    const [lost] = lostQuotesOf(debate.statements.get('c1') as Statement)
    const after = repair(applyStep(debate, keepQuote(debate, 'c1', lost as never)))
    expect(unsettledIn(after)).toEqual([])
    expect(lostQuotesOf(after.statements.get('c1') as Statement)).toHaveLength(1)
  })
})
