import type { StatementKind } from '../model/debate'
import type { Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import {
  addresses,
  asks,
  deniesBearing,
  goesOn,
  grants,
  ofTheirWords,
  opensAgreeing,
  opensClarifying,
  opensDisagreeing,
  opensPolitely,
  plain,
  turnsAway,
  unbracketed,
} from './cues'
import { announces } from './quoting'
import type { RuleName } from './rules'

/** Where a block stands in its thread: what its kind depends on besides its own words. */
export interface Standing {
  isPost: boolean
  isReply: boolean
  firstInTurn: boolean
  /** Follows a quotation that it may answer. */
  afterQuotation: boolean
  /** That quotation asks something that it wants to know. */
  afterAsking: boolean
  /** The kind of the statement before it in the same turn. */
  before: StatementKind | 'aside' | null
}

/** What a block mainly does, by which rule, and on what words. */
export interface Judged {
  kind: StatementKind | 'aside'
  rule: RuleName
  cue: Span | null
}

type Kind = StatementKind | 'aside'

/** A sign of a kind: words, where they count, and how much. */
interface KindCue {
  kind: Kind
  pattern: RegExp
  weight: number
  /** Where the pattern is tried: on the first sentence, on each, or on the whole block. */
  on: 'first' | 'any' | 'block'
  rule: RuleName
}

const cue = (
  kind: Kind,
  on: KindCue['on'],
  weight: number,
  rule: RuleName,
  pattern: RegExp,
): KindCue => ({ kind, on, weight, rule, pattern })

const cues: readonly KindCue[] = [
  cue('clarification', 'first', 2.4, 'says what was meant', opensClarifying),
  cue(
    'clarification',
    'any',
    1.6,
    'says what was meant',
    /\b(?:i use the term|(?:by|with) [^.]{2,80} i (?:mean|meant)|(?:is|are) (?:defined as|the concept of)|what i meant|i(?:'|’)m (?:using|referring to)|i(?:'|’)m (?:discussing|talking about)|i specify)\b/i,
  ),
  cue(
    'clarification',
    'first',
    1.7,
    'tells another’s view',
    /^(?:the (?:main |central |key )?(?:argument|claim|point|idea) (?:seems to be|is that)|if i understand (?:you |this |it )?(?:correctly|right)|(?:in [“"][^”"]+[”"], )?the author (?:assumes|argues|claims|says))\b/i,
  ),
  cue('concession', 'first', 1.6, 'agrees', opensAgreeing),
  cue(
    'concession',
    'any',
    2,
    'grants',
    /\b(?:good point|fair (?:point|enough)|i stand corrected|you(?:'|’)re right|i was (?:wrong|mistaken)|(?:made|makes) me (?:update|change|reconsider)|changed my (?:mind|view)|i(?:'|’)ll (?:grant|concede)|i concede|i (?:have )?(?:replaced|corrected|fixed|updated)|my (?:mistake|apologies)|∆|!delta)\b|[∆Δ]/i,
  ),
  cue(
    'concession',
    'first',
    1.5,
    'grants',
    /\b(?:only applies to|does not apply to|doesn(?:'|’)t apply to|admittedly|it(?:'|’)s true that)\b/i,
  ),
  cue('rebuttal', 'first', 2.2, 'disagrees', opensDisagreeing),
  cue(
    'rebuttal',
    'any',
    1,
    'disagrees',
    /\b(?:i (?:strongly )?disagree|proves? too much|falls? flat|far from clear|(?:don(?:'|’)t|do not) (?:see|think|buy|say anything)|not surprising|missing the point|doesn(?:'|’)t (?:follow|change|matter))\b/i,
  ),
  cue(
    'rebuttal',
    'any',
    1,
    'calls it wrong',
    /\b(?:aren(?:'|’)t the same|(?:is|are|seems) (?:simply |just |plainly |probably )?(?:wrong|false|mistaken|incorrect|confused)|(?:isn(?:'|’)t|is not|doesn(?:'|’)t seem like) (?:a|an) (?:good|useful|fair))\b/i,
  ),
  cue(
    'rebuttal',
    'any',
    1.4,
    'says it with irony',
    /(?:^(?:oh,? )?(?:how|rather|very|so) (?:reassuring|convenient|comforting)\b|\bwhat could (?:possibly )?go wrong|^(?:yeah|sure),? right\b|\bso-called\b|^surely (?:nobody|no one|that|this|we)\b)/i,
  ),
  cue('rebuttal', 'any', 1, 'denies the bearing', deniesBearing),
  cue(
    'rebuttal',
    'first',
    1.6,
    'agrees only if',
    /^if [^.?!]{5,160},? (?:then )?i(?:(?:'|’)d| would) (?:\w+ )?(?:agree|concede|be (?:convinced|persuaded)|change my (?:mind|view)|take (?:it|this|that) (?:more )?seriously)\b/i,
  ),
  cue(
    'rebuttal',
    'block',
    1.6,
    'answers others',
    /^[^.]*\b(?:some|others|people|literature|critics|i(?:'|’)ve seen some) [^.]{0,60}\b(?:have (?:proposed|argued|said|claimed)|argues?|claims?|say|propose|think|arguments)\b[\s\S]*\b(?:but|however|doesn(?:'|’)t|unlikely|wrong|disagree|flat)\b/i,
  ),
  cue(
    'rebuttal',
    'any',
    1.2,
    'rhetorical question',
    /\b(?:doesn(?:'|’)t|isn(?:'|’)t|wouldn(?:'|’)t|aren(?:'|’)t|shouldn(?:'|’)t|couldn(?:'|’)t) (?:it|this|that|they|we|you)\b[^.]*\?|\b(?:could|would) (?:you|it|they) not\b|\bwhy (?:is it (?:im|not )possible|would|can(?:'|’)t|should|couldn(?:'|’)t)\b[^.]*\?|, (?:don(?:'|’)t|isn(?:'|’)t|aren(?:'|’)t|doesn(?:'|’)t) (?:we|it|they|you)\?/i,
  ),
  cue(
    'claim',
    'any',
    1.3,
    'argues',
    /\bi (?:will |then |first |also )?(?:argue|contend|conclude|claim) (?:that|for)\b/i,
  ),
  cue('claim', 'first', 3, 'argues', /^(?:cmv|change my view|thesis|tl;?dr)\b ?[:,-]/i),
  cue('rebuttal', 'block', 2.2, 'grants and turns', grants),
  cue(
    'rebuttal',
    'any',
    0.9,
    'is puzzled',
    /\b(?:confus(?:es|ed|ing) (?:me|about)|i (?:don(?:'|’)t|do not|can(?:'|’)t) (?:really |quite )?(?:understand|see) (?:why|how|what|the))\b/i,
  ),
  cue('rebuttal', 'first', 0.7, 'speaks of what somebody said', ofTheirWords),
  cue(
    'aside',
    'first',
    2,
    'speaks of the talk itself',
    /^(?:i just realized|the rest of this (?:post|essay|article)|(?:in the rest of|in what follows)|i hope to (?:find|respond)|i(?:'|’)ll respond|see (?:the )?(?:other|my) (?:comment|post)|(?:edit|eta|update):?$|will do|cross-?posted)/i,
  ),
]

/** The signs of a kind that only mean it where somebody is answered. */
const ofReplies: ReadonlySet<RuleName> = new Set([
  'rhetorical question',
  'calls it wrong',
  'says it with irony',
  'denies the bearing',
])

/** Judges the kind of a block by its cues and by where it stands. */
export function judgeKind(cut: CutText, block: Block, standing: Standing): Judged {
  const sums = new Map<Kind, number>([['claim', 0.6]])
  const signs: { kind: Kind; weight: number; rule: RuleName; span: Span | null }[] = []
  const add: Add = (kind, weight, rule, span = null) => {
    sums.set(kind, (sums.get(kind) ?? 0) + weight)
    signs.push({ kind, weight, rule, span })
  }
  const pieces = piecesOf(cut, block)
  for (const one of cues) if (standing.isReply || !ofReplies.has(one.rule)) tryCue(pieces, one, add)
  byShape(cut, block, standing, add)
  byPlace(cut, block, standing, add)
  const ranked = [...sums].sort((a, b) => b[1] - a[1])
  const [kind] = ranked[0] as [Kind, number]
  const [strongest] = signs.filter((one) => one.kind === kind).sort((a, b) => b.weight - a.weight)
  return {
    kind,
    rule: strongest?.rule ?? 'assertion',
    cue: strongest?.span ?? null,
  }
}

type Add = (kind: Kind, weight: number, rule: RuleName, span?: Span | null) => void

/** The pieces of a block that cues are tried on, each with where it starts. */
type Pieces = Record<KindCue['on'], readonly { start: number; words: string }[]>

function piecesOf({ text }: CutText, block: Block): Pieces {
  const whole = text.slice(block.body, block.end)
  const isPlain = plain(whole) === whole
  const piece = ({ start, end }: Span) => {
    const words = text.slice(start, Math.min(end, start + 2000))
    return { start, words: isPlain ? words : plain(words) }
  }
  const any = block.sentences.slice(0, 40).map(piece)
  return { block: [piece({ start: block.body, end: block.end })], first: any.slice(0, 1), any }
}

function tryCue(pieces: Pieces, one: KindCue, add: Add) {
  for (const { start: from, words } of pieces[one.on]) {
    const match = one.pattern.exec(words)
    if (!match) continue
    const start = from + match.index
    add(one.kind, one.weight, one.rule, {
      start,
      end: Math.max(start + 1, start + match[0].trimEnd().length),
    })
    return
  }
}

function byShape({ text }: CutText, block: Block, standing: Standing, add: Add) {
  const words = text.slice(block.body, block.end)
  const count = block.endWord - block.firstWord
  const sentences = block.sentences.map((span) => text.slice(span.start, span.end))
  const asking = sentences.filter((one) => asks(one) && !isTag(one)).length
  const last = sentences.at(-1) ?? ''
  if (asking > 0) {
    add('question', (2.2 * asking) / sentences.length, 'asks')
    if (asks(last) && !isTag(last))
      add('question', standing.isReply && sentences.length > 1 ? 0.3 : 0.9, 'asks')
  }
  if (opensPolitely.test(words))
    add('aside', sentences.length > 1 && count > 18 ? 0.2 : 1.4, 'thanks')
  const countsPoints = count <= 14 && announcesCount.test(words)
  if (words.endsWith(':') && !countsPoints && (count <= 6 || (count <= 14 && announces(words))))
    add('aside', 3, 'announces')
  if (/https?:\/\//.test(words) && words.replace(/https?:\S+/g, '').length < 120)
    add('aside', 1.6, 'only a link')
  if (count <= 3 && sentences.length === 1 && !asking) add('aside', 0.5, 'says little')
  if (/^\S*https?:\/\/\S+$/.test(words)) add('aside', 4, 'only a link')
  if (block.shape === 'item' && standing.isPost) {
    if (/^[^.,:]{3,60} [-–—] /.test(words) && block.sentences.length <= 2)
      add('clarification', 1.5, 'defines')
    if (count <= 7 && !/[.!?]$/.test(words)) add('clarification', 1.5, 'names')
  }
  if (countsPoints && standing.isPost) add('clarification', 0.8, 'announces')
  if (standing.isReply && sentences.length === 1 && count <= 25 && requestsOnly.test(words))
    add('question', 1.8, 'asks')
}

function byPlace({ text }: CutText, block: Block, standing: Standing, add: Add) {
  if (standing.isPost || !standing.isReply) return
  const first = unbracketed(plain(text.slice(block.body, Math.min(block.end, block.body + 300))))
  if (standing.afterAsking) add('claim', 0.5, 'answers what is asked')
  else if (standing.afterQuotation) add('rebuttal', 1, 'answer to a quotation')
  else if (standing.firstInTurn) add('rebuttal', 0.7, 'opens a reply')
  if (standing.before === 'rebuttal') add('rebuttal', 0.8, 'goes on rebutting')
  if (addresses.test(first)) add('rebuttal', 0.3, 'speaks to somebody')
  if (/^(?:but|however)\b/i.test(first)) add('rebuttal', 0.6, 'contrast')
  else if (standing.before === 'concession' && turnsAway.test(first))
    add('rebuttal', 1.5, 'contrast')
  else if (goesOn.test(first) && !standing.afterQuotation) add('claim', 0.5, 'goes on alike')
}

/** "I have made three assumptions:" */
const announcesCount =
  /\b(?:\d+|two|three|four|five|several|some|the following) (?:[\w-]+ ){0,2}[\w-]+s\b.*:$/i

/** A sentence that asks for something without a question mark, and does nothing else. */
const requestsOnly =
  /^(?:if so, )?(?:i(?:(?:'|’)d| would) (?:be (?:\w+ )?(?:interested|curious) (?:to|in)|(?:like|love) to (?:see|hear|know))|curious (?:what|how|if|whether|to)|please )/i

/** A question that only closes an assertion: ", don't we?", "Do you agree?", "Does that make sense?". */
const isTag = (sentence: string): boolean =>
  /(?:, (?:\w+n(?:'|’)t|right|no|yes) ?(?:we|you|it|they|he|she|i|that)?\?|^(?:do you agree|(?:does|did) (?:that|this) (?:answer|make)|did i miss|right|no|make sense|am i (?:wrong|missing))\b.*\?)["'”’)]*$/i.test(
    sentence.slice(-120),
  )
