import type { Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import { asks, opensPolitely } from './cues'
import { tellingStems, wordAt } from './words'

/** How long a headline may be before a clause of it is taken instead. */
const longest = 260

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

/** How much of what the block is about each sentence says, 0..2. */
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
    return Math.min(2, (2 * sum) / (4 + 2 * Math.sqrt(stems.length * block.sentences.length)))
  })
  for (const stems of stemsOf) for (const stem of stems) counts[stem] = 0
  return weights
}

const sentenceCues: readonly (readonly [RegExp, number])[] = [
  [/^(?:but|however|yet)\b/i, 0.9],
  [/^(?:so|therefore|thus|hence|in short|overall|in other words|to me|based on)\b/i, 0.8],
  [
    /\b(?:i(?:'d| would)? (?:think|argue|expect|believe|claim|suspect|mean|meant|disagree|say)|my (?:guess|view|take|point))\b/i,
    0.7,
  ],
  [
    /\b(?:should|must|need(?:s|ed)? to|have to|has to|cannot|can['’]t|won['’]t|isn['’]t|aren['’]t|doesn['’]t|don['’]t|not|never|no)\b/i,
    0.35,
  ],
  [
    /\b(?:unlikely|likely|impossible|hard|difficult|easier|harder|crucial|key|main|wrong|certainly|clear)\b/i,
    0.4,
  ],
  [/\b(?:because|would|will)\b/i, 0.2],
  [
    /^(?:for (?:example|instance)|e\.g\.|suppose|imagine|consider|let['’]s|say,|now consider)\b/i,
    -1.2,
  ],
  [/^[([]/, -0.9],
  [
    /^(?:some|many|others|people|the [\w -]{3,40} literature|you) (?:have |say|said|argue|claim|propose|talk|think|sometimes)/i,
    -0.5,
  ],
  [
    /^(?:i agree|i (?:strongly )?disagree|agreed|yes|no|sure|right|true|fair|yep|nope|yeah|interesting|good point)[^a-z]{0,2}$/i,
    -2,
  ],
  [/^(?:see|you can find|here(?:'s| is)|as (?:mentioned|discussed|noted))\b/i, -0.7],
  [/^(?:in this (?:post|section), i (?:discuss|describe|use)|this is (?:true|partially))\b/i, -0.4],
  [/^(?:although|though|while|since)\b/i, 0.1],
  [/https?:\/\//, -0.6],
]

function cueScore(sentence: string, asked: boolean): number {
  const words = sentence.split(/\s+/).length
  let score = words < 4 ? -1.6 : words < 7 ? -0.4 : words > 55 ? -0.5 : 0
  for (const [pattern, weight] of sentenceCues) if (pattern.test(sentence)) score += weight
  if (opensPolitely.test(sentence)) score -= 2
  if (asks(sentence)) score += asked ? 1.2 : -0.8
  return score
}

/** What comes first states the matter, what comes last concludes. */
const placeScore = (index: number, count: number): number =>
  index === 0 ? 0.6 : index === count - 1 && count > 2 ? 0.15 : 0

/** Strips what only ties a sentence to its neighbours: brackets around it, an overlong tail. */
function standAlone(text: string, span: Span): Span {
  let { start, end } = span
  if (/^[([]/.test(text[start] ?? '')) {
    const close = text[start] === '(' ? ')' : ']'
    if (text[end - 1] === close) end--
    if (!text.slice(start + 1, end).includes(close)) start++
  }
  return end - start > longest ? shortened(text, { start, end }) : { start, end }
}

/** The longest clause of an overlong sentence that still fits a card, from its start. */
function shortened(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, Math.min(end, start + longest))
  for (const pattern of [/[;:](?=\s)|\s[—–-]+\s|—/g, /,(?=\s)/g, /\s/g]) {
    let cut = -1
    for (const match of piece.matchAll(pattern)) if (match.index > 60) cut = match.index
    if (cut > 0) return { start, end: start + cut }
  }
  // Never between the halves of a surrogate pair.
  const half = /[\uD800-\uDBFF]$/.test(piece) ? 1 : 0
  return { start, end: start + piece.length - half }
}
