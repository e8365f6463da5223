import { describe, expect, it } from 'vitest'
import { readPiece } from '../../src/parse/piece'
import { source } from '../support/debate'

/** What the parser makes of a whole text: its kind, and the words of its headline. */
function reads(text: string) {
  const from = source('020', text)
  const { kind, headline } = readPiece(from, { start: 0, end: text.length })
  return [kind, text.slice(headline.start, headline.end)]
}

describe('reading a few words', () => {
  it('proposes the sentence that says what they assert', () =>
    expect(
      reads(
        'For example, the yard was shut in May. So the bridge must be closed before the frost. See you there.',
      ),
    ).toEqual(['claim', 'So the bridge must be closed before the frost.']))

  it('looks through several paragraphs', () =>
    expect(reads('Thanks for this!\n\nBut hedges cannot stop drifting snow.')).toEqual([
      expect.any(String),
      'But hedges cannot stop drifting snow.',
    ]))

  it('knows a question', () =>
    expect(reads('Who pays for the sand?')).toEqual(['question', 'Who pays for the sand?']))

  it('leaves the words that only tie a sentence to the one before', () =>
    expect(reads('But Hedges cannot stop drifting snow on an open line.')[1]).toBe(
      'Hedges cannot stop drifting snow on an open line.',
    ))

  it('counts into the whole source', () => {
    const from = source('020', 'Yes. Snow closes the line.')
    expect(readPiece(from, { start: 5, end: 26 }).headline).toEqual({ start: 5, end: 26 })
  })

  it('makes something even of what is no sentence', () =>
    expect(reads('closes the')).toEqual(['claim', 'closes the']))
})
