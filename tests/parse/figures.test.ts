import { describe, expect, it } from 'vitest'
import readme from '../../README.md?raw'
import { figures, figureWords } from '../../src/parse/figures'
import { compareToGold, parseCorpus } from '../eval/gold'
import { measured, withFigures } from '../eval/measured'
import { calibrationError, shownIn } from '../eval/score'

const { map } = parseCorpus()
const compared = compareToGold(map)

/** A figure may be told a little too high, and lag behind what the parser reaches by more. */
const [tooHigh, behind] = [0.015, 0.06]

describe('the figures that the app and the README tell', () => {
  const told = figures.figures
  const reached = measured(compared)
  const mend = 'Run `npm run eval -- --write` and look at what changed.'

  it.each(Object.keys(told))('%s is what the parser reaches', (name) => {
    const now = reached.figures[name] ?? Number.NaN
    expect(told[name], `The parser reaches ${now}. ${mend}`).toBeLessThanOrEqual(now + tooHigh)
    expect(told[name], `The parser reaches ${now}. ${mend}`).toBeGreaterThanOrEqual(now - behind)
  })

  it('are as many as are measured', () =>
    expect(Object.keys(told), mend).toEqual(Object.keys(reached.figures)))

  it('say how sure the parser is, and how right', () => {
    expect(figures.calibrationError, mend).toBeGreaterThan(reached.calibrationError - 0.03)
    for (const { low, right, count } of figures.bands) {
      const now = reached.bands.find((band) => band.low === low)
      if (count >= 30) expect(Math.abs(right - (now?.right ?? 0)), mend).toBeLessThan(0.1)
    }
  })

  it('are told in the README word for word as they were taken down', () =>
    expect(withFigures(readme, figures), mend).toBe(readme))

  it('have words for a person', () => {
    for (const name of Object.keys(figureWords)) expect(told[name], name).toBeDefined()
  })
})

describe('the reading of the corpus', () => {
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
