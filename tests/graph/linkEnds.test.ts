import { describe, expect, it } from 'vitest'
import { linkEnds, wordsOfLink } from '../../src/graph/linkEnds'
import type { Debate, Passage, Relation, Source } from '../../src/model/debate'
import type { SourceSpan } from '../../src/model/schema'
import { misquoted, misquoting, railway } from '../support/misquoted'

const words = (span: SourceSpan | null) => span && railway.text?.slice(span.start, span.end)

function ends(relation: Relation, debate: Debate = misquoted) {
  const found = linkEnds(debate, relation, relation.because[0] ?? null)
  return {
    said: words(found.said),
    quoted: words(found.quoted),
    answering: words(found.answering),
  }
}

/** The same debate with the quotation told otherwise. */
const with2nd = (change: Partial<Passage>): Debate => {
  const [first, second, ...rest] = railway.passages as [Passage, Passage, Passage]
  const source: Source = { ...railway, passages: [first, { ...second, ...change }, ...rest] }
  return { ...misquoted, sources: new Map([[source.id, source]]) }
}

const link = (id: string) => misquoted.relations.get(id) as Relation

describe('the ends of a link', () => {
  it('are the words answered, the quotation that takes them up, and the answer', () =>
    expect(ends(misquoting)).toEqual({
      said: 'As I wrote before, snow seldom closes the upper line in March.',
      quoted: '> Snow often closes the upper line in March.',
      answering: 'That is not',
    }))

  it('find the quotation where only its passage is known', () =>
    expect(ends(misquoting, with2nd({ because: [] })).quoted).toMatch(/^> Snow often/))

  it('have no quotation where that takes its words from elsewhere', () => {
    expect(ends(misquoting, with2nd({ because: [], copyOf: null })).quoted).toBeNull()
    expect(ends(misquoting, with2nd({ role: 'speech' })).quoted).toBeNull()
  })

  it('have no quotation of another turn', () =>
    expect(ends(misquoting, with2nd({ turn: '007/t1' })).quoted).toBeNull())

  it('are what the statements rest on where a person made the link', () =>
    expect(ends(link('r-days'))).toEqual({
      said: 'That is not what the station book says.',
      quoted: null,
      answering: 'It names two days in ten years.',
    }))

  it('may be without words', () =>
    expect(ends(link('u-old'))).toEqual({ said: null, quoted: null, answering: null }))

  it('reach as far as the quotation joins words of several places', () => {
    const pieces = [
      { rule: 'joins pieces', from: null, to: { source: '007', start: 0, end: 17 } },
      { rule: 'same words', from: null, to: { source: '007', start: 19, end: 62 } },
      { rule: 'quoted before', from: null, to: { source: '007', start: 64, end: 100 } },
    ]
    const relation = {
      ...misquoting,
      because: [{ rule: 'quoted reply', from: null, to: { source: '007', start: 0, end: 17 } }],
    }
    expect(ends(relation, with2nd({ because: pieces })).said).toMatch(/^As I wrote.*March\.$/)
  })

  it('are lit together, each once for a reason', () =>
    expect(wordsOfLink(misquoted, misquoting).map(words)).toHaveLength(3))
})
