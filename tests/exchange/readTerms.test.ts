import { describe, expect, it } from 'vitest'
import { readTerms } from '../../src/exchange/readTerms'
import { applyStep } from '../../src/model/change'
import type { Debate, Position, Stance, Term } from '../../src/model/debate'
import { debateOf } from '../../src/model/debateMap'
import { problemIn } from '../../src/model/invariants'
import { editPosition, wordsOfPosition } from '../../src/model/positionEdits'
import { parse } from '../../src/parse/index'
import { annotation } from '../support/debate'

const at = '2026-11-21T09:00:00Z'

const text = [
  'Snow fences keep the drifts off the railway line.',
  'Snow fences are cheap, and farmers like them.',
  'Ploughs clear the line faster than any fence could.',
  'Ploughs wear out the points, and points are dear.',
  'Nobody runs a train in a blizzard anyway.',
].join('\n\n')

const position = (id: string, title: string, ...terms: Term[]): Position => ({
  id,
  title,
  proposition: `${title} are worth their price.`,
  theme: null,
  summary: '',
  terms,
})
const names = (words: string): Term => ({ words, weight: 3 })

const debate = debateOf(
  parse([{ name: 'snow.txt', text }], {
    codebook: {
      title: 'Snow on the line',
      positions: [
        position('fences', 'Snow fences', names('snow fences')),
        position('ploughs', 'Ploughs', names('snow plough')),
      ],
    },
  }).map,
)
const withTerms = (id: string, ...terms: Term[]): Debate =>
  applyStep(
    debate,
    editPosition(debate, id, {
      ...wordsOfPosition(debate.positions.get(id) as Position),
      terms,
    }),
  )
const put = (now: Debate, part: Partial<Stance>, id: string): Debate => ({
  ...now,
  stances: new Map(now.stances).set(id, { ...(now.stances.get(id) as Stance), ...part }),
})
const on = (now: Debate, id: string) =>
  [...now.stances.values()]
    .filter((one) => one.position === id)
    .map(({ statement }) => now.statements.get(statement)?.text)
const readAgain = (now: Debate) => applyStep(now, readTerms(now, { known: [], at }).step)

describe('reading again with new terms', () => {
  const better = withTerms('ploughs', names('ploughs'))

  it('puts on a position what its new terms find, and tells how much', () => {
    expect(on(better, 'ploughs')).toEqual([])
    const read = readTerms(better, { known: [], at })
    const after = applyStep(better, read.step)
    expect(on(after, 'ploughs').join(' ')).toMatch(/Ploughs clear the line/)
    // What says little itself goes to what is spoken of around it, so the other position may change too.
    expect(read.changes).toContainEqual({
      position: 'ploughs',
      added: on(after, 'ploughs').length,
      gone: 0,
      turned: 0,
    })
    expect(problemIn(after)).toBeNull()
  })

  it('takes off what they find no longer', () => {
    const after = readAgain(withTerms('fences', names('hedge')))
    expect(on(debate, 'fences')).not.toEqual([])
    expect(on(after, 'fences')).toEqual([])
  })

  it('leaves statements, links and texts as they are', () => {
    const after = readAgain(better)
    for (const kind of ['statements', 'relations', 'sources', 'annotations'] as const)
      expect(after[kind]).toBe(better[kind])
  })

  it('leaves what a person has changed, checked or noted', () => {
    const now = withTerms('fences', names('hedge'))
    const [first, second] = [...now.stances.values()]
      .filter((one) => one.position === 'fences')
      .map(({ id }) => id)
    if (!first || !second) throw new Error('Two statements speak of snow fences')
    const reviewed = { by: 'Ada', at, verdict: 'confirmed' as const }
    expect([...readAgain(put(now, { reviewed }, first)).stances.keys()]).toEqual([first])
    const own = put(now, { madeBy: 'person', confidence: null, stance: 'against' }, first)
    expect([...readAgain(own).stances.keys()]).toEqual([first])
    const noted = { ...now, annotations: new Map([['a', annotation('a', second, 'Is it?')]]) }
    expect([...readAgain(noted).stances.keys()]).toEqual([second])
  })

  it('does not bring back what a person has taken off', () => {
    const [first] = debate.stances.keys()
    const now = withTerms('fences', names('snow fences'), names('hedge'))
    const without = { ...now, stances: new Map(now.stances) }
    without.stances.delete(first ?? '')
    expect(readAgain(without).stances.has(first ?? '')).toBe(false)
  })

  it('is done once: the positions say that the texts are read with them', () => {
    const after = readAgain(better)
    expect(after.positions.get('ploughs')?.readWith).toBeUndefined()
    expect(readTerms(after, { known: [], at })).toMatchObject({
      step: { changes: [] },
      changes: [],
    })
  })

  it('tells how far it is', () => {
    const heard: number[] = []
    readTerms(better, { known: [], at, onProgress: (done) => heard.push(done) })
    expect(heard.at(-1)).toBe(1)
    expect(heard).toEqual([...heard].sort((one, other) => one - other))
  })
})
