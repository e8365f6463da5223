import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage, Role, Source } from '../../src/model/debate'
import { marksOf } from '../../src/reader/marks'
import { blocksOf, deepest, type Row, rowAt, rowsOf, type WordsRow } from '../../src/reader/page'
import { runsOf } from '../../src/reader/runs'
import { claim, debateWith, source } from '../support/debate'

const none: ReadonlySet<string> = new Set()
const rowsWith = (text: Source, unfolded = none) => rowsOf(blocksOf(text), [], unfolded)
const isWords = (row: Row): row is WordsRow => row.kind === 'words'

/** A text whose paragraphs are given with their roles, all of one turn each where a turn is named. */
function thread(...parts: readonly [role: Role, words: string, turn?: number][]): Source {
  const made = source('t', parts.map(([, words]) => words).join('\n\n'))
  const turns = [...new Set(parts.flatMap(([, , turn]) => turn ?? []))].sort((a, b) => a - b)
  return {
    ...made,
    turns: turns.map((turn) => ({
      id: `t/t${turn}`,
      speaker: null,
      replyTo: turn === 1 ? null : `t/t${turn - 1}`,
    })),
    passages: made.passages.map((passage, at): Passage => {
      const [role, , turn] = parts[at] as (typeof parts)[number]
      return { ...passage, role, turn: turn === undefined ? null : `t/t${turn}` }
    }),
  }
}

describe('the page of a text', () => {
  const snow = thread(
    ['furniture', '2 comments'],
    ['speech', 'Night trains should stop in snow.', 1],
    ['quotation', 'Night trains should stop in snow.', 2],
    ['speech', 'They carry lamps now.', 2],
    ['repeat', 'Night trains should stop in snow.', 1],
    ['repeat', 'They carry lamps now.', 2],
    ['speech', 'And radar.', 2],
  )

  it('says at the head of a turn whom it answers, and indents it', () => {
    const heads = rowsWith(snow).flatMap((row) => ('head' in row && row.head ? [row] : []))
    expect(heads.map(({ head, depth }) => [head?.name, head?.answers?.name, depth])).toEqual([
      ['Turn 1', undefined, 0],
      ['Turn 2', 'Turn 1', 1],
    ])
  })

  it('folds what is printed again to one row, and the turn before it goes on', () => {
    const rows = rowsWith(snow)
    const at = rows.findIndex(({ kind }) => kind === 'fold')
    expect(rows[at]).toMatchObject({ role: 'repeat', count: 2, isOpen: false })
    expect(rows[at + 1]).toMatchObject({ head: null, role: 'speech' })
  })

  it('unfolds it below the line that stands for it', () => {
    const folded = rowsWith(snow)
    const fold = folded.find(({ kind }) => kind === 'fold')
    const open = rowsWith(snow, new Set([fold?.key ?? '']))
    expect(open).toHaveLength(folded.length + 2)
    expect(open.filter((row) => isWords(row) && row.role === 'repeat')).toHaveLength(2)
  })

  it('begins a turn with its own words, not with what the site prints above them', () => {
    const named = thread(['furniture', 'Ada', 1], ['speech', 'One.', 1])
    const [name, words] = rowsWith(named).filter(isWords)
    expect([name?.head, words?.head?.name]).toEqual([null, 'Turn 1'])
  })

  it('tells of somebody who speaks again that they go on', () => {
    const broken = thread(['speech', 'One.', 1], ['speech', 'Two.', 2], ['speech', 'One again.', 1])
    const last = rowsWith(broken).filter(isWords).at(-1)
    expect(last?.head).toMatchObject({ name: 'Turn 1', goesOn: true, answers: null })
  })

  it('does not indent a long thread until nothing is left of its lines', () => {
    const long = thread(
      ...Array.from({ length: 30 }, (_, at) => ['speech', 'No.', at + 1] as const).map(
        ([role, words, turn]): [Role, string, number] => [role, words, turn],
      ),
    )
    expect(Math.max(...blocksOf(long).map(({ depth }) => depth))).toBe(deepest)
  })

  it('lets two turns answer each other without end', () => {
    const circle = { ...snow, turns: snow.turns.map((turn) => ({ ...turn, replyTo: turn.id })) }
    expect(blocksOf(circle)).toHaveLength(7)
  })

  it('reads a text in which nobody has told turns and passages apart', () => {
    const bare = { ...source('b', 'Snow.\n\nMore snow,\nand ice.'), turns: [], passages: [] }
    const words = rowsWith(bare).filter(isWords)
    expect(words.map(({ start, end }) => bare.text?.slice(start, end))).toEqual([
      'Snow.',
      'More snow,\nand ice.',
    ])
  })

  it('cuts a passage of many lines, and loses none of it', () => {
    const lines = 'The plough came late again.\n'.repeat(2000).trim()
    const long = source('l', lines)
    const words = rowsWith(long).filter(isWords)
    expect(words.length).toBeGreaterThan(5)
    expect(words.map(({ start, end }) => lines.slice(start, end)).join('')).toBe(lines)
  })

  it('finds the row of an offset, also in what is folded', () => {
    const rows = rowsWith(snow)
    for (const [at, row] of rows.entries())
      if (row.end > row.start) expect(rowAt(rows, row.start)).toBe(at)
    const folded = rows.findIndex(({ kind }) => kind === 'fold')
    expect(rowAt(rows, (rows[folded]?.end ?? 0) - 1)).toBe(folded)
  })
})

describe('the marks on a page', () => {
  const anyPage = fc
    .array(fc.lorem({ maxCount: 8, mode: 'words' }), { minLength: 1, maxLength: 6 })
    .chain((paragraphs) => {
      const text = source('t', paragraphs.join('\n\n'))
      const offset = fc.nat(text.length)
      const quote = fc.tuple(offset, offset).filter(([a, b]) => a !== b)
      const quotes = fc.array(quote, { maxLength: 12 })
      return fc.record({ text: fc.constant(text), quotes })
    })
    .map(({ text, quotes }) => {
      const statements = quotes.map(([a, b], at) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const exact = text.text?.slice(start, end) ?? ''
        return claim(`c${at}`, 'x', { source: 't', start, end, exact, prefix: '', suffix: '' })
      })
      const marks = marksOf(debateWith({ sources: [text], statements }), text)
      const rows = rowsOf(blocksOf(text), marks, none).filter(isWords)
      return { text: text.text ?? '', rows, statements }
    })

  it('covers exactly the words of each quote, and leaves the words as they are', () => {
    fc.assert(
      fc.property(anyPage, ({ text, rows, statements }) => {
        const words = rows.map((row) => runsOf(row, row.marks, row.signs))
        for (const [at, { start, end }] of rows.entries()) {
          const runs = words[at] ?? []
          expect(runs.map((run) => text.slice(run.start, run.end)).join('')).toBe(
            text.slice(start, end),
          )
        }
        for (const { id, quotes } of statements) {
          const [quote] = quotes
          for (const run of words.flat()) {
            const carries = run.marks.some(({ statement }) => statement === id)
            const overlaps = quote && quote.start < run.end && quote.end > run.start
            const covers = quote && quote.start <= run.start && quote.end >= run.end
            expect(carries).toBe(overlaps)
            if (carries) expect(covers).toBe(true)
          }
        }
      }),
    )
  })

  it('underlines the headline among the words of a statement, or all of them where it is worded otherwise', () => {
    const text = source('t', 'It has snowed. The ploughs carry lamps. So the night trains run.')
    const whole = {
      source: 't',
      start: 0,
      end: text.length,
      exact: text.text ?? '',
      prefix: '',
      suffix: '',
    }
    const pointsFor = (headline: string) => {
      const debate = debateWith({ sources: [text], statements: [claim('a', headline, whole)] })
      const runs = runsOf({ start: 0, end: text.length }, marksOf(debate, text))
      return runs
        .filter(({ points }) => points.length > 0)
        .map(({ start, end }) => text.text?.slice(start, end))
    }
    expect(pointsFor('The ploughs carry lamps.')).toEqual(['The ploughs carry lamps.'])
    expect(pointsFor('Ploughs have lamps.')).toEqual([text.text])
  })

  it('signs every mark once, where its last words are', () => {
    fc.assert(
      fc.property(anyPage, ({ rows }) => {
        const runs = rows.flatMap((row) => runsOf(row, row.marks, row.signs))
        const marked = new Set(runs.flatMap((run) => run.marks))
        const signed = runs.flatMap((run) => run.signs)
        expect(new Set(signed)).toEqual(marked)
        expect(signed).toHaveLength(marked.size)
      }),
    )
  })

  it('parts the lines of two statements that share words', () => {
    const text = source('t', 'The ploughs carry lamps, so the night trains can run.')
    const at = (start: number, end: number) => ({
      ...{ source: 't', start, end, exact: text.text?.slice(start, end) ?? '' },
      ...{ prefix: '', suffix: '' },
    })
    const statements = [claim('a', 'a', at(0, 23)), claim('b', 'b', at(12, 53))]
    const marks = marksOf(debateWith({ sources: [text], statements }), text)
    expect(marks.map(({ number, level }) => [number, level])).toEqual([
      [1, 0],
      [2, 1],
    ])
  })
})
