import { type CommentHead, findHeads, replyButton } from './forumHeads'
import { dayOf, linesOf, type TextLine } from './lines'
import { markdownSpans } from './markdown'
import { type Told, type ToldSpan, type ToldTurn, untold } from './told'

/**
 * Reads a page of LessWrong, the Alignment Forum, the EA Forum or GreaterWrong that was copied with its furniture;
 * null for any other text.
 *
 * The head of each comment says who speaks; what else the site prints stands between the contributions.
 *
 * ```text
 * [-]Ada Lovelace2mo*Ω614        head: name, age, Alignment Forum score 6, karma 14
 * 16                             head: agreement
 * Frozen points stop a line.     comment
 * Reply                          furniture
 * ```
 */
export function readForumPage(text: string): Told | null {
  if (!mayBePage.test(text)) return null
  const lines = linesOf(text)
  const heads = findHeads(lines)
  if (heads.length === 0) return null
  const site = siteOf(lines)
  const foot = footOf(lines, heads)
  const post = postOf(lines, heads[0]?.line ?? 0)
  const turns: ToldTurn[] = []
  const spans: ToldSpan[] = []
  const turnOfHead = new Map<CommentHead, number>()
  const put = (part: Part, more: Partial<ToldTurn> = {}) => {
    turns.push({ ...turnOf(lines, part), ...more })
    spans.push(...markdownSpans(lines, part.first, part.end))
  }
  if (post) {
    spans.push(...post.spans)
    put(post, post.turn)
  } else for (const part of partsOf(lines, 0, heads[0]?.line ?? 0)) put(part)
  for (const [index, head] of heads.entries()) {
    const end = heads[index + 1]?.line ?? foot
    const [first, ...others] = partsOf(lines, head.body, end)
    if (!first) continue
    turnOfHead.set(head, turns.length)
    put(first, saidBy(head, site))
    for (const other of others) put(other)
  }
  tellParents(turns, turnOfHead, post !== null)
  // One sign of a quotation may be an accident, and says nothing of how the others quote.
  const quotations = spans.filter(({ role }) => role === 'quotation').length
  const deleted = lines.filter(({ words }) => isDeleted(words)).length
  return {
    ...untold(text),
    kind: 'forum page',
    title: post?.title ?? null,
    url: addressOf(site, post?.path),
    authors: post?.authors ?? [],
    publishedAt: post?.publishedAt ?? null,
    turns,
    spans,
    ...(quotations > 1 && { marksQuotations: true }),
    missing:
      deleted === 0
        ? []
        : [`${deleted === 1 ? 'A comment was' : `${deleted} comments were`} deleted on the page.`],
    ...commentCountOf(lines),
  }
}

/** What every such page holds somewhere: a fold of a comment, a time as GreaterWrong gives it, or buttons to reply. */
const mayBePage =
  /^[^\S\r\n]*(?:[*+-] )?\[[-+–−]?\]?|\d{1,2}:\d{2} UTC\b|^reply ?\d*$|^.?.?comment by /im

const isDeleted = (line: string): boolean => /^\[(?:comment )?(?:deleted|removed)\]$/i.test(line)

/** Lines, as a half-open range. */
interface Part {
  first: number
  end: number
}

const turnOf = (lines: readonly TextLine[], { first, end }: Part): ToldTurn => ({
  start: lines[first]?.start ?? 0,
  end: lines[end - 1]?.end ?? 0,
  speaker: null,
})

const urlOf = (url: string | null): { url?: string } => (url ? { url } : {})

const saidBy = (head: CommentHead, site: string | null): Partial<ToldTurn> => ({
  speaker: head.speaker,
  ...(head.postedAt && { postedAt: head.postedAt }),
  ...(head.votes !== undefined && { votes: head.votes }),
  ...(head.agreement !== undefined && { agreement: head.agreement }),
  ...urlOf(addressOf(site, head.path)),
})

/**
 * The contributions between two heads: one, unless words go on below a button to reply.
 *
 * Then somebody speaks whose head was not copied.
 */
function partsOf(lines: readonly TextLine[], from: number, to: number): Part[] {
  const parts: Part[] = []
  let first = from
  for (let at = from; at <= to; at++) {
    const words = lines[at]?.words ?? ''
    if (at < to && !replyButton.test(words)) continue
    let end = at
    while (first < end && isBelowComment(lines[first]?.words ?? '') && parts.length > 0) first++
    while (end > first && isButton(lines[end - 1]?.words ?? '')) end--
    if (first < end) parts.push({ first, end })
    first = at + 1
  }
  return parts
}

/** What the site prints below a comment: a count of reactions, a link without words. */
const isBelowComment = (line: string): boolean =>
  /^-?\d{1,5}$/.test(line) || /^(?:\[\]\([^()\s]*\))+$/.test(line) || isButton(line)

const isButton = (line: string): boolean =>
  /^\[?(?:share|save|report|permalink|parent|show more|load more.{0,20}|\d+ more repl.{0,20}|back to top)\]?(?:\([^()\s]*\))?$/i.test(
    line,
  )

/** Where the site lists other pages, below the last comment. */
function footOf(lines: readonly TextLine[], heads: readonly CommentHead[]): number {
  const last = heads.at(-1)?.body ?? 0
  const foot = lines.findIndex(({ words }, index) => index >= last && isFoot(words))
  return foot === -1 ? lines.length : foot
}

const isFoot = (line: string): boolean =>
  /^\[?moderation log\]?(?:\([^()\s]*\))?$|^more from \S.{0,80}$|^curated and popular this week$/i.test(
    line,
  )

/** The address of the forum, where the page names itself. */
function siteOf(lines: readonly TextLine[]): string | null {
  for (const { words } of lines.slice(0, 20)) {
    if (/^\[?ai alignment forum\]?(?:\(\/\))?$/i.test(words))
      return 'https://www.alignmentforum.org'
    if (/^\[?lesswrong\]?(?:\(\/\))?$/i.test(words)) return 'https://www.lesswrong.com'
    if (/^\[?(?:ea|effective altruism) forum\]?(?:\(\/\))?$/i.test(words))
      return 'https://forum.effectivealtruism.org'
  }
  return null
}

function addressOf(site: string | null, path: string | undefined): string | null {
  if (!path) return null
  if (/^https?:\/\//.test(path)) return path
  return site && path.startsWith('/') ? site + path : null
}

function commentCountOf(lines: readonly TextLine[]): { commentCount?: number } {
  for (const { words } of lines) {
    const match = /^(\d{1,5}) comments?, sorted by/i.exec(words)
    if (match) return { commentCount: Number(match[1]) }
  }
  return {}
}

interface Post extends Part {
  turn: Partial<ToldTurn>
  spans: ToldSpan[]
  title: string | null
  path: string | undefined
  authors: string[]
  publishedAt: string | null
}

/** The post that the page opens with, between its title block and what the site prints below; null without one. */
function postOf(lines: readonly TextLine[], firstHead: number): Post | null {
  const below = lines.findIndex(
    ({ words }, index) => index < firstHead && opensComments.test(words),
  )
  const region = { first: 0, end: below === -1 ? firstHead : below }
  const first = endOfTitleBlock(lines, region.end)
  const end = startOfTail(lines, first, region.end)
  // What ends with a button to reply is a comment, not a post.
  if (below === -1 && first === 0) return null
  if (first >= end) return null
  const block = lines.slice(0, first).map(({ words }) => words)
  const title = titleOf(block)
  const authors = authorsOf(block)
  const publishedAt = block.map(dayOf).find((day) => day !== undefined) ?? null
  // The score on the Alignment Forum stands over the words as their own heading.
  const score = lines[first - 1]
  const scored = score && alignmentScore.test(score.words) ? score : undefined
  const votes = votesOf(block)
  return {
    first,
    end,
    turn: {
      ...(scored && { start: scored.start }),
      speaker: authors.length > 0 ? authors.join(', ') : null,
      replyTo: null,
      isPost: true,
      ...(publishedAt && { postedAt: publishedAt }),
      ...(votes !== undefined && { votes }),
    },
    spans: scored ? [{ start: scored.start, end: scored.end, role: 'furniture' }] : [],
    title: title?.words ?? null,
    path: title?.path,
    authors,
    publishedAt,
  }
}

const opensComments =
  /^(?:new comment|write a (?:new )?comment|\d{1,5} comments?, sorted by.*|\d{1,5} comments?|comments ?\(?\d+\)?)$/i
const alignmentScore = /^(?:#{1,6} )?Ω ?-?\d+$/

/** Signs of the block over a post: its title block and the site's own head. */
const headSigns: readonly RegExp[] = [
  /^this website requires javascript/i,
  /^(?:#{1,6} )?\[?(?:lesswrong|lw|ai alignment forum|af|ea forum|effective altruism forum)\]?(?:\([^()\s]*\))?$/i,
  /^(?:login|log in|sign up|subscribe|review|frontpage|curated|personal blog|link ?post|hide table of contents|archive|sequences|about|search)$/i,
  /^archive sequences about search log in/i,
  /^by \[?[^.!?]{1,120}$/i,
  /^\d+ min(?:ute)?s? read$/i,
  /^(?:#{1,6} )?(?:Ω ?)?-?\d{1,5}(?: points?| comments?)?$/i,
  /^•$/,
  /^crossposted from\b/i,
  /^\[?\d{4} top fifty\b/i,
  /^(?:LW|AF|EA)(?: link)?$|^(?:karma|LW|AF|EA): ?-?\d+/,
  /^(?:\[[^\]]*\]\((?:\/|https?:\/\/[^()\s]*(?:lesswrong|alignmentforum|effectivealtruism|greaterwrong))[^()\s]*\)[,\s]*)+$/i,
  /^#{1,6} \[[^\]]+\]\(\/posts\/[^()\s]*\)$/,
]

/** Signs of what the site prints between a post and its comments. */
const tailSigns: readonly RegExp[] = [
  /^(?:mentioned in|new to lesswrong\?|getting started|faq|library|submit|new answer|new comment)$/i,
  /^\[?previous:|^\[?next:|^previousnext$/i,
  /^(?:#{1,6} )?(?:Ω ?)?-?\d{1,5}(?: points?)?$/i,
  /(?:frontpage|curated|personal blog)(?:\]\([^()\s]*\))?$/i,
  /^(?:\[[^\]]*\]\(\/(?:w|tag|topics|s|posts)\/[^()\s]*\)[,\s]*)+$/i,
  /^load more \(\d+\/\d+\)$/i,
]

const isSign = (signs: readonly RegExp[], line: string): boolean =>
  line.length < 600 && (dayOf(line) !== undefined || signs.some((sign) => sign.test(line)))

/** Whether a line is a sentence or more, which no site prints above or below a post. */
function isProse(line: string): boolean {
  const words = line.slice(0, 600).split(/\s+/).length
  return (
    words >= 20 ||
    (words >= 8 && /[.:!,;]["”’')\]]*$/.test(line)) ||
    (words >= 14 && line.endsWith('?'))
  )
}

/** The first line below the last sign of a title block, before anybody speaks. */
function endOfTitleBlock(lines: readonly TextLine[], to: number): number {
  let end = 0
  for (let at = 0; at < to; at++) {
    const words = lines[at]?.words ?? ''
    if (isSign(headSigns, words)) end = at + 1
    else if (isProse(words)) break
  }
  return end
}

/** The first line of what the site prints between a post and its comments. */
function startOfTail(lines: readonly TextLine[], from: number, to: number): number {
  let start = to
  for (let at = to - 1; at >= from; at--) {
    const words = lines[at]?.words ?? ''
    if (isSign(tailSigns, words)) start = at
    else if (isProse(words)) break
  }
  return start
}

function titleOf(block: readonly string[]): { words: string; path?: string } | null {
  for (const line of block) {
    const match = /^#{1,6} \[([^\]]+)\]\((\/posts\/[^)\s]*)\)$/.exec(line)
    if (match) return { words: unescaped(match[1] ?? ''), path: match[2] ?? '' }
  }
  const by = block.findIndex((line) => /^by /i.test(line))
  const above = block.slice(0, by).findLast((line) => !isSign(headSigns, line))
  return above ? { words: unescaped(above.replace(/^#{1,6} /, '')) } : null
}

function authorsOf(block: readonly string[]): string[] {
  const line = block.find((words) => /^by \S/i.test(words))?.slice(3) ?? ''
  return line
    .split(/, | and (?=\[)/)
    .map((name) => unescaped(/^\[([^\]]+)\]\([^()\s]*\)$/.exec(name)?.[1] ?? name).trim())
    .filter((name) => name !== '')
}

function votesOf(block: readonly string[]): number | undefined {
  for (const line of block.toReversed()) {
    const match = /^(?:# )?(-?\d{1,5})(?: points?)?$/.exec(line)
    if (match) return Number(match[1])
  }
  return undefined
}

const unescaped = (words: string): string => words.replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1')

/** Tells whom a comment answers, where the page shows it: by a link to the parent, or by how far in it stands. */
function tellParents(
  turns: ToldTurn[],
  turnOfHead: ReadonlyMap<CommentHead, number>,
  hasPost: boolean,
) {
  const turnOfId = new Map<string, number>()
  const above: { indent: number; turn: number }[] = []
  const indents = new Set([...turnOfHead.keys()].map(({ indent }) => indent))
  for (const [head, at] of turnOfHead) {
    const turn = turns[at]
    if (!turn) continue
    while ((above.at(-1)?.indent ?? -1) >= head.indent) above.pop()
    const linked = head.parent ? turnOfId.get(head.parent) : undefined
    if (linked !== undefined) turn.replyTo = linked
    else if (indents.size > 1) turn.replyTo = above.at(-1)?.turn ?? (hasPost ? 0 : null)
    above.push({ indent: head.indent, turn: at })
    if (head.id) turnOfId.set(head.id, at)
  }
}
