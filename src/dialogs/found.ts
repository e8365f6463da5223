import { placeInFull, whereIs } from '../graph/whereabouts'
import type { Debate } from '../model/debate'
import type { Span } from '../model/schema'
import { type Match, type Matches, WordIndex } from '../parse/matches'

/** How many statements and passages have a term. */
export type Count = Pick<Matches, 'statements' | 'passages'>

/** Words of the debate in which terms stand, cut into what matches and what stands around it. */
export interface Example {
  pieces: { text: string; isMatch: boolean }[]
  /** "Text 004, turn 12"; null for what a person wrote into the map. */
  place: string | null
}

/** What the terms of a position find. */
export interface Found {
  all: Count
  terms: Count[]
  /** A few places, of the term that is looked at or of all of them. */
  examples: Example[]
}

/** The part of a debate in which terms are looked up. */
export type Searched = Pick<Debate, 'sources' | 'statements'>

/** How many examples are shown, and how much stands around the words of each, in letters. */
const [most, around] = [4, 90]

/** Looks up terms in a debate. Reading the debate for it is the slow part, and is done once. */
export class Finder {
  private readonly index: WordIndex

  constructor(private readonly debate: Searched) {
    this.index = new WordIndex(debate)
  }

  /** What terms find. Examples are of the term at `shown`, or of all where that is null. */
  find(terms: readonly string[], shown: number | null): Found {
    const found = this.index.matchesOfTerms(terms.map((words) => ({ words })))
    const places = (shown === null ? null : found.terms[shown]?.places) ?? found.places
    return { all: countOf(found), terms: found.terms.map(countOf), examples: this.examples(places) }
  }

  /** The passages with most of the places, those that make a statement before others. */
  private examples(places: readonly Match[]): Example[] {
    const inPassages = new Map<string, Match[]>()
    for (const place of places) {
      const key = `${place.source} ${place.passage ?? place.statements[0]}`
      const those = inPassages.get(key)
      if (those) those.push(place)
      else inPassages.set(key, [place])
    }
    return [...inPassages.values()]
      .sort((one, other) => worth(other) - worth(one))
      .slice(0, most)
      .flatMap((those) => this.exampleOf(those) ?? [])
  }

  private exampleOf(places: readonly Match[]): Example | null {
    const [first] = places
    const text = first && this.textOf(first)
    if (!first || !text) return null
    const start = wordStart(text, Math.max(0, first.span.start - around))
    const end = wordEnd(text, Math.min(text.length, first.span.end + around))
    const spans = places
      .map(({ span }) => span)
      .filter((one) => one.start >= start && one.end <= end)
    return {
      pieces: piecesOf(text, { start, end }, spans),
      place: first.source
        ? placeInFull(whereIs(this.debate, { source: first.source, start: first.span.start }))
        : null,
    }
  }

  /** The text that a match counts into; for quotes without their text, the words alone. */
  private textOf({ source, statements }: Match): string | null {
    if (source === null) return this.debate.statements.get(statements[0] ?? '')?.text ?? null
    return this.debate.sources.get(source)?.text ?? null
  }
}

const countOf = ({ statements, passages }: Matches): Count => ({ statements, passages })

/** How much a passage shows of what the terms find. */
const worth = (places: readonly Match[]): number =>
  places.length + (places[0] && places[0].statements.length > 0 ? 1000 : 0)

/** A stretch of text cut at the spans that match; overlapping ones are one. */
function piecesOf(text: string, { start, end }: Span, spans: readonly Span[]): Example['pieces'] {
  const pieces: Example['pieces'] = []
  let at = start
  const put = (to: number, isMatch: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to).replace(/\s+/g, ' '), isMatch })
    at = Math.max(at, to)
  }
  if (start > 0) pieces.push({ text: '… ', isMatch: false })
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    put(span.start, false)
    put(span.end, true)
  }
  put(end, false)
  if (end < text.length) pieces.push({ text: ' …', isMatch: false })
  return pieces
}

/** The first place from an offset on where a word begins. */
function wordStart(text: string, offset: number): number {
  if (offset === 0) return 0
  const gap = text.slice(offset, offset + around).search(/\s\S/)
  return gap < 0 ? offset : offset + gap + 1
}

/** The last place before an offset where a word ends. */
function wordEnd(text: string, offset: number): number {
  if (offset === text.length) return offset
  const tail = text.slice(offset - around, offset)
  const gap = tail.search(/\s+\S*$/)
  return gap < 0 ? offset : offset - around + gap
}
