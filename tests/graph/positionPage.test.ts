import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, overlaps } from '../../src/graph/geometry'
import { standingOf, wholeBranch } from '../../src/graph/lanes'
import { linksOf, routeLinks } from '../../src/graph/positionLinks'
import {
  beneathKey,
  laneKey,
  layoutPosition,
  type PositionPage,
} from '../../src/graph/positionPage'
import { seatedLanes } from '../../src/graph/seating'
import type { Debate, Relation, Side, Stance } from '../../src/model/debate'
import { claim, debateWith, position, relation, stance } from '../support/debate'

/** Lays out the position p of a debate whose cards are all 130 high, with these folds opened. */
function pageOf(debate: Debate, ...unfolded: string[]): PositionPage {
  return layoutPosition(debate, 'p', {
    unfolded: new Set(unfolded),
    heightOf: () => 130,
    quoteHeightOf: () => 0,
    pitch: 142,
  })
}

/** A debate on p, from lines like "a for", "b against" and "b rebuts a". */
function debating(...lines: string[]): Debate {
  const stances: Stance[] = []
  const relations: Relation[] = []
  const ids = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const [first = '', verb = '', second] = line.split(' ')
    ids.add(first)
    if (second) relations.push(relation(`r${at}`, first, verb as Relation['kind'], second))
    else stances.push(stance(`s${at}`, first, verb as Side, 'p'))
  }
  return debateWith({
    positions: [position('p', 'Ordering')],
    statements: [...ids].map((id) => claim(id, `${id}.`)),
    relations,
    stances,
  })
}

const boxOf = (page: PositionPage, id: string) => page.cards.find((card) => card.id === id)?.box

/** Where each card stands: its column and row. */
const standing = (page: PositionPage) =>
  Object.fromEntries(page.cards.map(({ id, column, box }) => [id, [column, box.y / 142]]))

const supporters = (count: number, of: string) =>
  Array.from({ length: count }, (_, at) => `${of}${at} supports ${of}`)
const speakers = (count: number, side: Side) =>
  Array.from({ length: count }, (_, at) => `${side}${at} ${side}`)

describe('layoutPosition', () => {
  it('puts direct statements at the middle, and replies level with them further out', () =>
    expect(
      standing(
        pageOf(debating('a for', 'b against', 'c for', 'd for', 'c supports a', 'd rebuts b')),
      ),
    ).toEqual({ a: [-1, 0], c: [-2, 0], b: [0, 0], d: [1, 0] }))

  it('lets an answer from the other side face what it answers over the middle', () =>
    expect(standing(pageOf(debating('a for', 'b against', 'b rebuts a')))).toEqual({
      a: [-1, 0],
      b: [0, 0],
    }))

  it('grows further out for longer chains, once they are unfolded', () => {
    const debate = debating(
      'a against',
      'b for',
      'b rebuts a',
      'c rebuts b',
      'x for',
      'y for',
      ...speakers(4, 'against'),
      ...speakers(4, 'for'),
    )
    expect(standing(pageOf(debate))).not.toHaveProperty('c')
    expect(standing(pageOf(debate, beneathKey('b')))).toMatchObject({
      a: [0, 0],
      b: [1, 0],
      c: [2, 0],
    })
  })

  it('keeps an undercut outward of the link it denies, and below', () =>
    expect(
      standing(pageOf(debating('a for', 'b for', 'u against', 'b supports a', 'u undercuts r3'))),
    ).toEqual({ a: [-1, 0], b: [-2, 0], u: [-2, 1] }))

  it('puts what is most argued about first, then what waits for an answer', () => {
    const page = pageOf(
      debating('a for', 'b against', 'c against', 'd against', 'e for', 'e rebuts d'),
    )
    const lane = page.cards.filter(({ column }) => column === 0).map(({ id }) => id)
    expect(lane).toEqual(['d', 'b', 'c'])
  })

  it('shows five rows of a lane and folds the rest', () => {
    const page = pageOf(debating(...speakers(9, 'for')))
    expect(page.cards).toHaveLength(5)
    expect(page.strips).toMatchObject([{ lane: 'for', count: 4, unfolded: false }])
  })

  it('keeps an empty place beside an objection nobody has answered', () => {
    const page = pageOf(debating('a against', 'b against', 'c for', 'c rebuts b'))
    expect(page.empties.map(({ answers }) => answers)).toEqual(['a'])
  })

  it('says where nobody speaks', () =>
    expect(pageOf(debating('a for')).vacant.map(({ lane }) => lane)).toEqual(['against']))

  it('folds the open statements into a stack, which unfolds below both lanes', () => {
    const debate = debating('a for', 'b against', 'q neutral', 'r neutral')
    expect(pageOf(debate).open?.branches).toHaveLength(2)
    const page = pageOf(debate, laneKey('open'))
    const low = Math.max(...['a', 'b'].map((id) => boxOf(page, id)?.y ?? 0))
    expect(boxOf(page, 'q')?.y).toBeGreaterThan(low + 130)
    expect(page.open?.box).toEqual(pageOf(debate).open?.box)
  })

  it('never hides what takes a side beneath an open question', () =>
    expect(standing(pageOf(debating('q neutral', 'a for', 'a answers q')))).toMatchObject({
      a: [-1, 0],
    }))

  it('leaves a card where a person has put it, and its place in the lane empty', () => {
    const debate = debating('a for', 'b for', 'c for')
    const page = pageOf({ ...debate, places: new Map([['a', { x: 900, y: 700 }]]) })
    expect(boxOf(page, 'a')).toMatchObject({ x: 900, y: 700 })
    expect(boxOf(page, 'b')).toEqual(boxOf(pageOf(debate), 'b'))
  })

  it('stands clear of a card that a person has put in the way', () => {
    const debate = debating('a for', 'b for', 'c for')
    const page = pageOf({ ...debate, places: new Map([['a', { x: 300, y: 160 }]]) })
    expect(standing(page)).toMatchObject({ b: [-1, 3] })
  })
})

describe('the room of a lane', () => {
  it('takes in whoever would be folded beneath others and has a side', () => {
    const debate = debating(
      'a for',
      'b against',
      'c for',
      'd against',
      'e for',
      'b rebuts a',
      'c rebuts b',
      'd rebuts c',
      'e rebuts d',
    )
    expect(standing(pageOf(debate))).toEqual({
      a: [-1, 0],
      b: [0, 0],
      c: [1, 0],
      d: [0, 1],
      e: [1, 1],
    })
  })

  it('puts what matters most first', () => {
    const chain = ['a against', 'b rebuts a', 'c rebuts b', 'd rebuts b', 'e rebuts d']
    const page = pageOf(debating(...chain, 'c against', 'd against'))
    expect(standing(page)).toMatchObject({ a: [0, 0], d: [0, 1], c: [0, 2] })
  })

  it('brings objections over that would stand behind a card of the for lane', () => {
    const debate = debating('a for', 'b against', 'c against', 'd against', 'd rebuts a')
    expect(standing(pageOf(debate))).toMatchObject({ a: [-1, 0], d: [0, 2] })
  })

  it('goes to what takes no side once everybody stands who does', () => {
    const debate = debating('a for', 'b for', 'x supports a', 'y rebuts x', 'z rebuts y')
    expect(standing(pageOf(debate))).toEqual({
      a: [-1, 0],
      b: [-1, 1],
      x: [-2, 0],
      y: [-2, 1],
      z: [-2, 2],
    })
  })

  it('goes to sides before it goes to what takes none', () => {
    const others = Array.from({ length: 4 }, (_, at) => `x${at} supports for0`)
    const debate = debating(...speakers(5, 'for'), ...others, 's for', 's clarifies for4')
    expect(standing(pageOf(debate))).toHaveProperty('s')
  })

  it('is not given to a reply where that would push out who takes a side', () => {
    const sides = 'a against,b neutral,c against,d against,e for,f against,g against'.split(',')
    const links = ['b supports a', 'f supports c', 'a supports f', 'a concedes f']
    const page = pageOf(debating(...sides, ...links))
    const lane = page.cards.filter(({ column }) => column === 0).map(({ id }) => id)
    expect(lane).toEqual(['f', 'a', 'c', 'd', 'g'])
    expect(standing(page)).toMatchObject({ b: [1, 0] })
  })

  it('keeps the last place at the right for the open statements', () => {
    const others = Array.from({ length: 6 }, (_, at) => `x${at} supports b`)
    const page = pageOf(debating('b against', 'b2 for', ...others, 'q neutral'))
    expect(page.open?.box.y).toBeLessThan(5 * 142)
  })

  it('is used no further once the position is open', () => {
    const lines = ['a against', 'b rebuts a', 'c rebuts b', 'c against']
    const before = standingOf(seatedLanes(debating(...lines), 'p'))
    const view = { unfolded: new Set<string>(), heightOf: () => 130, quoteHeightOf: () => 0 }
    const edited = debating(...lines, ...speakers(5, 'against'))
    const page = layoutPosition(edited, 'p', { ...view, pitch: 142, before })
    expect(standing(page)).toMatchObject({ a: [0, 0], c: [0, 1] })
    expect(page.strips).toMatchObject([{ lane: 'against', count: 2 }])
  })
})

describe('an edit', () => {
  it('does not shuffle what stands on the page', () => {
    const lines = ['a for', 'b for', 'c for', 'd against', 'e against']
    const before = standingOf(seatedLanes(debating(...lines), 'p'))
    const edited = debating(...lines, 'f for', 'd rebuts c', 'e rebuts c')
    const view = {
      unfolded: new Set<string>(),
      heightOf: () => 130,
      quoteHeightOf: () => 0,
      pitch: 142,
    }
    const rows = (page: PositionPage) =>
      page.cards.filter(({ column }) => column === -1).map(({ id }) => id)
    expect(rows(layoutPosition(edited, 'p', { ...view, before }))).toEqual(['a', 'b', 'c', 'f'])
    expect(rows(layoutPosition(edited, 'p', view))[0]).toBe('c')
  })
})

describe('unfolding', () => {
  const debate = debating(
    'a for',
    'b for',
    'c for',
    'd for',
    ...supporters(7, 'a'),
    ...supporters(2, 'b'),
  )

  it('leaves what was clicked and all above it where they were', () => {
    const [before, after] = [pageOf(debate), pageOf(debate, beneathKey('a'))]
    expect(boxOf(after, 'a')).toEqual(boxOf(before, 'a'))
    expect(after.cards.length).toBeGreaterThan(before.cards.length)
  })

  it('moves nothing up', () => {
    const [before, after] = [pageOf(debate), pageOf(debate, beneathKey('a'))]
    for (const { id, box } of before.cards)
      expect(boxOf(after, id)?.y, id).toBeGreaterThanOrEqual(box.y)
  })

  it('moves nothing at all when the rest of a lane unfolds below it', () => {
    const many = debating(...speakers(9, 'for'))
    const [before, after] = [pageOf(many), pageOf(many, laneKey('for'))]
    for (const { id, box } of before.cards) expect(boxOf(after, id)).toEqual(box)
    expect(after.strips[0]?.box).toEqual(before.strips[0]?.box)
    expect(after.cards).toHaveLength(9)
  })

  it('makes room for a taller card below it, and leaves it where it was', () => {
    const tall = layoutPosition(debate, 'p', {
      unfolded: new Set(),
      heightOf: (id) => (id === 'a' ? 200 : 130),
      quoteHeightOf: () => 0,
      pitch: 142,
    })
    expect(boxOf(tall, 'a')?.y).toBe(boxOf(pageOf(debate), 'a')?.y)
  })
})

/** A debate of random statements, sides, links (undercuts among them) and folds. */
const randomDebate = fc
  .record({
    sides: fc.array(fc.constantFrom<Side | null>('for', 'against', 'neutral', null), {
      minLength: 1,
      maxLength: 24,
    }),
    links: fc.array(
      fc.tuple(
        fc.nat(30),
        fc.nat(30),
        fc.constantFrom('supports', 'rebuts', 'undercuts', 'concedes', 'clarifies', 'answers'),
      ),
      { maxLength: 30 },
    ),
    folds: fc.array(fc.nat(23), { maxLength: 12 }),
    lanes: fc.subarray(['for', 'against', 'open'] as const),
    heights: fc.array(fc.integer({ min: 60, max: 320 }), { minLength: 24, maxLength: 24 }),
  })
  .map(({ sides, links, folds, lanes, heights }) => {
    const ids = sides.map((_, at) => `s${at}`)
    const relations: Relation[] = []
    for (const [from, to, kind] of links) {
      const [source, target] = [ids[from % ids.length], ids[to % ids.length]]
      const denied = relations[to % Math.max(1, relations.length)]
      const end = kind === 'undercuts' ? denied?.id : target
      if (source && end && source !== end)
        relations.push(relation(`r${relations.length}`, source, kind as Relation['kind'], end))
    }
    const debate = debateWith({
      positions: [position('p', 'Ordering')],
      statements: ids.map((id) => claim(id, `${id}.`)),
      relations,
      stances: sides.flatMap((side, at) => (side ? [stance(`t${at}`, `s${at}`, side, 'p')] : [])),
    })
    const unfolded = new Set([...folds.map((at) => beneathKey(`s${at}`)), ...lanes.map(laneKey)])
    const heightOf = (id: string) => heights[Number(id.slice(1))] ?? 130
    return { debate, unfolded, heightOf }
  })

describe('any debate', () => {
  it('is laid out without anything on top of anything', () =>
    fc.assert(
      fc.property(randomDebate, ({ debate, unfolded, heightOf }) => {
        const page = layoutPosition(debate, 'p', {
          unfolded,
          heightOf,
          quoteHeightOf: (id) => (id.endsWith('3') ? 90 : 0),
          pitch: 142,
        })
        const boxes: Box[] = [
          ...page.cards,
          ...page.quotes,
          ...page.empties,
          ...page.strips,
          ...page.vacant,
          ...(page.open ? [page.open] : []),
        ].map(({ box }) => box)
        for (const [at, box] of boxes.entries())
          for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false)
        expect(new Set(page.cards.map(({ id }) => id)).size).toBe(page.cards.length)
      }),
      { numRuns: 300 },
    ))

  it('has every statement that takes a side in exactly one lane', () =>
    fc.assert(
      fc.property(randomDebate, ({ debate }) => {
        const lanes = seatedLanes(debate, 'p')
        const seen = Object.values(lanes)
          .flat()
          .flatMap(wholeBranch)
          .map(({ id }) => id)
        expect(new Set(seen).size).toBe(seen.length)
        for (const { statement } of debate.stances.values()) expect(seen).toContain(statement)
      }),
    ))

  it('folds nobody who takes a side while a row of that side is empty', () =>
    fc.assert(
      fc.property(randomDebate, ({ debate }) => {
        const page = pageOf(debate)
        const shown = new Set(page.cards.map(({ id }) => id))
        const direct = { for: -1, against: 0, neutral: null }
        for (const { statement, stance } of debate.stances.values())
          if (!shown.has(statement) && stance !== 'neutral')
            expect(page.cards.filter(({ column }) => column === direct[stance])).toHaveLength(5)
      }),
    ))

  it('keeps every card when one unfolds: the one that was clicked stays, none moves up or aside', () =>
    fc.assert(
      fc.property(randomDebate, fc.nat(40), ({ debate }, pick) => {
        const before = pageOf(debate)
        const folded = before.cards.filter(({ hidden }) => hidden > 0)
        const clicked = folded[pick % Math.max(1, folded.length)]
        if (!clicked) return
        const after = pageOf(debate, beneathKey(clicked.id))
        expect(boxOf(after, clicked.id)).toEqual(clicked.box)
        expect(after.cards.length).toBe(before.cards.length + clicked.hidden)
        for (const { id, box } of before.cards) {
          expect(boxOf(after, id)?.x).toBe(box.x)
          expect(boxOf(after, id)?.y).toBeGreaterThanOrEqual(box.y)
        }
      }),
      { numRuns: 300 },
    ))

  it('has a way for every link between cards that are shown', () =>
    fc.assert(
      fc.property(randomDebate, ({ debate, unfolded, heightOf }) => {
        const view = { unfolded, heightOf, quoteHeightOf: () => 0, pitch: 142 }
        const page = layoutPosition(debate, 'p', view)
        const links = linksOf(debate, page)
        const routed = routeLinks(page, links, new Map())
        expect(routed.map(({ relation }) => relation.id)).toEqual(links.map(({ id }) => id))
        for (const { route } of routed) expect(route.path).not.toMatch(/NaN|Infinity/)
      }),
    ))
})

describe('a chain of 20,000 replies', () => {
  const count = 20_000
  const ids = Array.from({ length: count }, (_, at) => `s${at}`)
  const chain = debateWith({
    positions: [position('p', 'Ordering')],
    statements: ids.map((id) => claim(id, `${id}.`)),
    relations: ids.slice(1).map((id, at) => relation(`r${at}`, id, 'supports', `s${at}`)),
    stances: ids.map((id) => stance(`t${id}`, id, 'for', 'p')),
  })

  it('is sorted into lanes, in order, and laid out unfolded', () => {
    const lanes = seatedLanes(chain, 'p')
    const all = Object.values(lanes).flat().flatMap(wholeBranch)
    expect(all).toHaveLength(count)
    const before = standingOf(lanes)
    expect(standingOf(seatedLanes(chain, 'p', before))).toEqual(before)
    const page = layoutPosition(chain, 'p', {
      unfolded: new Set(ids.map(beneathKey)),
      heightOf: () => 130,
      quoteHeightOf: () => 0,
      pitch: 142,
      before,
    })
    expect(page.cards).toHaveLength(count)
  })
})
