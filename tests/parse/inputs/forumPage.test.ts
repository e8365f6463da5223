import { describe, expect, it } from 'vitest'
import { readForumPage } from '../../../src/parse/inputs/forumPage'
import { mapOf, roles } from '../thread'

/** The words of each turn of a page, with who says them. */
function turnsOf(...lines: string[]): string[] {
  const told = readForumPage(lines.join('\n'))
  return (told?.turns ?? []).map(
    ({ start, end, speaker }) => `${speaker ?? '?'}: ${told?.text.slice(start, end)}`,
  )
}

const post =
  'Last winter I argued that heated points keep every line open, whatever the weather does.'
const answer = 'Heated points help little where the snow drifts.'

/** A page as the browser copies it, with addresses. */
const page = [
  '[LESSWRONG](/)',
  'Login',
  'Snow on the line',
  '3 min read',
  '•',
  'Where the points are',
  '# 31',
  '# [Snow on the line](/posts/abc/snow-on-the-line)',
  'by [Ada Lovelace](/users/ada)',
  '19th Nov 2025',
  '2',
  '# 31',
  post,
  '## Where the points are',
  'Most of them lie north of the pass.',
  '[Railways](/w/railways)[Frontpage](/posts/xyz/site-guide)',
  '# 31',
  'Mentioned in',
  '12[Another winter](/posts/def/another-winter)',
  'New Comment',
  'Submit',
  '2 comments, sorted by',
  'top scoring',
  '[-][Kurt](/users/kurt)[2mo*](/posts/abc/snow-on-the-line?commentId=k1)Ω614',
  '-3',
  '> Most of them lie north',
  answer,
  'Reply',
  '2',
  '[-][Ada Lovelace](/users/ada)[2mo](/posts/abc/snow-on-the-line?commentId=a2)5',
  '0',
  'They lie south too.',
  'Reply',
  '[Moderation Log](/moderation)',
  'More from [Ada Lovelace](/users/ada)',
  '23[Ice](/posts/ghi/ice)',
]

describe('a forum page copied with its addresses', () => {
  it('parts the comments from what the site prints around them', () =>
    expect(turnsOf(...page)).toEqual([
      `Ada Lovelace: ${page.slice(12, 15).join('\n')}`,
      `Kurt: > Most of them lie north\n${answer}`,
      'Ada Lovelace: They lie south too.',
    ]))

  it('tells title, author, day and address of the post', () =>
    expect(readForumPage(page.join('\n'))).toMatchObject({
      kind: 'forum page',
      title: 'Snow on the line',
      authors: ['Ada Lovelace'],
      publishedAt: '2025-11-19',
      url: 'https://www.lesswrong.com/posts/abc/snow-on-the-line',
      commentCount: 2,
    }))

  it('brings age, votes, agreement and address of a comment into the map', () =>
    expect(mapOf(...page).sources[0]?.turns[1]).toMatchObject({
      speaker: 'Kurt',
      postedAt: '2mo*',
      votes: 14,
      agreement: -3,
      url: 'https://www.lesswrong.com/posts/abc/snow-on-the-line?commentId=k1',
    }))

  it('leaves the parent of a comment to be guessed, since the copy has lost the indents', () =>
    expect(readForumPage(page.join('\n'))?.turns.map(({ replyTo }) => replyTo)).toEqual([
      null,
      undefined,
      undefined,
    ]))

  it('keeps the section titles of the post, and makes furniture of the rest', () => {
    const read = roles(...page)
    expect(read[12]).toBe('speech')
    expect(read[13]).toBe('heading')
    expect(read.slice(0, 12)).toEqual(Array(12).fill('furniture'))
    expect(read.slice(15, 25)).toEqual(Array(10).fill('furniture'))
    expect(read.slice(-4)).toEqual(Array(4).fill('furniture'))
  })
})

describe('a forum page copied without addresses', () => {
  it('reads name, age and scores that are run together', () => {
    const lines = ['[-]Kurt Gödel2mo*Ω614', '3', answer, 'Reply1', '[-]user41y20', 'No.', 'Reply']
    expect(turnsOf(...lines)).toEqual([`Kurt Gödel: ${answer}`, 'user4: No.'])
    expect(readForumPage(lines.join('\n'))?.turns).toMatchObject([
      { postedAt: '2mo*', votes: 14, agreement: 3 },
      { postedAt: '1y', votes: 20 },
    ])
  })

  it('reads one thing per line', () => {
    const lines = ['[', '-', ']', 'Kurt', '3d', 'Ω', '4', '12', '-1', answer, 'Reply', '2']
    expect(turnsOf(...lines)).toEqual([`Kurt: ${answer}`])
    expect(readForumPage(lines.join('\n'))?.turns).toMatchObject([{ votes: 12, agreement: -1 }])
  })

  it('reads name, age and score without a fold where buttons to reply stand below', () => {
    const lines = ['Kurt', '2y', '12', answer, 'Reply', 'Ada', '1y', '3', '0', 'No.', 'Reply']
    expect(turnsOf(...lines)).toEqual([`Kurt: ${answer}`, 'Ada: No.'])
    const unanswered = lines.filter((line) => line !== 'Reply')
    expect(turnsOf(...unanswered)).toEqual([])
  })

  it('reads the heads of GreaterWrong, and whom a comment answers', () => {
    const lines = [
      'Kurt 19 Nov 2025 23:17 UTC 20 points',
      '[Permalink](/posts/abc/snow/comment/k1)',
      answer,
      'Reply',
      'Ada',
      '20 Nov 2025 3:14 UTC',
      'LW: 12 AF: 4',
      '[Parent](/posts/abc/snow/comment/k1)',
      'No.',
      'Reply',
    ]
    expect(turnsOf(...lines)).toEqual([`Kurt: ${answer}`, 'Ada: No.'])
    expect(readForumPage(lines.join('\n'))?.turns).toMatchObject([
      { postedAt: '2025-11-19T23:17Z', votes: 20 },
      { postedAt: '2025-11-20T03:14Z', votes: 12, replyTo: 0 },
    ])
  })

  it('tells whom a comment answers where the copy keeps the indents', () => {
    const lines = [
      '[-]Kurt2d3',
      answer,
      'Reply',
      '    [-]Ada2d1',
      '    No.',
      '    Reply',
      '[-]Emmy1d1',
      'Thanks.',
    ]
    const parents = readForumPage(lines.join('\n'))?.turns.map(({ replyTo }) => replyTo)
    expect(parents).toEqual([null, 0, null])
  })

  it('keeps words below a button to reply as those of somebody unnamed', () =>
    expect(
      turnsOf('[-]Kurt2d3', answer, 'Reply', '2', 'I saw it drift there once.', 'Reply'),
    ).toEqual([`Kurt: ${answer}`, '?: I saw it drift there once.']))

  it('names nobody where a comment is anonymous, and says that one was deleted', () => {
    const lines = ['[-][anonymous]2d3', answer, 'Reply', '[-]Ada1d1', '[comment deleted]', 'Reply']
    expect(turnsOf(...lines)[0]).toBe(`?: ${answer}`)
    expect(readForumPage(lines.join('\n'))?.missing).toEqual(['A comment was deleted on the page.'])
  })

  it('takes a thread without heads for flattened text', () => {
    expect(readForumPage([post, '', answer, '', 'Reply'].join('\n'))).toBeNull()
    expect(readForumPage(`- [x] heat the points\n- [ ] sweep the rails\n\n${post}`)).toBeNull()
  })

  it('leaves a post out where only comments were copied', () => {
    const told = readForumPage(['[-]Kurt2d3', answer, 'Reply'].join('\n'))
    expect(told?.turns).toHaveLength(1)
    expect(told?.turns[0]).not.toHaveProperty('isPost')
  })
})
