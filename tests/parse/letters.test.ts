import { describe, expect, it } from 'vitest'
import { isLetter, isSpace } from '../../src/parse/letters'

const units = Array.from({ length: 1 << 16 }, (_, code) => code)

describe('a code unit', () => {
  it('is white space where a pattern says so', () => {
    const spaces = units.filter((code) => /\s/.test(String.fromCharCode(code)))
    expect(units.filter(isSpace)).toEqual(spaces)
  })

  it('is a letter or a digit where a pattern says so', () => {
    const letters = units.filter((code) => /^[\p{L}\p{N}]$/u.test(String.fromCharCode(code)))
    expect(units.filter(isLetter)).toEqual(letters)
  })
})
