import { expect } from 'vitest'
import { readMap } from '../../src/exchange/readMap'
import { writeMap } from '../../src/exchange/writeMap'
import { debateOf } from '../../src/model/debateMap'
import type { Span } from '../../src/model/schema'
import { parse } from '../../src/parse/index'
import { understand } from '../../src/parse/inputs'
import { rules } from '../../src/parse/rules'
import { codebook, known } from '../eval/gold'

/** Checks what must be true of the map of any texts. */
export function checkMap(...texts: string[]) {
  const inputs = texts.map((text, index) => ({ name: `text${index}.txt`, text }))
  const { map, doubts } = parse(inputs, { codebook, known })
  const written = writeMap(debateOf(map), { texts: true })

  const read = readMap(written)
  expect(read.ok ? null : read.problem).toBeNull() // the rules of the format hold
  expect(writeMap(debateOf(parse(inputs, { codebook, known }).map), { texts: true })).toBe(written)
  for (const [index, { text = '', passages }] of map.sources.entries()) {
    expect(text).toBe(understand(texts[index] ?? '').text)
    checkCut(text, passages)
  }
  const textOf = new Map(map.sources.map(({ id, text = '' }) => [id, text]))
  for (const { text: headline, quotes } of map.statements)
    for (const { source, start, end, exact, prefix, suffix } of quotes) {
      const text = textOf.get(source) ?? ''
      expect(exact).toBe(text.slice(start, end))
      expect(exact).toContain(headline)
      expect(exact).toBe(exact.trim())
      expect(prefix).toBe(
        text.slice(Math.max(0, start - 32), start).replace(/^[\uDC00-\uDFFF]/, ''),
      )
      expect(suffix).toBe(text.slice(end, end + 32).replace(/[\uD800-\uDBFF]$/, ''))
      if (!halfPair.test(text)) expect(headline).not.toMatch(halfPair)
    }
  const judged = [...map.statements, ...map.relations, ...map.stances]
  for (const { because = [] } of judged) {
    expect(because.length).toBeGreaterThan(0)
    for (const { rule, from, to } of because) {
      expect(rules, rule).toHaveProperty([rule])
      for (const span of [from, to]) if (span) checkSpan(textOf.get(span.source) ?? '', span)
    }
  }
  for (const doubt of doubts) checkSpan(textOf.get(doubt.source) ?? '', doubt)
}

/** Half a surrogate pair: no character. */
const halfPair = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Every word lies in one passage; passages stand in order and apart, with only white space between. */
function checkCut(text: string, passages: readonly Span[]) {
  let end = 0
  for (const passage of passages) {
    expect(passage.start).toBeGreaterThanOrEqual(end)
    expect(text.slice(end, passage.start).trim()).toBe('')
    checkSpan(text, passage)
    end = passage.end
  }
  expect(text.slice(end).trim()).toBe('')
}

function checkSpan(text: string, { start, end }: Span) {
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeGreaterThan(start)
  expect(end).toBeLessThanOrEqual(text.length)
}
