import type { Debate, Passage, Source } from '../model/debate'
import type { Id, Span } from '../model/schema'
import { type Quoted, quotedIn } from './quoted'

/** What becomes of some words in the map. Words in a statement’s quote are a statement, whatever else they are. */
export type CoverState = 'statement' | 'quotation' | 'repeat' | 'heading' | 'furniture' | 'unmapped'

/** A stretch of one passage in one state. */
export interface Cover extends Span {
  state: CoverState
  /** The statements that rest on these words, the longest quote first; empty in any other state. */
  statements: readonly Id[]
  turn: Id | null
}

/** How many words of speech a turn, or a text, has, and how many of them are in the map. */
export interface CoverFigure {
  words: number
  mapped: number
}

export interface Coverage {
  /** In the order of the text: together they are the passages, and none lies on another. */
  covers: readonly Cover[]
  whole: CoverFigure
  /** By turn, in the order of the text; a turn without words of speech is left out. */
  turns: ReadonlyMap<Id, CoverFigure>
  /** The stretches of speech that no statement rests on, in the order of the text, each with a word in it. */
  unmapped: readonly Cover[]
}

const known = new WeakMap<Source, { statements: Debate['statements']; made: Coverage }>()

/** What of a source is in the map. Made once for a debate’s statements; takes time in proportion to the text. */
export function coverageOf(debate: Pick<Debate, 'statements'>, source: Source): Coverage {
  const before = known.get(source)
  if (before?.statements === debate.statements) return before.made
  const made = coverageBy(source, quotedIn(debate, source.id))
  known.set(source, { statements: debate.statements, made })
  return made
}

/**
 * What of a source is quoted. `quoted` stands in the order of the text.
 *
 * ```text
 * No. The snow lies for weeks, as I said.
 * uuuu                                     unmapped
 *     sssssssssssssssssssssss              statement
 *                            uuuuuuuuuuuu  unmapped
 * ```
 */
export function coverageBy(
  { text, passages, length }: Pick<Source, 'text' | 'passages' | 'length'>,
  quoted: readonly Quoted[],
): Coverage {
  const covers: Cover[] = []
  const unmapped: Cover[] = []
  const whole = { words: 0, mapped: 0 }
  const turns = new Map<Id, CoverFigure>()
  const open = openQuotes(quoted)

  for (const passage of passages) {
    const isSpeech = passage.role === 'speech'
    const starts = isSpeech ? wordStarts(text, passage, length) : []
    let word = 0
    for (const { start, end, statements } of open.piecesOf(passage)) {
      const state = stateOf(passage, statements)
      const cover: Cover = { start, end, state, statements, turn: passage.turn }
      covers.push(cover)

      const from = word
      while (word < starts.length && (starts[word] ?? 0) < end) word++
      const words = word - from
      if (words === 0) continue
      if (state === 'unmapped') unmapped.push(cover)
      const mapped = state === 'statement' ? words : 0
      for (const figure of [whole, ...figureOf(turns, passage.turn)]) {
        figure.words += words
        figure.mapped += mapped
      }
    }
  }
  return { covers, whole, turns, unmapped }
}

function figureOf(turns: Map<Id, CoverFigure>, turn: Id | null): CoverFigure[] {
  if (turn === null) return []
  const figure = turns.get(turn) ?? { words: 0, mapped: 0 }
  turns.set(turn, figure)
  return [figure]
}

function stateOf({ role }: Passage, statements: readonly Id[]): CoverState {
  if (statements.length > 0) return 'statement'
  return role === 'speech' ? 'unmapped' : role
}

/** Cuts passages, handed over in the order of the text, where quotes begin and end. */
function openQuotes(quoted: readonly Quoted[]) {
  let next = 0
  let open: Quoted[] = []

  return {
    *piecesOf({ start, end }: Span): Generator<Span & { statements: readonly Id[] }> {
      for (let at = start; at < end; ) {
        for (let quote = quoted[next]; quote && quote.start <= at; quote = quoted[++next])
          open.push(quote)
        open = open.filter((quote) => quote.end > at)
        const starts = quoted[next]?.start ?? end
        const stop = open.reduce(
          (least, quote) => Math.min(least, quote.end),
          Math.min(starts, end),
        )
        const statements = [...new Set(open.map(({ statement }) => statement))]
        yield { start: at, end: stop, statements }
        at = stop
      }
    },
  }
}

/**
 * Where the words of a stretch of text begin. A word is a run of letters and digits, with the apostrophes and hyphens
 * within it, that has a letter: the numbers of a list are no words. Of scripts that leave no room between words each
 * sign counts as one.
 *
 * A text that is not in the map is taken to have a word every six characters, as English has.
 */
export function wordStarts(text: string | undefined, { start, end }: Span, length = end): number[] {
  if (text === undefined) {
    const count = Math.ceil((Math.min(end, length) - start) / 6)
    return Array.from({ length: Math.max(0, count) }, (_, at) => start + at * 6)
  }
  const starts: number[] = []
  let run = -1
  let hasLetter = false
  const close = () => {
    if (run !== -1 && hasLetter) starts.push(run)
    run = -1
    hasLetter = false
  }
  for (let at = start; at < end; at++) {
    const kind = kindAt(text, at, end)
    const goesOn = kind === joiner && run !== -1 && isPart(text, at + 1, end)
    if (kind === letter || kind === other) {
      if (run === -1) run = at
      hasLetter ||= kind === letter
    } else if (!goesOn) close()
    if (kind === sign) starts.push(at)
    if (isHigh(text.charCodeAt(at)) && at + 1 < end) at++
  }
  close()
  return starts
}

// What a character is to a word: none of it; a letter; a digit or a mark; what may join two parts; a word by itself.
const [none, letter, other, joiner, sign] = [1, 2, 3, 4, 5]
/** The kinds of the characters met so far, by code unit; nought for those not met yet. */
const kinds = new Uint8Array(0x10000)

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00

/** Whether a word can go on after a joiner: with a letter or a digit, but not with a mark. */
const isPart = (text: string, at: number, end: number) =>
  at < end && /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))

function kindAt(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at)
  if (isHigh(code) && at + 1 < end) return kindOf(text.slice(at, at + 2))
  const known = kinds[code]
  if (known) return known
  const kind = kindOf(text.charAt(at))
  kinds[code] = kind
  return kind
}

function kindOf(character: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return sign
  if (/\p{L}/u.test(character)) return letter
  if (/[\p{M}\p{N}]/u.test(character)) return other
  return /['’\-‑]/u.test(character) ? joiner : none
}

/** A share of words in whole hundredths: all only where it is all, none only where it is none. null for no words. */
export function percentOf({ words, mapped }: CoverFigure): number | null {
  if (words === 0) return null
  if (mapped === 0 || mapped === words) return (100 * mapped) / words
  return Math.min(99, Math.max(1, Math.round((100 * mapped) / words)))
}

/** The stretch in which an offset lies, or else the next one; the last where there is none. Halves its way to it. */
export function coverAt({ covers }: Coverage, offset: number): Cover | null {
  let [low, high] = [0, covers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const cover = covers[middle]
    if (cover && cover.end <= offset) low = middle + 1
    else high = middle
  }
  return covers[low] ?? covers.at(-1) ?? null
}

/** The unmapped stretch that comes after an offset, or before it, and which of all it is, from nought. null where none does. */
export function nextUnmapped(
  { unmapped }: Coverage,
  from: number,
  step: 1 | -1,
): { cover: Cover; at: number } | null {
  const at =
    step === 1
      ? unmapped.findIndex(({ start }) => start > from)
      : unmapped.findLastIndex(({ start }) => start < from)
  const cover = unmapped[at]
  return cover ? { cover, at } : null
}
