import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMap, readMapFile } from '../../src/exchange/readMap'
import { writeMap } from '../../src/exchange/writeMap'
import { type Debate, recordKinds } from '../../src/model/debate'
import { problemIn } from '../../src/model/invariants'
import { anyDebate } from '../support/arbitraries'
import { annotation, claim, debateWith, position, sampleDebate } from '../support/debate'

const withTexts = { texts: true }

/** The debate a map holds. Fails the test where it cannot be read. */
function read(map: string): Debate {
  const result = readMap(map)
  if (!result.ok) throw new Error(result.problem)
  return result.debate
}

type Json = ReturnType<typeof JSON.parse>

/** Expects this sentence for the sample map after a change to its JSON. */
function refuses(spoil: (map: Json) => unknown, sentence: string) {
  const map = JSON.parse(writeMap(sampleDebate, withTexts))
  const spoilt = spoil(map) ?? map
  expect(readMap(JSON.stringify(spoilt))).toEqual({ ok: false, problem: sentence })
}

describe('a map written and read again', () => {
  it('is the same debate, and the same bytes', () => {
    fc.assert(
      fc.property(anyDebate, (debate) => {
        expect(problemIn(debate)).toBeNull()
        const map = writeMap(debate, withTexts)
        const again = read(map)
        expect(again).toEqual(debate)
        expect([...again.positions.keys()]).toEqual([...debate.positions.keys()])
        expect(writeMap(again, withTexts)).toBe(map)
      }),
    )
  })

  it('differs by its texts alone where they were left out', () => {
    fc.assert(
      fc.property(anyDebate, (debate) => {
        const bare = JSON.parse(writeMap(debate, withTexts))
        for (const source of bare.sources) delete source.text
        const map = writeMap(debate, { texts: false })
        expect(JSON.parse(map)).toEqual(bare)
        expect(writeMap(read(map), withTexts)).toBe(map)
      }),
    )
  })

  it('does not depend on the order in which things were said', () => {
    const reversed = { ...sampleDebate }
    for (const kind of recordKinds) {
      const records: [string, never][] = [...sampleDebate[kind]].reverse() as never
      if (kind !== 'positions') Object.assign(reversed, { [kind]: new Map(records) })
    }
    expect(writeMap(reversed, withTexts)).toBe(writeMap(sampleDebate, withTexts))
  })

  it('looks as the contract draws it', () => {
    const map = writeMap(sampleDebate, withTexts)
    expect(map).toBe(`${JSON.stringify(JSON.parse(map), null, 2)}\n`)
    const parsed = JSON.parse(map)
    expect(Object.keys(parsed).join(' ')).toBe(
      'format version title generator createdAt updatedAt sources positions statements relations stances annotations layout',
    )
    expect(Object.keys(parsed.statements[0]).join(' ')).toBe(
      'id kind text quotes madeBy confidence reviewed credence',
    )
    expect(parsed.statements.map((one: { id: string }) => one.id)).toEqual([
      'unlikely',
      'goal-first',
      'gradual',
      'not-given',
      'why-wait',
      'beside-the-point',
    ])
    expect(parsed.createdAt).toBeNull()
  })

  it('keeps fields of other programs at every level', () => {
    const map = JSON.parse(writeMap(sampleDebate, withTexts))
    const foreign = { theirs: { b: [1, null], a: 'x' }, constructor: 'c', toString: 't' }
    const places = [map, map.sources[0], map.sources[0].turns[0], map.sources[0].passages[0]]
    places.push(map.positions[0], map.statements[0], map.statements[0].quotes[0], map.relations[0])
    places.push(map.stances[0], map.annotations[0], map.layout.unlikely)
    for (const place of places) Object.assign(place, foreign)
    const again = JSON.parse(writeMap(read(JSON.stringify(map)), withTexts))
    expect(again).toEqual(map)
    expect(Object.keys(again).slice(-3)).toEqual(['constructor', 'theirs', 'toString'])
  })

  it('takes __proto__ for an id like others, and for no field', () => {
    const strange = debateWith({
      positions: [position('__proto__', 'Own')],
      statements: [claim('constructor', 'Built.')],
      annotations: [annotation('toString', '__proto__', 'Said.')],
      places: [
        ['__proto__', { x: 1, y: 2 }],
        ['constructor', { x: 3, y: 4 }],
      ],
    })
    const map = writeMap(strange, withTexts)
    expect(map).toContain('"__proto__": {\n      "x": 1,')
    expect(read(map)).toEqual(strange)
    const spoilt = map.replace('"title": "Own"', '"title": "Own", "__proto__": { "x": 1 }')
    expect(readMap(spoilt)).toEqual({
      ok: false,
      problem: '“positions.0” has a field named “__proto__”, which cannot be kept. Rename it.',
    })
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('carries notes whose claim is gone', () => {
    const homelessAnnotations = [annotation('a-2', 'gone', 'Still here.')]
    const debate = {
      ...sampleDebate,
      about: { ...sampleDebate.about, extra: { homelessAnnotations } },
    }
    expect(read(writeMap(debate, withTexts))).toEqual(debate)
    refuses(
      (map) => ({ ...map, homelessAnnotations: [...homelessAnnotations, map.annotations[0]] }),
      'Two annotations have the id a-1; ids must be unique.',
    )
    refuses(
      (map) => ({ ...map, homelessAnnotations: [{ id: 'a-2' }] }),
      'Annotation a-2 has no “target”, which must be text.',
    )
  })
})

describe('a file that is no map', () => {
  const refusesText = (text: string, problem: string) =>
    expect(readMap(text)).toEqual({ ok: false, problem })

  it('is empty', () => refusesText(' \n', 'This file is empty.'))
  it('is cut short', () =>
    refusesText(
      writeMap(sampleDebate, withTexts).slice(0, 2000),
      'This file ends before its JSON does: it was probably cut short.',
    ))
  it('is not JSON', () => {
    const problem = 'This file is not valid JSON: it goes wrong at line 3, column 3.'
    refusesText('{\n  "format": "debate-map"\n  "version": 1\n}', problem)
    refusesText('# A heading', 'This file is not valid JSON.')
  })
  it('is another program’s JSON', () => {
    refusesText('{"nodes":[]}', 'This file is JSON but not a debate map: it has no “format”.')
    refusesText(
      '{"format":"canvas"}',
      'This file is JSON but not a debate map: its “format” is not “debate-map”.',
    )
    refusesText('[1]', 'This file is JSON but not a debate map: it holds no object at the top.')
    refusesText('null', 'This file is JSON but not a debate map: it holds no object at the top.')
  })
  it('comes from the future', () => {
    const { ok } = readMap('{"format":"debate-map","version":1}')
    expect(ok).toBe(false)
    refusesText(
      '{"format":"debate-map","version":2}',
      'This map is of version 2, and this app reads version 1. Reload the page to get the newest app, or export the map as version 1.',
    )
    refusesText(
      '{"format":"debate-map"}',
      'This map has no version that is known. Its “version” must be 1.',
    )
  })
  it('is nested without end', () =>
    refusesText(
      '['.repeat(1e6),
      'This file is nested more than 64 levels deep, which no debate map is.',
    ))
  it('is a swarm of tiny values', () =>
    refusesText(
      `[${'0,'.repeat(5e6)}0]`,
      'This file holds more than four million values: too many to open.',
    ))
  it('has a million faults in one record', () => {
    const map = JSON.parse(writeMap(sampleDebate, withTexts))
    map.statements[0].quotes = Array(1e6).fill(0)
    const problem = 'Statement unlikely: “quotes[0]” must be an object, but is 0.'
    refusesText(JSON.stringify(map), problem)
  })
  it('is not in UTF-8', () => {
    const bytes = (...list: number[]) => readMapFile(new Uint8Array(list))
    expect(bytes(0xff, 0xfe, 0x7b, 0)).toEqual({
      ok: false,
      problem: 'This file is in UTF-16. Save it as UTF-8 and open it again.',
    })
    expect(bytes(0x1f, 0x8b, 8)).toEqual({
      ok: false,
      problem: 'This file is compressed. Unpack it and open the map inside.',
    })
    expect(bytes(0x7b, 0xc3, 0x28)).toEqual({
      ok: false,
      problem: 'This file is not UTF-8 text, so it is no debate map.',
    })
  })
  it('may begin with a byte order mark', () => {
    const map = `\ufeff${writeMap(sampleDebate, withTexts)}`
    expect(readMap(map)).toEqual({ ok: true, debate: sampleDebate })
    expect(readMapFile(new TextEncoder().encode(map))).toEqual({ ok: true, debate: sampleDebate })
  })
  it('is too large', () =>
    refusesText(
      ' '.repeat(64 * 2 ** 20 + 1),
      'This file is too large: maps of up to 64 MB can be read.',
    ))
})

describe('a map with a fault is refused whole, and the fault named', () => {
  it('a missing list', () =>
    refuses((map) => {
      delete map.statements
    }, 'The map has no “statements”, which must be a list.'))
  it('a layout that is a list', () =>
    refuses(
      (map) => ({ ...map, layout: [] }),
      'The map: “layout” must be an object, but is a list.',
    ))
  it('an unknown kind', () =>
    refuses((map) => {
      map.relations[0].kind = 'hates'
    }, 'Relation r-goal: “kind” must be “supports” or “rebuts” or “undercuts” or “concedes” or “clarifies” or “answers”, but is “hates”.'))
  it('a record without a usable id', () =>
    refuses((map) => {
      map.statements[2].id = ''
    }, 'Statement number 3: “id” must be some text, but is empty.'))
  it('a field deep inside a record', () =>
    refuses((map) => {
      map.statements[0].quotes[0].start = -1
    }, 'Statement unlikely: “quotes[0].start” must be 0 or more, but is -1.'))
  it('a share above 1', () =>
    refuses((map) => {
      map.relations[0].confidence = 1.5
    }, 'Relation r-goal: “confidence” must be 1 or less, but is 1.5.'))
  it('a moment that is none', () =>
    refuses((map) => {
      map.annotations[0].createdAt = 'yesterday'
    }, 'Annotation a-1: “createdAt” must be a moment in UTC such as 2026-11-20T00:00:00Z, but is “yesterday”.'))
  it('a place that is no point', () =>
    refuses((map) => {
      map.layout.unlikely.x = 'left'
    }, 'The place of unlikely: “x” must be a number, but is “left”.'))
  it('half a character', () =>
    refuses((map) => {
      map.title = 'a\ud800'
    }, '“title” holds half a character (a lone surrogate).'))
})

it('a mutated map is read whole or refused with a sentence, and nothing is thrown', () => {
  const map = writeMap(sampleDebate, withTexts)
  const mutation = fc.record({
    at: fc.nat({ max: map.length }),
    length: fc.nat({ max: 40 }),
    instead: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        'null',
        '{',
        ']',
        '"__proto__":',
        '1e999',
        '\\ud800',
        '-1',
        '"unlikely"',
        '[]',
      ),
    ),
  })
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const mutated = mutations.reduce(
        (text, { at, length, instead }) => text.slice(0, at) + instead + text.slice(at + length),
        map,
      )
      const result = readMap(mutated)
      if (result.ok) expect(problemIn(result.debate)).toBeNull()
      else expect(result.problem).toMatch(/^[A-Z“].*\.$/u)
    }),
    { numRuns: 2000 },
  )
})
