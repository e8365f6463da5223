import fc from 'fast-check'

/** A paragraph of a thread that is to be printed in many ways. */
export interface Piece {
  kind: 'speech' | 'quotation'
  words: string
}

/** A comment: `answers` is the index of the comment above that it answers, null for the post. */
export interface PrintedComment {
  answers: number | null
  speaker: string
  /** Minutes after the post. */
  after: number
  votes: number
  pieces: readonly Piece[]
}

/** A thread as people had it, before a site prints it. Comments stand in the order of a page: answers below. */
export interface PrintedThread {
  title: string
  author: string
  pieces: readonly Piece[]
  comments: readonly PrintedComment[]
}

const say = (words: string): Piece => ({ kind: 'speech', words })
const quote = (words: string): Piece => ({ kind: 'quotation', words })

/** A thread for tests that look at one thing: four people argue about snow on a railway line. */
export const snow: PrintedThread = {
  title: 'Should the night trains run in snow?',
  author: 'Ada',
  pieces: [
    say('The night trains should stop when snow lies on the line. Ploughs cannot see it.'),
    say('A stopped train costs < £900, a stuck one twenty times as much.'),
  ],
  comments: [
    {
      answers: null,
      speaker: 'Bo',
      after: 20,
      votes: 12,
      pieces: [
        quote('Ploughs cannot see it.'),
        say('I disagree: since last winter they carry lamps & radar.'),
      ],
    },
    {
      answers: 0,
      speaker: 'Ada',
      after: 45,
      votes: 4,
      pieces: [say('Thanks, I did not know about the radar. Does it work in drifts?')],
    },
    {
      answers: 1,
      speaker: 'Cleo',
      after: 90,
      votes: -2,
      pieces: [
        quote('Does it work in drifts?'),
        say('It does not, so the lamps prove too much.'),
        say('They help on the plain only.'),
      ],
    },
    {
      answers: null,
      speaker: 'Dee',
      after: 95,
      votes: 7,
      pieces: [say('Twenty times seems high to me. Where is the figure from?')],
    },
  ],
}

const started = Date.UTC(2024, 0, 12, 8)
const moment = (after: number) => new Date(started + after * 60_000).toISOString()
const seconds = (after: number) => started / 1000 + after * 60

const escaped = (words: string) =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const html = (pieces: readonly Piece[]) =>
  pieces
    .map(({ kind, words }) =>
      kind === 'quotation'
        ? `<blockquote>\n<p>${escaped(words)}</p></blockquote>`
        : `<p>${escaped(words)}</p>`,
    )
    .join('\n')

const markdown = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, words }) => (kind === 'quotation' ? `> ${words}` : words)).join('\n\n')

const idOf = (index: number | null) => (index === null ? null : `c${index}`)

/** Each comment with its answers inside, as sites nest them. */
function nested<T>(
  { comments }: PrintedThread,
  make: (comment: PrintedComment, index: number, answers: T[]) => T,
): T[] {
  const answersOf = new Map<number | null, T[]>([[null, []]])
  for (const index of comments.keys()) answersOf.set(index, [])
  for (const [index, comment] of [...comments.entries()].reverse())
    answersOf.get(comment.answers)?.unshift(make(comment, index, answersOf.get(index) ?? []))
  return answersOf.get(null) ?? []
}

/** What ForumMagnum's GraphQL answers, with the words as HTML or as Markdown. */
export function forumMagnumJson(thread: PrintedThread, words: 'html' | 'markdown' = 'html') {
  const contents = (pieces: readonly Piece[]) =>
    words === 'html'
      ? { html: html(pieces), markdown: null }
      : { html: null, markdown: markdown(pieces) }
  return JSON.stringify({
    data: {
      post: {
        result: {
          _id: 'p',
          title: thread.title,
          slug: 'a-slug',
          postedAt: moment(0),
          baseScore: 30,
          user: { displayName: thread.author, slug: thread.author.toLowerCase() },
          contents: contents(thread.pieces),
        },
      },
      comments: {
        results: thread.comments.map(({ answers, speaker, after, votes, pieces }, index) => ({
          _id: idOf(index),
          postId: 'p',
          parentCommentId: idOf(answers),
          postedAt: moment(after),
          baseScore: votes,
          extendedScore: { agreement: votes - 1, agreementVoteCount: 3 },
          user: { displayName: speaker },
          contents: contents(pieces),
        })),
      },
    },
  })
}

/** What Algolia answers about a story of Hacker News. */
export function hackerNewsTree(thread: PrintedThread): string {
  const text = (pieces: readonly Piece[]) =>
    pieces
      .map(({ kind, words }) => (kind === 'quotation' ? `&gt; ${escaped(words)}` : escaped(words)))
      .join('<p>')
  return JSON.stringify({
    id: 1000,
    created_at: moment(0),
    created_at_i: seconds(0),
    type: 'story',
    author: thread.author,
    title: thread.title,
    url: null,
    text: text(thread.pieces),
    points: 30,
    parent_id: null,
    story_id: 1000,
    children: nested<unknown>(thread, ({ speaker, after, answers, pieces }, index, children) => ({
      id: 1001 + index,
      created_at: moment(after),
      created_at_i: seconds(after),
      type: 'comment',
      author: speaker,
      title: null,
      url: null,
      text: text(pieces),
      points: null,
      parent_id: answers === null ? 1000 : 1001 + answers,
      story_id: 1000,
      children,
      options: [],
    })),
  })
}

/** The items of a story of Hacker News, as the official interface gives each of them. */
export function hackerNewsItems(thread: PrintedThread): string {
  const kidsOf = (index: number | null) =>
    [...thread.comments.entries()]
      .filter(([, { answers }]) => answers === index)
      .map(([kid]) => 1001 + kid)
  const text = (pieces: readonly Piece[]) =>
    pieces
      .map(({ kind, words }) =>
        kind === 'quotation' ? `<i>&gt; ${escaped(words)}</i>` : escaped(words),
      )
      .join('<p>')
  return JSON.stringify([
    {
      by: thread.author,
      id: 1000,
      kids: kidsOf(null),
      score: 30,
      text: text(thread.pieces),
      time: seconds(0),
      title: thread.title,
      type: 'story',
    },
    ...thread.comments
      .map(({ speaker, after, answers, pieces }, index) => ({
        by: speaker,
        id: 1001 + index,
        kids: kidsOf(index),
        parent: answers === null ? 1000 : 1001 + answers,
        text: text(pieces),
        time: seconds(after),
        type: 'comment',
      }))
      .reverse(),
  ])
}

/** What Reddit answers about a post: two listings. */
export function redditJson(thread: PrintedThread): string {
  const listing = (children: unknown[]) => ({ kind: 'Listing', data: { children, after: null } })
  return JSON.stringify([
    listing([
      {
        kind: 't3',
        data: {
          id: 'p',
          name: 't3_p',
          title: escaped(thread.title),
          author: thread.author,
          selftext: escaped(markdown(thread.pieces)),
          score: 30,
          created_utc: seconds(0),
          permalink: '/r/trains/comments/p/a_slug/',
          is_self: true,
        },
      },
    ]),
    listing(
      nested<unknown>(thread, ({ speaker, after, votes, answers, pieces }, index, replies) => ({
        kind: 't1',
        data: {
          id: idOf(index),
          name: `t1_${idOf(index)}`,
          parent_id: answers === null ? 't3_p' : `t1_${idOf(answers)}`,
          author: speaker,
          body: escaped(markdown(pieces)),
          score: votes,
          created_utc: seconds(after),
          permalink: `/r/trains/comments/p/a_slug/${idOf(index)}/`,
          replies: replies.length > 0 ? listing(replies) : '',
        },
      })),
    ),
  ])
}

const words = [
  'Snow lies on the line before dawn.',
  'I think the ploughs are too slow for that.',
  'Why would a driver trust the lamps?',
  'However, the radar sees through a drift & costs less than a lamp.',
  'You say that a < b, but the timetable says otherwise.',
  'The bridge was closed in 1987, wasn’t it?',
  'It “never” works 🚂 in practice.',
  'Thanks, that changed my mind about the night trains.',
  'No.',
]
const piece = fc.record({
  kind: fc.constantFrom('speech', 'speech', 'speech', 'quotation'),
  words: fc.constantFrom(...words),
}) as fc.Arbitrary<Piece>

const speakers = ['Ada', 'Bo', 'Cleo', 'Dee']

/** Any thread: a comment answers the one above it, or one that this answers in turn, or the post. */
export const anyThread: fc.Arbitrary<PrintedThread> = fc
  .record({
    title: fc.constantFrom('Night trains', 'On lamps, radar & snow'),
    author: fc.constantFrom(...speakers),
    pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
    comments: fc.array(
      fc.record({
        /** How many levels up from one below the comment above. */
        up: fc.nat(4),
        speaker: fc.constantFrom(...speakers),
        after: fc.integer({ min: 1, max: 5000 }),
        votes: fc.integer({ min: -20, max: 300 }),
        pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ comments, ...thread }) => {
    const trail: number[] = []
    return {
      ...thread,
      comments: comments.map(({ up, ...comment }, index) => {
        trail.length = Math.max(0, trail.length - up)
        const answers = trail.at(-1) ?? null
        trail.push(index)
        return { ...comment, answers }
      }),
    }
  })

/** A page of a ForumMagnum forum, as a browser saves it. */
export function forumMagnumPage(thread: PrintedThread): string {
  const name = (speaker: string) =>
    `<span><a class="UsersNameDisplay-userName CommentUserName-author" href="/users/${speaker}">${speaker}</a></span>`
  const time = (after: number) => `<time datetime="${moment(after)}">2mo</time>`
  const node = (
    { speaker, after, votes, pieces }: PrintedComment,
    index: number,
    answers: string[],
  ): string => `
<div class=""><div class="comments-node comments-node-odd CommentFrame-node" id="${idOf(index)}"><div>
<div class="CommentsItem-root recent-comments-node"><div class="CommentsItem-body"><div class="CommentsItemMeta-root">
<a class="CommentsItemMeta-collapse">[<span>-</span>]</a>${name(speaker)}
<span class="CommentsItemDate-root"><a href="/posts/p/a-slug?commentId=${idOf(index)}">${time(after)}</a></span>
<span class="OverallVoteAxis-vote"><button>v</button><span class="OverallVoteAxis-voteScore">${votes}</span></span>
<span class="AgreementVoteAxis-agreementScore">${votes - 1}</span></div>
<div class="ContentStyles-base content CommentBody-root"><div class="CommentBody-commentStyling">${html(pieces)}</div></div>
<div class="CommentBottom-bottom"><a class="comments-item-reply-link">Reply</a></div></div></div></div>
<div class="CommentsNode-children">${answers.join('')}</div></div></div>`
  return `<!DOCTYPE html><html><head><title>${escaped(thread.title)} — LessWrong</title>
<link rel="canonical" href="https://www.lesswrong.com/posts/p/a-slug"/><style>.a { color: red }</style>
<script>window.state = "<div class='comments-node'>"</script></head>
<body><nav><a href="/">Home</a></nav><div id="postBody"><h1 class="PostsPageTitle-root"><a href="/posts/p">${escaped(thread.title)}</a></h1>
<span class="PostsAuthors-authorName"><a class="UsersNameDisplay-userName" href="/users/a">${thread.author}</a></span>
<span class="PostsPageDate-date">${time(0)}</span><h1 class="PostsVoteDefault-voteScore">30</h1>
<div class="PostsPage-postContent instapaper_body"><div id="postContent">${html(thread.pieces)}</div></div></div>
<div class="CommentsListSection-root" id="comments"><div>${thread.comments.length} comments, sorted by top scoring</div>
${nested(thread, node).join('')}</div><footer>Moderation Log</footer></body></html>`
}

/** A page of GreaterWrong, as a browser saves it. */
export function greaterWrongPage(thread: PrintedThread): string {
  const date = (after: number) =>
    `<a class="date" href="#" data-js-date="${started + after * 60_000}">12 Jan 2024 8:00 UTC</a>`
  const votes = (axis: string, score: number) =>
    `<div class="${axis} voting-controls"><span class="karma-value" title="3 votes">${String(score).replace('-', '−')}<span> points</span></span></div>`
  const item = (comment: PrintedComment, index: number, answers: string[]): string => `
<li id="comment-${idOf(index)}" class="comment-item depth-odd"><div class="comment" data-post-id="p"><div class="comment-meta">
<a class="author" href="/users/a" data-full-name="${comment.speaker} Lovelace">${comment.speaker}</a> ${date(comment.after)}
${votes('karma', comment.votes)}${votes('agreement', comment.votes - 1)}
<a class="permalink" href="/posts/p/a-slug/comment/${idOf(index)}" title="Permalink"></a>
${comment.answers === null ? '' : `<a class="comment-parent-link" href="#comment-${idOf(comment.answers)}">Parent</a>`}
<div class="comment-child-links">Replies: <a href="#comment-x">&gt;Bo</a></div></div>
<div class="body-text comment-body">${html(comment.pieces)}</div></div>
${answers.length === 0 ? '' : `<ul class="comment-thread">${answers.join('')}</ul>`}</li>`
  return `<!DOCTYPE html><html><head><title>${escaped(thread.title)} - LessWrong 2.0 viewer</title>
<link rel="canonical" href="https://www.greaterwrong.com/posts/p/a-slug"></head><body><div id="content">
<main class="post"><h1 class="post-title">${escaped(thread.title)}</h1><div class="post-meta top-post-meta">
<a class="author" href="/users/a">${thread.author}</a><span class="date" data-js-date=${started}>12 Jan 2024</span>
${votes('karma', 30)}</div><div class="body-text post-body">${html(thread.pieces)}</div>
<div class="post-meta bottom-post-meta"><a class="author" href="/users/a">${thread.author}</a></div></main>
<div id="comments" class="comments"><ul class="comment-thread">${nested(thread, item).join('')}</ul></div></div></body></html>`
}
