import { describe, expect, it } from 'vitest'
import { readRedditText } from '../../../src/parse/inputs/redditText'
import { mapOf, roles, turnsOf } from '../thread'

const title = 'CMV: The points of every railway should be heated'
const post = ['Points freeze before rails do.', '', 'Nothing else keeps a line open in winter.']
const answer = 'The snow drifts in faster than any heater melts it.'

describe('a dump of a Reddit thread', () => {
  it('parts comments by gaps wider than those between paragraphs', () =>
    expect(
      turnsOf(title, '', ...post, '', '', answer, '', 'It does here.', '', '', 'I see your point.'),
    ).toEqual([title, answer, 'I see your point.']))

  it('takes the title for the first thing said', () => {
    const source = mapOf(title, '', ...post).sources[0]
    expect(source?.title).toBe(title)
    expect(source?.passages[0]?.role).toBe('speech')
  })

  it('takes entities for signs of quotations', () =>
    expect(roles(title, '', ...post, '', '', '&gt; Points freeze', '', answer)).toEqual([
      'speech',
      'speech',
      'speech',
      'quotation',
      'speech',
    ]))

  it('leaves aside the mark of a changed view, and what programs add', () =>
    expect(
      roles(
        title,
        '',
        ...post,
        '',
        '',
        '&#8710;',
        '',
        answer,
        '',
        '[deleted]',
        '',
        '^(Confirmed: 1 delta awarded)',
      ),
    ).toEqual(['speech', 'speech', 'speech', 'furniture', 'speech', 'furniture', 'speech']))

  it('trusts no gap where every paragraph has one', () => {
    const lines = [title, ...post.filter(Boolean), answer, 'It does here.']
    expect(readRedditText(lines.join('\n\n\n'))?.openings).toEqual([])
  })
})

describe('a copied page of Reddit', () => {
  const page = [
    '[–]ada_l 12 points 3 hours ago',
    ...post,
    'permalink embed save report reply',
    '[–]kurt[S] 1 point 2 hours ago* ',
    '&gt; Points freeze',
    answer,
    'permalink embed save parent report reply',
    '[–][deleted] 1 hour ago',
    '[removed]',
    'permalink embed save parent report reply',
    'load more comments (3 replies)',
  ]

  it('says who speaks, when, and with how many votes', () => {
    expect(mapOf(...page).sources[0]?.turns).toMatchObject([
      { speaker: 'ada_l', votes: 12, postedAt: '3 hours ago' },
      { speaker: 'kurt', votes: 1, postedAt: '2 hours ago' },
    ])
    expect(turnsOf(...page).slice(0, 2)).toEqual([post[0], '&gt; Points freeze'])
  })

  it('says what is not in it', () =>
    expect(readRedditText(page.join('\n'))?.missing).toEqual([
      '1 comment was deleted.',
      'More replies were not loaded when the page was copied.',
    ]))

  it('tells whom a comment answers where the copy keeps the indents', () => {
    const indented = page.map((line, index) => (index > 3 && index < 8 ? `    ${line}` : line))
    expect(readRedditText(indented.join('\n'))?.turns.map(({ replyTo }) => replyTo)).toEqual([
      null,
      0,
    ])
  })
})
