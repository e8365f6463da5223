import type { Block, CutText } from './blocks'
import type { RuleName } from './rules'

/** What the site wrote: which blocks are nobody's contribution, and what they tell of the others. */
export interface Furniture {
  /** For each block, what the site's own signs make of it; null where it is somebody's words. */
  parts: (Part | null)[]
  /** The first block after "N comments"; null in a text that has no such line. */
  commentsFrom: number | null
  /** How many comments the page says it has. */
  commentCount: number | null
}

/** A block that is furniture or a heading. */
export interface Part {
  role: 'furniture' | 'heading'
  rule: RuleName
  /** Set on a byline: the next words are a new contribution, by this person if the line names one. */
  opens: boolean
  speaker: string | null
}

/**
 * Finds the site's own words, bylines, titles and section headings of a text.
 *
 * Where the input tells its turns, whatever stands between them is furniture, and nothing else is guessed to be.
 */
export function findFurniture(cut: CutText): Furniture {
  if (cut.told.turns.length > 0) return toldFurniture(cut)
  const { blocks } = cut
  const words = blocks.map((block) => cut.text.slice(block.start, block.end))
  const parts = words.map((line, index) => lineByItself(line, blocks[index] as Block))
  const { commentsFrom, commentCount } = findComments(words)
  markFoot(words, parts)
  // Where headings have a sign that is used, a short line without it is only short. Reddit prints none but the title.
  const marksHeadings =
    cut.told.kind === 'Reddit' || blocks.some((block) => block.told === 'heading')
  if (!marksHeadings) markHead(words, parts, blocks)
  markTitles(cut, words, parts, commentsFrom, marksHeadings)
  for (const [index, { told }] of blocks.entries())
    if (told) parts[index] = told === 'quotation' ? null : toldPart(told)
  return { parts, commentsFrom, commentCount }
}

/** What the input says is furniture or a heading, and the words that stand in none of its turns. */
function toldFurniture({ text, blocks, told }: CutText): Furniture {
  // In a letter a `#` is a number.
  const hasSigns = told.kind !== 'mailing list'
  const parts = blocks.map(({ told, toldTurn, depth, start, end }) => {
    if (told === 'furniture' || told === 'heading') return toldPart(told)
    if (toldTurn === -1) return site('between contributions')
    const isHeading =
      hasSigns && told === null && depth === 0 && /^#{1,6} \S/.test(text.slice(start, end))
    return isHeading ? heading : null
  })
  const post = told.turns.findIndex(({ isPost }) => isPost)
  const next = blocks.findIndex(({ toldTurn }) => toldTurn > post)
  const commentsFrom = post === -1 ? null : next === -1 ? blocks.length : next
  return { parts, commentsFrom, commentCount: told.commentCount ?? null }
}

const toldPart = (role: Part['role']): Part =>
  role === 'heading'
    ? { ...heading, rule: 'marked as a heading' }
    : site('marked as the site’s words')

const site = (rule: Part['rule'] = 'site words'): Part => ({
  role: 'furniture',
  rule,
  opens: false,
  speaker: null,
})

const siteLines: readonly RegExp[] = [
  /^this website requires javascript/i,
  /^\[?(lesswrong|lw|ai alignment forum|af|ea forum)\]?(\(.*\))?$/i,
  /^(review|login|log in|subscribe|submit|frontpage|curated|personal blog|link ?post|permalink|parent)$/i,
  /^(new comment|write a comment|load more.*|view more|show more|moderation log|share|save|report)$/i,
  /^(hide|show) table of contents$/i,
  /^\d+ ?comments?(,? sorted by.*)?$/i,
  /^(top scoring|best|top|new|old|magic \(new & upvoted\))$/i,
  /^(click to highlight|highlighting) new comments/i,
  /^some comments are truncated/i,
  /^\d{1,2}(st|nd|rd|th) [a-z]{3,9} \d{4}$/i,
  /^\d+ min(ute)?s? read$/i,
  /^(mentioned in|crossposted from.*|new to lesswrong\?|getting started|faq|library)$/i,
  /^(previous(next)?|next):?$/i,
  /^\[?(comment deleted|deleted|removed|anonymous)\]?$/i,
  /^(permalink|embed|save|parent|report|give award|share)( (permalink|embed|save|parent|report|reply|share|save))+$/i,
  /^(level \d+|karma: ?-?\d+|vote on [a-z ]+|sorted by|wiki contributions|\(read more\))$/i,
  /^\d+ points?( \d+ \w+ ago)?$/i,
  /^\S.{0,160}\d(?:frontpage|curated|personal blog)$/i,
  /^(?:previous|next):.{1,120}(?:no|\d+) comments?-?\d+ karma$/i,
  /^(date|subject|to|cc|message-id|in-reply-to|references|newsgroups|organization|reply-to|x-[a-z-]+): ?\S/i,
  /^##?#?$/,
]

const bylines: readonly RegExp[] = [
  /^\[[-+–]\]\s*\[([^\]]{1,60})\]\(/,
  /^\[[-+–]\]\s*(.{1,60}?)\s*\d+(?:s|m|h|d|w|mo|y)\*?[Ω\d-]*$/,
  /^#{2,4} (?:comment|answer|reply) by \[([^\]]{1,60})\]/i,
  /^\*\*(?:comment|answer|reply) by (.{1,60}?)(?: on .*)?\*\*/i,
  /^from: *"?([^"<@]{1,60}?)"?\s*(?:<[^>]*>)?$/i,
  /^(?:\/?u\/)?(\S{2,30}) +(?:-?\d+ points? +)?(?:\d+|an?|one) (?:second|minute|hour|day|week|month|year)s? ago\b.{0,30}$/i,
]

/** What a line says of itself, whatever stands around it. */
function lineByItself(line: string, block: Block): Part | null {
  if (line.length > 300 || block.depth > 0) return null
  for (const pattern of bylines) {
    const match = pattern.exec(line)
    if (match) return { role: 'furniture', rule: 'byline', opens: true, speaker: match[1] ?? null }
  }
  if (/^reply ?\d*$/i.test(line)) return { ...site('reply button'), opens: true }
  if (siteLines.some((pattern) => pattern.test(line))) return site()
  if (line.length < 16 && /^[\d\sΩ•·|#*()+%.,–-]+$/.test(line) && /\d|[•·|]/.test(line))
    return site()
  return null
}

/** Thanks to people named, which says nothing of the matter. */
export const isAcknowledgement = (line: string): boolean =>
  /^(?:\W*(?:many |special |big )?(?:thanks|thank you) (?:also )?to|i(?:'m| am|’m) (?:very )?grateful to|acknowledge?ments?:)/i.test(
    line,
  ) &&
  /\bfor\b/.test(line.slice(0, 1000)) &&
  /\bto (?:@?[A-Z]\S* )+/.test(line.slice(0, 200))

function findComments(lines: readonly string[]) {
  for (const [index, line] of lines.entries()) {
    const match = /^(\d{1,5}) comments?, sorted by/i.exec(line)
    if (match) return { commentsFrom: index + 1, commentCount: Number(match[1]) }
  }
  const index = lines.findIndex((line) => /^new comment$/i.test(line))
  return { commentsFrom: index === -1 ? null : index + 1, commentCount: null }
}

/** After the last comment the site lists other pages. */
function markFoot(lines: readonly string[], parts: (Part | null)[]) {
  const foot = lines.findIndex((line) => /^\[?moderation log\]?(\(.*\))?$/i.test(line))
  if (foot > lines.length / 2) parts.fill(site(), foot)
}

const sectionWords =
  /^(introduction|summary|tl;?dr|abstract|background|overview|preface|conclusion)$/i

/** Short lines before the first words of anybody: names, employers, the title of the page. */
function markHead(lines: readonly string[], parts: (Part | null)[], blocks: readonly Block[]) {
  for (const [index, line] of lines.entries()) {
    if (parts[index]?.opens) return
    if (parts[index]) continue
    const isShort = line.length < 60 && countWords(line) <= 8 && !/[.!?:,;…)"”*]$/.test(line)
    if (!isShort || blocks[index]?.shape === 'item' || /\b(i|you|we|my|your)\b/i.test(line)) return
    if (index + 1 < lines.length && !sectionWords.test(line)) parts[index] = site('page head')
  }
}

/** Section titles of a post; in a list of comments the same shape is the title of somebody's post. */
function markTitles(
  cut: CutText,
  lines: readonly string[],
  parts: (Part | null)[],
  commentsFrom: number | null,
  marksHeadings: boolean,
) {
  const isSpaced = cut.blocks.filter((block) => block.gap > 1).length > cut.blocks.length / 2
  let isBylined = false
  for (const [index, line] of lines.entries()) {
    if (parts[index]?.opens) isBylined = true
    if (parts[index]) continue
    if (isAcknowledgement(line)) {
      parts[index] = site('acknowledgement')
      continue
    }
    const block = cut.blocks[index] as Block
    if (block.depth > 0 || block.shape === 'item' || index + 1 === lines.length) continue
    if (/^#{1,6} \S/.test(line)) parts[index] = heading
    else if (marksHeadings) continue
    else if (commentsFrom !== null) {
      if (index < commentsFrom && isTitle(line, 90, true)) parts[index] = heading
    } else if (!isBylined && isTitle(line, 130, false) && !/[<>@]/.test(line))
      parts[index] = isSpaced ? heading : site('title line')
  }
}

const heading: Part = { role: 'heading', rule: 'section title', opens: false, speaker: null }

/** Whether a line could be a title: one short phrase that starts large, ends without a stop and addresses nobody. */
function isTitle(line: string, longest: number, mayAsk: boolean): boolean {
  if (line.length > longest || !/^["“(]?[\p{Lu}\d]/u.test(line)) return false
  if (/[.!:,;…"”)*_]$/.test(line) || (line.endsWith('?') && !mayAsk)) return false
  if (/[.!?] /.test(line) || /https?:/.test(line)) return false
  const words = countWords(line)
  if (words < (mayAsk ? 1 : 4) || words > 22) return false
  return !/\b(i|i'm|i’m|i'd|i’d|you|your|we|me|my|yes|no|nope|yep|yeah)\b/i.test(line)
}

const countWords = (line: string): number => line.split(/\s+/).length
