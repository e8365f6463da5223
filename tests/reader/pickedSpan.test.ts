import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundsAround,
  countWords,
  type Grain,
  type Stride,
  sentenceAt,
  strideOf,
  wholeSpan,
} from '../../src/reader/pickedSpan'
import { source } from '../support/debate'
import { tries } from '../support/laws'

/** Takes the words drawn in [brackets] and expects what is meant, in words. */
function takes(drawn: string, meant: string | null, grain: Grain = 'word') {
  const start = drawn.indexOf('[')
  const end = drawn.indexOf(']') - 1
  const text = drawn.replace(/[[\]]/g, '')
  const span = wholeSpan(text, { start, end }, grain)
  expect(span && text.slice(span.start, span.end)).toBe(meant)
}

describe('taking hold of words', () => {
  it('takes half a word for the word', () => takes('Snow cl[oses the li]ne.', 'closes the line'))
  it('leaves white space around them out', () => takes('Snow[ closes ]it.', 'closes'))
  it('takes no word that is only touched at its edge', () => takes('Snow [closes] it.', 'closes'))
  it('leaves the stop where it is', () => takes('Snow [closes it]. Soon.', 'closes it'))
  it('keeps a stop that was taken', () => takes('Snow [closes it.] Soon.', 'closes it.'))
  it('holds a word with its apostrophe together', () => takes('It do[es] not, isn’[t] so', 'does'))
  it('cuts words where that is wanted', () => takes('Snow cl[oses] it', 'oses', 'character'))
  it('cuts no letter from its accent', () => takes('cafe\u0301[ clos]ed', 'clos', 'character'))
  it('takes a letter with the accent it was cut from', () =>
    takes('A caf[e]\u0301 there', 'e\u0301', 'character'))
  it('takes an emoji of several parts whole', () => takes('Ride 👩‍[🚒] now', '👩‍🚒', 'character'))
  it('finds no words in white space', () => takes('Snow[ \n\n ]melts', null))
  it('finds no words in nothing', () => takes('Sn[]ow', null))
})

const unit = fc.constantFrom(
  'snow',
  'é',
  'e\u0301',
  '👩‍🚒',
  '𝒳',
  ' ',
  '\n\n',
  '.',
  '’',
  '字',
  '-',
  '\u00a0',
)
const words = fc.array(unit, { maxLength: 30 }).map((pieces) => pieces.join(''))

describe('laws of taking hold', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const edges = (text: string) =>
    new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length))

  it.each<Grain>(['word', 'character'])(
    'by %s it takes at least what was touched, and cuts no sign',
    (grain) => {
      fc.assert(
        fc.property(words, fc.nat(200), fc.nat(200), (text, one, other) => {
          const rough = {
            start: Math.min(one, other, text.length),
            end: Math.min(Math.max(one, other), text.length),
          }
          const span = wholeSpan(text, rough, grain)
          const touched = text.slice(rough.start, rough.end).trim()
          if (span === null) {
            expect(touched).toBe('')
            return
          }
          const taken = text.slice(span.start, span.end)
          expect(taken).toContain(touched)
          expect(taken.trim()).toBe(taken)
          expect(edges(text)).toContain(span.start)
          expect(edges(text)).toContain(span.end)
          // What was meant is not taken for something else when it is taken again.
          expect(wholeSpan(text, span, grain)).toEqual(span)
        }),
        tries(300)[0],
      )
    },
    tries(1)[1],
  )
})

describe('picking by keyboard', () => {
  const line = source(
    '007',
    'Snow closes the line. Ploughs cost more than buses.\n\nSand is cheaper. It clogs the points.',
  )
  const text = line.text ?? ''
  const picks = (from: string, ...strides: Stride[]) => {
    const start = text.indexOf(from)
    let span = { start, end: start + from.length }
    for (const stride of strides)
      span = strideOf(text, span, stride, boundsAround(line, span.start))
    return text.slice(span.start, span.end)
  }
  const end = (by: Stride['by'], way: Stride['way']): Stride => ({ edge: 'end', by, way })
  const start = (by: Stride['by'], way: Stride['way']): Stride => ({ edge: 'start', by, way })

  it('starts with the sentence', () =>
    expect(sentenceAt(line, text.indexOf('cost'))).toEqual({ start: 22, end: 51 }))
  it('takes a word more', () =>
    expect(picks('Snow closes', end('word', 1))).toBe('Snow closes the'))
  it('takes a word less', () =>
    expect(picks('Snow closes the line.', end('word', -1))).toBe('Snow closes the line'))
  it('takes a sentence more', () =>
    expect(picks('Snow closes the line.', end('sentence', 1))).toBe(
      'Snow closes the line. Ploughs cost more than buses.',
    ))
  it('goes on into the next passage of the same turn', () =>
    expect(picks('Ploughs cost more than buses.', end('sentence', 1))).toMatch(
      /Sand is cheaper\.$/,
    ))
  it('starts a word later, and a sentence earlier', () => {
    expect(picks('Ploughs cost more', start('word', 1))).toBe('cost more')
    expect(picks('Ploughs cost', start('sentence', -1))).toBe('Snow closes the line. Ploughs cost')
  })
  it('never comes to nothing', () => {
    expect(picks('Snow', end('word', -1))).toBe('Snow')
    expect(picks('points.', start('word', 1), end('sentence', 1))).toBe('points.')
  })
  it('stays within its turn', () => {
    const [first, second] = line.passages
    const thread = {
      ...line,
      passages: [first, { ...second, turn: '007/t2' }].map(
        (one) => one as (typeof line.passages)[0],
      ),
    }
    expect(boundsAround(thread, 5)).toEqual([first])
  })
  it('counts words as a person does', () => expect(countWords('It isn’t so — not at all.')).toBe(6))
})
