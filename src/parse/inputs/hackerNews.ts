import { z } from 'zod'
import { record } from '../../model/schema'
import { proseOf } from './prose'
import { asMoment, type Contribution, type ForumThread, type Paragraph } from './thread'

/** An item of Algolia's interface: a story or a comment, with the answers to it inside. */
const AlgoliaItem = record({
  id: z.union([z.number(), z.string()]),
  type: z.string().nullish(),
  author: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  text: z.string().nullish(),
  points: z.number().nullish(),
  created_at: z.string().nullish(),
  created_at_i: z.number().nullish(),
  parent_id: z.union([z.number(), z.string()]).nullish(),
  children: z.array(z.unknown()),
})

/** An item of the official interface, which is given one by one. */
const FirebaseItem = record({
  id: z.number(),
  type: z.enum(['story', 'comment', 'job', 'poll', 'pollopt']),
  by: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  text: z.string().nullish(),
  score: z.number().nullish(),
  time: z.number().nullish(),
  parent: z.number().nullish(),
  kids: z.array(z.number()).nullish(),
  dead: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
})
type FirebaseItem = z.infer<typeof FirebaseItem>

/** Reads a thread of Hacker News, as Algolia nests it or as the official interface lists it; null for anything else. */
export function readHackerNews(value: unknown): ForumThread | null {
  if (Array.isArray(value)) return readList(value)
  const root = AlgoliaItem.safeParse(value)
  const isItem = root.success && (root.data.created_at_i ?? root.data.created_at ?? root.data.type)
  return isItem ? readTree(value) : null
}

function readTree(value: unknown): ForumThread | null {
  const said: Contribution[] = []
  let post: Contribution | null = null
  let title: string | null = null
  let link: string | null = null
  const open: { value: unknown; parent: string | null }[] = [{ value, parent: null }]
  let broken = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const item = AlgoliaItem.safeParse(next.value)
    if (!item.success) {
      broken++
      continue
    }
    const { data } = item
    const id = String(data.id)
    const one: Contribution = {
      id,
      parent: next.parent,
      speaker: data.author ?? null,
      postedAt: asMoment(data.created_at ?? data.created_at_i),
      votes: data.points ?? undefined,
      url: addressOf(id),
      paragraphs: paragraphsOf(data.text),
      isGone: !data.author && !data.text,
    }
    const isStory = next.value === value && data.type !== 'comment' && data.title != null
    if (isStory) {
      post = { ...one, isGone: false }
      title = data.title ?? null
      link = data.url ?? null
    } else said.push(one)
    const parent = isStory ? null : id
    for (const child of data.children.toReversed()) open.push({ value: child, parent })
  }
  return threadOf(title, link, post, said, broken)
}

function readList(values: unknown[]): ForumThread | null {
  const items: FirebaseItem[] = []
  for (const value of values) {
    const item = FirebaseItem.safeParse(value)
    if (item.success) items.push(item.data)
  }
  // A deleted item may have lost nearly all its fields, but one that is not an item makes this another file.
  if (items.length === 0 || items.length < values.length / 2) return null
  const story = items.find((item) => item.type !== 'comment' && item.type !== 'pollopt')
  const place = new Map(items.flatMap(({ kids }) => (kids ?? []).map((id, index) => [id, index])))
  const comments = items
    .filter((item) => item !== story && item.type !== 'pollopt')
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const asSaid = (item: FirebaseItem): Contribution => ({
    id: String(item.id),
    parent: item.parent == null || item.parent === story?.id ? null : String(item.parent),
    speaker: item.by ?? null,
    postedAt: asMoment(item.time),
    votes: item.score ?? undefined,
    url: addressOf(String(item.id)),
    paragraphs: paragraphsOf(item.text),
    isGone: item.deleted === true || (!item.by && !item.text),
  })
  const post = story ? { ...asSaid(story), isGone: false } : null
  const broken = values.length - items.length
  return threadOf(story?.title ?? null, story?.url ?? null, post, comments.map(asSaid), broken)
}

function threadOf(
  title: string | null,
  link: string | null,
  post: Contribution | null,
  comments: Contribution[],
  broken: number,
): ForumThread {
  const missing = broken > 0 ? [`${broken} of the answers could not be read.`] : []
  if (link) missing.push(`The story is a link to ${link}; what stands there is not in this text.`)
  return {
    kind: 'Hacker News',
    title,
    url: post?.url ?? null,
    authors: post?.speaker ? [post.speaker] : [],
    publishedAt: post?.postedAt ?? null,
    post,
    comments,
    missing,
    marksQuotations: false,
  }
}

const addressOf = (id: string): string =>
  `https://news.ycombinator.com/item?id=${encodeURIComponent(id)}`

/** The paragraphs of an item; one that opens with `>` is quoted. */
function paragraphsOf(html: string | null | undefined): Paragraph[] {
  if (!html) return []
  return proseOf(html).map((paragraph) => {
    const words = paragraph.text.replace(/^(?:>\s*)+/, '')
    const isQuoted = words.length < paragraph.text.length && words !== ''
    return isQuoted ? { ...paragraph, text: words, role: 'quotation' } : paragraph
  })
}
