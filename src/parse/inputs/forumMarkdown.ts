import { linesOf, type TextLine } from './lines'
import { markdownSpans } from './markdown'
import { type Told, type ToldSpan, type ToldTurn, untold } from './told'

/**
 * Reads a page of ForumMagnum's Markdown interface, as the sites give it for `?format=markdown`; null for any
 * other text.
 *
 * ```text
 * ### Comment by [Ada](/users/ada)         furniture: who speaks
 * - 2025-11-20 10:00:00Z                   furniture: when
 * - Karma: 4                               furniture: votes
 * - Parent comment (Markdown): /api/…/k1   furniture: whom it answers
 *
 *     Heat the points.                     comment
 * ```
 */
export function readForumMarkdown(text: string): Told | null {
  if (!commentHead.test(text) || !/\bKarma: -?\d/.test(text)) return null
  const lines = linesOf(text)
  const heads = headsOf(lines)
  if (heads.length === 0) return null
  const site = /https:\/\/[\w.-]+(?=\/(?:posts|api\/post)\/)/.exec(text)?.[0] ?? null
  const turns: ToldTurn[] = []
  const spans: ToldSpan[] = []
  const post = postOf(lines, heads[0]?.line ?? 0, site)
  const put = (turn: Partial<ToldTurn>, first: number, end: number) => {
    turns.push({ ...spanOf(lines, first, end), speaker: null, ...turn })
    spans.push(...markdownSpans(lines, first, end))
  }
  if (post.first < post.end) put(post.turn, post.first, post.end)
  const turnOfId = new Map<string, number>()
  const hasPost = turns.length > 0
  for (const [index, head] of heads.entries()) {
    const end = endOf(lines, head.body, heads[index + 1]?.line ?? lines.length)
    if (head.body >= end) continue
    const parent = head.parent === undefined ? undefined : turnOfId.get(head.parent)
    // The list is sorted by votes or age: a depth tells no parent, but none at all is one.
    const replyTo =
      parent ?? (head.depth === 0 && head.parent === undefined ? (hasPost ? 0 : null) : undefined)
    if (head.id !== undefined) turnOfId.set(head.id, turns.length)
    put(
      { ...head.turn, ...addressOf(head.path, site), ...(replyTo !== undefined && { replyTo }) },
      head.body,
      end,
    )
  }
  return {
    ...untold(text),
    kind: 'ForumMagnum Markdown',
    title: post.title,
    url: post.url,
    authors: post.authors,
    publishedAt: post.turn.postedAt ?? null,
    turns,
    spans,
    missing: missingOf(lines, heads.length),
    marksQuotations: true,
  }
}

const commentHead = /^[^\S\r\n]*#{2,4} (?:Comment|Answer) by \S/m
const navigation = /^#{1,6} (?:Navigation|Top Comments Index)$/i

const spanOf = (lines: readonly TextLine[], first: number, end: number) => ({
  start: lines[first]?.start ?? 0,
  end: lines[end - 1]?.end ?? 0,
})

function endOf(lines: readonly TextLine[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (navigation.test(lines[at]?.words ?? '')) return at
  return to
}

interface Head {
  line: number
  body: number
  turn: Partial<ToldTurn>
  id?: string
  parent?: string
  path?: string
  depth: number
}

/** The heads of the comments, each with the list below it and the reactions below that. */
function headsOf(lines: readonly TextLine[]): Head[] {
  const heads: Head[] = []
  for (let at = 0; at < lines.length; ) {
    const name = /^#{2,4} (?:Comment|Answer) by (.{1,200})$/.exec(lines[at]?.words ?? '')?.[1]
    if (name === undefined) {
      at++
      continue
    }
    const head: Head = { line: at, body: at + 1, turn: { speaker: nameOf(name) }, depth: 0 }
    while (readDetail(lines[head.body]?.words ?? '', head)) head.body++
    skipReactions(lines, head)
    heads.push(head)
    at = head.body
  }
  return heads
}

function nameOf(words: string): string | null {
  const name = (/^\[([^\]]+)\]\(/.exec(words)?.[1] ?? words).replace(/\\(.)/g, '$1').trim()
  return name === '' || /^\[?(?:deleted|anonymous|unknown).{0,10}$/i.test(name) ? null : name
}

const sign = /^[*+-]\s+/

/** Reads a line of the list below a head; false where it is none. */
function readDetail(line: string, head: Head): boolean {
  if (!sign.test(line) || line.length > 1000) return false
  const words = line.replace(sign, '')
  const moment = momentOf(words)
  const [, name = '', value = ''] = /^([A-Z][\w ()]{2,40}):\s*(.*)$/.exec(words) ?? []
  if (moment) head.turn.postedAt = moment
  else if (name === 'Karma') head.turn.votes = Number(value)
  else if (name === 'Reply depth') head.depth = Number(value)
  else if (name.startsWith('Parent comment')) head.parent = lastPart(value)
  else if (name.endsWith('permalink')) {
    head.id = lastPart(value)
    if (name.startsWith('HTML')) head.path = linkOf(value)
  } else return /^(?:Voting system|Approval votes|Total votes|Agreement)\b/.test(name)
  return true
}

/** `2025-11-20 10:00:00Z` in ISO 8601. */
const momentOf = (words: string): string | undefined => {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z$/.exec(words)
  return match ? `${match[1]}T${match[2]}Z` : undefined
}

const linkOf = (words: string): string => /\]\(([^)\s]+)\)/.exec(words)?.[1] ?? words
const lastPart = (words: string): string =>
  linkOf(words)
    .split('/')
    .at(-1)
    ?.replace(/[?#].*$/, '') ?? ''

/** Steps over the reactions to a comment: their names with how often, some below the words they are about. */
function skipReactions(lines: readonly TextLine[], head: Head) {
  if (!/^Reactions (?:\(whole comment\)|by quoted text):$/.test(lines[head.body]?.words ?? ''))
    return
  const reaction =
    /^Reactions .{0,40}:$|^[*+-]\s+(?:".{0,400}"$|[\w%-]{1,60}: \d+(?: \(.{1,400}\))?$)/
  while (reaction.test(lines[head.body]?.words ?? '')) head.body++
}

function addressOf(path: string | undefined, site: string | null): { url?: string } {
  if (!path) return {}
  if (/^https?:\/\//.test(path)) return { url: path }
  return site && path.startsWith('/') ? { url: site + path } : {}
}

/** The post above the comments: its title, the list below that, and its words, if they are there. */
function postOf(lines: readonly TextLine[], to: number, site: string | null) {
  const turn: Partial<ToldTurn> = { replyTo: null, isPost: true }
  const post = { title: null as string | null, url: null as string | null, authors: [] as string[] }
  let first = 0
  for (; first < to; first++) {
    const line = lines[first]?.words ?? ''
    const words = line.replace(sign, '').slice(0, 1000)
    const title = /^# (?:Comments: )?(.{1,300})$/.exec(line)?.[1]
    if (title && post.title === null) post.title = title.replace(/\\(.)/g, '$1')
    else if (momentOf(words)) turn.postedAt = momentOf(words) as string
    else if (/^By \[/.test(words))
      post.authors = [...words.matchAll(/\[([^\]]+)\]\(/g)].map((one) => one[1] ?? '')
    else if (/^-?\d+ points$/.test(words)) turn.votes = Number.parseInt(words, 10)
    else if (/^Post URL \(HTML\):/.test(words))
      post.url = addressOf(linkOf(words.replace(/^.*?: */, '')), site).url ?? null
    else if (!isPostDetail(words)) break
  }
  if (post.authors.length > 0) turn.speaker = post.authors.join(', ')
  const isEnd = ({ words }: TextLine) => navigation.test(words) || /^# Comments: /.test(words)
  const below = lines.slice(first, to).findIndex(isEnd)
  return { ...post, turn, first, end: below === -1 ? to : first + below }
}

const isPostDetail = (words: string): boolean =>
  /^(?:(?:Post|Comments) URL|Linkpost|Tag|Comments|Sequence|Previous in|Next in|Mode|Location|Starts|Ends)\b.{0,40}:|^(?:Frontpage|Curated|Personal Blog|Mode: compact)$|^Showing \d+ of \d+ comments\b|^To load more comments\b|^For reaction user names\b/.test(
    words,
  )

function missingOf(lines: readonly TextLine[], found: number): string[] {
  const counts = lines
    .map(({ words }) => /^Showing \d+ of (\d+) comments\b/.exec(words)?.[1])
    .find((count) => count !== undefined)
  const missing = Number(counts ?? found) - found
  if (missing <= 0) return []
  return [`${missing === 1 ? '1 comment was' : `${missing} comments were`} not loaded.`]
}
