import { describe, expect, it } from 'vitest'
import { compareToGold, parseCorpus } from '../eval/gold'
import { calibrationError, figuresOf, shownIn } from '../eval/score'

const { map } = parseCorpus()
const compared = compareToGold(map)

// A little under what the parser reaches: whoever makes it worse hears of it here.
const floors = {
  'roles macro-F1': 0.98,
  'copies F1': 0.98,
  'turn starts F1': 0.92,
  'replies accuracy': 0.88,
  'kinds macro-F1': 0.83,
  'headlines hit': 0.86,
  'relations F1 (untyped)': 0.58,
  'relations F1 (typed)': 0.53,
  'positions micro-F1': 0.76,
  'stance accuracy': 0.84,
}

describe('the reading of the corpus', () => {
  const figures = figuresOf(compared)
  it.each(Object.entries(floors))('reaches %s of %f', (name, floor) =>
    expect(figures[name]).toBeGreaterThanOrEqual(floor),
  )

  it('is as sure as it is right', () =>
    expect(calibrationError(shownIn(compared))).toBeLessThan(0.08))

  it('takes the two texts that are printed twice only once', () => {
    const said = (id: string) =>
      map.statements.filter(({ quotes }) => quotes[0]?.source === id).map(({ text }) => text)
    expect(said('000')).toHaveLength(10)
    expect(new Set(said('001')).size).toBe(said('001').length)
  })

  it('reads the profile page as one person’s, and names its titles and names as furniture', () => {
    const source = map.sources.find(({ id }) => id === '003')
    const furniture = source?.passages.filter(({ role }) => role === 'furniture')
    expect(furniture?.map(({ start, end }) => source?.text?.slice(start, end))).toEqual([
      'Redwood Research',
      'Alex Mallen',
      'The behavioral selection model for predicting AI motivations',
      'Inoculation prompting: Instructing models to misbehave at train-time can improve run-time behavior',
    ])
    expect(source?.turns.every(({ speaker }) => speaker === 'Alex Mallen')).toBe(true)
  })

  it('leaves unknown speakers blank', () => {
    const speakers = (id: string) =>
      new Set(map.sources.find((source) => source.id === id)?.turns.map(({ speaker }) => speaker))
    expect(speakers('000')).toEqual(new Set([null]))
    expect(speakers('004')).toEqual(new Set(['DavidW', null]))
  })
})
