import type { Anchor } from '../model/anchors'
import { clip } from '../model/clip'
import type { Debate, Passage, Source } from '../model/debate'
import type { Id } from '../model/schema'
import type { Doubt } from '../parse/doubts'
import type { Proposal } from '../parse/proposals'
import type { SourceReport } from '../parse/report'
import type { Refused, Resemblance } from './incoming'

/** The name under which pasted words come in. */
export const pastedName = 'pasted.txt'

/** What was understood of some incoming texts, before anything changes. */
export interface Preview {
  texts: TextPreview[]
  refused: Refused[]
  /** Positions that the texts argue about and the map does not have. */
  proposals: Proposal[]
  /** How many statements of the map's other texts come, go or change, since words were found to be quoted. */
  elsewhere: number
}

/** What was understood of one of them. */
export interface TextPreview {
  /** Its place among the incoming texts. */
  at: number
  name: string
  report: SourceReport
  url: string | null
  authors: string[]
  /** How many statements bear on how many positions of the map. */
  bears: { statements: number; positions: number }
  /** How many links lead to statements of other texts. */
  across: number
  /** The first passages, as they were understood. */
  begins: Excerpt[]
  doubts: { says: string; words: string }[]
  /** All doubts there are; only the first are told. */
  doubtCount: number
  /** The text of the map that it seems to be. */
  resembles: Resemblance | null
  /** What reading that one again with it would do; null where it is another text. */
  again: Again | null
}

/** What reading a text again does: to statements, and to the quotes that rested on it. */
export interface Again {
  added: number
  gone: number
  yours: number
  quotes: Readonly<Record<Anchor['state'], number>>
}

/** A passage as it was understood: whose, what it is, and which of its words make a statement. */
export interface Excerpt {
  role: Passage['role']
  /** The number of its turn, counted from one; null outside of every turn. */
  turn: number | null
  speaker: string | null
  /** Its words in pieces; every other piece, from the second on, is the quote of a statement. */
  pieces: string[]
}

/** How many passages are shown, and how many letters of each. */
const shown = 5
const longest = 320

/** The first passages of a text that are not the site's own words. */
export function beginningOf(source: Source, debate: Debate): Excerpt[] {
  const text = source.text ?? ''
  const turns = new Map(source.turns.map((turn, at) => [turn.id, { at, turn }]))
  const first = source.passages.filter(({ role }) => role !== 'furniture').slice(0, shown)
  const last = first.at(-1)?.end ?? 0
  const quotes = [...debate.statements.values()]
    .flatMap((statement) => statement.quotes)
    .filter((quote) => quote.source === source.id && quote.start < last)
    .sort((a, b) => a.start - b.start)
  return first.map(({ role, turn, start, end }) => {
    const stop = end - start <= longest ? end : text.lastIndexOf(' ', start + longest)
    const until = stop > start ? stop : start + longest
    const pieces: string[] = []
    let at = start
    for (const quote of quotes) {
      if (quote.start < at || quote.start >= until) continue
      pieces.push(text.slice(at, quote.start), text.slice(quote.start, Math.min(quote.end, until)))
      at = Math.min(quote.end, until)
    }
    pieces.push(text.slice(at, until) + (until < end ? '…' : ''))
    const whose = turn === null ? undefined : turns.get(turn)
    return {
      role,
      turn: whose ? whose.at + 1 : null,
      speaker: whose?.turn.speaker ?? null,
      pieces,
    }
  })
}

/** How many doubts are told in words. */
const told = 4

/** The first doubts about a text with the words they are about. */
export function doubtsAbout(source: Source, doubts: readonly Doubt[]) {
  const own = doubts.filter((doubt) => doubt.source === source.id)
  return {
    doubtCount: own.length,
    doubts: own.slice(0, told).map(({ start, end, says }) => ({
      says,
      words: clip((source.text ?? '').slice(start, end), 100),
    })),
  }
}

/** How much of a text bears on the positions of a debate, and on its other texts. */
export function bearingOf(source: Id, { statements, stances, relations }: Debate) {
  const isOwn = (statement: Id) => statements.get(statement)?.quotes[0]?.source === source
  const own = [...stances.values()].filter((stance) => isOwn(stance.statement))
  return {
    bears: {
      statements: new Set(own.map(({ statement }) => statement)).size,
      positions: new Set(own.map(({ position }) => position)).size,
    },
    across: [...relations.values()].filter(
      ({ from, to }) =>
        statements.has(to) && isOwn(from) !== isOwn(to) && (isOwn(from) || isOwn(to)),
    ).length,
  }
}
