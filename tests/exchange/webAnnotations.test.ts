import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointsOf } from '../../src/exchange/codePoints'
import { writeWebAnnotations } from '../../src/exchange/webAnnotations'
import { type Debate, emptyDebate, type Source, type Statement } from '../../src/model/debate'
import { brokenRules } from '../support/annotationRules'
import { anyDebate } from '../support/arbitraries'
import {
  annotation,
  claim,
  debateWith,
  position,
  quote,
  relation,
  sampleDebate,
  source,
} from '../support/debate'

interface Selector {
  type: string
  exact?: string
  start: number
  end: number
}
interface Target {
  source: string
  selector: Selector[]
}
interface Item {
  id: string
  motivation: string | string[]
  body: { type: string; value?: string; purpose?: string; format?: string; source?: string }[]
  target: string | Target[]
  creator?: { name: string }
}

/** The annotations of a debate, once they are known to keep every rule of the model. */
function annotationsOf(debate: Debate): Item[] {
  const { json } = writeWebAnnotations(debate)
  const collection = JSON.parse(json)
  expect(brokenRules(collection)).toEqual([])
  return collection.first?.items ?? []
}

const wordsOf = ({ target }: Item) => (typeof target === 'string' ? [] : target)
const of = (items: readonly Item[], motivation: string) =>
  items.filter((item) => [item.motivation].flat().includes(motivation))

const bridge = source('b1', 'The 🌉 sways 🌬️ in wind. 𝒳 is no reason to close it.')
const closing = claim(
  'c1',
  '𝒳 is no reason to close it.',
  quote(bridge, '𝒳 is no reason to close it.'),
)

describe('web annotations', () => {
  it('classify the words of each statement', () => {
    const [first] = of(annotationsOf(sampleDebate), 'classifying')
    expect(first?.body.map(({ value, purpose }) => `${purpose}: ${value}`)).toEqual([
      'describing: Deceptive alignment is unlikely.',
      'classifying: claim',
      'classifying: open: Prior plausibility',
    ])
    expect(wordsOf(first as Item)[0]?.selector).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'Deceptive alignment is unlikely.',
        prefix: '',
        suffix: ' Models understand the goal befo',
      },
      { type: 'TextPositionSelector', start: 0, end: 32 },
    ])
  })

  it('count positions in code points', () => {
    const [item] = annotationsOf(debateWith({ sources: [bridge], statements: [closing] }))
    const at = wordsOf(item as Item)[0]?.selector[1]
    expect([...(bridge.text as string)].slice(at?.start, at?.end).join('')).toBe(closing.text)
    expect(at?.start).toBeLessThan(closing.quotes[0]?.start ?? 0)
  })

  it('carry links from one statement to another, and to a link', () => {
    const debate = debateWith({
      sources: [bridge],
      statements: ['c1', 'c2', 'c3'].map((id) => ({ ...closing, id })),
      relations: [relation('r2', 'c2', 'rebuts', 'c1'), relation('r1', 'c3', 'undercuts', 'r2')],
    })
    const items = annotationsOf(debate)
    const ids = new Map(items.map((item, at) => [item.id, at]))
    const links = of(items, 'linking').map(({ body, target }) => [
      ids.get(target as string),
      body[1]?.value,
      ids.get(body[0]?.source ?? ''),
    ])
    expect(links).toEqual([
      [1, 'rebuts', 0],
      [2, 'undercuts', 3],
    ])
  })

  it('carry notes with who wrote them, in Markdown, with their tags', () => {
    const note = { ...annotation('n1', 'c1', 'See the *winds*.'), tags: ['wind', 'check'] }
    const debate = debateWith({ sources: [bridge], statements: [closing], annotations: [note] })
    const [item] = of(annotationsOf(debate), 'commenting')
    expect(item?.creator?.name).toBe('Ada')
    expect(item?.body[0]).toMatchObject({ value: 'See the *winds*.', format: 'text/markdown' })
    expect(
      of([item as Item], 'commenting')[0]
        ?.body.slice(1)
        .map(({ value }) => value),
    ).toEqual(['wind', 'check'])
    expect(wordsOf(item as Item)[0]?.selector[0]?.exact).toBe(closing.text)
  })

  it('target a position by its name where a note is on that', () => {
    const debate = debateWith({
      positions: [position('wind', 'Wind')],
      annotations: [annotation('n1', 'wind', 'Which winds?')],
    })
    const [item] = annotationsOf(debate)
    expect(item?.target).toMatch(/^urn:uuid:/)
  })

  it('name a text by its address, and by its checksum where it has none', () => {
    const addressed = (url: string | null): Source => ({ ...bridge, url })
    const sourceOf = (one: Source) =>
      wordsOf(annotationsOf(debateWith({ sources: [one], statements: [closing] }))[0] as Item)[0]
        ?.source
    expect(sourceOf(addressed('https://bridges.example/a b|c'))).toBe(
      'https://bridges.example/a%20b%7Cc',
    )
    expect(sourceOf(addressed(null))).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8/)
    expect(sourceOf(addressed('javascript:alert(1)'))).toMatch(/^urn:uuid:/)
  })

  it('keep lost words, and words whose text is not in the map, without a position', () => {
    const { text: _, ...bare } = bridge
    const lost = { ...closing, quotes: [], lostQuotes: closing.quotes } as Statement
    for (const debate of [
      debateWith({ sources: [bare], statements: [closing] }),
      debateWith({ sources: [source('b1', 'The bridge is closed.')], statements: [lost] }),
    ]) {
      const [item] = annotationsOf(debate)
      expect(wordsOf(item as Item)[0]?.selector.map(({ type }) => type)).toEqual([
        'TextQuoteSelector',
      ])
    }
  })

  it('leave out statements without words, and say so', () => {
    expect(writeWebAnnotations(sampleDebate)).toMatchObject({
      kept: { statements: 5, links: 3, notes: 1 },
      leftOut: { statements: 1, links: 1 },
    })
  })

  it('are an empty collection of an empty map', () => {
    expect(annotationsOf(emptyDebate)).toEqual([])
    expect(JSON.parse(writeWebAnnotations(emptyDebate).json).total).toBe(0)
  })
})

describe('web annotations of any debate', () => {
  it('keep the rules of the model', () =>
    fc.assert(fc.property(anyDebate, (debate) => void annotationsOf(debate))))

  it('select the same words by position as by quote', () =>
    fc.assert(
      fc.property(anyDebate, (debate) => {
        const texts = new Map<string, string[]>()
        for (const one of debate.sources.values())
          texts.set(addressOf(debate, one), [...(one.text ?? '')])
        for (const { source, selector } of annotationsOf(debate).flatMap(wordsOf)) {
          const [words, at] = selector
          if (!at) continue
          const found = texts.get(source)?.slice(at.start, at.end).join('')
          // A quote may begin or end within a character of two units; whole ones are as they are.
          if (!/[\uD800-\uDFFF]/u.test(words?.exact ?? '')) expect(found).toContain(words?.exact)
        }
      }),
    ))

  it('are the same bytes for the same debate, in whatever order it holds its records', () =>
    fc.assert(
      fc.property(anyDebate, (debate) => {
        const turned = <K, V>(map: ReadonlyMap<K, V>) => new Map([...map].reverse())
        const other: Debate = {
          ...debate,
          statements: turned(debate.statements),
          relations: turned(debate.relations),
          stances: turned(debate.stances),
          annotations: turned(debate.annotations),
        }
        expect(writeWebAnnotations(other).json).toBe(writeWebAnnotations(debate).json)
      }),
    ))

  it('count code points as the language does', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, some) => {
        const points = [...text]
        const at = some % (points.length + 1)
        expect(codePointsOf(text)(points.slice(0, at).join('').length)).toBe(at)
      }),
    ))
})

/** The name an export gives to a text: that of a statement on it. */
function addressOf(debate: Debate, one: Source): string {
  const probe = claim('probe', 'x', {
    source: one.id,
    start: 0,
    end: 0,
    exact: '',
    prefix: '',
    suffix: '',
  })
  const alone = {
    ...debate,
    statements: new Map([['probe', probe]]),
    relations: new Map(),
    stances: new Map(),
    annotations: new Map(),
  }
  const [item] = annotationsOf(alone)
  return wordsOf(item as Item)[0]?.source ?? ''
}
