import type { InputKind, Told, ToldSpan, ToldTurn } from './told'

/** A paragraph, a heading or a list item, in plain words. */
export interface Paragraph {
  /** The words; a line break inside stands for one that the author made. */
  text: string
  role: 'speech' | 'quotation' | 'heading'
  /** What stands in front of a list item, indent included: `- ` or `  2. `. */
  sign: string
}

/** A post or a comment, as a site keeps it. */
export interface Contribution {
  id: string
  /** The id of the comment it answers; null where it answers the post. */
  parent: string | null
  speaker: string | null
  postedAt?: string | undefined
  votes?: number | undefined
  agreement?: number | undefined
  url?: string | undefined
  paragraphs: Paragraph[]
  /** Set where the site says that the words were taken away. */
  isGone?: boolean
}

/** A whole thread, as a site keeps it. Comments come in any order; those that answer the same one stay in theirs. */
export interface ForumThread {
  kind: InputKind
  title: string | null
  url: string | null
  authors: string[]
  publishedAt: string | null
  post: Contribution | null
  comments: Contribution[]
  missing: string[]
  /** Whether quotations have a sign of their own there, which people use. */
  marksQuotations: boolean
  /** How many comments the site says it has. */
  commentCount?: number | undefined
}

/**
 * Prints a thread as a plain text, each comment after the one it answers, and says where each turn stands.
 *
 * Names, dates and votes go to the turns. A comment without words makes none; what answers it answers nobody.
 * Linear, however deep the thread.
 */
export function printThread(thread: ForumThread): Told {
  const printer = new Printer()
  const { post, title, comments } = thread
  const hasPost = post !== null && post.paragraphs.length > 0
  const postStart = printer.next
  if (title) printer.print({ text: title, role: 'heading', sign: '' })
  if (hasPost) printer.turn(post, null, postStart)

  const { order, parents } = inTreeOrder(comments)
  const turnOf = new Map<Contribution, number>()
  let gone = 0
  let orphans = 0
  for (const comment of order) {
    const parent = parents.get(comment)
    if (comment.isGone) gone++
    if (comment.isGone || comment.paragraphs.length === 0) continue
    const replyTo = parent ? turnOf.get(parent) : hasPost ? 0 : null
    const isOrphan = comment.parent !== null && (!parent || replyTo === undefined)
    if (isOrphan) orphans++
    turnOf.set(comment, printer.turn(comment, isOrphan ? null : (replyTo ?? null)))
  }

  const missing = [...thread.missing]
  if (gone > 0) missing.push(`${counted(gone, 'comment is', 'comments are')} deleted.`)
  if (orphans > 0)
    missing.push(
      `${counted(orphans, 'comment answers', 'comments answer')} words that are not here.`,
    )
  const { kind, url, authors, publishedAt, marksQuotations, commentCount } = thread
  return {
    kind,
    title: title && wholeCharacters(title),
    url: url && wholeCharacters(url),
    authors: authors.map(wholeCharacters),
    publishedAt,
    ...printer.printed(),
    missing,
    marksQuotations,
    ...(commentCount !== undefined && { commentCount }),
  }
}

/** A number with its noun: "1 comment", "2 comments". */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** A text in which each half of a character is replaced: half a character cannot be saved. Keeps the length. */
export const wholeCharacters = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')

/** A moment in ISO 8601, from such a one or from seconds since 1970; undefined where it is none. */
export function asMoment(when: string | number | null | undefined): string | undefined {
  if (when == null) return undefined
  // A moment without a zone is taken for UTC: the same input gives the same map wherever it is read.
  const zoned = /^\d{4}-\d\d-\d\d[T ][\d:.]+$/.test(String(when)) ? `${when}Z` : when
  const isMoment = /^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d))?$/
  if (typeof zoned === 'string' && !isMoment.test(zoned)) return undefined
  const date = new Date(typeof zoned === 'number' ? zoned * 1000 : zoned)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** The first comment of each id, parents before children, and the parent of each that has one here. */
function inTreeOrder(comments: readonly Contribution[]) {
  const byId = new Map<string, Contribution>()
  for (const comment of comments) if (!byId.has(comment.id)) byId.set(comment.id, comment)
  const parents = new Map<Contribution, Contribution>()
  const children = new Map<Contribution, Contribution[]>()
  const roots: Contribution[] = []
  for (const comment of byId.values()) {
    const parent = comment.parent === null ? undefined : byId.get(comment.parent)
    if (!parent || parent === comment) roots.push(comment)
    else {
      parents.set(comment, parent)
      const siblings = children.get(parent)
      if (siblings) siblings.push(comment)
      else children.set(parent, [comment])
    }
  }
  const order = new Set<Contribution>()
  // A circle of comments that answer each other hangs on no root: it is entered wherever it is met first.
  for (const root of [...roots, ...byId.values()]) {
    const open = order.has(root) ? [] : [root]
    for (let comment = open.pop(); comment; comment = open.pop()) {
      if (order.has(comment)) continue
      order.add(comment)
      for (const child of children.get(comment)?.toReversed() ?? []) open.push(child)
    }
  }
  return { order, parents }
}

/** Puts paragraphs under each other, and keeps where they stand. */
class Printer {
  readonly #pieces: string[] = []
  readonly #turns: ToldTurn[] = []
  readonly #spans: ToldSpan[] = []
  #length = 0
  #afterItem = false

  /** Where the next paragraph will start, unless it is an item of a list under way. */
  get next(): number {
    return this.#length === 0 ? 0 : this.#length + 2
  }

  /** Prints a paragraph, and tells where it starts. */
  print({ text, role, sign }: Paragraph): number {
    const isItem = sign !== ''
    const gap = this.#length === 0 ? '' : isItem && this.#afterItem ? '\n' : '\n\n'
    const start = this.#length + gap.length
    this.#pieces.push(gap, sign, wholeCharacters(text))
    this.#length = start + sign.length + text.length
    this.#afterItem = isItem
    if (role !== 'speech') this.#spans.push({ start, end: this.#length, role })
    return start
  }

  /** Prints a contribution, and tells the index of its turn. The post's begins with its title. */
  turn(said: Contribution, replyTo: number | null, postStart?: number): number {
    this.#afterItem = false
    const start = postStart ?? this.next
    for (const paragraph of said.paragraphs) this.print(paragraph)
    this.#turns.push({
      start,
      end: this.#length,
      replyTo,
      speaker: said.speaker && wholeCharacters(said.speaker),
      ...(postStart !== undefined && { isPost: true }),
      ...(said.postedAt !== undefined && { postedAt: said.postedAt }),
      ...(said.votes !== undefined && { votes: said.votes }),
      ...(said.agreement !== undefined && { agreement: said.agreement }),
      ...(said.url !== undefined && { url: wholeCharacters(said.url) }),
    })
    return this.#turns.length - 1
  }

  printed() {
    return { text: this.#pieces.join(''), turns: this.#turns, spans: this.#spans }
  }
}
