import type { Block, CutText } from './blocks'
import {
  addresses,
  asks,
  callsSomebody,
  goesOn,
  ofMyOwn,
  ofTheirWords,
  ofThePost,
  opensAgreeing,
  opensClarifying,
  opensDisagreeing,
  opensPolitely,
  opensTalking,
  pointsBack,
  requests,
} from './cues'
import type { SignName } from './signs'
import { tellingStems } from './words'

/** How a block speaks, whatever stands around it. */
export interface Manner {
  /** The signs that its first sentence gives by itself. */
  signs: readonly SignName[]
  thanks: boolean
  goesOn: boolean
  /** Opens on "So, …" or "But …". */
  goesOnShortly: boolean
  asAuthor: boolean
  ofPost: boolean
  toSomebody: boolean
  asks: boolean
  /** Begins in lower case. */
  isSmall: boolean
  isShortQuestion: boolean
  isAllQuestions: boolean
  /** Its last sentence asks, or asks for something without a question mark. */
  endsAsking: boolean
  endsRequesting: boolean
  announces: boolean
  /** The same of its opening, which may be longer than a sentence. */
  soon: { asAuthor: boolean; ofPost: boolean; toSomebody: boolean }
  words: number
  stems: ReadonlySet<number>
}

/** How far into a block its opening reaches, in code units. */
const openingLength = 600

/** Looks at how a block speaks. Words that are quoted ask nobody. */
export function mannerOf({ text, words }: CutText, block: Block, isCopy: boolean): Manner {
  const sentences = block.sentences.map(({ start, end }) => text.slice(start, end))
  const first = sentences[0] ?? ''
  const last = sentences.at(-1) ?? ''
  // "I see." and "In light of that, I'm confused." only lead to what is said.
  const said = first.length < 40 ? `${first} ${sentences[1] ?? ''}` : first
  const opening = text.slice(block.start, Math.min(block.end, block.start + openingLength))
  const isShort = sentences.length <= 2 && block.end - block.start < 140
  const goes = goesOn.test(first)
  const isShortQuestion = isShort && asks(first) && !isCopy
  return {
    signs: openingSigns
      .filter(([, isThere]) => isThere(first, goes, isShortQuestion))
      .map(([name]) => name),
    thanks: opensPolitely.test(first),
    goesOn: goes,
    goesOnShortly: /^(?:so|well|and|but)\b/i.test(first),
    asAuthor: ofMyOwn.test(said),
    ofPost: ofThePost.test(said),
    toSomebody: addresses.test(said),
    asks: asks(first),
    isSmall: /^\p{Ll}/u.test(first),
    isShortQuestion,
    isAllQuestions: sentences.every(asks),
    endsAsking: asks(last),
    endsRequesting: requests.test(last),
    announces: text[block.end - 1] === ':',
    soon: {
      asAuthor: ofMyOwn.test(opening),
      ofPost: /\bth(?:is|e) (?:post|article|author|op)\b/i.test(opening),
      toSomebody: addresses.test(opening),
    },
    words: block.endWord - block.firstWord,
    stems: new Set(tellingStems(words, block, 200)),
  }
}

type IsThere = (first: string, goesOn: boolean, isShortQuestion: boolean) => boolean

/** What the first sentence of a block says of its voice, whoever spoke before. */
const openingSigns: readonly (readonly [SignName, IsThere])[] = [
  ['thanks', (first) => opensPolitely.test(first)],
  ['says what was meant', (first) => opensClarifying.test(first)],
  ['explains words quoted', (first) => /[“"]/.test(first) && opensClarifying.test(first)],
  ['speaks of what somebody said', (first) => ofTheirWords.test(first)],
  ['disagrees', (first, goes) => !goes && opensDisagreeing.test(first)],
  ['agrees', (first) => opensAgreeing.test(first)],
  ['talks', (first) => opensTalking.test(first)],
  ['points back', (first) => pointsBack.test(first)],
  ['aside', (first) => /^[([]/.test(first)],
  ['calls somebody', (first, goes) => !goes && callsSomebody.test(first)],
  ['says I', (first) => /^i\b/i.test(first)],
  ['asks', (first, _, isShort) => !isShort && asks(first)],
  ['short question', (_, __, isShort) => isShort],
]
