import { describe, expect, it } from 'vitest'
import { type Level, levelAt } from '../../src/canvas/level'
import {
  bringIntoView,
  firstViewOfOpening,
  firstViewOfPosition,
  fitView,
  keepInPlace,
  showFresh,
  steppedBack,
  zoomStep,
} from '../../src/canvas/viewports'

const frame = { width: 1000, height: 800, top: 100 }
const life = { x: 0, y: 0, zoom: 1 }

describe('levelAt', () => {
  it.each<[number, Level, Level]>([
    [1, 'card', 'card'],
    [0.59, 'card', 'card'],
    [0.57, 'card', 'block'],
    [0.61, 'block', 'block'],
    [0.63, 'block', 'card'],
    [0.24, 'block', 'block'],
    [0.22, 'block', 'dot'],
    [0.26, 'dot', 'dot'],
    [0.28, 'dot', 'block'],
    [0.1, 'card', 'dot'],
  ])('at %f, coming from %s, is %s', (zoom, before, level) =>
    expect(levelAt(zoom, before)).toBe(level),
  )
})

describe('the view', () => {
  it('fits a page below the heading, and never larger than life', () => {
    expect(fitView({ x: 0, y: 0, width: 100, height: 100 }, frame).zoom).toBe(1)
    const { y, zoom } = fitView({ x: 0, y: 0, width: 100, height: 2000 }, frame)
    expect(y).toBeGreaterThanOrEqual(frame.top)
    expect(zoom * 2000).toBeLessThanOrEqual(700)
  })

  it('opens a position at its left, with room for the inspector', () => {
    expect(firstViewOfPosition({ ...frame, width: 1392 }, 364)).toEqual({ x: 0, y: 114, zoom: 1 })
    expect(firstViewOfPosition({ ...frame, width: 976 }, 0).zoom).toBeCloseTo(976 / 1028)
    expect(firstViewOfPosition({ ...frame, width: 700 }, 0).zoom).toBe(1)
  })

  it('shows an opening page that is a little too high whole, and pans a much larger one', () => {
    const page = { x: 8, y: 0, width: 984, height: 820 }
    expect(firstViewOfOpening(page, frame).zoom).toBeCloseTo(800 / 820)
    expect(firstViewOfOpening({ ...page, height: 2000 }, frame)).toMatchObject({ zoom: 1, y: 0 })
  })

  it('keeps what moved where it was on the screen', () => {
    const view = { x: 10, y: 20, zoom: 0.5 }
    const [before, after] = [
      { x: 100, y: 100 },
      { x: 300, y: 50 },
    ]
    const kept = keepInPlace(view, before, after)
    expect(after.x * kept.zoom + kept.x).toBe(before.x * view.zoom + view.x)
    expect(after.y * kept.zoom + kept.y).toBe(before.y * view.zoom + view.y)
  })

  it('does not move for what is in view already', () =>
    expect(bringIntoView({ x: 100, y: 200, width: 204, height: 130 }, life, frame)).toBeNull())

  it('moves just enough to show what is not', () => {
    expect(bringIntoView({ x: 900, y: 200, width: 204, height: 130 }, life, frame)).toMatchObject({
      x: -120,
      y: 0,
    })
    expect(bringIntoView({ x: 100, y: 0, width: 204, height: 130 }, life, frame)).toMatchObject({
      y: 116,
    })
  })

  it('steps back around what was clicked', () => {
    const at = { x: 300, y: 400 }
    const view = steppedBack(life, at)
    expect((at.x - view.x) / view.zoom).toBeCloseTo(300)
  })

  it.each([
    [1, 1, 1.25],
    [1, -1, 0.8],
    [0.97, 1, 1],
    [2, 1, 2],
  ] as const)('steps from %f by %i to %f', (zoom, direction, next) =>
    expect(zoomStep(zoom, direction)).toBe(next),
  )
})

describe('showFresh', () => {
  const clicked = { x: 100, y: 200, width: 204, height: 130 }

  it('leaves the view while a new card is in it', () =>
    expect(showFresh([{ ...clicked, x: 400 }], clicked, life, frame)).toBeNull())
  it('pans just enough to show a new card', () =>
    expect(showFresh([{ ...clicked, x: -150 }], clicked, life, frame)).toEqual({ ...life, x: 166 }))
  it('keeps what was clicked in the frame', () =>
    expect(showFresh([{ ...clicked, x: -3000 }], clicked, life, frame)?.x).toBe(680))
})
