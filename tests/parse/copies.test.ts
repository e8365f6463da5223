import { describe, expect, it } from 'vitest'
import { parse } from '../../src/parse/index'
import { codebook } from '../eval/gold'
import { mapOf, parsed } from './thread'

const claim = 'Deception would survive safety training, because nothing in training looks for it.'
const answer = 'I disagree: adversarial training looks for exactly this kind of behaviour.'
const reply = 'To be clear, I only meant the usual kind of training, not adversarial training.'
const more = 'The usual kind never shows the model anything that it has not seen before.'

/** Expects each line to be the role that is written before it, and to copy the line that is named. */
function copies(...lines: [role: string, words: string, copyOf?: number][]) {
  const [source] = mapOf(...lines.map(([, words]) => words)).sources
  expect(source?.passages.map(({ role, copyOf }) => [role, copyOf])).toEqual(
    lines.map(([role, , of]) => [role, of === undefined ? null : `thread/p${of}`]),
  )
}

describe('copies', () => {
  it('sees a paragraph that is quoted before it is answered', () =>
    copies(['speech', claim], ['speech', more], ['quotation', claim, 1], ['speech', answer]))

  it('sees one sentence quoted out of many', () =>
    copies(
      ['speech', `${claim} ${more} Nobody has shown otherwise.`],
      ['quotation', more, 1],
      ['speech', 'Why not?'],
    ))

  it('forgives punctuation, quote signs and a dropped word', () =>
    copies(
      ['speech', 'It’s “hard” to see how such goals could ever come out of it – really.'],
      ['quotation', 'It\'s "hard" to see how goals could ever come out of it - really...', 1],
      ['speech', answer],
    ))

  it('sees a thread that is printed twice, and takes what is left out the second time for a quotation', () =>
    copies(
      ['quotation', 'Sleeping agents would be found out in the end by any careful reader of them.'],
      ['speech', claim],
      ['speech', answer],
      ['speech', reply],
      ['speech', more],
      ['repeat', claim, 2],
      ['repeat', answer, 3],
      ['repeat', reply, 4],
      ['repeat', more, 5],
    ))

  it('takes marked lines for quotations even where their source is nowhere', () =>
    copies(['speech', claim], ['quotation', '> Nobody ever said that.'], ['speech', answer]))

  it('takes what a line announces for a quotation', () =>
    copies(['speech', 'You write:'], ['quotation', claim], ['speech', answer]))

  it('leaves a list below a colon alone', () =>
    copies(['speech', 'You say three things:'], ['speech', '1. It never works.']))

  it('takes a paragraph in quote marks for a quotation', () =>
    copies(['speech', more], ['quotation', `“${claim}”`], ['speech', answer]))

  it('leaves words that only cite in passing to their author', () =>
    copies(
      ['speech', claim],
      ['speech', `I said it plainly enough, here above: “${claim}” and nothing else at all.`],
    ))

  it('leaves an author his own refrain', () =>
    copies(
      ['speech', claim],
      ['heading', 'Why this matters'],
      ['speech', claim],
      ['furniture', '1 comment, sorted by'],
      ['speech', 'Good point, I had not thought of it.'],
    ))

  it('finds the words of another text', () => {
    const { map } = parse(
      [
        {
          name: 'a.txt',
          text: `${claim} ${more} Nobody has shown otherwise, as far as I can tell.`,
        },
        { name: 'b.txt', text: `${claim}\n${answer}` },
      ],
      { codebook },
    )
    expect(map.sources[1]?.passages[0]).toMatchObject({ role: 'quotation', copyOf: 'a/p1' })
  })

  it('doubts a quotation whose source is nowhere', () => {
    const { doubts } = parsed(claim, '> Nobody ever said that.', answer)
    expect(doubts.map((doubt) => doubt.says)).toEqual([
      'This reads as a quotation, but its source stands in none of the texts.',
    ])
  })
})
