import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorsBetween } from '../../src/model/anchors'
import { quoteAt } from '../../src/model/quotes'
import { sharedShare } from '../../src/model/textLines'
import { tries } from '../support/laws'

const snow = 'Snow stops trains because the points freeze every winter.'
const plough = 'A plough cannot run while the signals are dark, I think.'
const bus = 'Buses fill the gap in the hills, where no line was ever built.'

/** Where words of an older text stand in a newer one; null where they are gone. */
function found(
  before: string | undefined,
  after: string,
  words: string,
  from = before ?? '',
  nth = 0,
) {
  let start = from.indexOf(words)
  for (let n = 0; n < nth; n++) start = from.indexOf(words, start + 1)
  const quote = quoteAt('old', from, { start, end: start + words.length })
  const there = anchorsBetween(before, { id: 'new', text: after }).quote(quote)
  return there && { ...there, at: there.start }
}

describe('words of an older text', () => {
  const older = [snow, plough, bus].join('\n\n')

  it('go with their line, wherever it was moved to', () => {
    const newer = [bus, snow, plough].join('\n\n')
    expect(found(older, newer, 'the points')?.at).toBe(newer.indexOf('the points'))
  })

  it('are found where their line has grown around them', () => {
    const newer = older.replace(plough, `Well. ${plough} So there.`)
    expect(found(older, newer, plough)?.at).toBe(newer.indexOf(plough))
  })

  it('are found across lines that end otherwise in another file', () => {
    const newer = older.replaceAll('\n', '\r\n')
    const there = found(older, newer, `${snow}\n\n${plough}`)
    expect(there?.exact).toBe(`${snow}\r\n\r\n${plough}`)
  })

  it('are gone where their line is gone', () =>
    expect(found(older, [snow, bus].join('\n\n'), plough)).toBeNull())

  it('are not found in short words that stand elsewhere', () => {
    const [before, after] = [`${snow}\n\nI agree.\n\n${bus}`, `${plough}\n\nI agree.`]
    expect(found(before, after, 'I agree.')).toBeNull()
  })

  it('are told apart by what stands around them', () => {
    const [before, after] = [
      `${snow}\n\nYes.\n\n${plough}\n\nYes.\n\n${bus}`,
      `${plough}\n\nYes.\n\n${bus}\n\n${snow}\n\nYes.`,
    ]
    expect(found(before, after, 'Yes.', before, 1)?.at).toBe(after.indexOf('Yes.'))
    // Of the other one only what stands above has come along.
    expect(found(before, after, 'Yes.', before, 0)).toBeNull()
  })

  it('are found at their place where the older text is not there', () =>
    expect(found(undefined, older, plough, older)?.at).toBe(older.indexOf(plough)))

  const [runs, time] = tries(200)
  it(
    'are the same words where they are found, white space aside',
    () =>
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(snow, plough, bus, 'Yes.', 'No.', ''), { maxLength: 8 }),
          fc.array(fc.constantFrom(snow, plough, bus, 'Yes.', 'No.', ''), { maxLength: 8 }),
          fc.nat(),
          fc.nat(),
          (old, young, one, other) => {
            const [before, after] = [old.join('\n'), young.join('\n\n')]
            const [start, end] = [one % (before.length + 1), other % (before.length + 1)].sort(
              (a, b) => a - b,
            ) as [number, number]
            const quote = quoteAt('old', before, { start, end })
            const there = anchorsBetween(before, { id: 'new', text: after }).quote(quote)
            if (!there) return
            // White space that began or ended a quote may have gone with the line it stood on.
            const words = (text: string) => text.replace(/\s+/g, ' ').trim()
            expect(words(there.exact)).toBe(words(quote.exact))
            expect(after.slice(there.start, there.end)).toBe(there.exact)
          },
        ),
        { ...runs, examples: [[['', snow], [snow], 0, 2]] },
      ),
    time,
  )
})

describe('how much of a text stands in another', () => {
  it.each([
    ['all of it, in another order', [snow, plough], [plough, bus, snow], 1],
    ['none of it', [snow], [bus], 0],
    ['nothing where it has no telling line', ['Yes.'], ['Yes.'], 0],
  ])('is %s', (_, before, after, share) =>
    expect(sharedShare(before.join('\n'), after.join('\n'))).toBe(share),
  )
})
