import type { Debate, Term } from '../model/debate'
import type { Id, Span } from '../model/schema'
import { stem } from './stems'
import { foldedWords, type Words, wordsOf } from './words'

/** A place in a debate's words where a term stands. */
export interface Match {
  /** The source the span counts into; null for the words of a statement that no source has. */
  source: Id | null
  /** The words matched, in UTF-16 code units. */
  span: Span
  /** The passage they stand in; null where the source's text is not there. */
  passage: Id | null
  /** The statements that rest on them. */
  statements: readonly Id[]
}

/** How many statements and passages have a term, or any of several, and where. */
export interface Matches {
  statements: number
  passages: number
  /** In the order of the texts. */
  places: Match[]
}

/** The matches of a position's terms: one by one, in their order, and of all of them together. */
export interface PositionMatches extends Matches {
  terms: Matches[]
}

/** A piece of text that is searched, and what stands where in it. */
interface Piece {
  source: Id | null
  /** Where the piece starts in its source. */
  offset: number
  words: Words
  passages: Spread
  statements: Spread
}

/**
 * The words of a debate, to look terms up in: by whole words, capitals and endings aside, as the parser does.
 *
 * Only what people say is searched: no headings, furniture or second prints. Making one reads the whole debate once;
 * looking a term up then costs about as much as the term has places.
 */
export class WordIndex {
  private readonly pieces: Piece[]
  /** For each stem where it stands, as piece and word, one after the other. */
  private readonly places = new Map<string, number[]>()

  constructor({ sources, statements }: Pick<Debate, 'sources' | 'statements'>) {
    this.pieces = piecesOf({ sources, statements })
    for (const [index, { words }] of this.pieces.entries())
      for (const [at, key] of words.keys.entries()) {
        const one = stem(key)
        const places = this.places.get(one)
        if (places) places.push(index, at)
        else this.places.set(one, [index, at])
      }
  }

  /** Where a word or phrase stands. Nothing where it has no words. */
  matchesOf(words: string): Matches {
    return gathered(this.find(words))
  }

  /** How many statements and passages each term of a position finds, and all of them together. */
  matchesOfTerms(terms: readonly Pick<Term, 'words'>[]): PositionMatches {
    const found = terms.map(({ words }) => this.matchesOf(words))
    return { ...gathered(found.flatMap(({ places }) => places)), terms: found }
  }

  private find(term: string): Match[] {
    const stems = foldedWords(term).map(stem)
    // The rarest word of a phrase has the fewest places to try.
    const tries = stems.map((one) => this.places.get(one) ?? [])
    const step = tries.reduce(
      (best, one, at) => (one.length < (tries[best]?.length ?? 0) ? at : best),
      0,
    )
    const places = tries[step] ?? []
    const found: Match[] = []
    for (let next = 0; next < places.length; next += 2) {
      const piece = this.pieces[places[next] ?? 0]
      const first = (places[next + 1] ?? 0) - step
      if (!piece || first < 0) continue
      if (stems.every((one, at) => stem(piece.words.keys[first + at] ?? '') === one))
        found.push(...matchAt(piece, first, first + stems.length))
    }
    return found
  }
}

/** The match of some words of a piece; none where they stand in nothing that anybody says. */
function matchAt(
  { source, offset, words, passages, statements }: Piece,
  first: number,
  end: number,
): Match[] {
  const span = { start: words.starts[first] ?? 0, end: words.ends[end - 1] ?? 0 }
  const [passage = null] = passages.around(span)
  const resting = statements.around(span)
  if (passage === null && resting.length === 0) return []
  return [
    {
      source,
      span: { start: offset + span.start, end: offset + span.end },
      passage,
      statements: resting,
    },
  ]
}

function gathered(places: Match[]): Matches {
  const statements = new Set(places.flatMap((one) => one.statements))
  const passages = new Set(places.map((one) => one.passage))
  passages.delete(null)
  return { statements: statements.size, passages: passages.size, places }
}

/** A source with its text is one piece; without it each quote of it is one, and so is a statement without quotes. */
function piecesOf({ sources, statements }: Pick<Debate, 'sources' | 'statements'>): Piece[] {
  const quoted = new Map<Id, { id: Id; start: number; end: number }[]>()
  const pieces: Piece[] = []
  const none = new Spread([])
  for (const { id, text, quotes } of statements.values()) {
    if (quotes.length === 0) {
      const whole = new Spread([{ id, start: 0, end: text.length }])
      pieces.push({
        source: null,
        offset: 0,
        words: wordsOf(text),
        passages: none,
        statements: whole,
      })
    }
    for (const { source, start, end, exact } of quotes) {
      if (sources.get(source)?.text !== undefined) {
        const all = quoted.get(source)
        if (all) all.push({ id, start, end })
        else quoted.set(source, [{ id, start, end }])
        continue
      }
      const whole = new Spread([{ id, start: 0, end: exact.length }])
      pieces.push({
        source,
        offset: start,
        words: wordsOf(exact),
        passages: none,
        statements: whole,
      })
    }
  }
  for (const { id, text, passages } of sources.values()) {
    if (text === undefined) continue
    const said = passages.filter(({ role }) => role === 'speech' || role === 'quotation')
    pieces.push({
      source: id,
      offset: 0,
      words: wordsOf(text),
      passages: new Spread(said),
      statements: new Spread(quoted.get(id) ?? []),
    })
  }
  return pieces
}

/** Named spans of one text, to ask which of them hold a smaller one. They may overlap. */
class Spread {
  private readonly spans: { id: Id; start: number; end: number }[]
  /** For each span how far it and all before it reach. */
  private readonly reach: number[] = []

  constructor(spans: readonly { id: Id; start: number; end: number }[]) {
    this.spans = [...spans].sort((one, other) => one.start - other.start || one.end - other.end)
    let reach = 0
    for (const { end } of this.spans) {
      reach = Math.max(reach, end)
      this.reach.push(reach)
    }
  }

  around({ start, end }: Span): Id[] {
    const found: Id[] = []
    for (let at = this.lastFrom(start); at >= 0 && (this.reach[at] ?? 0) >= end; at--) {
      const span = this.spans[at]
      if (span && span.end >= end) found.unshift(span.id)
    }
    return found
  }

  /** The last span that starts at or before an offset, -1 where there is none. */
  private lastFrom(offset: number): number {
    let low = 0
    let high = this.spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.spans[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
