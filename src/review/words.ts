import { whereIs } from '../graph/whereabouts'
import type { Debate, Judged, Relation, Stance, Statement } from '../model/debate'
import type { SourceSpan } from '../model/schema'
import { kindWords, relationVerbs, sideWords } from '../model/words'
import { type Rule, rules } from '../parse/rules'

/** What each kind of record is called in the app. */
export const judgedWords: Record<Judged, string> = {
  statements: 'statement',
  relations: 'link',
  stances: 'side',
}

/** How sure, with at most two digits after the point: "0.86". */
export const share = (value: number): string => String(Math.round(value * 100) / 100)

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A number with its noun: "1 link", "651 links". */
export const counted = (n: number, noun: string): string =>
  `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`

/** What a rule does, as a sentence; null where it is not one of ours. */
export const ruleSays = (rule: string | undefined): string | null =>
  rule !== undefined && Object.hasOwn(rules, rule)
    ? ((rules as Readonly<Record<string, Rule>>)[rule]?.says ?? null)
    : null

/** A record in one line: "Link: “A” rebuts “B”". */
export function recordInWords(
  debate: Debate,
  what: Judged,
  record: Statement | Relation | Stance,
): string {
  if (what === 'statements') {
    const { kind, text } = record as Statement
    return `${kindWords[kind]}: “${text}”`
  }
  if (what === 'relations') {
    const { from, to, kind } = record as Relation
    return `Link: ${textOf(debate, from)} ${relationVerbs[kind]} ${textOf(debate, to)}`
  }
  const { statement, position, stance } = record as Stance
  const title = debate.positions.get(position)?.title ?? position
  return `Side: ${textOf(debate, statement)} is ${sideWords[stance]}${stance === 'neutral' ? ' in' : ''} ${title}`
}

function textOf(debate: Debate, id: string): string {
  const statement = debate.statements.get(id)
  if (statement) return `“${statement.text}”`
  const link = debate.relations.get(id)
  return link
    ? `that ${textOf(debate, link.from)} ${relationVerbs[link.kind]} another`
    : 'what is gone'
}

/** Words where they stand, with a little of what stands before and after them. */
export interface WordsSeen {
  before: string
  words: string
  after: string
  /** "Turn 12" and, where it is known, who speaks. */
  place: string
}

/** The words with their paragraphs parted by one line break. */
const oneBreak = (words: string) => words.replace(/\s*\n\s*/g, '\n')

/** How much is shown around words, in letters. */
const around = 150

/** Words longer than this are told by their headline. */
const longest = 360

/**
 * The words at a span in their place; null where their text is not in the map.
 *
 * Of long words it gives the headline that stands in them, and takes the rest for what stands around it.
 */
export function wordsSeen(
  debate: Debate,
  whole: SourceSpan | null | undefined,
  headline = '',
): WordsSeen | null {
  const source = whole && debate.sources.get(whole.source)
  if (!whole || source?.text === undefined) return null
  const own = source.text.slice(whole.start, whole.end)
  const within = own.length > longest && headline !== '' ? own.indexOf(headline) : -1
  const at = whole.start + within
  const span = within === -1 ? whole : { ...whole, start: at, end: at + headline.length }
  const { passages } = source
  const first = passages.findIndex(({ end }) => end > span.start)
  const last = passages.findLastIndex(({ start }) => start < span.end)
  // The passages next to it say what it speaks of, where it is a passage of its own.
  const start = passages[Math.max(0, first - 1)]?.start ?? 0
  const end = passages[Math.min(passages.length - 1, last + 1)]?.end ?? source.length
  const [from, to] = [Math.max(start, span.start - around), Math.min(end, span.end + around)]
  const before = oneBreak(source.text.slice(from, span.start))
  const after = oneBreak(source.text.slice(span.end, to))
  const { place, speaker } = whereIs(debate, span)
  return {
    before: from > start ? `…${before.replace(/^\S*\s/, '')}` : before,
    words: source.text.slice(span.start, span.end),
    after: to < end ? `${after.replace(/\s\S*$/, '')}…` : after,
    place: speaker ? `${place}, ${speaker}` : place,
  }
}

/** The words by which a rule found a position, in quote marks; nothing where they are too long to be told. */
export function rulesWords(debate: Debate, record: Statement | Relation | Stance): string {
  if (!('position' in record)) return ''
  const seen = record.because.flatMap(({ from }) => {
    const words = from && debate.sources.get(from.source)?.text?.slice(from.start, from.end)
    return words && words.length <= 40 ? [`“${words.replace(/\s+/g, ' ')}”`] : []
  })
  return [...new Set(seen)].slice(0, 3).join(', ')
}
