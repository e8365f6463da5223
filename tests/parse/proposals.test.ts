import { describe, expect, it } from 'vitest'
import type { Position } from '../../src/model/debate'
import { parse } from '../../src/parse/index'
import { fitOf, proposalsOf } from '../../src/parse/proposals'

const post = [
  'Winter on the mountain line',
  '',
  'Snow fences should stand along the whole line before the next winter.',
  '',
  'Night buses are a waste of money in the valley.',
  '',
  'The station in the village has a fine clock, and I like to look at it.',
  '',
  '3 comments, sorted by',
  '',
]
const thread = [
  ...post,
  '> Snow fences should stand along the whole line before the next winter.',
  '',
  'I disagree, snow fences do not pay on the flat part of the line.',
  '',
  '> I disagree, snow fences do not pay on the flat part of the line.',
  '',
  'I don’t think so, the snow fences in the next valley paid within two winters.',
  '',
  '> Night buses are a waste of money in the valley.',
  '',
  'I disagree, the night buses carry the nurses home.',
]

const read = (lines: readonly string[], positions: readonly Position[] = []) =>
  parse([{ name: 'snow.txt', text: lines.join('\n') }], {
    codebook: { title: 'Winter', positions: [...positions] },
  }).map

describe('the positions proposed for a new debate', () => {
  const proposals = proposalsOf(read(thread))

  it('are what is argued about, the most argued first', () =>
    expect(proposals.map(({ position }) => position.title)).toEqual(['Snow fences', 'Night buses']))

  it('say what somebody holds and others deny, in the words of the text', () =>
    expect(proposals.map(({ position }) => position.proposition)).toEqual([
      'Snow fences should stand along the whole line before the next winter.',
      'Night buses are a waste of money in the valley.',
    ]))

  it('are marked as proposals, and say how much stands behind them', () =>
    expect(proposals[0]).toMatchObject({
      position: { id: 'snow-fences', proposed: true, theme: null, summary: '' },
      statements: 3,
      rebuttals: 4,
    }))

  it('leave alone what nobody argues about', () =>
    expect(
      proposals.flatMap(({ position }) => position.terms?.map(({ words }) => words)),
    ).not.toContain('clock'))

  it('can be read with at once: whoever said it is for it, and who denies it against', () => {
    const { stances, statements } = read(
      thread,
      proposals.map(({ position }) => position),
    )
    const sides = statements.map(({ id, text }) => [
      text.slice(0, 30),
      stances.find((one) => one.statement === id)?.stance,
    ])
    expect(sides).toEqual([
      ['Snow fences should stand along', 'for'],
      ['Night buses are a waste of mon', 'for'],
      ['The station in the village has', undefined],
      ['I disagree, snow fences do not', 'against'],
      ['I don’t think so, the snow fen', 'for'],
      ['I disagree, the night buses ca', 'against'],
    ])
  })

  it('are none for a debate whose questions are all known', () =>
    expect(
      proposalsOf(
        read(
          thread,
          proposals.map(({ position }) => position),
        ),
      ),
    ).toEqual([]))

  it('are none where nobody answers anybody', () =>
    expect(
      proposalsOf(read(['Snow fences cost money.', '', 'Snow fences stand for years.'])),
    ).toEqual([]))

  it('keep clear of the ids that positions have already', () => {
    const taken: Position = {
      id: 'snow-fences',
      title: 'Old fences',
      proposition: 'Old fences should go.',
      theme: null,
      summary: '',
    }
    expect(proposalsOf(read(thread, [taken]))[0]?.position.id).toBe('snow-fences-2')
  })

  it('are at most seven', () => {
    const many = Array.from({ length: 12 }, (_, at) => 'abcdefghijkl'[at]).flatMap((letter) => [
      `> The ${letter}otter bridge should be closed for good.`,
      '',
      `I disagree, the ${letter}otter bridge should stay, the ${letter}otter bridge is sound.`,
      '',
    ])
    const claims = Array.from({ length: 12 }, (_, at) => 'abcdefghijkl'[at]).flatMap((letter) => [
      `The ${letter}otter bridge should be closed for good.`,
      '',
    ])
    const found = proposalsOf(read(['Bridges', '', ...claims, '1 comment, sorted by', '', ...many]))
    expect(found.length).toBeGreaterThan(3)
    expect(found.length).toBeLessThanOrEqual(7)
  })
})

describe('how well positions fit a text', () => {
  it('is the share of statements that bear on any of them', () => {
    const proposals = proposalsOf(read(thread))
    expect(
      fitOf(
        read(
          thread,
          proposals.map(({ position }) => position),
        ),
      ),
    ).toBeCloseTo(5 / 6)
    expect(fitOf(read(thread))).toBe(0)
  })
})
