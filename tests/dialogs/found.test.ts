import { describe, expect, it } from 'vitest'
import { Finder } from '../../src/dialogs/found'
import { claim, debateWith, quote, sampleDebate, source } from '../support/debate'

const said = (example: { pieces: { text: string; isMatch: boolean }[] }) =>
  example.pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')

describe('what terms find', () => {
  const finder = new Finder(sampleDebate)

  it('is counted for each, and for all together', () => {
    const { terms, all } = finder.find(['goal', 'gradient', 'hedge'], null)
    expect(terms.map(({ statements }) => statements)).toEqual([2, 1, 0])
    expect(all.statements).toBe(2)
  })

  it('is shown with the matching words marked, and where they stand', () => {
    const [example] = finder.find(['goals gradually'], 0).examples
    expect(example && said(example)).toContain('Gradients shape [goals gradually].')
    expect(example?.place).toBe('Text 001, turn 1')
  })

  it('is shown of the term that is looked at, else of all', () => {
    const [all] = finder.find(['order', 'wait'], null).examples
    expect(all && said(all)).toContain('[order]')
    const only = finder.find(['order', 'wait'], 1).examples.map(said).join()
    expect(only).toContain('[wait]')
    expect(only).not.toContain('[order]')
  })

  it('shows first where most of it stands', () => {
    const bridge = source('b', 'The bridge sways.\n\nThe bridge is old, and an old bridge rusts.')
    const debate = debateWith({
      sources: [bridge],
      statements: [
        claim('c1', 'The bridge sways.', quote(bridge, 'The bridge sways.')),
        claim('c2', 'It is old.', quote(bridge, 'The bridge is old, and an old bridge rusts.')),
      ],
    })
    const [first] = new Finder(debate).find(['bridge', 'old'], null).examples
    expect(first && said(first)).toContain('an [old] [bridge] rusts')
  })

  it('is looked up in the words of a statement that no text has', () => {
    const [example] = finder.find(['beside', 'matter'], 1).examples
    expect(example).toMatchObject({ place: null })
  })
})
