import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/parse/stems'
import { Vocabulary } from '../../src/parse/vocabulary'
import { foldedWords, wordsOf } from '../../src/parse/words'

/** What a word is, said as a pattern: the scanner must find the same. */
const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*%?/gu

const byPattern = (text: string) =>
  [...text.matchAll(wordPattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, key: match[0] }))
    .filter(({ start, end }) => text[start - 1] !== '&' || text[end] !== ';')
    .map(({ start, end, key }) => ({ start, end, key: fold(key) }))

const byScanner = (text: string) => {
  const { starts, ends, keys } = wordsOf(text)
  return keys.map((key, at) => ({ start: starts[at], end: ends[at], key }))
}

const piece = fc.constantFrom(
  ..."snow Snow SNOW don’t don't rails’ ’tis rock'n'roll 5% 12.5% % & &amp; &gt; ; “ ” … — ﬁne ½ İ ß Å é É ſ K ʼ ’ ' _ 𝒳 🙂 \uD835 漢字 \t \n".split(
    ' ',
  ),
  ' ',
)

describe('the words of a text', () => {
  it('are those of the pattern, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        expect(byScanner(text)).toEqual(byPattern(text))
      }),
    )
  })

  it('are the same whether typed plainly or set with care', () => {
    expect(foldedWords('The ﬁnal SNOW doesn’t melt')).toEqual(
      foldedWords("the final snow doesn't melt"),
    )
  })

  it('have one number each, in all texts of a vocabulary', () => {
    const vocabulary = new Vocabulary()
    const one = wordsOf('Snow lies on the rails.', vocabulary)
    const other = wordsOf('On the rails lies SNOW', vocabulary)
    expect(Array.from(other.ids).sort()).toEqual(Array.from(one.ids).sort())
  })

  it('keep their numbers apart in a vocabulary of many thousands', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `word${at.toString(36)}`)
    const words = wordsOf([...many, ...many].join(' '))
    expect(new Set(words.ids).size).toBe(many.length)
    expect(words.keys).toEqual([...many, ...many])
  })

  it('meet in their stems where they tell something', () => {
    const { ids, vocabulary } = wordsOf('goals goal the')
    const stems = Array.from(ids, (id) => vocabulary.tellingStem(id))
    expect(stems).toEqual([stems[1], stems[0], -1])
  })
})
