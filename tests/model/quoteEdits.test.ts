import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryMap } from '../../src/document/storage'
import { readMap } from '../../src/exchange/readMap'
import { writeMap } from '../../src/exchange/writeMap'
import { applyStep } from '../../src/model/change'
import type { Debate } from '../../src/model/debate'
import { problemIn } from '../../src/model/invariants'
import * as quotes from '../../src/model/quoteEdits'
import type { SourceSpan } from '../../src/model/schema'
import { wholeSpan } from '../../src/reader/pickedSpan'
import { anyDebate } from '../support/arbitraries'
import { annotation, sampleDebate, thread } from '../support/debate'
import { tries } from '../support/laws'

/** Words of the sample debate where they first stand. */
const words = (exact: string) => {
  const start = (thread.text ?? '').indexOf(exact)
  return { source: '002', start, end: start + exact.length }
}
const keep = words('Gradients can also keep a bad goal.')
const { note, ...wish } = {
  id: 'new',
  kind: 'rebuttal' as const,
  text: 'Gradients can keep a bad goal.',
  words: keep,
  stance: { id: 'st-new', position: 'property-ordering', side: 'against' as const },
  link: { id: 'r-new', to: 'gradual', kind: 'rebuts' as const },
  note: annotation('n-new', '', 'Is there a case of it?'),
}

describe('a statement from words', () => {
  it('quotes them exactly, with what stands before and after', () => {
    const next = applyStep(sampleDebate, quotes.addFromWords(sampleDebate, wish))
    expect(next.statements.get('new')).toMatchObject({
      text: 'Gradients can keep a bad goal.',
      madeBy: 'person',
      confidence: null,
      quotes: [
        {
          ...keep,
          exact: 'Gradients can also keep a bad goal.',
          prefix: 'That order is not given. ',
          suffix: '\n\nWhy would a model wait?',
        },
      ],
    })
  })

  it('comes with its link, its side and its note in one step, named for what it is', () => {
    const step = quotes.addFromWords(sampleDebate, { ...wish, note })
    expect(step.name).toBe('add rebuttal with a note from text 002')
    const next = applyStep(sampleDebate, step)
    expect(next.relations.get('r-new')).toMatchObject({ to: 'gradual', kind: 'rebuts' })
    expect(next.stances.get('st-new')).toMatchObject({ stance: 'against' })
    expect(next.annotations.get('n-new')).toMatchObject({ target: 'new' })
    expect(problemIn(next)).toBeNull()
  })

  it.each([
    ['of a text that is gone', { ...keep, source: '009' }, /text of these words is no longer/],
    ['of nothing', { ...keep, end: keep.start }, /no words here/],
    ['past the end', { ...keep, end: 9000 }, /no words here/],
  ])('cannot be made from words %s', (_, span, problem) => {
    expect(quotes.wordsProblem(sampleDebate, span)).toMatch(problem)
    expect(() => quotes.addFromWords(sampleDebate, { ...wish, words: span })).toThrow(problem)
  })

  it('cannot be made from a text that the map only names', () => {
    const { text: _, ...named } = thread
    const debate = { ...sampleDebate, sources: new Map([['002', named]]) }
    expect(quotes.wordsProblem(debate, keep)).toMatch(/not the text itself/)
  })

  it('cannot be made from half a character', () => {
    const text = 'Snow 🌨 falls.'
    const debate = {
      ...sampleDebate,
      sources: new Map([['002', { ...thread, text, length: text.length }]]),
    }
    expect(quotes.wordsProblem(debate, { source: '002', start: 0, end: 6 })).toMatch(/within/)
    expect(quotes.wordsProblem(debate, { source: '002', start: 0, end: 7 })).toBeNull()
  })
})

describe('a further quote', () => {
  const added = applyStep(sampleDebate, quotes.addQuote(sampleDebate, 'not-given', keep))

  it('stands after those a statement has', () =>
    expect(added.statements.get('not-given')?.quotes.map(({ exact }) => exact)).toEqual([
      'That order is not given.',
      'Gradients can also keep a bad goal.',
    ]))

  it('is not added twice', () => {
    expect(quotes.quoteProblem(added, 'not-given', keep)).toMatch(/already/)
    expect(() => quotes.addQuote(added, 'not-given', keep)).toThrow(/already/)
  })

  it('may share words with another, and that can be told', () => {
    const some = words('also keep')
    const statement = added.statements.get('not-given')
    expect(quotes.quoteProblem(added, 'not-given', some)).toBeNull()
    expect(statement && quotes.overlapping(statement, some).map(({ start }) => start)).toEqual([
      keep.start,
    ])
  })

  it('can be taken away again', () => {
    const step = quotes.removeQuote(added, 'not-given', keep)
    expect(step.name).toBe('remove quote')
    expect(applyStep(added, step).statements.get('not-given')).toEqual(
      sampleDebate.statements.get('not-given'),
    )
  })
})

describe('the last quote', () => {
  it('leaves a statement of the parser a person’s own', () => {
    const step = quotes.removeQuote(sampleDebate, 'unlikely', {
      source: '001',
      start: 0,
      end: 'Deceptive alignment is unlikely.'.length,
    })
    expect(step.name).toBe('remove the last quote')
    const next = applyStep(sampleDebate, step)
    expect(next.statements.get('unlikely')).toMatchObject({
      quotes: [],
      madeBy: 'person',
      confidence: null,
      reviewed: null,
    })
    expect(problemIn(next)).toBeNull()
  })

  it('stays where another place is named', () =>
    expect(quotes.removeQuote(sampleDebate, 'unlikely', keep).changes).toEqual([]))
})

describe('any words of any text', () => {
  const picks = fc.tuple(anyDebate, fc.nat(), fc.nat(), fc.nat(), fc.boolean())
  /** Words as a person picks them; null where the numbers hit only white space. */
  const pickFrom = (debate: Debate, [at, one, other]: number[]) => {
    const source = [...debate.sources.values()][(at ?? 0) % Math.max(1, debate.sources.size)]
    if (!source?.text) return null
    const [a = 0, b = 0] = [one, other].map((offset = 0) => offset % (source.length + 1))
    const span = wholeSpan(source.text, { start: Math.min(a, b), end: Math.max(a, b) }, 'character')
    return span && { source: source.id, ...span }
  }

  const stepOf = (debate: Debate, picked: SourceSpan, isNew: boolean) => {
    const [target] = debate.statements.keys()
    if (isNew || !target || quotes.quoteProblem(debate, target, picked))
      return quotes.addFromWords(debate, { id: 'new', kind: 'claim', text: 'x', words: picked })
    return quotes.addQuote(debate, target, picked)
  }

  it(
    'make a valid debate, which a file keeps',
    () => {
      fc.assert(
        fc.property(picks, ([debate, at, one, other, isNew]) => {
          const picked = pickFrom(debate, [at, one, other])
          if (!picked) return
          const next = applyStep(debate, stepOf(debate, picked, isNew))
          expect(problemIn(next)).toBeNull()
          const again = readMap(writeMap(next, { texts: true }))
          expect(again.ok && again.debate.statements).toEqual(next.statements)
        }),
        tries(100)[0],
      )
    },
    tries(100)[1],
  )

  it(
    'go in one step, and undo gives the debate back as it was',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
          fc.boolean(),
          (at, isNew) => {
            const picked = pickFrom(sampleDebate, at)
            if (!picked) return
            const { doc } = memoryMap(sampleDebate, '')
            doc.edit(stepOf(doc.debate(), picked, isNew))
            expect(doc.debate()).not.toEqual(sampleDebate)
            doc.undo()
            expect(doc.debate()).toEqual(sampleDebate)
            expect(doc.undoName()).toBeNull()
          },
        ),
        tries(60)[0],
      )
    },
    tries(60)[1],
  )
})
