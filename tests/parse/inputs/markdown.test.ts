import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../src/parse/inputs/markdown'
import { mapOf, roles } from '../thread'

const answer = 'Then heat the points, and sweep what drifts in from the north.'
const claim = 'The points of a line freeze long before its rails do.'

/** The words that a text marks as quoted. */
const quoted = (...lines: string[]): string[] => {
  const told = readMarkdown(lines.join('\n'))
  const spans = told?.spans.filter(({ role }) => role === 'quotation') ?? []
  return spans.map(({ start, end }) => told?.text.slice(start, end) ?? '')
}

describe('Markdown that quotes with signs', () => {
  it('is known by them', () => {
    expect(readMarkdown(`> ${claim}\n\n${answer}`)).toMatchObject({ kind: 'Markdown', turns: [] })
    expect(readMarkdown(`&gt; ${claim}\n\n${answer}`)).toMatchObject({ kind: 'Markdown' })
    expect(readMarkdown(`${claim}\n\n${answer}`)).toBeNull()
    expect(readMarkdown(`->\n>:(\n${answer}`)).toBeNull()
  })

  it('quotes paragraph by paragraph, nested or not', () =>
    expect(quoted(`> ${claim}`, '>', '> > And why?', '', answer, '', '> At night.')).toEqual([
      `> ${claim}\n>\n> > And why?`,
      '> At night.',
    ]))

  it('goes on with a quoted sentence without the sign', () => {
    expect(quoted('> The points of a line', 'freeze first.', '', answer)).toEqual([
      '> The points of a line\nfreeze first.',
    ])
    expect(quoted(`> ${claim}`, answer)).toEqual([`> ${claim}`])
    expect(quoted('> The points of a line', '', 'freeze first.')).toEqual([
      '> The points of a line',
    ])
  })

  it('holds code and spoilers, which quote nobody', () => {
    expect(quoted(`> ${claim}`, '', '```', '> run the heater', '```', answer)).toEqual([
      `> ${claim}`,
    ])
    expect(quoted(`> ${claim}`, '', '>! They froze in the end.')).toEqual([`> ${claim}`])
    expect(
      roles(`> ${claim}`, '', answer, '', '> At night.', '', '>! They froze in the end.'),
    ).toEqual(['quotation', 'speech', 'quotation', 'speech'])
  })

  it('takes a short line that is said again for no quotation, since quotations are marked', () =>
    expect(roles(`> ${claim}`, '', 'That is so.', answer, '> At night.', '', answer)).toEqual([
      'quotation',
      'speech',
      'speech',
      'quotation',
      'speech',
    ]))

  it('marks headings and rules', () => {
    expect(roles('# Frozen points', '', `> ${claim}`, '', '---', '', answer)).toEqual([
      'heading',
      'quotation',
      'furniture',
      'speech',
    ])
    expect(mapOf('# Frozen points', `> ${claim}`, '', answer).sources[0]?.title).toBe(
      'Frozen points',
    )
  })

  it('finds the words quoted where they stand above', () => {
    const source = mapOf(claim, '', `> ${claim}`, '', answer).sources[0]
    expect(source?.passages[1]).toMatchObject({ role: 'quotation', copyOf: 'thread/p1' })
  })
})
