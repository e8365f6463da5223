import { describe, expect, it } from 'vitest'
import { doubtOf } from '../../src/graph/whoseWords'
import type { Passage, Role, Source } from '../../src/model/debate'
import type { SourceSpan } from '../../src/model/schema'
import { debateWith, source } from '../support/debate'

/** A thread as lines of "turn role words", or "turn role<n words" for a copy of the n-th line. */
function threadOf(id: string, ...lines: string[]): Source {
  const passages: Passage[] = []
  let text = ''
  for (const line of lines) {
    const [, turn = '', role = '', of, words = ''] = /^(\d) (\w+)(?:<(\S+))? (.*)$/.exec(line) ?? []
    if (text) text += '\n\n'
    const start = text.length
    text += words
    passages.push({
      id: `${id}/p${passages.length + 1}`,
      start,
      end: text.length,
      role: role as Role,
      turn: `${id}/t${turn}`,
      copyOf: of ?? null,
    })
  }
  const turns = [...new Set(passages.map(({ turn }) => turn as string))]
  return {
    ...source(id, text),
    passages,
    turns: turns.map((turn) => ({ id: turn, speaker: null, replyTo: null })),
  }
}

const thread = threadOf(
  '010',
  '1 speech The ploughs stood idle all night. Nobody had paid the drivers.',
  '1 furniture Reply',
  '2 quotation<010/p1 > the ploughs stood idle all night.',
  '2 speech They were out by four, though two broke down.',
  '3 quotation<010/p3 the ploughs stood idle all night',
  '3 quotation As the minister put it, snow is weather.',
  '3 quotation<010/p1 nobody ever paid any drivers',
  '3 repeat<010/p1 Nobody had paid the drivers.',
  '3 speech So it went.',
)
const debate = debateWith({ sources: [thread] })
const text = thread.text ?? ''

/** The words from the start of one piece to the end of another, where these first stand. */
const words = (from: string, to = from): SourceSpan => ({
  source: '010',
  start: text.indexOf(from),
  end: text.indexOf(to) + to.length,
})
/** Words of the passage at an index. */
function within(at: number, piece: string): SourceSpan {
  const start = text.indexOf(piece, thread.passages[at]?.start)
  return { source: '010', start, end: start + piece.length }
}
function told(picked: SourceSpan) {
  const doubt = doubtOf(debate, picked)
  if (!doubt) return null
  const offers = doubt.offers.map(
    ({ label, words: { start, end } }) => `${label}: ${text.slice(start, end)}`,
  )
  return [doubt.says, ...offers]
}

describe('whose words they are', () => {
  it('doubts nothing that somebody says', () =>
    expect(told(words('Nobody had paid the drivers.'))).toBeNull())

  it('knows a quotation, and where the words first stand', () =>
    expect(told(words('> the ploughs stood idle all night.'))).toEqual([
      'These words are quoted from turn 1.',
      'Use them where they first stand: The ploughs stood idle all night.',
    ]))

  it('finds as many of them there as were meant', () =>
    expect(told(within(2, 'idle all night.'))).toEqual([
      'These words are quoted from turn 1.',
      'Use them where they first stand: idle all night.',
    ]))

  it('follows a quotation of a quotation to the first', () =>
    expect(told(within(4, 'the ploughs stood idle'))).toEqual([
      'These words are quoted from turn 1.',
      'Use them where they first stand: The ploughs stood idle',
    ]))

  it('says where words are quoted otherwise than they stand', () =>
    expect(told(words('nobody ever paid any drivers'))).toEqual([
      'These words are quoted from turn 1, though not word for word.',
      'Use the passage they are from: The ploughs stood idle all night. Nobody had paid the drivers.',
    ]))

  it('knows a quotation from outside', () =>
    expect(told(words('snow is weather.'))).toEqual([
      'These words are quoted from outside this map: whoever speaks here did not write them.',
    ]))

  it('parts what is said from what is quoted', () =>
    expect(told(words('> the ploughs', 'broke down.'))).toEqual([
      'Some of these words are quoted from turn 1.',
      'Only what is said here: They were out by four, though two broke down.',
      'Use them where they first stand: The ploughs stood idle all night.',
    ]))

  it('makes nothing of the words of two people, and offers those of each', () => {
    expect(doubtOf(debate, words('Nobody had', 'by four'))?.isBar).toBe(true)
    expect(told(words('Nobody had', 'by four'))).toEqual([
      'These words reach over 2 turns. A statement says what one person said.',
      'Only those of turn 1: Nobody had paid the drivers.',
      'Only those of turn 2: They were out by four',
    ])
  })

  it('leaves out what the site printed', () =>
    expect(told(words('paid the drivers.', 'Reply'))).toEqual([
      'Some of these words are the site’s, and nobody’s in the debate.',
      'Only what is said here: paid the drivers.',
    ]))

  it('finds words of an earlier version in the newest', () => {
    const older = { ...threadOf('011@1', '1 speech Grit first. Then plough.'), supersededBy: '011' }
    const newer = threadOf('011', '1 speech Grit is dear.', '1 speech Grit first. Then plough.')
    const both = debateWith({ sources: [older, newer] })
    const doubt = doubtOf(both, { source: '011@1', start: 12, end: 24 })
    expect(doubt).toMatchObject({
      says: 'These words stand in an earlier version of the text.',
      offers: [{ words: { source: '011', start: 27, end: 39 } }],
    })
    const gone = debateWith({ sources: [older, threadOf('011', '1 speech Sand will do.')] })
    expect(doubtOf(gone, { source: '011@1', start: 12, end: 24 })?.says).toMatch(/no longer/)
  })
})
