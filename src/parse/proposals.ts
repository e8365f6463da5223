import type { Position, StatementKind, Term } from '../model/debate'
import type { DebateMap } from '../model/debateMap'
import type { Id } from '../model/schema'
import { addresses, asks, goesOn, pointsBack } from './cues'
import { formOf, nameIn, type Phrase, phrasesOf } from './phrases'
import { stem } from './stems'
import { foldedWords } from './words'

/** A question that a debate turns on, found in its words, and what stands behind it. */
export interface Proposal {
  /** Marked as proposed. Its terms make it a position of a codebook like any other. */
  position: Position
  /** How many statements speak of it. */
  statements: number
  /** How many rebuttals are made by them or against them. */
  rebuttals: number
}

/** How many questions are proposed at most. */
const most = 7
/** How many words and phrases speak of a proposal at most. */
const mostTerms = 6
/** How many statements are so few that two of them are enough for a proposal; else it takes three. */
const few = 60
/** What a statement still counts for once a proposal speaks of it. */
const ofCovered = 0.25
/** What share of a phrase's statements must have another phrase, for the two to be about one thing. */
const together = 0.6
/** The same, for phrases that share a word. */
const ofAkin = 0.4

/** The share of a map's statements that bear on a position at all, 0..1: how well the codebook fits the texts. */
export function fitOf({ statements, stances }: Pick<DebateMap, 'statements' | 'stances'>): number {
  if (statements.length === 0) return 1
  return new Set(stances.map(({ statement }) => statement)).size / statements.length
}

/**
 * Proposes positions for what a debate is about beyond the positions it has: at most seven, the most argued first.
 *
 * Takes the phrases (runs of words between stop words) of statements that no position fits. A phrase counts by the
 * rebuttals its statements draw and make, and by how rare it is; phrases of one matter are put together; what is
 * covered counts little for the next. The proposition is what somebody said and others denied.
 */
export function proposalsOf(map: DebateMap): Proposal[] {
  const argued = arguedIn(map)
  const left = new Set(phrasesOf(argued.map(({ words }) => words)))
  const ids = new Set(map.positions.map(({ id }) => id))
  const covered = new Set<number>()
  const proposals: Proposal[] = []
  while (proposals.length < most) {
    const candidates = [...left].map((phrase) => candidateOf(phrase, argued, covered))
    const lead = best(candidates, (one) => one.worth)
    if (!lead) break
    const cluster = clusterOf(lead.phrase, left)
    for (const phrase of cluster) left.delete(phrase)
    const about = new Set(cluster.flatMap(({ texts }) => [...texts]))
    for (const index of about) covered.add(index)
    proposals.push(proposalOf(cluster, argued, about, argued[lead.said] as Argued, ids))
  }
  return proposals
}

/** A phrase, the statement that would be its proposition, and how much is argued over it. */
interface Candidate {
  phrase: Phrase
  said: number
  worth: number
}

function candidateOf(
  phrase: Phrase,
  argued: readonly Argued[],
  covered: ReadonlySet<number>,
): Candidate {
  const worth = worthOf(phrase, argued, covered)
  let said = -1
  let merit = 0
  if (worth > 0)
    for (const index of phrase.texts) {
      const one = argued[index] as Argued
      if (one.merit <= merit || covered.has(index) || !hasStems(one.stems, phrase.stems)) continue
      said = index
      merit = one.merit
    }
  return { phrase, said, worth: worth * merit }
}

const hasStems = (all: readonly string[], sought: readonly string[]): boolean =>
  all.some((_, at) => sought.every((one, step) => all[at + step] === one))

/** A statement that no position fits yet, and how much it is argued about. */
interface Argued {
  kind: StatementKind
  words: string
  turn: Id
  /** The rebuttals it draws, and those it makes. */
  drawn: number
  made: number
  /** Its headline as a proposition: the words, their stems, and how well it would do; 0 where it would not. */
  sentence: string
  stems: readonly string[]
  merit: number
}

function arguedIn({ sources, statements, relations, stances }: DebateMap): Argued[] {
  const fitting = new Set(stances.map(({ statement }) => statement))
  const drawn = new Map<Id, number>()
  const made = new Map<Id, number>()
  for (const { kind, from, to } of relations) {
    if (kind !== 'rebuts' && kind !== 'concedes') continue
    drawn.set(to, (drawn.get(to) ?? 0) + 1)
    made.set(from, (made.get(from) ?? 0) + 1)
  }
  const turnAt = new Map(
    sources.flatMap(({ id, passages }) =>
      passages.map(({ start, turn }) => [`${id} ${start}`, turn] as const),
    ),
  )
  return statements
    .filter(({ id }) => !fitting.has(id))
    .map((statement) => {
      const { id, text, kind, quotes } = statement
      const [quote] = quotes
      const sentence = bare(text)
      const one = { kind, drawn: drawn.get(id) ?? 0, made: made.get(id) ?? 0, sentence }
      return {
        ...one,
        words: quote?.exact ?? text,
        turn: (quote && turnAt.get(`${quote.source} ${quote.start}`)) ?? id,
        stems: foldedWords(sentence).map(stem),
        merit: meritOf(one),
      }
    })
}

/** How much is argued over a phrase; nothing where only one contribution has it. */
function worthOf(
  { stems, texts }: Phrase,
  argued: readonly Argued[],
  covered: ReadonlySet<number>,
): number {
  let sum = 0
  let rebuttals = 0
  let fresh = 0
  const turns = new Set<Id>()
  for (const index of texts) {
    const { turn, drawn, made } = argued[index] as Argued
    turns.add(turn)
    if (!covered.has(index)) fresh++
    rebuttals += drawn + made
    const contention = 0.2 + Math.min(3, 1.5 * drawn) + Math.min(1, made)
    sum += contention * (covered.has(index) ? ofCovered : 1)
  }
  const least = argued.length < few ? 2 : 3
  if (texts.size < least || fresh < 2 || turns.size < 2 || rebuttals < 2) return 0
  const rarity = Math.log((1 + argued.length) / texts.size)
  return sum * rarity * (stems.length > 1 ? 1.6 : 1)
}

/** A phrase with those that speak of the same: longer ones, parts of it, and what mostly stands with it. */
function clusterOf(lead: Phrase, phrases: ReadonlySet<Phrase>): Phrase[] {
  const shares = new Map<Phrase, number>()
  for (const one of phrases) {
    const share = shareWith(one, lead)
    const isAkin = one.stems.some((stem) => lead.stems.includes(stem))
    if (one !== lead && share >= (isAkin ? ofAkin : together)) shares.set(one, share)
  }
  const near = [...shares.keys()].sort(
    (one, other) =>
      (shares.get(other) ?? 0) * other.texts.size - (shares.get(one) ?? 0) * one.texts.size ||
      (one.key < other.key ? -1 : 1),
  )
  return [lead, ...near]
}

/** What share of a phrase's texts have another phrase too; 0 where that is one text only. */
function shareWith(one: Phrase, lead: Phrase): number {
  let shared = 0
  for (const text of one.texts) if (lead.texts.has(text)) shared++
  return shared > 1 ? shared / one.texts.size : 0
}

/** How well a statement would do as the sentence one can be for or against; 0 where it would not. */
function meritOf({
  kind,
  sentence,
  drawn,
  made,
}: Pick<Argued, 'kind' | 'sentence' | 'drawn' | 'made'>) {
  const words = sentence.split(' ').length
  if (kind === 'question' || asks(sentence) || words < 5 || words > 45) return 0
  let merit = 1 + 0.5 * Math.min(3, drawn) - 0.2 * Math.min(3, made)
  if (kind === 'claim') merit += 0.5
  for (const [sign, weight] of signs) if (sign.test(sentence)) merit += weight
  if (words < 7 || words > 30) merit -= 0.4
  return Math.max(0.1, merit)
}

/** What makes a sentence one that people can be for or against, and what makes it a poor one. */
const signs: readonly (readonly [RegExp, number])[] = [
  [/\b(?:should|must|will|would|can(?:not|'t)?|is|are|isn't|aren't|always|never|than)\b/i, 0.4],
  [pointsBack, -0.7],
  [goesOn, -0.3],
  [addresses, -0.5],
  [/\b(?:i|i'(?:m|ve|d|ll)|me|my)\b/i, -0.4],
  [/[:“"]$|^[“"]|https?:|\]\(/, -0.6],
]

/** A sentence without the marks of its setting, and without "I think that" and "But" before it. */
function bare(sentence: string): string {
  const words = sentence
    .replace(/\s+/g, ' ')
    .replace(/\*+|(?<!\w)_|_(?!\w)/g, '')
    .replace(
      /^(?:i (?:\w+ )?disagree|i don['’]t think so|i agree|no|yes|agreed|true|sure|well|right)[,.;:—–-]+ /i,
      '',
    )
    .replace(/^(?:but|and|so|yet|also|however),? /i, '')
    .replace(
      /^i (?:think|believe|expect|claim|would (?:argue|say)|suspect|feel)(?: that)? (?=\S+ \S+ \S)/i,
      '',
    )
    .trim()
  return capital(words)
}

function proposalOf(
  cluster: readonly Phrase[],
  argued: readonly Argued[],
  about: ReadonlySet<number>,
  said: Argued,
  ids: Set<Id>,
): Proposal {
  const lead = cluster[0] as Phrase
  const named = nameIn(said.sentence, lead)
  const title = capital(named?.includes(' ') ? named : formOf(lead))
  const id = freeId(title, ids)
  const terms = cluster.slice(0, mostTerms).map(termOf)
  let rebuttals = 0
  for (const index of about) rebuttals += (argued[index]?.drawn ?? 0) + (argued[index]?.made ?? 0)
  return {
    position: {
      id,
      title,
      proposition: said.sentence,
      theme: null,
      summary: '',
      terms,
      proposed: true,
    },
    statements: about.size,
    rebuttals,
  }
}

/** The phrase that leads names the question; longer ones speak of it, single words hint at it. */
const termOf = (phrase: Phrase, place: number): Term => ({
  words: formOf(phrase),
  weight: place === 0 ? 3 : phrase.stems.length > 1 ? 2 : 1,
})

function freeId(title: string, ids: Set<Id>): Id {
  const base = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  let id = base
  for (let number = 2; ids.has(id); number++) id = `${base}-${number}`
  ids.add(id)
  return id
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** What is worth the most, the first of equals; null where nothing is worth anything. */
function best<T>(all: Iterable<T>, worth: (one: T) => number): T | null {
  let found: T | null = null
  let most = 0
  for (const one of all) {
    const here = worth(one)
    if (here > most) {
      found = one
      most = here
    }
  }
  return found
}
