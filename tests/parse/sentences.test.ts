import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/parse/sentences'
import { drawn } from './drawn'

/** Expects the sentences of a text to be the pieces drawn in ⟦brackets⟧. */
function sentences(text: string) {
  const { source, spans } = drawn(text)
  expect(sentencesOf(source, { start: 0, end: source.length })).toEqual(spans)
}

describe('sentencesOf', () => {
  it('parts sentences', () => sentences('⟦It never works.⟧ ⟦Does it?⟧ ⟦No!⟧'))
  it('keeps abbreviations whole', () => sentences('⟦Some tasks, e.g. Writing, are hard.⟧ ⟦So?⟧'))
  it('ends with a question mark though an abbreviation stands before it', () =>
    sentences('⟦Are there fences, gates, etc.?⟧ ⟦However, they melt.⟧'))
  it('keeps numbers whole', () => sentences('⟦It rose by 0.3 percent.⟧ ⟦Fine.⟧'))
  it('keeps the number of an item with its words', () => sentences('⟦1. It never works.⟧ ⟦No.⟧'))
  it('takes closing quotes along', () => sentences('⟦He said “it never works.”⟧ ⟦I agree.⟧'))
  it('lets a bracket be a sentence', () => sentences('⟦It is close.⟧ ⟦(Though not very.)⟧ ⟦So.⟧'))
  it('goes on after dots within a sentence', () =>
    sentences('⟦Write to me someday... feel free to ask.⟧'))
  it('parts sentences that were glued', () => sentences('⟦It follows intent.⟧⟦The user asked.⟧'))
  it('leaves a web address whole', () => sentences('⟦See https://a.example/B.c for more.⟧'))
  it('takes a text without a stop for one', () => sentences('⟦no stop here⟧'))
  it('finds nothing in white space', () => sentences('  '))
})
