import { describe, expect, it } from 'vitest'
import { readMap } from '../../src/exchange/readMap'
import { writeMap } from '../../src/exchange/writeMap'
import { debateOf } from '../../src/model/debateMap'
import { codebookOf } from '../../src/parse/codebook'
import { parse } from '../../src/parse/index'
import { WordIndex } from '../../src/parse/matches'
import { drawn } from './drawn'
import { mapOf } from './thread'

const { source, spans } = drawn(
  [
    'Why trains stop',
    '',
    'Heavy ⟦snow⟧ on the line stops trains, and ⟦snow⟧ fences would keep it away.',
    '',
    'Snow fences cost more than a late train does.',
    '',
    '1 comment, sorted by',
    '',
    'I disagree, fences are cheap.',
  ].join('\n'),
)
const debate = debateOf(mapOf(...source.split('\n')))
const index = new WordIndex(debate)

describe('the words of a debate', () => {
  it('are found with the statements and passages they stand in', () => {
    const { statements, passages, places } = index.matchesOf('snow')
    expect([statements, passages]).toEqual([2, 2])
    expect(places.slice(0, 2).map(({ span }) => span)).toEqual(spans)
  })

  it('are found whatever their capitals and endings', () =>
    expect(
      index.matchesOf('Snow fence').places.map(({ span }) => source.slice(span.start, span.end)),
    ).toEqual(['snow fences', 'Snow fences']))

  it('are not found in headings', () => expect(index.matchesOf('trains stop').passages).toBe(0))

  it('are not found as part of another word, nor where there is no word at all', () => {
    expect(index.matchesOf('now').statements).toBe(0)
    expect(index.matchesOf(' … ').statements).toBe(0)
  })

  it('count a statement once for a position, however many of its terms it has', () => {
    const { statements, terms } = index.matchesOfTerms([{ words: 'snow' }, { words: 'fence' }])
    expect(terms.map((one) => one.statements)).toEqual([2, 3])
    expect(statements).toBe(3)
  })

  it('are found in quotes where the text itself was left out', () => {
    const read = readMap(writeMap(debate, { texts: false }))
    if (!read.ok) throw new Error(read.problem)
    expect(new WordIndex(read.debate).matchesOf('snow').statements).toBe(2)
  })
})

describe('a map', () => {
  it('carries its codebook through export and import', () => {
    const position = {
      id: '__proto__',
      title: 'Snow fences',
      proposition: 'Snow fences are worth their price.',
      theme: null,
      summary: '',
      terms: [
        { words: '__proto__', weight: 1 },
        { words: 'fence', weight: 2 },
      ],
      usually: 'for' as const,
    }
    const inputs = [{ name: 'snow.txt', text: source }]
    const { map } = parse(inputs, { codebook: { title: 'Snow', positions: [position] } })
    const read = readMap(writeMap(debateOf(map), { texts: true }))
    if (!read.ok) throw new Error(read.problem)
    const codebook = codebookOf(read.debate)
    expect(codebook).toEqual({ title: 'Snow', positions: [position] })
    expect(parse(inputs, { codebook }).map).toEqual(map)
    expect(map.stances.length).toBe(3)
  })

  it('finds nothing for a position that has no terms', () => {
    const position = {
      id: 'fences',
      title: 'Fences',
      proposition: 'Fences.',
      theme: null,
      summary: '',
    }
    const { map } = parse([{ name: 'snow.txt', text: source }], {
      codebook: { title: 'Snow', positions: [position] },
    })
    expect(map.stances).toEqual([])
  })
})
