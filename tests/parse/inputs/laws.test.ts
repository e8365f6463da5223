import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/parse/index'
import { understand } from '../../../src/parse/inputs'
import { inputOf } from '../../../src/parse/inputs/decode'
import type { Told } from '../../../src/parse/inputs/told'
import { codebook } from '../../eval/gold'
import { tries } from '../../support/laws'
import { naughtyStrings } from '../../support/naughty'
import {
  anyThread,
  forumMagnumJson,
  forumMagnumPage,
  greaterWrongPage,
  hackerNewsItems,
  hackerNewsTree,
  type PrintedThread,
  redditJson,
} from '../../support/threads'
import { checkMap } from '../checkMap'

const printers: readonly (readonly [string, (thread: PrintedThread) => string])[] = [
  ['ForumMagnum’s JSON', forumMagnumJson],
  ['ForumMagnum’s JSON with Markdown', (thread) => forumMagnumJson(thread, 'markdown')],
  ['a page of ForumMagnum', forumMagnumPage],
  ['a page of GreaterWrong', greaterWrongPage],
  ['Hacker News nested', hackerNewsTree],
  ['Hacker News in a list', hackerNewsItems],
  ['Reddit', redditJson],
]

/** What a thread says of itself however it is printed. */
const gist = ({ text, title, turns, spans, publishedAt, authors }: Told) => ({
  text,
  title,
  publishedAt,
  authors,
  turns: turns.map(({ votes: _, agreement: __, url: ___, ...turn }) => turn),
  spans,
})

/** The map of a thread, without what says how sure the parser is. */
function mapOf(input: string) {
  const { map } = parse([{ name: 'a.txt', text: input }], { codebook })
  const [source] = map.sources
  return {
    passages: source?.passages.map(({ start, end, role, turn, copyOf }) => ({
      ...{ start, end, role, turn, copyOf },
    })),
    turns: source?.turns.map(({ id, speaker, replyTo }) => ({ id, speaker, replyTo })),
    statements: map.statements.map(({ kind, text }) => `${kind}: ${text}`),
    relations: map.relations.map(({ from, to, kind }) => ({ from, to, kind })),
    stances: map.stances.map(({ statement, position, stance }) => ({
      ...{ statement, position, stance },
    })),
  }
}

describe('one debate, printed in many ways', () => {
  const [few, time] = tries(40)

  it(
    'is one thread: the same words, speakers, answers and quotations',
    () => {
      fc.assert(
        fc.property(anyThread, (thread) => {
          const [first, ...others] = printers.map(([, print]) => gist(understand(print(thread))))
          for (const [index, other] of others.entries())
            expect(other, printers[index + 1]?.[0]).toEqual(first)
        }),
        few,
      )
    },
    time,
  )

  it(
    'has the turns and the answers that people made',
    () => {
      fc.assert(
        fc.property(anyThread, (thread) => {
          const { turns } = understand(forumMagnumJson(thread))
          expect(turns.map(({ speaker, replyTo }) => [speaker, replyTo])).toEqual([
            [thread.author, null],
            ...thread.comments.map(({ speaker, answers }) => [
              speaker,
              answers === null ? 0 : answers + 1,
            ]),
          ])
        }),
        few,
      )
    },
    time,
  )

  it(
    'is one map, wherever the print marks its quotations',
    () => {
      fc.assert(
        fc.property(anyThread, (thread) => {
          const [first, ...others] = printers
            .filter(([name]) => !name.startsWith('Hacker News'))
            .map(([, print]) => mapOf(print(thread)))
          for (const other of others) expect(other).toEqual(first)
        }),
        tries(15)[0],
      )
    },
    time,
  )

  it.each(printers)(
    'gives a valid map as %s',
    (_, print) => {
      fc.assert(
        fc.property(anyThread, (thread) => checkMap(print(thread))),
        tries(10)[0],
      )
    },
    time,
  )

  it.each(printers)(
    'gives a valid map as %s, cut off anywhere and with anything in its place',
    (_, print) => {
      const law = fc.property(
        anyThread,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...naughtyStrings),
        (thread, share, strange) => {
          const input = print(thread)
          const cut = input.slice(0, Math.floor(share * input.length)) + strange
          for (const text of [cut, input.replaceAll('Snow', () => strange)]) {
            const admitted = inputOf('a.txt', text)
            if ('text' in admitted) checkMap(admitted.text)
          }
        },
      )
      fc.assert(law, tries(10)[0])
    },
    time,
  )
})
