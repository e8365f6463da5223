import type { Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import { asks, opensPolitely } from './cues'
import { tellingStems, wordAt } from './words'

/** How long a headline may be before a clause of it is taken instead. */
const longest = 260
/** How long it may be at most, where its sentence cannot do without its rest. */
const wholeUpTo = 480
/** How short a clause may be to say something. */
const leastClause = 60
/** How much must stand before a bracket that never closes. */
const leastBefore = 40

/**
 * The sentence of a block that best says what the block asserts, as a span that can stand alone.
 *
 * Sentences that carry the block's own words weigh more (Luhn 1958), and so do those that draw a conclusion or
 * take a side; examples, asides, thanks and what others are said to think weigh less.
 */
export function headlineOf(
  cut: CutText,
  block: Block,
  context: readonly number[],
  asked: boolean,
): Span {
  const { sentences } = block
  const weights = sentenceWeights(cut, block, context)
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [index, span] of sentences.entries()) {
    const words = cut.text.slice(span.start, span.end)
    const score =
      (weights[index] ?? 0) + cueScore(words, asked) + placeScore(index, sentences.length)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  }
  const span = sentences[best] ?? { start: block.body, end: block.end }
  return standAlone(cut.text, span)
}

/** How much of what the block is about each sentence says, 0..1. */
function sentenceWeights({ words }: CutText, block: Block, context: readonly number[]): number[] {
  // In how many sentences of the block each stem stands, and once more where the context has it.
  const counts = words.vocabulary.desk()
  const stemsOf = block.sentences.map(({ start, end }) =>
    tellingStems(words, { firstWord: wordAt(words, start), endWord: wordAt(words, end) }),
  )
  for (const stems of stemsOf) for (const stem of stems) counts[stem] = (counts[stem] as number) + 1
  for (const stem of context) if (counts[stem]) counts[stem] = (counts[stem] as number) + 1
  const weights = stemsOf.map((stems) => {
    let sum = 0
    for (const stem of stems) sum += (counts[stem] as number) - 1
    return Math.min(1, sum / (4 + 2 * Math.sqrt(stems.length * block.sentences.length)))
  })
  for (const stems of stemsOf) for (const stem of stems) counts[stem] = 0
  return weights
}

/** What a sentence gains or loses by its words. From what careful readers chose, held near a reader's sense. */
const sentenceCues: readonly (readonly [RegExp, number])[] = [
  [/^(?:but|however|yet|instead|rather|in fact|crucially)\b/i, 1.2],
  [
    /^(?:so|therefore|thus|hence|in short|overall|in other words|to me|based on|consequently|th(?:at|is) means)\b/i,
    1,
  ],
  [
    /\b(?:i(?:['’]d| would)? (?:think|argue|expect|believe|claim|suspect|mean|meant|disagree|say)|my (?:guess|view|take|point))\b/i,
    0.8,
  ],
  [/\b(?:should|must|need(?:s|ed)? to|have to|has to|shouldn['’]t)\b/i, 0.7],
  [/\b(?:cannot|not|never|no|none|neither|nothing|\w+n['’]t)\b/i, 0.25],
  [
    /\b(?:unlikely|likely|impossible|hard|difficult|easier|harder|crucial|key|main|wrong|certainly|clear|surprising|plausible|important|only)\b/i,
    0.8,
  ],
  [/\b(?:because|would|will)\b/i, 0.4],
  [
    /^(?:for (?:example|instance)|for the sake|e\.g\.|suppose|imagine|consider|let['’]s|say,|now consider)\b/i,
    -1.2,
  ],
  [/^[([]/, -1],
  [
    /^(?:some|many|others|people|you|the [\w -]{3,40} (?:literature|argument)|a (?:key|common|standard) (?:idea|argument)|i['’]ve seen) /i,
    -0.7,
  ],
  [
    /^(?:i (?:\w+ )?(?:dis)?agree(?: with \w+(?: \w+){0,2})?|agreed|yes|no|sure|right|true|fair|yep|nope|yeah|interesting|good point)[^a-z]{0,2}$/i,
    -2,
  ],
  [
    /^(?:also|furthermore|moreover|additionally|as a side|similarly|besides|other|there (?:are|is|may|might) (?:also|some|many|other))\b/i,
    -0.5,
  ],
  [/\b(?:presumably|maybe|perhaps|might|admittedly|i don['’]t doubt|haven['’]t thought)\b/i, -0.6],
  [/\bi(?:['’]ll| will| plan to)(?: \w+)? (?:respond|reply|answer|get back|read)\b/i, -1],
  [/^(?:this|these|those|that|it|its|it['’]s|they|them|he|she|such|neither|both|all of)\b/i, -0.3],
  [/^(?:then|and)\b/i, -0.4],
  [
    /\b(?:people|some|others|hear|heard)\b.{0,20}\b(?:say|said|claim|argue|think|things like)\b/i,
    -1,
  ],
  [
    /\b(?:in this (?:post|section)|as (?:mentioned|discussed|noted)|my previous)\b|https?:\/\//i,
    -0.4,
  ],
]

function cueScore(sentence: string, asked: boolean): number {
  const words = sentence.split(/\s+/).length
  let score = words < 4 ? -1.6 : words < 7 ? -0.4 : words > 45 ? -0.6 : 0
  for (const [pattern, weight] of sentenceCues) if (pattern.test(sentence)) score += weight
  if (opensPolitely.test(sentence)) score -= 2
  if (asks(sentence)) score += asked ? 1.2 : -0.9
  return score
}

/** What comes first states the matter, and what comes next often turns to the point. */
const placeScore = (index: number, count: number): number =>
  index === 0 ? 0.6 : index === 1 ? 0.4 : index === count - 1 ? -0.1 : 0

/** Words that only tie a sentence to the one before, where a capital after them shows that the rest can stand alone. */
const ties =
  /^(?:but|and|so|yet|however|therefore|thus|hence|moreover|furthermore|additionally|indeed|also|that said),? /i

/** Strips what only ties a sentence to its neighbours: words at its start, brackets, a bracket cut short, a long tail. */
function standAlone(text: string, span: Span): Span {
  let { start, end } = span
  start += tieOf(text.slice(start, start + 40))
  if (/^[([]/.test(text[start] ?? '')) {
    const close = text[start] === '(' ? ')' : ']'
    if (text[end - 1] === close) end--
    if (!text.slice(start + 1, end).includes(close)) start++
    if (text.slice(start, end).trim() === '') return span
  }
  end = beforeOpenBracket(text, { start, end })
  return end - start > longest ? shortened(text, { start, end }) : { start, end }
}

/** How long the words are that tie a sentence to the one before; the pattern minds no case but of what follows. */
function tieOf(opening: string): number {
  const tie = ties.exec(opening)?.[0] ?? ''
  return /^\p{Lu}/u.test(opening.slice(tie.length)) ? tie.length : 0
}

/** Where a bracket opens near the end and never closes, as before an "i.e." taken for a stop, the words before it. */
function beforeOpenBracket(text: string, { start, end }: Span): number {
  const words = text.slice(start, end)
  const open = words.lastIndexOf('(')
  if (open < leastBefore || words.includes(')', open)) return end
  return start + words.slice(0, open).trimEnd().length
}

/**
 * An overlong sentence up to where it could have stopped: the last such place before `longest`, or else the first after.
 *
 * A sentence that could stop nowhere stays whole, as far as a card has any use for it: a cut that leaves out what the
 * sentence says is worse than a long headline, which the card trims in sight.
 */
function shortened(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, Math.min(end, start + wholeUpTo))
  const stop = stopOf(piece, couldStop)
  if (stop !== undefined) return { start, end: start + stop }
  if (end - start <= wholeUpTo) return { start, end }
  const cut = stopOf(piece, couldPause) ?? piece.lastIndexOf(' ')
  if (cut > 0) return { start, end: start + cut }
  // Never between the halves of a surrogate pair.
  const half = /[\uD800-\uDBFF]$/.test(piece) ? 1 : 0
  return { start, end: start + piece.length - half }
}

/** Where words could stop at a sign: at the last place before `longest`, or else the first after. */
function stopOf(words: string, sign: RegExp): number | undefined {
  const stops = [...words.matchAll(sign)]
    .map(({ index }) => index)
    .filter((at) => at > leastClause && isWhole(words.slice(0, at)))
  return stops.findLast((at) => at <= longest) ?? stops[0]
}

/** Where a sentence goes on with a further clause: after a semicolon, a dash, or a comma with a word that joins. */
const couldStop =
  /;(?=\s)|\s[—–-]+\s|—|,(?= (?:and|but|so|though|although|because|since|while|whereas|which) )/g

/** Where one can at least draw breath. */
const couldPause = /[,:](?=\s)/g

/** Whether words at the start of a sentence can stand without its rest. */
function isWhole(words: string): boolean {
  if (!isClosed(words) || leavesOpen.test(words)) return false
  // "If it snows" says nothing yet; "if it snows, the trains stop" does.
  const bare = words.replace(/“[^”]*”|"[^"]*"|\([^)]*\)/g, '')
  return !opensBelow.test(bare) || /,\s\S+\s/.test(bare)
}

const opensBelow =
  /^(?:(?:so|and|but|also|then),? )?(?:if|when|while|although|though|since|because|as|given|unless|until|once|whether|in|for|to)\b/i
const leavesOpen =
  /\b(?:that|which|who|like|is|are|was|be|of|to|for|and|or|than|with|from|as|in|on|by)$/i

/** Whether all brackets and curly quotes that open in some words close there too, and straight ones pair up. */
function isClosed(words: string): boolean {
  const count = (sign: RegExp) => words.match(sign)?.length ?? 0
  return count(/[([]/g) === count(/[)\]]/g) && count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0
}
