import { describe, expect, it } from 'vitest'
import { readForumMarkdown } from '../../../src/parse/inputs/forumMarkdown'
import { mapOf, roles } from '../thread'

const site = 'https://forum.example'
const head = (name: string, id: string, ...more: string[]) => [
  `### Comment by [${name}](/users/${name})`,
  '',
  '*   2025-11-20 10:00:00Z',
  '*   Karma: 4',
  ...more,
  `*   HTML permalink: [${site}/posts/abc/snow/comment/${id}](${site}/posts/abc/snow/comment/${id})`,
  `*   Markdown permalink: [/api/post/snow/comments/${id}](/api/post/snow/comments/${id})`,
  '',
]
const parent = (id: string) => `*   Parent comment (Markdown): /api/post/snow/comments/${id}`

const page = [
  '# Snow on the line',
  '',
  '*   By [Ada](/users/ada), [Emmy](/users/emmy)',
  '*   2025-11-19 09:00:00Z',
  '*   31 points',
  '*   Frontpage',
  `*   Post URL (HTML): [${site}/posts/abc/snow](${site}/posts/abc/snow)`,
  '',
  'Last winter I argued that heated points keep every line open.',
  '',
  '# Comments: Snow on the line',
  '',
  'Showing 3 of 5 comments (sort=top).',
  '',
  ...head('Kurt', 'k1', '*   Voting system: namesAttachedReactions'),
  'Reactions (whole comment):',
  '',
  '*   agree: 2 (Ada)',
  '',
  'Reactions by quoted text:',
  '',
  '*   "keep every line open"',
  '    *   crux: 1',
  '',
  '    > heated points keep every line open',
  '',
  '    They help little where the snow drifts.',
  '',
  ...head('Ada', 'a2', '*   Reply depth: 1', parent('k1')),
  '        It drifts in the south too.',
  '',
  ...head('Emmy', 'e3'),
  '    *   One list of my own: 3',
  '    *   Sweep them.',
  '',
  '### Navigation',
  '',
  '*   [Home](/)',
]

describe('a page of the Markdown interface', () => {
  const told = readForumMarkdown(page.join('\n'))
  const words = told?.turns.map(({ start, end }) => told.text.slice(start, end))

  it('holds a post and its comments', () => {
    expect(told?.kind).toBe('ForumMagnum Markdown')
    expect(words?.map((turn) => turn.split('\n')[0])).toEqual([
      'Last winter I argued that heated points keep every line open.',
      '> heated points keep every line open',
      'It drifts in the south too.',
      '*   One list of my own: 3',
    ])
  })

  it('says who speaks, when, to whom, and with how many votes', () =>
    expect(told?.turns).toMatchObject([
      { speaker: 'Ada, Emmy', votes: 31, postedAt: '2025-11-19T09:00:00Z', isPost: true },
      { speaker: 'Kurt', votes: 4, replyTo: 0, url: `${site}/posts/abc/snow/comment/k1` },
      { speaker: 'Ada', replyTo: 1 },
      { speaker: 'Emmy', replyTo: 0 },
    ]))

  it('tells the source, and how many comments are missing', () => {
    expect(mapOf(...page).sources[0]).toMatchObject({
      title: 'Snow on the line',
      url: `${site}/posts/abc/snow`,
      authors: ['Ada', 'Emmy'],
      publishedAt: '2025-11-19T09:00:00Z',
    })
    expect(told?.missing).toEqual(['2 comments were not loaded.'])
  })

  it('keeps quotations apart, and leaves the site’s own lines aside', () =>
    expect(roles(...page).filter((role) => role !== 'furniture')).toEqual([
      'speech',
      'quotation',
      'speech',
      'speech',
      'speech',
      'speech',
    ]))

  it('leaves a parent that is not in the page to be guessed', () => {
    const alone = [...head('Ada', 'a2', '*   Reply depth: 1', parent('k1')), 'It drifts too.']
    expect(readForumMarkdown(alone.join('\n'))?.turns[0]).not.toHaveProperty('replyTo')
  })
})
