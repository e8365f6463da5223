import { z } from 'zod'
import { record } from '../../model/schema'
import { markdownProse } from './markdownProse'
import { proseOf } from './prose'
import { asMoment, type Contribution, counted, type ForumThread, type Paragraph } from './thread'

const Contents = record({
  html: z.string().nullish(),
  markdown: z.string().nullish(),
  agentMarkdown: z.string().nullish(),
  plaintextMainText: z.string().nullish(),
  plaintextDescription: z.string().nullish(),
})

/** A post or a comment, as GraphQL gives it; which of the two, its other fields tell. */
const Document = record({
  _id: z.string().min(1),
  title: z.string().nullish(),
  pageUrl: z.string().nullish(),
  postedAt: z.string().nullish(),
  baseScore: z.number().nullish(),
  extendedScore: record({ agreement: z.number().nullish() }).nullish().catch(null),
  author: z.string().nullish().catch(null),
  user: record({
    displayName: z.string().nullish(),
    username: z.string().nullish(),
    slug: z.string().nullish(),
  }).nullish(),
  coauthors: z
    .array(record({ displayName: z.string() }))
    .nullish()
    .catch(null),
  contents: Contents.nullish(),
  htmlBody: z.string().nullish(),
  deleted: z.boolean().nullish(),
  parentCommentId: z.string().nullish(),
})
type Document = z.infer<typeof Document>

/**
 * Reads what a ForumMagnum forum (LessWrong, the Alignment Forum, the EA Forum) answers to GraphQL.
 *
 * Posts and comments are taken wherever they lie, so that one answer, several in one file and the shapes of older
 * clients are all read. Null for anything else.
 */
export function readForumMagnum(value: unknown): ForumThread | null {
  const posts: Document[] = []
  const comments: Document[] = []
  const open: unknown[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next) && isDocument(next)) {
      const document = Document.safeParse(next)
      if (document.success) {
        if (isComment(next)) comments.push(document.data)
        else posts.push(document.data)
      }
    }
    for (const inside of Object.values(next).reverse())
      if (typeof inside === 'object' && inside !== null) open.push(inside)
  }
  if (posts.length === 0 && comments.length === 0) return null
  return threadOf(posts, comments)
}

const isDocument = (value: object): boolean =>
  Object.hasOwn(value, '_id') &&
  (Object.hasOwn(value, 'contents') ||
    Object.hasOwn(value, 'htmlBody') ||
    Object.hasOwn(value, 'deleted'))

const isComment = (value: object): boolean =>
  ['parentCommentId', 'topLevelCommentId', 'postId'].some((field) => Object.hasOwn(value, field)) ||
  !Object.hasOwn(value, 'title')

function threadOf(posts: readonly Document[], answers: readonly Document[]): ForumThread {
  let cut = 0
  const asSaid = (document: Document): Contribution => {
    const { paragraphs, isCut } = bodyOf(document)
    if (isCut) cut++
    return {
      id: document._id,
      parent: document.parentCommentId ?? null,
      speaker: nameOf(document),
      postedAt: asMoment(document.postedAt),
      votes: document.baseScore ?? undefined,
      agreement: document.extendedScore?.agreement ?? undefined,
      url: document.pageUrl ?? undefined,
      paragraphs,
      isGone: document.deleted === true || (!document.contents && !document.htmlBody),
    }
  }
  const [first] = posts
  const post = first ? asSaid(first) : null
  const comments = answers.map(asSaid)
  const missing: string[] = []
  if (posts.length > 1)
    missing.push(`${counted(posts.length - 1, 'other post is', 'other posts are')} left out.`)
  if (post?.isGone) missing.push('The words of the post are not here.')
  if (cut > 0)
    missing.push(
      `${counted(cut, 'comment is', 'comments are')} probably cut short at 2,000 characters.`,
    )
  const authors = [post?.speaker, ...(first?.coauthors ?? []).map((one) => one.displayName)]
  return {
    kind: 'ForumMagnum JSON',
    title: first?.title?.trim() || null,
    url: post?.url ?? null,
    authors: authors.filter((name) => typeof name === 'string'),
    publishedAt: post?.postedAt ?? null,
    post,
    comments,
    missing,
    marksQuotations: true,
  }
}

/** The words: HTML has the most structure, plain text the least. */
function bodyOf({ contents, htmlBody }: Document): { paragraphs: Paragraph[]; isCut: boolean } {
  const html = contents?.html ?? htmlBody
  if (html) return { paragraphs: proseOf(html), isCut: false }
  const markdown = contents?.markdown ?? contents?.agentMarkdown
  if (markdown) return { paragraphs: markdownProse(markdown), isCut: false }
  const plain = contents?.plaintextMainText ?? contents?.plaintextDescription ?? ''
  const isCut = !contents?.plaintextMainText && plain.length === 2000
  return { paragraphs: markdownProse(plain), isCut }
}

function nameOf({ user, author }: Document): string | null {
  return user?.displayName || user?.username || user?.slug || author || null
}
