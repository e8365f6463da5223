import { describe, expect, it } from 'vitest'
import { cutText } from '../../src/parse/blocks'
import { findCopies } from '../../src/parse/copies'
import { findFurniture } from '../../src/parse/furniture'
import { type Told, type ToldSpan, untold } from '../../src/parse/inputs/told'
import { findReplies } from '../../src/parse/replies'
import { findTurns } from '../../src/parse/turns'
import { drawn } from './drawn'

const quotation = 'The points of a line freeze long before the rails do.'
const text = `Ada, yesterday
⟦The points of a line freeze long before the rails do.
What lies on the rails is swept away by the first train.⟧
Share this
⟦The points of a line freeze long before the rails do.
Then heat the points.⟧
⟦I have never seen them freeze.⟧`

/** Reads a drawn text whose turns are told, with whatever else is told of it. */
function read(text: string, tell: (turns: Told['turns']) => Partial<Told> = () => ({})) {
  const { source, spans } = drawn(text)
  const turns = spans.map((span) => ({ ...span, speaker: null }))
  const cut = cutText('snow', source, { ...untold(source), turns, ...tell(turns) })
  const site = findFurniture(cut)
  const [copies = { copies: [], citations: [] }] = findCopies([cut], [site])
  const found = findTurns(cut, site, copies)
  const replies = findReplies(cut, site, copies, found, 0)
  return { cut, site, copies, runs: found.runs, turns: found, replies }
}

/** A span of some words where they come the nth time. */
function at(source: string, words: string, role: ToldSpan['role'], time = 1): ToldSpan {
  let start = -1
  for (let seen = 0; seen < time; seen++) start = source.indexOf(words, start + 1)
  return { start, end: start + words.length, role }
}

describe('a thread whose input tells its turns', () => {
  it('begins a turn where the input says, and nowhere else', () => {
    const { cut, runs, turns } = read(text)
    expect(runs.map(({ first, rule }) => [first, rule])).toEqual([
      [1, 'told by the input'],
      [4, 'told by the input'],
      [6, 'told by the input'],
    ])
    expect([...turns.ofBlock]).toEqual([-1, 0, 0, -1, 1, 1, 2])
    expect(cut.blocks).toHaveLength(7)
  })

  it('takes what stands between turns for furniture', () => {
    const { site } = read(text)
    expect(site.parts.map((part) => part?.rule ?? null)).toEqual([
      'between contributions',
      null,
      null,
      'between contributions',
      null,
      null,
      null,
    ])
  })

  it('cuts a line where a turn begins inside it', () => {
    const { cut, runs } = read('Ada: ⟦The points freeze.⟧ Kurt: ⟦Then heat them.⟧')
    const words = runs.map(({ first }) => cut.blocks[first])
    expect(words.map((block) => cut.text.slice(block?.start, block?.end))).toEqual([
      'The points freeze.',
      'Then heat them.',
    ])
  })

  it('keeps the speaker and the parent that the input names', () => {
    const { runs, replies } = read(text, ([one, two, three]) => ({
      turns: [
        { ...(one as Told['turns'][0]), speaker: 'Ada', replyTo: null },
        { ...(two as Told['turns'][0]), speaker: 'Kurt', replyTo: null },
        { ...(three as Told['turns'][0]), speaker: 'Ada', replyTo: 1 },
      ],
    }))
    expect(runs.map(({ speaker }) => speaker)).toEqual(['Ada', 'Kurt', 'Ada'])
    // The second quotes the first, yet the input says that it answers nobody.
    expect(replies).toMatchObject([null, null, { to: 1, rule: 'told parent' }])
  })

  it('guesses the parents of which the input says nothing', () => {
    expect(read(text).replies[1]).toMatchObject({ to: 0, rule: 'quoted reply' })
  })

  it('leaves a turn without words out, and its answers without a parent', () => {
    const { runs, replies } = read(text, ([one, two, three]) => ({
      turns: [
        one as Told['turns'][0],
        { start: two?.start ?? 0, end: two?.start ?? 0, speaker: 'Kurt', replyTo: 0 },
        { ...(three as Told['turns'][0]), replyTo: 1 },
      ],
    }))
    expect(runs).toHaveLength(2)
    expect(replies).toEqual([null, null])
  })

  it('divides the comments from the post that the input names', () => {
    const { site } = read(text, ([one, ...others]) => ({
      turns: [{ ...(one as Told['turns'][0]), isPost: true }, ...others],
      commentCount: 2,
    }))
    expect(site).toMatchObject({ commentsFrom: 4, commentCount: 2 })
  })
})

describe('a thread whose input marks words', () => {
  it('takes words marked as quoted for a quotation, and finds where they were said', () => {
    const { source } = drawn(text)
    const { copies } = read(text, () => ({ spans: [at(source, quotation, 'quotation', 2)] }))
    expect(copies.copies[4]).toMatchObject({
      role: 'quotation',
      rule: 'marked as quoted',
      of: { block: 1 },
    })
  })

  it('takes nothing else for quoted where all quotations are marked', () => {
    const quoting = '⟦Ada writes:\n> All snow is swept away.\nI doubt that.⟧'
    expect(read(quoting).copies.copies.map((copy) => copy?.rule)).toEqual([
      undefined,
      'quote signs',
      undefined,
    ])
    expect(read(quoting, () => ({ marksQuotations: true })).copies.copies).toEqual([
      null,
      null,
      null,
    ])
  })

  it('takes a marked heading for a heading, and a marked signature for furniture of its turn', () => {
    const letter = '⟦Frozen points\nThe points of a line freeze first.\nAda, at the line⟧'
    const { source } = drawn(letter)
    const { site, turns } = read(letter, () => ({
      spans: [at(source, 'Frozen points', 'heading'), at(source, 'Ada, at the line', 'furniture')],
    }))
    expect(site.parts.map((part) => part?.role ?? null)).toEqual(['heading', null, 'furniture'])
    expect([...turns.ofBlock]).toEqual([0, 0, 0])
  })
})
