import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPlace, writePlace } from '../../src/store/address'

it('keeps the map, the open position, what is selected and what is explained in the address', () =>
  expect(
    writePlace({
      map: 'm1',
      position: 'property-ordering',
      selected: { kind: 'statement', id: 's 1' },
      reading: '004',
      at: { start: 120, end: 160 },
      panes: 'both',
      explains: 'quoted reply',
    }),
  ).toBe(
    '#map=m1&position=property-ordering&statement=s+1&text=004&at=120-160&panes=both&explains=quoted+reply',
  ))

it('reads nothing out of an address without a place', () =>
  expect(readPlace('')).toEqual({
    map: null,
    position: null,
    selected: null,
    reading: null,
    at: null,
    panes: 'map',
    explains: null,
  }))

it.each(['', '-', '12-', 'twelve', '160-120', '-5', '1e3'])(
  'takes %j for no place in a text',
  (at) => expect(readPlace(`#text=004&at=${at}`).at).toBeNull(),
)

it('gives back every place it has written', () => {
  const id = fc.string({ minLength: 1 })
  const place = fc.record({
    map: fc.option(id),
    position: fc.option(id),
    selected: fc.option(
      fc.record({ kind: fc.constantFrom('statement', 'relation', 'position'), id }),
    ),
    reading: fc.option(id),
    at: fc.option(
      fc.tuple(fc.nat(), fc.nat()).map(([start, length]) => ({ start, end: start + length })),
    ),
    panes: fc.constantFrom('map', 'both', 'reader'),
    explains: fc.option(fc.string()),
  })
  fc.assert(
    fc.property(place, (written) => {
      expect(readPlace(writePlace(written))).toEqual(written)
    }),
  )
})
