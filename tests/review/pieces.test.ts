import { describe, expect, it } from 'vitest'
import { partsOf, piecesOf } from '../../src/review/pieces'
import { claim, quote, source } from '../support/debate'

const parts = (words: string) => partsOf(words).map(({ start, end }) => words.slice(start, end))

describe('the parts between which words can be split', () => {
  it('are sentences', () =>
    expect(parts('Snow falls. Trains stop.')).toEqual(['Snow falls.', 'Trains stop.']))
  it('are clauses where there is one sentence', () =>
    expect(parts('Snow falls, and trains stop; nobody minds.')).toEqual([
      'Snow falls,',
      'and trains stop;',
      'nobody minds.',
    ]))
})

it('the first piece goes on as the statement, with its headline where that stands in it', () => {
  const words = 'Snow falls. Trains stop. Nobody minds.'
  const text = source('1', words)
  const statement = claim('snow', 'falls', quote(text, words))
  const pieces = piecesOf(statement, partsOf(words), new Set([1]))
  expect(pieces.map(({ text, start, end }) => [text, words.slice(start, end)])).toEqual([
    ['falls', 'Snow falls.'],
    ['Trains stop.', 'Trains stop. Nobody minds.'],
  ])
  expect(pieces[0]?.id).toBe('snow')
})
