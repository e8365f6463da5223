import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/parse/index'
import { codebook, corpus } from '../eval/gold'
import { tries } from '../support/laws'
import { checkMap } from './checkMap'

const words =
  `deception training I you your goal goals disagree agree Thanks, think 1% base “long-term goals”
  backdoor because therefore However, So don’t isn't it? this post says: “you” (really) [1] 🙂 é e.g. https://a.example/b`.split(
    /\s+/,
  )
const signs = ['', '> ', '> > ', '&gt; ', '- ', '1. ', '(2) ', '   3) ', '# ', '“', '[-]', '"']
const ends = ['.', '?', '!', ':', '…', '”', '', ')', ' \t']
const siteLines = [
  'Reply',
  'New Comment',
  '3 comments, sorted by',
  'Review',
  '[-]Ada2mo*Ω614',
  '12',
  '•',
]

const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...signs),
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }),
      fc.constantFrom(...ends),
    )
    .map(([sign, said, end]) => `${sign}${said.join(' ')}${end}`),
  fc.constantFrom(...siteLines),
)
/** A thread of lines that come again, so that there is something to quote and to repeat. */
const thread = fc
  .array(line, { minLength: 1, maxLength: 12 })
  .chain((lines) =>
    fc.tuple(
      fc.array(fc.constantFrom(...lines), { maxLength: 40 }),
      fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\n\n\n'),
      fc.constantFrom('', '\uFEFF'),
    ),
  )
  .map(([lines, lineBreak, mark]) => mark + lines.join(lineBreak))

const corpusLines = corpus.flatMap(({ text }) => text.split('\n'))
const shuffled = fc
  .array(fc.constantFrom(...corpusLines), { maxLength: 30 })
  .map((lines) => lines.join('\n'))

describe('the map of any text', () => {
  const [few, time] = tries(60)
  it(
    'is valid for random strings',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => checkMap(text)),
        few,
      )
    },
    time,
  )
  it(
    'is valid for random threads',
    () => {
      fc.assert(
        fc.property(thread, (text) => checkMap(text)),
        few,
      )
    },
    time,
  )
  it(
    'is valid for the lines of the corpus in any order',
    () => {
      fc.assert(
        fc.property(shuffled, (text) => checkMap(text)),
        few,
      )
    },
    time,
  )
  it(
    'is valid for several texts that share words',
    () => {
      fc.assert(
        fc.property(thread, shuffled, thread, (...texts) => checkMap(...texts)),
        few,
      )
    },
    time,
  )
  it.each(corpus)('is valid for $name', ({ text }) => checkMap(text))
  it('is valid for all of the corpus', () => checkMap(...corpus.map(({ text }) => text)))
  it('is empty for an empty text', () => {
    expect(parse([{ name: 'a.txt', text: '' }], { codebook }).map.statements).toEqual([])
  })
  it('is valid for no text at all', () => checkMap())
})

describe('the parser', () => {
  it('names sources after their files, each by another name', () => {
    const inputs = ['004_575d.txt', '004.md', 'dir/a.b.txt', '_.txt'].map((name) => ({
      name,
      text: 'a',
    }))
    const { map } = parse(inputs, { codebook })
    expect(map.sources.map((source) => source.id)).toEqual(['004', '004-2', 'a', 'text'])
  })

  it('tells how far it is, up to the end', () => {
    const seen: number[] = []
    parse(corpus, { codebook, onProgress: ({ done }) => seen.push(done) })
    expect(seen.at(-1)).toBe(1)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
  })

  // What looked at all pairs would not come to an end here; `npm run bench` measures how the time grows.
  it.each([
    ['one endless line', (size: number) => 'deception would survive it. '.repeat(size)],
    ['a line again and again', (size: number) => 'I think it never works at all.\n'.repeat(size)],
    ['nothing but questions', (size: number) => 'Why? '.repeat(4 * size)],
    ['a million empty lines', () => '\n'.repeat(1_000_000)],
    ['a million quote signs', () => '>'.repeat(1_000_000)],
    ['nothing but empty quotations', (size: number) => '>\n'.repeat(size)],
    ['nothing but list items', (size: number) => '- snow\n'.repeat(size / 2)],
    ['brackets that never close', (size: number) => `${'('.repeat(size)}${' a. b.'.repeat(size)}`],
    ['nothing but quote marks', (size: number) => '“'.repeat(20 * size)],
    ['the corpus again and again', (size: number) => `${corpus[3]?.text}\n`.repeat(size / 2000)],
  ])(
    'comes to an end with a long text: %s',
    (_, text) => {
      const long = text(16_000)
      const { map } = parse([{ name: 'a.txt', text: long }], { codebook })
      expect(map.sources[0]?.length).toBe(long.length)
    },
    60_000,
  )
})
