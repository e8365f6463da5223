import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Difference,
  differenceBetween,
  isMisquotation,
  type Piece,
} from '../../src/graph/difference'

const drawn = (pieces: readonly Piece[]) =>
  pieces.map(({ text, fate }) => (fate === null || fate === 'kept' ? text : `[${text}]`)).join('')

/** Expects the words that differ to be those drawn in [brackets] on either side. */
function differs(said: string, quoted: string) {
  const bare = (text: string) => text.replaceAll(/[[\]]/g, '')
  const found = differenceBetween(bare(said), bare(quoted))
  expect(drawn(found.said)).toBe(said)
  expect(drawn(found.quoted)).toBe(quoted)
  return found
}

describe('a quotation held against what was said', () => {
  it('is the same where every word is', () => {
    const found = differs('Snow closes the line.', 'Snow closes the line.')
    expect(found.counts).toEqual({ kept: 4, changed: 0, leftOut: 0, added: 0 })
    expect(isMisquotation(found)).toBe(false)
  })

  it('takes no notice of typography, white space or the case of a first letter', () => {
    const found = differs(
      '“The plough’s late” – so the line–closes.',
      `"the plough's   late"\n- so the line-closes`,
    )
    expect(found.counts.kept).toBe(7)
  })

  it('drops words of which it does not tell', () => {
    const found = differs('Snow [rarely] closes the line.', 'Snow closes the line.')
    expect(found.untold).toEqual({ changed: 0, leftOut: 1, added: 0 })
    expect(isMisquotation(found)).toBe(true)
  })

  it('adds words', () => {
    const found = differs('Snow closes the line.', 'Snow [always] closes the line.')
    expect(found.untold).toEqual({ changed: 0, leftOut: 0, added: 1 })
  })

  it('changes words, one for one, and leaves the rest out', () => {
    const found = differs(
      'The plough is [seldom] [ever] late here.',
      'The plough is [often] late here.',
    )
    expect(found.untold).toEqual({ changed: 1, leftOut: 1, added: 0 })
  })

  it('may begin later and end earlier', () => {
    const found = differs('[As I said,] snow closes the line [in May.]', 'Snow closes the line')
    expect(found.told).toEqual({ around: 5, ellipsis: 0, bracket: 0 })
    expect(found.untold.leftOut).toBe(0)
    expect(isMisquotation(found)).toBe(false)
  })

  it('tells with an ellipsis that it leaves words out', () => {
    const found = differs('Snow closes [and the ice bends] the line.', 'Snow closes … the line.')
    expect(found.told.ellipsis).toBe(4)
    expect(isMisquotation(found)).toBe(false)
  })

  it('tells with brackets that it puts words in', () => {
    const [said, quoted] = ['Then it closes the line.', 'Then [the snow] closes the line.']
    const found = differenceBetween(said, quoted)
    expect(found.counts).toEqual({ kept: 4, changed: 1, leftOut: 0, added: 1 })
    expect(found.untold).toEqual({ changed: 0, leftOut: 0, added: 0 })
    expect(isMisquotation(found)).toBe(false)
  })

  it('takes signs that are written as HTML for no words', () => {
    const found = differs('Snow & ice close the line.', '&gt; Snow &amp; ice close the line.')
    expect(found.counts).toEqual({ kept: 5, changed: 0, leftOut: 0, added: 0 })
  })

  it('is no misquotation where it shares less than half', () => {
    expect(
      isMisquotation(differenceBetween('A bridge needs two piers', 'A garden needs rain')),
    ).toBe(true)
    expect(isMisquotation(differenceBetween('A bridge sways', 'A garden needs some rain'))).toBe(
      false,
    )
  })

  it('keeps letters, marks and numbers of every script', () => {
    differs(
      'Der Schnee fällt [überall] 5% der Zeit 🚂',
      'Der Schnee fällt [nirgends] 5% der Zeit 🚂',
    )
  })
})

const word = fc.constantFrom(
  'snow',
  'Snow',
  'line',
  'the',
  'never',
  'plough’s',
  '5%',
  '—',
  '…',
  '🚂',
  'x',
)
const text = fc.array(word, { maxLength: 24 }).map((words) => words.join(' '))
const together = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('')

describe('every comparison', () => {
  it('puts each side together again', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text, text, (odd, one, other) => {
        for (const [said, quoted] of [
          [one, other],
          [odd + one, one + odd],
        ] as const) {
          const found = differenceBetween(said, quoted)
          expect(together(found.said)).toBe(said)
          expect(together(found.quoted)).toBe(quoted)
        }
      }),
    ))

  it('finds nothing in equal texts', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (one) => {
        const { counts, said } = differenceBetween(one, one)
        expect(counts).toEqual({ kept: counts.kept, changed: 0, leftOut: 0, added: 0 })
        expect(said.every(({ fate }) => fate === 'kept' || fate === null)).toBe(true)
      }),
    ))

  it('swaps what is left out with what is added when the sides are swapped', () =>
    fc.assert(
      fc.property(text, text, (one, other) => {
        const there = differenceBetween(one, other)
        const back = differenceBetween(other, one)
        expect(swapped(back)).toEqual({
          counts: there.counts,
          said: fatesOf(there.said),
          quoted: fatesOf(there.quoted),
        })
      }),
    ))

  it('takes a bounded time on long passages that share little', () => {
    const long = (seed: string) =>
      Array.from({ length: 20_000 }, (_, at) => `${seed}${at}`).join(' ')
    const started = performance.now()
    const found = differenceBetween(long('snow'), long('rain'))
    expect(found.isCompared).toBe(false)
    expect(found.counts.kept).toBe(0)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

const fatesOf = (pieces: readonly Piece[]) => pieces.map(({ text, fate }) => ({ text, fate }))

function swapped({ counts, said, quoted }: Difference) {
  const turned = (pieces: readonly Piece[]) =>
    fatesOf(pieces).map(({ text, fate }) => ({
      text,
      fate: fate === 'left out' ? 'added' : fate === 'added' ? 'left out' : fate,
    }))
  return {
    counts: { ...counts, leftOut: counts.added, added: counts.leftOut },
    said: turned(quoted),
    quoted: turned(said),
  }
}
