import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bottom, overlaps } from '../../src/graph/geometry'
import { layoutOpening, opening } from '../../src/graph/opening'
import { columnsOf, type OpeningPosition } from '../../src/graph/openingColumns'
import { linkWidth, routeOpening } from '../../src/graph/openingLinks'
import type { SharedLink } from '../../src/graph/tally'

const size = { width: 1196, height: 852 }

/** Positions from "a A" (a position and its theme) or "a" (one without). */
const positions = (...names: string[]): OpeningPosition[] =>
  names.map((name) => {
    const [id = '', theme = null] = name.split(' ')
    return { id, theme }
  })

/** Links from "a b 4": four statements bear on both. */
const links = (...lines: string[]): SharedLink[] =>
  lines.map((line) => {
    const [a = '', b = '', count] = line.split(' ')
    return { a, b, count: Number(count) }
  })

const idsOf = (names: string[], shared: string[]) =>
  columnsOf(positions(...names), links(...shared)).map(({ ids }) => ids.join(''))

describe('columnsOf', () => {
  it('gives each theme a column, in the order the themes occur', () =>
    expect(idsOf(['a A', 'b B', 'c A'], [])).toEqual(['ac', 'b']))

  it('puts positions that share most next to each other', () =>
    expect(idsOf(['a A', 'b A', 'c A'], ['a c 9', 'c b 4'])).toEqual(['acb']))

  it('keeps the order they are shown in where nothing is shared', () =>
    expect(idsOf(['a A', 'b A', 'c A', 'd A'], [])).toEqual(['abcd']))

  it('does not break a strong pair for a weak one', () =>
    expect(idsOf(['a A', 'b A', 'c A'], ['a b 1', 'a c 5', 'b c 4'])).toEqual(['acb']))

  it('starts a second column after seven', () =>
    expect(
      idsOf(
        [...'abcdefgh'].map((id) => `${id} A`),
        [],
      ),
    ).toEqual(['abcd', 'efgh']))

  it('takes connected groups for columns in a map without themes, and what stands alone together', () =>
    expect(idsOf(['a', 'b', 'c', 'd', 'e'], ['a d 2', 'b e 1'])).toEqual(['ad', 'be', 'c']))

  it('puts positions without a theme last', () =>
    expect(idsOf(['a', 'b B'], [])).toEqual(['b', 'a']))
})

describe('layoutOpening', () => {
  const five = positions('a A', 'b A', 'c A', 'd B', 'e B')
  const heights = new Map(five.map(({ id }, at) => [id, 120 + 10 * at]))
  const page = layoutOpening(five, [], heights, size)

  it('ends every column on one foot', () =>
    expect(['c', 'e'].map((id) => bottom(page.boxes.get(id) as never))).toEqual([
      page.foot,
      page.foot,
    ]))

  it('keeps columns at 198 where the canvas is narrow', () =>
    expect(layoutOpening(five, [], heights, { ...size, width: 900 }).boxes.get('a')?.width).toBe(
      opening.narrowest,
    ))

  it('leaves a card where a person has put it, and the others where they were', () => {
    const moved = layoutOpening(five, [], heights, size, new Map([['b', { x: 700, y: 300 }]]))
    expect(moved.boxes.get('b')).toMatchObject({ x: 700, y: 300 })
    expect(moved.boxes.get('c')).toEqual(page.boxes.get('c'))
  })

  it('never lays one card on another, and moves none for one that was placed', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('A', 'B', 'C', null), fc.integer({ min: 80, max: 260 })),
          {
            maxLength: 30,
          },
        ),
        fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.integer({ min: 1, max: 9 })), {
          maxLength: 30,
        }),
        fc.option(
          fc.record({ x: fc.integer({ min: 0, max: 1200 }), y: fc.integer({ min: 0, max: 900 }) }),
        ),
        (cards, shared, place) => {
          const all = cards.map(([theme], at) => ({ id: `p${at}`, theme }))
          const tall = new Map(cards.map(([, height], at) => [`p${at}`, height]))
          const pairs = shared
            .filter(([a, b]) => a < b && b < all.length)
            .map(([a, b, count]) => ({ a: `p${a}`, b: `p${b}`, count }))
          const laid = layoutOpening(all, pairs, tall, size)
          const boxes = [...laid.boxes.values()]
          expect(boxes).toHaveLength(all.length)
          for (const [at, box] of boxes.entries())
            for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false)
          const places = new Map(place && all.length > 0 ? [['p0', place]] : [])
          const moved = layoutOpening(all, pairs, tall, size, places)
          for (const [id, box] of laid.boxes)
            expect(moved.boxes.get(id)).toEqual({ ...box, ...places.get(id) })
          for (const { route } of routeOpening(moved, pairs, moved.boxes))
            expect(route.path).not.toMatch(/NaN|Infinity/)
        },
      ),
    ))
})

describe('routeOpening', () => {
  const names = ['a A', 'b A', 'c A', 'd B', 'e C', 'f C']
  const route = (...shared: string[]) => {
    const all = positions(...names)
    const heights = new Map(all.map(({ id }) => [id, 120]))
    const page = layoutOpening(all, [], heights, size)
    return routeOpening(page, links(...shared), page.boxes)
  }

  it('draws a straight stub between neighbours', () =>
    expect(route('a b 2')[0]?.route.path).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/))
  it('draws a bracket at the left past a card', () => {
    const [link] = route('a c 2')
    expect(link?.route.at.x).toBeLessThan(link?.route.start.x ?? 0)
  })
  it('draws an S to the next column', () => expect(route('a d 2')[0]?.route.path).toContain('C'))
  it('runs under the headings past a column', () => {
    const [link] = route('a e 2')
    expect(link?.route.at.y).toBeLessThan(opening.top)
    expect(link?.onDemand).toBe(false)
  })
  it('shows a line past a column to a card deep in another only on demand', () =>
    expect(route('a f 2')[0]?.onDemand).toBe(true))
  it('shows a single shared statement only on demand', () =>
    expect(route('a b 1')[0]?.onDemand).toBe(true))
  it('draws what is shared more thicker', () => expect(linkWidth(9)).toBeCloseTo(3.52))
})
