import { describe, expect, it } from 'vitest'
import { placeInFull, placeOnCard, whereaboutsOf, whereIs } from '../../src/graph/whereabouts'
import type { Passage, Role, Source } from '../../src/model/debate'
import { claim, debateWith, quote, sampleDebate, source } from '../support/debate'

/** A text of two turns, each one passage of ten characters; the first opens with a heading where asked. */
function twoTurns(opening: Role): Source {
  const passage = (id: string, start: number, role: Role, turn: string): Passage => ({
    id,
    start,
    end: start + 10,
    role,
    turn,
    copyOf: null,
  })
  return {
    ...source('004', 'x'.repeat(40)),
    turns: [
      { id: 't1', speaker: 'Ada', replyTo: null },
      { id: 't2', speaker: null, replyTo: 't1' },
    ],
    passages: [
      passage('p1', 0, opening, 't1'),
      passage('p2', 10, 'speech', 't1'),
      passage('p3', 21, 'speech', 't2'),
    ],
  }
}

describe('whereIs', () => {
  const post = debateWith({ sources: [twoTurns('heading')] })
  const comments = debateWith({ sources: [twoTurns('speech')] })

  it('calls the turn that opens a text with headings the post', () =>
    expect(whereIs(post, { source: '004', start: 12 })).toEqual({
      place: 'Post',
      source: '004',
      turn: 't1',
      speaker: 'Ada',
      goneFrom: null,
    }))

  it('counts turns from one, the post among them', () =>
    expect(whereIs(post, { source: '004', start: 25 }).place).toBe('Turn 2'))

  it('calls no turn of a bare comment thread a post', () =>
    expect(whereIs(comments, { source: '004', start: 12 }).place).toBe('Turn 1'))

  it('names only the text where there is no turn, or no text', () => {
    expect(whereIs(post, { source: '004', start: 39 }).place).toBe('Text 004')
    expect(whereIs(post, { source: '009', start: 0 }).place).toBe('Text 009')
  })

  it('names a place in full', () => {
    expect(placeInFull(whereIs(post, { source: '004', start: 25 }))).toBe('Text 004, turn 2')
    expect(placeInFull(whereIs(post, { source: '009', start: 0 }))).toBe('Text 009')
  })
})

describe('words that a newer text no longer has', () => {
  const debate = debateWith({
    sources: [{ ...twoTurns('heading'), id: '004@1', supersededBy: '004' }],
  })
  const words = { source: '004@1', start: 12, end: 14, exact: '', prefix: '', suffix: '' }

  it('are said to be gone, by the name of the newer text', () => {
    expect(placeInFull(whereIs(debate, words))).toBe('Text 004, post, gone')
    expect(placeOnCard(debate, claim('c', 'It was there.', words))).toBe('Post, gone')
  })
})

describe('whereaboutsOf', () => {
  it('goes by the first quote of a statement', () => {
    const text = source('001', 'It never works.')
    const never = claim('c1', 'It never works.', quote(text, 'It never works.'))
    expect(whereaboutsOf(debateWith({ sources: [text] }), never)?.place).toBe('Turn 1')
  })

  it('is nowhere for what a person wrote', () => {
    const own = sampleDebate.statements.get('beside-the-point')
    expect(own && whereaboutsOf(sampleDebate, own)).toBeNull()
  })
})
