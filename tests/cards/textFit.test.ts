import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText, shortTitle, trimToWords } from '../../src/cards/textFit'

/** A face in which every letter and every space is one pixel wide. */
const onePixel = (text: string) => text.length

/** Expects a text to fit into lines of ten letters so. */
function fits(text: string, lines: number, expected: string) {
  expect(fitText(text, lines, 10, onePixel).text).toBe(expected)
}

describe('fitText', () => {
  it('leaves a text that fits alone', () => fits('It never works.', 2, 'It never works.'))
  it('ends at a whole word', () => fits('It never works for anybody', 2, 'It never works for…'))
  it('drops a comma before the ellipsis', () => fits('It never, never works', 1, 'It never…'))
  it('takes every white space for one space', () => fits('It\n  never', 2, 'It never'))
  it('breaks after a hyphen', () =>
    expect(fitText('goal-directed', 3, 10, onePixel)).toMatchObject({ lines: 2, cut: false }))
  it('breaks a word that is wider than the line anywhere', () =>
    expect(fitText('conceptualizedunderstood', 4, 10, onePixel).lines).toBe(3))
  it('counts the lines of the whole where no bound is given', () =>
    expect(fitText('one two three four', Number.POSITIVE_INFINITY, 10, onePixel).lines).toBe(2))

  it('never takes more lines than it may, and never cuts a word', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        (words, lines) => {
          const fitted = fitText(words.join(' '), lines, 12, onePixel)
          const kept = fitted.text.replace(/…$/, '').split(' ')
          expect(kept).toEqual(words.slice(0, kept.length))
          expect(fitted.lines).toBeLessThanOrEqual(lines)
          expect(fitted.cut).toBe(kept.length < words.length)
        },
      ),
    ))
})

describe('trimToWords', () => {
  it.each([
    ['It never works.', 20, 'It never works.'],
    ['It never works.', 10, 'It never…'],
    ['It never works.', 8, 'It never…'],
    ['Unbreakable', 5, 'Unbre…'],
  ])('%j in %i letters', (text, letters, expected) =>
    expect(trimToWords(text, letters)).toBe(expected),
  )
})

describe('shortTitle', () => {
  it.each([
    ['The order in which these develop', 'Order develop'],
    ['However, I think that this shift is very unlikely.', 'Think shift unlikely'],
    ['Why is it not?', 'Why is it'],
    ['a probability of <1% requires rigor', 'Probability 1% requires'],
    ['…', ''],
  ])('%j is %j', (text, title) => expect(shortTitle(text)).toBe(title))
})
