import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/parse'
import { understand } from '../../../src/parse/inputs'
import type { Told } from '../../../src/parse/inputs/told'
import { tries } from '../../support/laws'

const codebook = { title: 'Winter', positions: [] }

/** Lines of which threads of each kind are made, and some that belong to none. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'forum page': [
    '[-]Ada2mo*Ω614',
    '[-][Kurt](/users/kurt)[3d](/posts/a/snow?commentId=k1)4',
    '    [-]Emmy1y2',
    '[',
    '-',
    ']',
    'Kurt 19 Nov 2025 23:17 UTC 20 points',
    'Reply',
    '16',
    'by [Ada](/users/ada)',
    '# Ω 53',
    '2 comments, sorted by',
    'Moderation Log',
  ],
  letters: [
    'From: Ada Lovelace <ada@a.example>',
    'From ada@a.example Sun Nov 29 14:08:03 1992',
    'Subject: Re: points',
    'Message-ID: <1@a.example>',
    'In-Reply-To: <1@a.example>',
    'Content-Type: multipart/mixed; boundary="x"',
    '--x',
    '--x--',
    '-- ',
    'Ada',
    'Kurt writes:',
    'TM> The points freeze.',
    '| The rails do not.',
    '-----Original Message-----',
  ],
  Markdown: ['> The points freeze first.', '>', '>! Spoiler', '```', '# Heading', '---', '~~~'],
  'Markdown interface': [
    '### Comment by [Ada](/users/ada)',
    '- Karma: 4',
    '- Reply depth: 1',
    '- Parent comment (Markdown): /api/post/snow/comments/k1',
    '- HTML permalink: /posts/a/snow/comment/k1',
    'Reactions (whole comment):',
    '- agree: 2',
    '### Navigation',
  ],
  Reddit: [
    'CMV: Points should be heated',
    '&gt; The points freeze first.',
    '[–]ada 12 points 3 hours ago',
    '[–][deleted] 1 hour ago',
    'permalink embed save report reply',
    '&#8710;',
    '[removed]',
  ],
}
const said = ['The points freeze first.', 'Then heat them, I would say.', '', '', '  ', 'No.', '🙂']

const lineBreak = fc.constantFrom('\n', '\r\n', '\r', '\n\n\n')
const threadOf = (lines: readonly string[]) =>
  fc
    .tuple(fc.array(fc.constantFrom(...lines, ...said), { maxLength: 30 }), lineBreak)
    .map(([chosen, between]) => chosen.join(between))
const mixed = threadOf(Object.values(kinds).flat())

/** Checks what must be true of whatever is told of a text. */
function checkTold(text: string, told: Told) {
  expect(told.text).toBe(text)
  for (const list of [told.turns, told.spans]) {
    let end = 0
    for (const span of list) {
      expect(span.start).toBeGreaterThanOrEqual(end)
      expect(span.end).toBeGreaterThan(span.start)
      expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
      end = span.end
    }
    expect(end).toBeLessThanOrEqual(text.length)
  }
  for (const [index, { replyTo }] of told.turns.entries())
    if (typeof replyTo === 'number') expect(replyTo).toBeLessThan(index)
}

/** Checks that the map begins its turns exactly where the input does. */
function checkTurns(text: string, told: Told) {
  const source = parse([{ name: 'a.txt', text }], { codebook }).map.sources[0]
  const starts = source?.turns.map(
    ({ id }) => source.passages.find((passage) => passage.turn === id)?.start,
  )
  if (told.turns.length > 0) expect(starts).toEqual(told.turns.map(({ start }) => start))
}

describe('what an input tells', () => {
  const [few, time] = tries(60)
  it.each([...Object.entries(kinds), ['all kinds at once', Object.values(kinds).flat()] as const])(
    'is true of any lines: %s',
    (_, lines) => {
      fc.assert(
        fc.property(threadOf(lines), (text) => {
          const told = understand(text)
          checkTold(text, told)
          checkTurns(text, told)
        }),
        few,
      )
    },
    time,
  )

  it('is the same whenever it is asked', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(understand(text)).toEqual(understand(text))
      }),
      few,
    )
  })

  // What looked at a line again for each other would not come to an end here.
  it.each([
    ['a line without an end', 'snow on the line '.repeat(100_000)],
    ['nothing but blanks', `${' '.repeat(1000)}\n`.repeat(1000)],
    ['nothing but line breaks', '\n'.repeat(500_000)],
    ['nothing but signs of quotations', '>'.repeat(500_000)],
    ['quoted lines without words', '>\n'.repeat(200_000)],
    ['folds', '[-]\n'.repeat(100_000)],
    ['a fold and a long line', `[-]${'a '.repeat(200_000)}`],
    ['heads of letters', `From: Ada\n${'Subject: points\n'.repeat(50_000)}`],
    [
      'parts of a letter',
      `From: A\nSubject: a\nContent-Type: a; boundary="x"\n\n${'--x\n\n'.repeat(50_000)}`,
    ],
    ['links', `${'[a](/posts/b)'.repeat(40)} x\n`.repeat(1000).concat('[-]Ada2mo3\nNo.')],
    ['reactions', `### Comment by A\n- Karma: 1\n${'- agree: 1\n'.repeat(50_000)}`],
  ])('comes to an end with %s', (_, text) => expect(understand(text).text).toBe(text), 20_000)
})
