import { describe, expect, it } from 'vitest'
import { momentOf } from '../../../src/parse/inputs/mailDates'
import { readMailingList } from '../../../src/parse/inputs/mailingList'
import { mapOf, roles } from '../thread'

/** The words of each turn of some letters, with who writes them. */
const turnsOf = (...lines: string[]): string[] => {
  const told = readMailingList(lines.join('\n'))
  return (told?.turns ?? []).map(
    ({ start, end, speaker }) => `${speaker ?? '?'}: ${told?.text.slice(start, end)}`,
  )
}

const parentsOf = (...lines: string[]) =>
  readMailingList(lines.join('\n'))?.turns.map(({ replyTo }) => replyTo)

const head = (from: string, ...more: string[]) => [
  `From: ${from}`,
  'Date: Sun, 29 Nov 92 14:08:03 PST',
  ...more,
  '',
]

const first = [
  'The points of a line freeze long before its rails do, and nobody on',
  'this list has said so far what we could do about it in winter.',
]

describe('letters to a mailing list', () => {
  it('begin below their heads', () => {
    const letters = [
      ...head('Ada Lovelace <ada@a.example>', 'Subject: frozen points'),
      ...first,
      '',
      ...head('kurt@a.example (Kurt Gödel)', 'Subject: Re: frozen points'),
      'Heat them.',
    ]
    expect(turnsOf(...letters)).toEqual([
      `Ada Lovelace: ${first.join('\n')}`,
      'Kurt Gödel: Heat them.',
    ])
    expect(readMailingList(letters.join('\n'))).toMatchObject({
      kind: 'mailing list',
      title: 'frozen points',
      publishedAt: '1992-11-29T22:08:03Z',
    })
  })

  it('begin below the lines of an mbox too, whose heads run over several lines', () =>
    expect(
      turnsOf(
        'From ada@a.example Sun Nov 29 14:08:03 1992',
        ...head('Ada', 'References: <1@a.example>', '  <2@a.example>'),
        'Heat the points.',
        '',
        'From kurt@a.example Sun Nov 29 15:08:03 1992',
        ...head('Kurt'),
        'From the south they drift.',
      ),
    ).toEqual(['Ada: Heat the points.', 'Kurt: From the south they drift.']))

  it('are joined to paragraphs where their lines are broken by hand', () =>
    expect(mapOf(...head('Ada'), ...first).sources[0]?.passages.slice(2)).toHaveLength(1))

  it('quote with signs, bars and initials', () =>
    expect(
      roles(
        ...head('Kurt'),
        '> The points freeze.',
        'They do.',
        '',
        '| The rails do not.',
        'True.',
        '',
        'AL> Nobody has said so.',
        'I have said so more than once.',
      ).slice(2),
    ).toEqual(['quotation', 'speech', 'quotation', 'speech', 'quotation', 'speech']))

  it('leave a table alone', () =>
    expect(
      roles(...head('Kurt'), 'Some snow fell here:', '| north | 3 |', '| south | 1 |').slice(2),
    ).toEqual(['speech', 'speech', 'speech']))

  it('end with signatures that are nobody’s point', () => {
    const read = (...end: string[]) =>
      roles(...head('Ada M. Lovelace'), 'Heat the points.', ...end).slice(2)
    expect(read('', '-- ', 'Ada', 'Engines of all kinds')).toEqual([
      'speech',
      ...Array(3).fill('furniture'),
    ])
    expect(read('', '- Ada')).toEqual(['speech', 'furniture'])
    expect(read('', 'A.M.L.')).toEqual(['speech', 'furniture'])
    expect(read('', 'Heat')).toEqual(['speech', 'speech'])
  })

  it('leave aside what a program wrote over a quotation', () =>
    expect(
      roles(
        ...head('Kurt'),
        'On Sun, 29 Nov 1992, Ada Lovelace <ada@a.example>',
        'wrote:',
        '> The points freeze.',
        'Heat them.',
      ).slice(2),
    ).toEqual(['furniture', 'furniture', 'quotation', 'speech']))

  it('keep what is quoted whole below the answer out of the turns', () => {
    const letter = [
      ...head('Kurt'),
      'Heat them.',
      '',
      '-----Original Message-----',
      'From: Ada Lovelace',
      'Subject: frozen points',
      '',
      'The points freeze.',
    ]
    expect(turnsOf(...letter)).toHaveLength(1)
    expect(roles(...letter).slice(2)).toEqual(['speech', ...Array(4).fill('quotation')])
  })

  it('are no forum thread that mentions a head', () =>
    expect(
      readMailingList(`${'I never said that.\n\n'.repeat(5)}From: Ada\nSubject: points\n\nHm.`),
    ).toBeNull())
})

describe('whom a letter answers', () => {
  const letter = (from: string, id: string, more: string[], ...words: string[]) => [
    ...head(from, `Message-ID: <${id}@a.example>`, 'Subject: Re: frozen points', ...more),
    ...words,
    '',
  ]
  const opening = letter('Ada', 'm1', [], 'The points of a line freeze first.')

  it('is told by its head', () =>
    expect(
      parentsOf(
        ...opening,
        ...letter('Kurt', 'm2', ['In-Reply-To: <m1@a.example>'], 'Heat them.'),
        ...letter('Emmy', 'm3', ['References: <m1@a.example> <lost@a.example>'], 'Sweep them.'),
      ),
    ).toEqual([null, 0, 0]))

  it('is the one whose lines it quotes with one sign more', () =>
    expect(
      parentsOf(
        ...opening,
        ...letter(
          'Kurt',
          'm2',
          [],
          '> The points of a line freeze first.',
          'No, they freeze last.',
        ),
        ...letter('Emmy', 'm3', [], 'Nobody could be sure of that.'),
        ...letter(
          'Ada',
          'm4',
          [],
          '>> The points of a line freeze first.',
          '> No, they freeze last.',
          'Oh.',
        ),
      ),
    ).toEqual([null, 0, undefined, 1]))

  it('is the one whose writer it names', () =>
    expect(
      parentsOf(
        ...letter('Ada Lovelace', 'm1', [], 'The points of a line freeze first.'),
        ...letter('Kurt', 'm2', [], 'Nobody could be sure of that.'),
        ...letter('Emmy', 'm3', [], 'Ada writes:', '> that points freeze', 'They do.'),
      ),
    ).toEqual([null, undefined, 0]))

  it('is nobody where it opens a subject of its own', () =>
    expect(
      parentsOf(
        ...opening,
        ...head('Kurt', 'Subject: signals'),
        'The signals freeze too.',
        '',
        ...letter('Emmy', 'm3', [], 'Heat them.'),
      ),
    ).toEqual([null, null, 0]))

  it('is shown with how that is known', () => {
    const [, second, third] =
      mapOf(
        ...opening,
        ...letter('Kurt', 'm2', ['In-Reply-To: <m1@a.example>'], 'Heat them, I would say.'),
        ...letter('Emmy', 'm3', [], '> Heat them, I would say.', 'All of them, I suppose?'),
      ).sources[0]?.turns ?? []
    expect(second?.because?.map(({ rule }) => rule)).toEqual(['told by the input', 'told parent'])
    expect(third?.because?.map(({ rule }) => rule)).toEqual([
      'told by the input',
      'quotes its lines',
    ])
  })
})

describe('what is not read of a letter', () => {
  it('is said, and makes no speech', () => {
    const letter = [
      'From: Ada',
      'Subject: points',
      'Content-Type: multipart/mixed; boundary="xyz"',
      '',
      'This is a letter in several parts.',
      '--xyz',
      'Content-Type: text/plain',
      '',
      'Heat the points.',
      '--xyz',
      'Content-Type: text/html',
      '',
      '<p>Heat the points.</p>',
      '--xyz',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgoAAAANSUhEUgAA',
      '--xyz--',
    ]
    expect(readMailingList(letter.join('\n'))?.missing).toEqual([
      'A part in HTML was left aside.',
      'A part in base64 was left aside.',
    ])
    const source = mapOf(...letter).sources[0]
    const speech = source?.passages.filter(({ role }) => role === 'speech')
    expect(speech?.map(({ start, end }) => source?.text?.slice(start, end))).toEqual([
      'Heat the points.',
    ])
  })
})

describe('the date of a letter', () => {
  it.each([
    ['Sun, 29 Nov 92 14:08:03 PST', '1992-11-29T22:08:03Z'],
    ['Tue, 1 Dec 1992 00:40 +0100', '1992-11-30T23:40:00Z'],
    ['1 Dec 2012 10:00:00 GMT', '2012-12-01T10:00:00Z'],
    ['some day in winter', 'some day in winter'],
    ['Sun, 29 Nov 92 14:08:03 XYZ', 'Sun, 29 Nov 92 14:08:03 XYZ'],
  ])('%s is %s', (words, moment) => expect(momentOf(words)).toBe(moment))
})
