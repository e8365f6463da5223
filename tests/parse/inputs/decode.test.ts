import { describe, expect, it } from 'vitest'
import { decodeInput, inputOf, maxBytes, sizeProblem } from '../../../src/parse/inputs/decode'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark = true) =>
  new Uint8Array(
    Uint16Array.from([...(mark ? '\uFEFF' : ''), ...text], (c) => c.charCodeAt(0)).buffer,
  )

describe('the bytes of a file', () => {
  it('are read as UTF-8, without the byte order mark and with all line ends', () => {
    const bytes = utf8('\uFEFFBees need gardens.\r\nWhy? 🐝\n')
    expect(decodeInput('bees.txt', bytes)).toEqual({
      name: 'bees.txt',
      text: 'Bees need gardens.\r\nWhy? 🐝\n',
      bytes,
    })
  })

  it.each([
    ['nothing', utf8(''), 'a.txt is empty.'],
    ['nothing but a mark and white space', utf8('\uFEFF \n'), 'a.txt is empty.'],
    ['UTF-16', utf16('Bees need gardens.'), 'UTF-16'],
    ['UTF-16 without a mark', utf16('Bees need gardens.', false), 'UTF-16'],
    ['windows-1252', Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0x97), 'windows-1252'],
    ['UTF-8 cut off within a character', utf8('é ü ö é ü ö 🐝').slice(0, -1), 'damaged'],
    ['zeros', Uint8Array.of(1, 0, 0, 0, 0, 9, 9), 'a binary file'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'a picture (PNG)'],
    ['a PDF', utf8('%PDF-1.7\nstream'), 'a PDF'],
    ['a word processor’s file', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'word processor'],
    ['RTF', utf8('{\\rtf1\\ansi Bees}'), 'plain text'],
    [
      'a web archive',
      utf8(
        'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://bees.example/\r\nSubject: Bees\r\n',
      ),
      'HTML only',
    ],
  ])('are refused in one sentence where they are %s', (_, bytes, says) => {
    const input = decodeInput('a.txt', bytes)
    expect(input).toEqual({ problem: expect.stringContaining(says) })
    expect('problem' in input && input.problem).toMatch(/^a\.txt [^\n]*\.$/)
  })

  it('are refused by their number before they are read', () => {
    expect(sizeProblem('bees.txt', maxBytes)).toBeNull()
    expect(sizeProblem('bees.txt', 200 * 2 ** 20)).toBe(
      'bees.txt is too large: it has 200 MB, and a text may have 20.',
    )
  })
})

describe('a pasted text', () => {
  it('is an input as it stands', () => {
    expect(inputOf('Pasted text', ' Bees. ')).toEqual({ name: 'Pasted text', text: ' Bees. ' })
  })

  it('is refused where it is blank or too long', () => {
    expect(inputOf('Pasted text', ' \n')).toEqual({ problem: 'Pasted text is empty.' })
    expect(inputOf('Pasted text', 'a'.repeat(maxBytes + 1))).toEqual({
      problem: expect.stringContaining('too large'),
    })
  })
})
