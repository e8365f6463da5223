import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  coverAt,
  coverageBy,
  coverageOf,
  nextUnmapped,
  percentOf,
  wordStarts,
} from '../../src/graph/coverage'
import type { Role, Source } from '../../src/model/debate'
import { anyDebate } from '../support/arbitraries'
import { claim, debateWith, quote, source } from '../support/debate'

const snow = source(
  '001',
  'Snow closes the line each winter. A plough would keep it open.\n\n' +
    'Ploughs cost money. The town has none.\n\n' +
    'Share this page\n\n' +
    'Nobody skis here.',
)
const withRoles = (from: Source, ...roles: Role[]): Source => ({
  ...from,
  passages: from.passages.map((passage, at) => ({ ...passage, role: roles[at] ?? passage.role })),
})

/** The states of a text with the words in them, as one reads along. */
function told(text: Source, ...statements: ReturnType<typeof claim>[]) {
  const debate = debateWith({ sources: [text], statements })
  return coverageOf(debate, text).covers.map(
    ({ state, start, end }) => `${state}: ${text.text?.slice(start, end)}`,
  )
}

describe('what of a text is in the map', () => {
  it('parts a paragraph at the words of a statement', () =>
    expect(told(snow, claim('s', 'A plough', quote(snow, 'A plough would keep it open.')))).toEqual(
      [
        'unmapped: Snow closes the line each winter. ',
        'statement: A plough would keep it open.',
        'unmapped: Ploughs cost money. The town has none.',
        'unmapped: Share this page',
        'unmapped: Nobody skis here.',
      ],
    ))

  it('tells quotations, repeats and what the site adds from speech', () =>
    expect(told(withRoles(snow, 'quotation', 'repeat', 'furniture', 'heading'))).toEqual([
      'quotation: Snow closes the line each winter. A plough would keep it open.',
      'repeat: Ploughs cost money. The town has none.',
      'furniture: Share this page',
      'heading: Nobody skis here.',
    ]))

  it('takes a quotation that somebody made a statement of for the statement', () =>
    expect(
      told(
        withRoles(snow, 'quotation'),
        claim('s', 'Snow', quote(snow, 'Snow closes the line')),
      )[0],
    ).toBe('statement: Snow closes the line'))

  it('names every statement where two share words', () => {
    const debate = debateWith({
      sources: [snow],
      statements: [
        claim('all', 'Ploughs', quote(snow, 'Ploughs cost money. The town has none.')),
        claim('part', 'None', quote(snow, 'The town has none.')),
      ],
    })
    const { covers } = coverageOf(debate, snow)
    expect(covers.find(({ statements }) => statements.length === 2)).toMatchObject({
      statements: ['all', 'part'],
    })
  })

  it('counts the words of speech in the map, whole and by turn', () => {
    const text = withRoles(snow, 'speech', 'speech', 'furniture', 'quotation')
    const statements = [claim('s', 'A plough', quote(snow, 'A plough would keep it open.'))]
    const { whole, turns } = coverageOf(debateWith({ sources: [text], statements }), text)
    expect(whole).toEqual({ words: 19, mapped: 6 })
    expect([...turns]).toEqual([['001/t1', { words: 19, mapped: 6 }]])
  })

  it('walks the unmapped passages in order, both ways, and ends', () => {
    const statements = [
      claim('s', 'Ploughs', quote(snow, 'Ploughs cost money. The town has none.')),
    ]
    const coverage = coverageOf(debateWith({ sources: [snow], statements }), snow)
    const first = nextUnmapped(coverage, -1, 1)
    expect(first).toMatchObject({ at: 0, cover: { start: 0 } })
    const second = nextUnmapped(coverage, first?.cover.start ?? 0, 1)
    expect(snow.text?.slice(second?.cover.start)).toMatch(/^Share this page/)
    const last = nextUnmapped(coverage, second?.cover.start ?? 0, 1)
    expect(last?.at).toBe(2)
    expect(nextUnmapped(coverage, last?.cover.start ?? 0, 1)).toBeNull()
    expect(nextUnmapped(coverage, last?.cover.start ?? 0, -1)?.at).toBe(1)
    expect(nextUnmapped(coverage, 0, -1)).toBeNull()
  })
})

describe('words', () => {
  const count = (text: string) => wordStarts(text, { start: 0, end: text.length }).length

  it.each([
    ['The plough isn’t here.', 4],
    ['well-kept lines', 2],
    ['1. 2. 3.', 0],
    ['GPT-4 in 2024', 2],
    ['“…” — & %', 0],
    ['naïve Straße', 2],
    ['雪が多い', 4],
    ['🚂 🚃', 0],
    ['', 0],
  ])('counts those of %j: %i', (text, words) => expect(count(text)).toBe(words))

  it('finds what its definition says, in any text', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            'é',
            'e\u0301',
            '1',
            "'",
            '’',
            '-',
            ' ',
            '.',
            '雪',
            '𠀀',
            '𝒳',
            '🚂',
          ),
        }),
        (text) => {
          const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
          const part = String.raw`(?:(?!${cjk})[\p{L}\p{M}\p{N}])`
          const word = new RegExp(String.raw`${cjk}|${part}+(?:['’\-‑](?![\p{M}])${part}+)*`, 'gu')
          const found = [...text.matchAll(word)].filter(([run]) => /\p{L}/u.test(run))
          expect(wordStarts(text, { start: 0, end: text.length })).toEqual(
            found.map(({ index }) => index),
          )
        },
      ),
    ))

  it('counts a very long run in no more than proportion', () => {
    const began = performance.now()
    expect(count('a'.repeat(2_000_000))).toBe(1)
    expect(count('1'.repeat(2_000_000))).toBe(0)
    expect(count("a'".repeat(1_000_000))).toBe(1)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('never says all of some, nor none of some', () => {
    expect(percentOf({ words: 1000, mapped: 999 })).toBe(99)
    expect(percentOf({ words: 1000, mapped: 1 })).toBe(1)
    expect(percentOf({ words: 1000, mapped: 1000 })).toBe(100)
    expect(percentOf({ words: 0, mapped: 0 })).toBeNull()
  })
})

describe('of any text with any quotes', () => {
  const quoted = fc
    .array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 })
    .map((pairs) =>
      pairs
        .map(([a, b], at) => ({ statement: `s${at}`, start: Math.min(a, b), end: Math.max(a, b) }))
        .sort((a, b) => a.start - b.start || b.end - a.end),
    )
  const text = fc
    .array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '雪', '1'), maxLength: 12 }))
    .map((paragraphs) => source('001', paragraphs.join('\n\n')))
  const role = fc.constantFrom<Role>('speech', 'quotation', 'repeat', 'heading', 'furniture')

  it('the states part the passages without a gap and without a word lost', () =>
    fc.assert(
      fc.property(text, fc.array(role), quoted, (plain, roles, quotes) => {
        const from = withRoles(plain, ...roles)
        const { covers, whole, turns, unmapped } = coverageBy(from, quotes)
        const joined = from.passages.flatMap((passage) => {
          const inIt = covers.filter(({ start }) => start >= passage.start && start < passage.end)
          expect(inIt[0]?.start).toBe(passage.start)
          expect(inIt.at(-1)?.end).toBe(passage.end)
          for (const [at, cover] of inIt.entries())
            expect(inIt[at + 1]?.start ?? passage.end).toBe(cover.end)
          return inIt
        })
        expect(joined).toEqual(covers)

        const words = from.passages
          .filter((passage) => passage.role === 'speech')
          .flatMap((passage) => wordStarts(from.text, passage))
        const isQuoted = (at: number) => quotes.some(({ start, end }) => start <= at && at < end)
        expect(whole).toEqual({ words: words.length, mapped: words.filter(isQuoted).length })
        const sum = (field: 'words' | 'mapped') =>
          [...turns.values()].reduce((total, figure) => total + figure[field], 0)
        expect({ words: sum('words'), mapped: sum('mapped') }).toEqual(whole)
        for (const { start, end } of unmapped)
          expect(words.some((at) => start <= at && at < end)).toBe(true)
        for (const cover of covers) expect(coverAt({ ...empty, covers }, cover.start)).toBe(cover)
      }),
    ))

  it('a statement covers its words and nothing else does', () =>
    fc.assert(
      fc.property(anyDebate, (debate) => {
        for (const from of debate.sources.values())
          for (const { state, statements, start, end } of coverageOf(debate, from).covers) {
            expect(statements.length > 0).toBe(state === 'statement')
            for (const id of statements)
              expect(
                debate.statements
                  .get(id)
                  ?.quotes.some(
                    (one) => one.source === from.id && one.start <= start && one.end >= end,
                  ),
              ).toBe(true)
          }
      }),
    ))

  it('takes time in proportion to the passages', () => {
    const long = source('001', 'Snow closes the line each winter.\n\n'.repeat(20_000))
    const quotes = long.passages.map(({ start, end }, at) => ({ statement: `s${at}`, start, end }))
    const began = performance.now()
    expect(coverageBy(long, quotes).covers.length).toBe(20_000)
    expect(performance.now() - began).toBeLessThan(1500)
  })
})

const empty = { whole: { words: 0, mapped: 0 }, turns: new Map(), unmapped: [] }
