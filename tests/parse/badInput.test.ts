import { describe, expect, it } from 'vitest'
import { parse } from '../../src/parse/index'
import { decodeInput, inputOf } from '../../src/parse/inputs/decode'
import { codebook } from '../eval/gold'
import { naughtyStrings } from '../support/naughty'
import { checkMap } from './checkMap'

/** Checks the map of a text, if a text it is. */
function checkInput(text: string) {
  const input = inputOf('a.txt', text)
  if ('text' in input) checkMap(input.text)
}

describe('naughty strings', () => {
  it('are many', () => {
    expect(naughtyStrings.length).toBeGreaterThan(400)
  })

  it('make a valid map, each by itself', () => {
    for (const string of naughtyStrings) checkInput(string)
  }, 60_000)

  it.each([
    ['one above the other', '\n'],
    ['a paragraph each', '\n\n'],
    ['as quotations', '\n> '],
    ['in one line', ' '],
  ])('make a valid map %s', (_, between) => checkInput(naughtyStrings.join(between)), 30_000)

  it('make a valid map as the words, names and ids of a thread', () => {
    const comments = naughtyStrings.map((words, index) => ({
      _id: words || 'none',
      postId: 'p',
      parentCommentId: naughtyStrings[index - 1] ?? null,
      postedAt: words,
      user: { displayName: words },
      contents: index % 2 ? { html: `<p>${words}</p>` } : { markdown: words },
    }))
    checkMap(JSON.stringify({ results: comments }))
  }, 30_000)
})

const size = 300_000
const depth = 50_000

/** As many copies as make a long text. */
const much = (piece: string) => piece.repeat(Math.ceil(size / piece.length))

// What took time by the square, or a place on the stack for each level, would not come to an end here.
describe('much', () => {
  it.each([
    ['of one word', 'a'.repeat(size)],
    ['of one sentence', much('it never works and ')],
    ['of sentences in one line', much('It never works. ')],
    ['of full stops', '.'.repeat(size)],
    ['of quotation signs', much('> ')],
    ['of numbers in one line', much('it is 3 and 4 ')],
    ['of accents on one letter', much('\u0301')],
    ['of half characters', much('\uD83D')],
    ['of empty lines', `${'\n'.repeat(size)}Why?`],
    ['of short lines', much('a\n').slice(0, depth)],
    ['of links in one line', `${much('[a](/b)')} x`],
    ['of empty links in one line', `${much('[](a)')} x`],
    ['of numbers after a name', `[-]a 1m${'1'.repeat(200)}x\n${much('[-]a 1m1')}`],
    ['of nested HTML', `<!doctype html>${'<div>'.repeat(depth)}Why?${'</div>'.repeat(depth)}`],
    ['of nested quotations in HTML', `<!doctype html>${'<blockquote>'.repeat(depth)}Why?`],
    ['of stray end tags', `<!doctype html>Why?${'<div></b>'.repeat(depth)}`],
    ['of nested comments', `<!doctype html>${much('<div class="comments-node">')}`],
    ['of attributes', `<!doctype html><p ${much('b=c ')}>Why?`],
    ['of cells', `<!doctype html><table>${much('<td>')}Why?`],
    ['of opening signs', `<!doctype html>Why? ${much('<')}`],
    ['of entities', `<!doctype html>Why? ${much('&amp')}`],
    ['of brackets', '['.repeat(size)],
    ['of nested JSON', `[{"a":${'['.repeat(depth)}${']'.repeat(depth)}}]`],
    ['of JSON cut short', `[{"a":${much('{"a":')}`],
    [
      'of answers to answers',
      `${'{"id":1,"type":"comment","text":"Why?","children":['.repeat(10_000)}${']}'.repeat(10_000)}`,
    ],
    [
      'of emphasis',
      JSON.stringify({ results: [{ _id: 'a', contents: { markdown: much('*a _b [c](d(') } }] }),
    ],
    [
      'of a heading',
      JSON.stringify({ results: [{ _id: 'a', contents: { markdown: `# a${much(' #')}x` } }] }),
    ],
  ])(
    '%s is read or refused',
    (_, text) => {
      const input = inputOf('a.txt', text)
      if ('problem' in input) expect(input.problem).toMatch(/\.$/)
      const { map } = parse([{ name: 'a.txt', text }], { codebook })
      expect(map.sources[0]?.text?.length).toBe(map.sources[0]?.length)
    },
    60_000,
  )

  it('of noise is refused as binary, or read', () => {
    let state = 1
    const noise = Uint8Array.from({ length: size }, () => {
      state = (state * 1103515245 + 12345) % 2 ** 31
      return state >> 16
    })
    expect(decodeInput('noise', noise)).toEqual({ problem: expect.stringContaining('binary') })
    const letters = noise.map((byte) => 32 + (byte % 95))
    const input = decodeInput('noise', letters)
    expect(input).toHaveProperty('text')
    if ('text' in input) parse([input], { codebook })
  }, 60_000)
})
