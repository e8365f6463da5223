import { z } from 'zod'
import { record } from '../../model/schema'
import { markdownProse } from './markdownProse'
import { asMoment, type Contribution, counted, type ForumThread } from './thread'

const Listing = record({
  kind: z.literal('Listing'),
  data: record({ children: z.array(z.unknown()) }),
})

/** A post (`t3`) or a comment (`t1`). */
const Said = record({
  kind: z.enum(['t1', 't3']),
  data: record({
    id: z.string(),
    name: z.string().nullish(),
    parent_id: z.string().nullish(),
    author: z.string().nullish(),
    title: z.string().nullish(),
    selftext: z.string().nullish(),
    body: z.string().nullish(),
    url: z.string().nullish(),
    is_self: z.boolean().nullish(),
    score: z.number().nullish(),
    created_utc: z.number().nullish(),
    permalink: z.string().nullish(),
    replies: z.unknown().optional(),
  }),
})
type Said = z.infer<typeof Said>['data']

/** Comments that the page had not loaded. */
const More = record({ kind: z.literal('more'), data: record({ count: z.number().min(0) }) })

/** Reads a thread of Reddit, as its `.json` address gives it: two listings, the post's and the comments'. */
export function readReddit(value: unknown): ForumThread | null {
  const listings = (Array.isArray(value) ? value : [value]).slice(0, 1000)
  if (listings.length === 0 || !listings.every((one) => Listing.safeParse(one).success)) return null
  const thread = { post: null as Said | null, comments: [] as Contribution[] }
  let unloaded = 0
  let elsewhere = 0
  let broken = 0
  const open: unknown[] = listings.toReversed()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const listing = Listing.safeParse(next)
    if (listing.success) {
      for (const child of listing.data.data.children.toReversed()) open.push(child)
      continue
    }
    const more = More.safeParse(next)
    if (more.success) {
      unloaded += more.data.data.count
      if (more.data.data.count === 0) elsewhere++
      continue
    }
    const said = Said.safeParse(next)
    if (!said.success) {
      broken++
      continue
    }
    const { kind, data } = said.data
    if (kind === 't3') thread.post ??= data
    else thread.comments.push(contributionOf(data, data.body))
    if (data.replies) open.push(data.replies)
  }
  if (!thread.post && thread.comments.length === 0) return null
  const missing: string[] = []
  if (unloaded > 0) missing.push(`${counted(unloaded, 'comment was', 'comments were')} not loaded.`)
  if (elsewhere > 0)
    missing.push(`${counted(elsewhere, 'exchange goes', 'exchanges go')} on, on a page of its own.`)
  if (broken > 0) missing.push(`${counted(broken, 'entry', 'entries')} could not be read.`)
  return threadOf(thread.post, thread.comments, missing)
}

function threadOf(said: Said | null, comments: Contribution[], missing: string[]): ForumThread {
  const post = said && contributionOf(said, said.selftext)
  if (post?.isGone) missing.push('The words of the post are deleted.')
  return {
    kind: 'Reddit',
    title: said?.title ? decoded(said.title).trim() : null,
    url: post?.url ?? null,
    authors: post?.speaker ? [post.speaker] : [],
    publishedAt: post?.postedAt ?? null,
    post,
    comments,
    missing,
    marksQuotations: true,
  }
}

function contributionOf(said: Said, markdown: string | null | undefined): Contribution {
  const isGone = markdown == null || /^\s*\[(?:deleted|removed)[^\]]*\]\s*$/.test(markdown)
  const parent = said.parent_id?.startsWith('t1_') ? said.parent_id.slice(3) : null
  const speaker = said.author && said.author !== '[deleted]' ? said.author : null
  return {
    id: said.id,
    parent,
    speaker,
    postedAt: asMoment(said.created_utc),
    votes: said.score ?? undefined,
    url: said.permalink ? `https://www.reddit.com${said.permalink}` : undefined,
    paragraphs: isGone ? [] : markdownProse(decoded(markdown)),
    isGone,
  }
}

const entities: Record<string, string> = {
  '&gt;': '>',
  '&lt;': '<',
  '&nbsp;': ' ',
  '&quot;': '"',
  '&#39;': "'",
  '&#x200B;': '',
  '&amp;': '&',
}

/** Reddit escapes its Markdown, unless it was asked not to. */
const decoded = (text: string): string =>
  text.replace(/&(?:gt|lt|nbsp|quot|#39|#x200B|amp);/gi, (entity) => entities[entity] ?? entity)
