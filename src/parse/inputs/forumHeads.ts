import { dayOf, type TextLine } from './lines'

/** What a forum prints over a comment. */
export interface CommentHead {
  /** Its first line, and the first line of the comment. */
  line: number
  body: number
  indent: number
  speaker: string | null
  /** As the page says it: an age such as "2mo", or a day in ISO 8601. */
  postedAt?: string
  votes?: number
  agreement?: number
  /** The address of the comment, and its id. */
  path?: string
  id?: string
  /** The id of the comment it answers, where the head links to it. */
  parent?: string
}

/** The button below a comment, with a count of reactions. */
export const replyButton = /^\[?reply\]?(?:\([^()\s]*\))? ?\d*$/i

// No forum says 60 minutes or 41 years: a number before that belongs to the name.
const ageWords = '(?:[1-5]?\\d[sm]|[12]?\\dh|[123]?\\dd|\\dw|1?\\dmo|1?\\dy)'
const age = new RegExp(`^${ageWords}\\*?$`)
const fold = /^(?:[*+-] )?\[[-+–−]\]/
const linkedHead =
  /^(?:[*+-] )?\[[-+–−]\](?:\([^()\s]*\))?\s*(?:\[([^\]]{1,60})\](?:\([^)\s]*\))?|([^[\]]{1,60}))\s*\[([^\]]{1,30})\]\(([^)\s]*)\)\s*([Ω\d -]*)$/
const plainHead = new RegExp(
  `^(?:[*+-] )?\\[[-+–−]\\]\\s*(\\S.{0,59}?)\\s*(${ageWords}\\*?)\\s*([Ω\\d -]*)$`,
)
const timedHead =
  /^(?:(\S.{0,59}?)\s*)?((?<!\d)\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2} UTC)\s*(?:(-?\d+) points?)?.{0,60}$/
const viewerHead =
  /^.{0,4}?\bcomment by ([^·(]{1,60}?)(?: \([^)]{1,60}\))? · (\d{4}-\d\d-\d\dT[\d:.]+Z)(?: · score: (-?\d+)(?: \(\d+ votes?\))?)? · .{0,200}$/i

/**
 * The heads of the comments on a page, from the surest form that it has.
 *
 * A fold `[-]` marks each on LessWrong, a time in UTC on GreaterWrong; the EA Forum gives name, age and score on
 * three lines, which is believed only where buttons to reply stand below.
 */
export function findHeads(lines: readonly TextLine[]): CommentHead[] {
  for (const form of [foldedHead, viewedHead, datedHead, bareHead]) {
    const heads: CommentHead[] = []
    for (let at = 0; at < lines.length; ) {
      const head = form(lines, at)
      if (head) heads.push(head)
      at = head?.body ?? at + 1
    }
    if (form === bareHead && !hasButtons(lines, heads.length)) continue
    if (heads.length > 0) return heads
  }
  return []
}

const hasButtons = (lines: readonly TextLine[], heads: number): boolean =>
  heads > 1 && lines.filter(({ words }) => replyButton.test(words)).length >= heads / 2

type Form = (lines: readonly TextLine[], at: number) => CommentHead | null

const wordsAt = (lines: readonly TextLine[], at: number): string => {
  const words = lines[at]?.words ?? ''
  return words.length > 400 ? '' : words
}

/** `[-]` with name, age and scores behind it, or on the lines below it. */
const foldedHead: Form = (lines, at) => {
  const words = wordsAt(lines, at)
  const { indent = 0 } = lines[at] ?? {}
  const linked = linkedHead.exec(words)
  if (linked) {
    const [, name, plainName, when = '', path = '', scores = ''] = linked
    const id = commentId(path)
    const more = { postedAt: when, path, ...(id && { id }) }
    return scored(lines, at, at + 1, scores, {
      indent,
      speaker: nameOf(name ?? plainName),
      ...more,
    })
  }
  const plain = plainHead.exec(words)
  if (plain) {
    const [, name, when = '', scores = ''] = plain
    return scored(lines, at, at + 1, scores, { indent, speaker: nameOf(name), postedAt: when })
  }
  const below = afterFold(lines, at)
  const when = wordsAt(lines, below + 1)
  if (below === at || !isName(wordsAt(lines, below))) return null
  if (!age.test(when) && dayOf(when) === undefined) return null
  const speaker = nameOf(wordsAt(lines, below))
  return scored(lines, at, below + 2, '', { indent, speaker, postedAt: dayOf(when) ?? when })
}

/** The line below a fold that stands alone, on one line or on three; the same line where there is none. */
function afterFold(lines: readonly TextLine[], at: number): number {
  const words = wordsAt(lines, at)
  if (/^\[[-+–−]\]$/.test(words)) return at + 1
  const isSpread =
    words === '[' && /^[-+–−]$/.test(wordsAt(lines, at + 1)) && wordsAt(lines, at + 2) === ']'
  return isSpread ? at + 3 : at
}

/** `comment by Ada (ada) · 2020-01-05T10:00:00.000Z · score: 2 (1 votes) · LW · GW`, as archive viewers print it. */
const viewedHead: Form = (lines, at) => {
  const match = viewerHead.exec(wordsAt(lines, at))
  if (!match) return null
  const [, name, postedAt = '', score] = match
  const votes = score === undefined ? {} : { votes: Number(score) }
  const { indent = 0 } = lines[at] ?? {}
  return { line: at, body: at + 1, indent, speaker: nameOf(name), postedAt, ...votes }
}

/** Name, time in UTC and score, as GreaterWrong prints them. */
const datedHead: Form = (lines, at) => {
  const match = timedHead.exec(wordsAt(lines, at))
  if (!match) return null
  const above = wordsAt(lines, at - 1)
  const isBelowName = match[1] === undefined && isName(above)
  const name = isBelowName ? above : match[1]?.replace(fold, '').trim()
  if (name === undefined || name === '') return null
  const head: CommentHead = {
    line: isBelowName ? at - 1 : at,
    body: at + 1,
    indent: lines[at]?.indent ?? 0,
    speaker: nameOf(name),
    postedAt: dayOf(match[2] ?? '') ?? match[2] ?? '',
    ...(match[3] !== undefined && { votes: Number(match[3]) }),
  }
  for (; isDetail.test(wordsAt(lines, head.body)); head.body++) {
    const words = wordsAt(lines, head.body)
    const votes = /^(?:LW: ?|karma: ?)?(-?\d+)\b/i.exec(words)?.[1]
    if (votes !== undefined) head.votes ??= Number(votes)
    const agreement = /^agreement: ?(-?\d+)/i.exec(words)?.[1]
    if (agreement !== undefined) head.agreement = Number(agreement)
    const link = /^\[(\w+)[^\]]*\]\(([^)\s]*)\)/.exec(words)
    const id = commentId(link?.[2] ?? '')
    if (link?.[1] === 'Parent' && id) head.parent = id
    else if (/^permalink$/i.test(link?.[1] ?? '') && id)
      Object.assign(head, { id, path: link?.[2] })
  }
  return head
}

/** A line of a head on GreaterWrong, below the name. */
const isDetail =
  /^(?:(?:karma|LW|AF|EA|agreement): ?-?\d+.{0,40}|-?\d+ points?.{0,40}|(?:LW|AF|EA)(?: link)?|\(?\d+ votes?\)?|\[?(?:permalink|parent|hide|fold|LW|AF|EA)\]?(?:\([^()\s]*\))?|\[[-+–−]\])$/i

/** Name, age and score on three lines, as the EA Forum copies. */
const bareHead: Form = (lines, at) => {
  const name = wordsAt(lines, at)
  const when = wordsAt(lines, at + 1)
  if (!age.test(when) && !/^\d+ (?:minute|hour|day|week|month|year)s? ago$/.test(when)) return null
  if (!isName(name) || !isScore(wordsAt(lines, at + 2))) return null
  const { indent = 0 } = lines[at] ?? {}
  return scored(lines, at, at + 2, '', { indent, speaker: nameOf(name), postedAt: when })
}

const isScore = (words: string): boolean => /^(?:Ω ?)?-?\d{1,5}$/.test(words)

/**
 * Reads the scores behind a head and on the lines below it.
 *
 * The Alignment Forum's comes first, with Ω, then the karma, then the agreement on a line of its own. Where the
 * first two run together they part so that the first is the smaller, as it nearly always is.
 */
function scored(
  lines: readonly TextLine[],
  line: number,
  below: number,
  behind: string,
  head: Omit<CommentHead, 'line' | 'body'>,
): CommentHead {
  const numbers: number[] = []
  let isAlignment = false
  const digits = behind.replace(/\s+/g, '')
  if (digits.startsWith('Ω')) {
    const parted = partedScores(digits.slice(1))
    numbers.push(...parted.slice(-1))
    isAlignment = parted.length === 0
  } else if (/^-?\d+$/.test(digits)) numbers.push(Number(digits))
  let body = below
  for (; body < below + 5 && numbers.length < 2; body++) {
    const words = wordsAt(lines, body)
    if (words === 'Ω') isAlignment = true
    else if (/^Ω ?-?\d+$/.test(words)) isAlignment = false
    else if (!/^-?\d{1,5}$/.test(words)) break
    else if (isAlignment) isAlignment = false
    else numbers.push(Number(words))
  }
  const [votes, agreement] = numbers
  return {
    line,
    body,
    ...head,
    ...(votes !== undefined && { votes }),
    ...(agreement !== undefined && { agreement }),
  }
}

/** `614` as 6 and 14: the largest first part that is no larger than the second. Nothing where it cannot be parted. */
function partedScores(digits: string): number[] {
  const signed = /^(-?\d+)(-\d+)$/.exec(digits)
  if (signed) return [Number(signed[1]), Number(signed[2])]
  for (let cut = digits.length - 1; cut > 0; cut--) {
    const [one, other] = [digits.slice(0, cut), digits.slice(cut)]
    const isNumber = other === '0' || !other.startsWith('0')
    if (isNumber && (one === '0' || !one.startsWith('0')) && Number(one) <= Number(other))
      return [Number(one), Number(other)]
  }
  return []
}

/** Whether a line could be a name: short, few words, no sentence. */
const isName = (line: string): boolean =>
  line.length > 0 &&
  line.length <= 60 &&
  line.split(/\s+/).length <= 5 &&
  !/[.!?:;,…]$/.test(line) &&
  !isScore(line) &&
  !age.test(line) &&
  !replyButton.test(line)

function nameOf(words: string | undefined): string | null {
  const name = (words ?? '')
    .replace(/^\[([^\]]+)\]\([^()\s]*\)$/, '$1')
    .replace(/\\(.)/g, '$1')
    .trim()
  return name === '' || /^\[?(?:anonymous|deleted|removed|comment deleted)\]?$/i.test(name)
    ? null
    : name
}

const commentId = (path: string): string | undefined =>
  /commentId=([A-Za-z0-9]+)|\/comment\/([A-Za-z0-9]+)|#(?:comment-)?([A-Za-z0-9]{17})$/
    .exec(path)
    ?.slice(1)
    .find((id) => id !== undefined)
