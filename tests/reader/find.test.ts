import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { find } from '../../src/reader/find'

/** Expects a query to find exactly these words of a text. */
function finds(text: string, query: string, ...words: string[]) {
  expect(find(text, query).map(({ start, end }) => text.slice(start, end))).toEqual(words)
}

describe('finding words in a text', () => {
  it('does not mind capitals', () => finds('Snow on snow.', 'SNOW', 'Snow', 'snow'))
  it('finds typographic quotes by plain ones', () =>
    finds('She said “stop”, didn’t she?', `"stop", didn't`, '“stop”, didn’t'))
  it('finds plain quotes by typographic ones', () =>
    finds(`She said "stop", didn't she?`, '“stop”, didn’t', `"stop", didn't`))
  it('takes every dash for the same', () =>
    finds(
      'late—very late, late--very late, late-very late',
      'late–very',
      'late—very',
      'late--very',
      'late-very',
    ))
  it('takes three dots for an ellipsis', () => finds('Well… Well...', 'well…', 'Well…', 'Well...'))
  it('finds words over the end of a line', () =>
    finds('the night\n  trains', 'night trains', 'night\n  trains'))
  it('finds words over the lines of a quotation', () =>
    finds('> the night\n> trains', 'night trains', 'night\n> trains'))
  it('finds words parted by a hard space', () => finds('20 000 trains', '20 000', '20 000'))
  it('takes every sign as it is', () => finds('(a+b)* costs $5', '(a+b)*', '(a+b)*'))
  it('finds letters outside the alphabet', () =>
    finds('Die Brücke, die BRÜCKE', 'brücke', 'Brücke', 'BRÜCKE'))
  it('leaves a character of two units whole', () => finds('snow 🚂 snow', '🚂', '🚂'))
  it('finds nothing for nothing', () => {
    finds('Snow.', '')
    finds('Snow.', ' \n')
  })

  it('finds every piece of a text in that text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
        const points = Array.from(text)
        const [from, to] = [a, b].map((n) => n % (points.length + 1)).sort((x, y) => x - y)
        const piece = points.slice(from, to).join('')
        const found = find(text, piece)
        expect(found.length > 0).toBe(piece.trim() !== '')
        let end = 0
        for (const span of found) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
      }),
    )
  })

  it('looks through a megabyte of white space at once', () => {
    const start = performance.now()
    finds(`a${' '.repeat(1_000_000)}c`, 'a b')
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
