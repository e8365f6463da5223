import { describe, expect, it } from 'vitest'
import { understand } from '../../../src/parse/inputs'
import { inputOf } from '../../../src/parse/inputs/decode'
import { readJsonThread } from '../../../src/parse/inputs/json'
import {
  forumMagnumJson,
  hackerNewsItems,
  hackerNewsTree,
  redditJson,
  snow,
} from '../../support/threads'
import { spansIn, turnsIn } from './read'

const snowTurns = [
  'Ada to nobody: Should the night trains run in snow? / The night trains should stop when snow lies on the line. Ploughs cannot see it. / A stopped train costs < £900, a stuck one twenty times as much.',
  'Bo to 0: Ploughs cannot see it. / I disagree: since last winter they carry lamps & radar.',
  'Ada to 1: Thanks, I did not know about the radar. Does it work in drifts?',
  'Cleo to 2: Does it work in drifts? / It does not, so the lamps prove too much. / They help on the plain only.',
  'Dee to 0: Twenty times seems high to me. Where is the figure from?',
]

describe.each([
  ['ForumMagnum JSON', forumMagnumJson(snow)],
  ['ForumMagnum JSON', forumMagnumJson(snow, 'markdown')],
  ['Hacker News', hackerNewsTree(snow)],
  ['Hacker News', hackerNewsItems(snow)],
  ['Reddit', redditJson(snow)],
])('a thread as %s', (kind, json) => {
  it('is known for what it is', () => {
    expect(understand(json)).toMatchObject({
      kind,
      title: snow.title,
      authors: ['Ada'],
      publishedAt: '2024-01-12T08:00:00.000Z',
      missing: [],
    })
  })

  it('gives every turn its speaker, its words and what it answers', () => {
    expect(turnsIn(json)).toEqual(snowTurns)
  })

  it('marks what is quoted, without its signs, and the title', () => {
    expect(spansIn(json, 'quotation')).toEqual([
      'Ploughs cannot see it.',
      'Does it work in drifts?',
    ])
    expect(spansIn(json, 'heading')).toEqual([snow.title])
  })

  it('keeps when a comment was written', () => {
    expect(understand(json).turns[3]?.postedAt).toBe('2024-01-12T09:30:00.000Z')
  })

  it('says that a file is cut short, and that JSON is broken', () => {
    const cut = inputOf('a.json', json.slice(0, -30))
    expect(cut).toEqual({ problem: expect.stringContaining('cut short') })
    const broken = inputOf('a.json', json.replace(':', ';'))
    expect(broken).toEqual({ problem: expect.stringContaining('not valid') })
  })
})

it('keeps votes, agreement and addresses where they are told', () => {
  expect(understand(forumMagnumJson(snow)).turns[1]).toMatchObject({ votes: 12, agreement: 11 })
  expect(understand(hackerNewsTree(snow)).turns[1]).toMatchObject({
    url: 'https://news.ycombinator.com/item?id=1001',
  })
  expect(understand(redditJson(snow)).turns[3]).toMatchObject({
    votes: -2,
    url: 'https://www.reddit.com/r/trains/comments/p/a_slug/c2/',
  })
})

describe('ForumMagnum JSON', () => {
  const comment = (id: string, more: object) => ({
    _id: id,
    postId: 'p',
    parentCommentId: null,
    user: { displayName: 'Bo' },
    contents: { html: `<p>The words of ${id}.</p>` },
    ...more,
  })

  it('is read from a batch of answers, and from the shapes of older clients', () => {
    const post = { _id: 'p', title: 'Gardens', htmlBody: '<p>Dig in autumn.</p>', user: null }
    const old = { ...comment('a', {}), contents: undefined, htmlBody: '<p>Dig in spring.</p>' }
    const batch = [{ data: { post: { result: post } } }, { data: { GetComments: [old] } }]
    expect(turnsIn(JSON.stringify(batch))).toEqual([
      'somebody to nobody: Gardens / Dig in autumn.',
      'Bo to 0: Dig in spring.',
    ])
  })

  it('leaves the speaker blank where the user is gone, and says what is deleted', () => {
    const json = JSON.stringify({
      results: [
        comment('a', { user: null }),
        comment('b', { contents: null, user: null, deleted: true }),
        comment('c', { parentCommentId: 'b' }),
        comment('d', { parentCommentId: 'nowhere' }),
      ],
    })
    expect(turnsIn(json)).toEqual([
      'somebody to nobody: The words of a.',
      'Bo to nobody: The words of c.',
      'Bo to nobody: The words of d.',
    ])
    expect(understand(json).missing).toEqual([
      '1 comment is deleted.',
      '2 comments answer words that are not here.',
    ])
  })

  it('puts an answer below what it answers, whatever the order, and reads comments that answer in a circle', () => {
    const json = JSON.stringify([
      comment('a', { parentCommentId: 'c' }),
      comment('b', { parentCommentId: 'b' }),
      comment('c', {}),
      comment('d', { parentCommentId: 'e' }),
      comment('e', { parentCommentId: 'd' }),
    ])
    expect(turnsIn(json)).toEqual([
      'Bo to nobody: The words of b.',
      'Bo to nobody: The words of c.',
      'Bo to 1: The words of a.',
      'Bo to nobody: The words of d.',
      'Bo to 3: The words of e.',
    ])
  })

  it('keeps lists, headings and formulas, and drops pictures and buttons', () => {
    const html = `<h2>Why</h2><ol start="3"><li>It rains.</li><li><p>It snows,</p><ul><li>often.</li></ul></li></ol>
      <p>So <span class="mjx-chtml"><span class="mjx-math" aria-label="x^2 > y"><span>x2&gt;y</span></span></span>
      holds<sup>[1]</sup>.<br>Really.</p><img src="x" onerror="alert(1)"><button>Vote</button><table><tr><td>a<td>b</table>`
    const json = JSON.stringify({ results: [comment('a', { contents: { html } })] })
    expect(understand(json).text).toBe(
      'Why\n\n3. It rains.\n4. It snows,\n  - often.\n\nSo x^2 > y holds[1].\nReally.\n\na | b',
    )
    expect(spansIn(json, 'heading')).toEqual(['Why'])
  })
})

describe('Hacker News', () => {
  it('says that a deleted comment is gone, and reads the answers to it', () => {
    const item = (id: number, more: object) => ({ id, type: 'comment', children: [], ...more })
    const json = JSON.stringify(
      item(1, {
        type: 'story',
        title: 'A bridge',
        url: 'https://bridges.example/a',
        author: 'ada',
        children: [
          item(2, {
            author: null,
            text: null,
            children: [item(3, { author: 'bo', text: 'Why?' })],
          }),
        ],
      }),
    )
    expect(turnsIn(json)).toEqual(['bo to nobody: Why?'])
    expect(understand(json)).toMatchObject({
      title: 'A bridge',
      text: 'A bridge\n\nWhy?',
      missing: [
        expect.stringContaining('https://bridges.example/a'),
        '1 comment is deleted.',
        '1 comment answers words that are not here.',
      ],
    })
  })
})

describe('Reddit', () => {
  const listing = (...children: unknown[]) => ({ kind: 'Listing', data: { children } })
  const comment = (id: string, body: string, replies: unknown = '') => ({
    kind: 't1',
    data: { id, parent_id: 't3_p', author: 'bo', body, replies },
  })

  it('says how many comments were not loaded, and which are gone', () => {
    const json = JSON.stringify([
      listing(),
      listing(
        comment('a', 'Gardens need bees. ∆', listing(comment('b', '[removed]'))),
        { kind: 'more', data: { count: 57, children: [] } },
        { kind: 'more', data: { count: 0, id: '_', children: [] } },
      ),
    ])
    expect(turnsIn(json)).toEqual(['bo to nobody: Gardens need bees. ∆'])
    expect(understand(json).missing).toEqual([
      '57 comments were not loaded.',
      '1 exchange goes on, on a page of its own.',
      '1 comment is deleted.',
    ])
  })

  it('reads its Markdown: quotations over several lines, lists, links and emphasis, but no spoilers', () => {
    const body =
      '&gt; Bees need\n&gt; *old* gardens\n\nNot [so](https://a.example/b_c), they **thrive** &amp; `hum`.\n\n* one\n* two\n\n&gt;!A secret.!&lt;'
    const json = JSON.stringify([listing(), listing(comment('a', body))])
    expect(understand(json).text).toBe(
      'Bees need\nold gardens\n\nNot so, they thrive & `hum`.\n\n- one\n- two\n\nA secret.',
    )
    expect(spansIn(json, 'quotation')).toEqual(['Bees need\nold gardens'])
  })
})

describe('JSON that is no thread', () => {
  it.each([
    ['a debate map', { format: 'debate-map', version: 1, sources: [] }, 'Open a map'],
    ['an error of the forum', { errors: [{ message: 'Too busy' }] }, '“Too busy”'],
    ['another program’s file', { name: 'package', version: '1.0.0' }, 'no thread'],
    ['a list of numbers', [[1, 2], [3]], 'no thread'],
    ['a thread without words', { results: [{ _id: 'a', postId: 'p', deleted: true }] }, 'no words'],
  ])('says what to do with %s', (_, value, says) => {
    const json = JSON.stringify(value)
    expect(inputOf('a.json', json)).toEqual({ problem: expect.stringContaining(says) })
  })

  it.each([
    '[-] Ada 2mo',
    '[1] As the report says, bees need gardens.',
    '{sighs} I suppose so.',
    '"Bees," she said.',
    '[ ] buy seeds',
  ])('leaves prose alone that opens with a bracket: %s', (text) => {
    expect(inputOf('a.txt', text)).toEqual({ name: 'a.txt', text })
    expect(readJsonThread(text)).toBeNull()
  })
})
