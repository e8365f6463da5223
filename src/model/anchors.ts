import { findAlike } from './alike'
import type { Quote } from './debate'
import { type Home, homesBetween } from './homes'
import { around, quoteAt } from './quotes'
import { cutsLetter, cutsWord, placesIn, type Shared, sharedFrom } from './sameWords'
import type { Id, Span } from './schema'
import { linesOf } from './textLines'

/** What has become of a quote in a newer text. */
export type Anchor =
  /** The same words, white space aside, at the one place that can be meant. */
  | { state: 'exact'; quote: Quote }
  /** Words that may be these, at one place: elsewhere, or with small changes. A person has to say. */
  | { state: 'moved'; place: Place }
  /** Several places that may be meant, the likeliest first. A person has to say which, or that it is none. */
  | { state: 'ambiguous'; places: readonly Place[] }
  | { state: 'lost' }

/** A place where the words of a quote may stand now. */
export interface Place extends Span {
  /** How many letters differ from the words of the quote. */
  edits: number
  /** What share of the letters is the same: 0..1. */
  likeness: number
}

/** Finds the words of an older text again in a newer one. */
export interface Anchors {
  /** What has become of a quote, with the places that may be meant where nobody but a person can tell. */
  anchor(quote: Quote): Anchor
  /** The same words in the newer text; null where they are gone, or where it is not certain which are meant. */
  quote(quote: Quote): Quote | null
  /** Where the words at a span of the older text have gone for certain. */
  span(span: Span): Span | null
}

/** Words shorter than this stand in any text: they need their surroundings to be found, and are never guessed at. */
export const telling = 32
/** How much of the surroundings is enough to tell one place by, in letters. */
const enough = 16
/** How much of the surroundings tells which of some places is likelier. */
const wide = 600
/** How long a piece of a line shows that something of it is left. */
const trace = 20
/** How many places are offered. */
const offered = 8

/**
 * Ties an older text to a newer one.
 *
 * With the older text known, a quote is looked for at its home: between the nearest lines around it that both texts have.
 * It is certain where nothing there has changed; where its words stand there as often as before, in surroundings that
 * are still theirs, and nothing else there is left of the lines it stood on; or where its home is empty and its lines
 * stand elsewhere, unchanged and only once. Without the older text it is certain only at its old place and between its
 * old surroundings. Everything else is for a person to confirm: the same words elsewhere, and words of which no more
 * than a fifth is changed.
 */
export function anchorsBetween(
  before: string | undefined,
  after: { id: Id; text: string },
): Anchors {
  const { id, text } = after
  const homeOf = before === undefined ? () => null : homesBetween(before, text)
  const known = new Map<string, Span | null>()

  const certain = (quote: Quote): Span | null => {
    const isOld = before?.slice(quote.start, quote.end) === quote.exact
    if (!isOld) return inPlace(quote, text)
    const key = `${quote.start} ${quote.end}`
    const found = known.get(key)
    if (found !== undefined) return found
    const span = certainly(quote, before, text, homeOf(quote))
    known.set(key, span)
    return span
  }
  return {
    anchor(quote) {
      const span = certain(quote)
      if (span) return { state: 'exact', quote: quoteAt(id, text, span) }
      const isOld = before?.slice(quote.start, quote.end) === quote.exact
      const [place, ...others] = placesOf(quote, text, isOld ? homeOf(quote) : null, before)
      if (!place) return { state: 'lost' }
      return others.length > 0
        ? { state: 'ambiguous', places: [place, ...others] }
        : { state: 'moved', place }
    },
    quote(quote) {
      const span = certain(quote)
      return span && quoteAt(id, text, span)
    },
    span: (span) => (before === undefined ? null : certain(quoteAt(id, before, span))),
  }
}

/** Where the words of a quote are for certain, with the text known in which they stood. */
function certainly(quote: Quote, before: string, text: string, home: Home | null): Span | null {
  if (home === null) return null
  if (home.unchanged) return home.unchanged
  const lines = linesAt(before, text, home)
  const inHome = runsOf(lines)
    .flatMap((run) => placesIn(text, quote.exact, run))
    .filter((span) => isWhole(quote, text, span))
  if (inHome.length === 0)
    return home.carried && !leavesTrace(before, home, text, home.parts) ? home.carried : null

  const isTelling = quote.exact.length >= telling
  const least = isTelling ? 1 : 2
  const fitting = inHome.filter((span) => sidesOf(quote, text, span, before) >= least)
  const isOnly = inHome.length === 1 && isTelling
  const one = fitting.length === 1 ? fitting[0] : isOnly ? inHome[0] : undefined
  if (!one || hasTwin(quote, before, home)) return null
  if (hasRival(quote, before, text, home, one)) return null
  return leavesTrace(before, home, text, besidesLines(lines, quote, home, one)) ? null : one
}

/**
 * Whether a quote, or any line of it, stood twice at its home: nobody could tell which of the two is left. Short words
 * are often said twice, and stand apart where what stands around them differs.
 */
function hasTwin(quote: Quote, before: string, { old }: Home): boolean {
  const lines = quote.exact.split('\n').filter((line) => line.trim().length >= trace)
  if (quote.exact.length < telling)
    return placesIn(before, quote.exact, old).some(
      (span) => span.start !== quote.start && sidesOf(quote, before, span, before) > 0,
    )
  return [quote.exact, ...lines].some((words) => placesIn(before, words.trim(), old).length > 1)
}

/** Whether the words stood, or stand now, outside their home in surroundings like theirs. */
function hasRival(quote: Quote, before: string, text: string, home: Home, one: Span): boolean {
  const outside = (parts: readonly Span[]) => (span: Span) =>
    parts.every(({ start, end }) => span.end <= start || end <= span.start)
  const least = Math.max(1, sidesOf(quote, text, one, before))
  const isLike = (whole: string) => (span: Span) => sidesOf(quote, whole, span, before) >= least
  return (
    everyPlace(before, quote.exact)
      .filter(outside([home.old]))
      .some(isLike(before)) ||
    everyPlace(text, quote.exact).filter(outside(home.parts)).some(isLike(text))
  )
}

/** Where the words of a quote are for certain with nothing known but the quote: at its place, in its surroundings. */
function inPlace(quote: Quote, text: string): Span | null {
  const { start, end, exact, prefix, suffix } = quote
  if (text.slice(start, end) !== exact || !isWhole(quote, text, quote)) return null
  const isBare = lettersIn(prefix) + lettersIn(suffix) === 0
  if (isBare && exact.length < telling) return null
  const left = sharedFrom([prefix, prefix.length], [text, start], -1, around)
  const right = sharedFrom([suffix, 0], [text, end], 1, around)
  if (left.letters < lettersIn(prefix) || right.letters < lettersIn(suffix)) return null
  const others = everyPlace(text, exact).filter((other) => other.start !== start)
  if (others.some((other) => exact.length >= telling || sidesOf(quote, text, other) > 0))
    return null
  // A piece of the words elsewhere may be what is left of them, and these here a copy.
  for (let at = 0; at + trace <= exact.length; at += trace) {
    const piece = exact.slice(at, at + trace)
    if (text.indexOf(piece) < start || text.indexOf(piece, end) !== -1) return null
  }
  return { start, end }
}

/** The places that may be meant, the likeliest first. */
function placesOf(quote: Quote, text: string, home: Home | null, before = ''): Place[] {
  const { exact } = quote
  const surroundings = (place: Span) => {
    const [left, right] = sharedAround(quote, text, place, before, wide)
    return (left.letters + right.letters) / (before ? 2 * wide : 64)
  }
  const isTelling = exact.length >= telling
  const same = everyPlace(text, exact).filter(
    (span) => isWhole(quote, text, span) && (isTelling || sidesOf(quote, text, span) > 0),
  )
  const isHome = (span: Span) =>
    home?.parts.some(({ start, end }) => start <= span.start && span.end <= end) ?? false
  const awayFrom = (place: Span) =>
    (isHome(place) ? 0 : 0.5) +
    Math.min(0.5, Math.min(...expected.map((start) => Math.abs(place.start - start))) / 2000)
  // Where the shift of what stands above puts them, and of what stands below.
  const expected = home?.parts.flatMap((part) => [
    part.start + quote.start - home.old.start,
    part.end + quote.start - home.old.end,
  ]) ?? [quote.start]
  const alike = isTelling ? findAlike(text, exact, expected) : []
  const others = alike
    .map((one) => ({ ...widened(quote, text, one), edits: one.edits }))
    .filter((one) => same.every(({ start, end }) => one.end <= start || end <= one.start))
  return [...same.map((span) => ({ ...span, edits: 0 })), ...others]
    .map((place) => ({
      place: { ...place, likeness: 1 - place.edits / exact.length },
      rank: place.edits / exact.length - surroundings(place) + awayFrom(place),
    }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, offered)
    .map(({ place }) => place)
}

/** The places of words in a whole text, spaced as they are. */
function everyPlace(text: string, words: string): Span[] {
  const places: Span[] = []
  if (words === '') return places
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    places.push({ start: at, end: at + words.length })
    if (places.length === most) break
  }
  return places
}

/** Words that stand more often than this say nothing about a place. */
const most = 200

interface Line extends Span {
  /** Whether the next of these lines is the next line of the text too. */
  goesOn: boolean
}

/** The lines at a home, without those in which somebody quotes it: behind a “>” that its own lines do not have. */
function linesAt(before: string, text: string, { parts, lines }: Home): Line[] {
  const isQuoted = lines.some(({ start }) => before[start] === '>')
  const own = lines.map(({ start, end }) => before.slice(start, end))
  const isMeant = (line: Span | undefined): line is Span => {
    if (!line) return false
    const quoted = /^>[>\s]*(.*)$/s.exec(text.slice(line.start, line.end))?.[1]
    return isQuoted || quoted === undefined || !own.some((words) => words.includes(quoted))
  }
  return parts.flatMap((part) => {
    const all = linesOf(text.slice(part.start, part.end)).map(({ start, end }) => ({
      start: part.start + start,
      end: part.start + end,
    }))
    return all.flatMap((line, at) =>
      isMeant(line) ? [{ ...line, goesOn: isMeant(all[at + 1]) }] : [],
    )
  })
}

/** Lines that follow one another, in one piece. */
function runsOf(lines: readonly Line[]): Span[] {
  const runs: Span[] = []
  let start: number | null = null
  for (const line of lines) {
    start ??= line.start
    if (line.goesOn) continue
    runs.push({ start, end: line.end })
    start = null
  }
  return runs
}

/** What stands at a home besides the words and what stood on the same lines with them. */
function besidesLines(lines: readonly Span[], quote: Quote, home: Home, one: Span): Span[] {
  const first = one.start - (quote.start - (home.lines[0]?.start ?? quote.start))
  const last = one.end + ((home.lines.at(-1)?.end ?? quote.end) - quote.end)
  return lines.flatMap(({ start, end }) => [
    { start, end: Math.min(end, first) },
    { start: Math.max(start, last), end },
  ])
}

/** Whether some lines of the newer text hold pieces of the lines on which words stood, which stood nowhere else there. */
function leavesTrace(before: string, { old, lines }: Home, text: string, there: readonly Span[]) {
  if (there.length === 0) return false
  const wordsOf = (whole: string, spans: readonly Span[]) =>
    spans.map(({ start, end }) => (start < end ? whole.slice(start, end) : '')).join('\n')
  const [first, last] = [lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0]
  const beside = wordsOf(before, [
    { start: old.start, end: first },
    { start: last, end: old.end },
  ])
  const now = wordsOf(text, there)
  return lines.some(({ start, end }) => {
    for (let at = start; at < end; at += trace / 2) {
      const from = Math.max(start, Math.min(at, end - trace))
      const piece = before.slice(from, Math.min(from + trace, end))
      if (piece.length === trace && now.includes(piece) && !beside.includes(piece)) return true
    }
    return false
  })
}

/** On how many sides a place has the surroundings of a quote. */
function sidesOf(quote: Quote, text: string, place: Span, before?: string): number {
  const [left, right] = sharedAround(quote, text, place, before, enough)
  // What a quote remembers may be all there was, or all that another program kept.
  const fits = ({ letters, toTheEnd }: Shared, remembered: string) =>
    letters >= enough || toTheEnd || (letters >= enough / 2 && letters === lettersIn(remembered))
  return Number(fits(left, quote.prefix)) + Number(fits(right, quote.suffix))
}

/** How much of its surroundings a quote has at a place: those of the older text, else those it remembers. */
function sharedAround(quote: Quote, text: string, place: Span, before = '', most = enough) {
  const { start, end, exact, prefix, suffix } = quote
  const isKnown = before !== '' && before.slice(start, end) === exact
  const [left, right] = isKnown
    ? ([
        [before, start],
        [before, end],
      ] as const)
    : ([
        [prefix, prefix.length],
        [suffix, 0],
      ] as const)
  return [
    sharedFrom(left, [text, place.start], -1, most),
    sharedFrom(right, [text, place.end], 1, most),
  ] as const
}

const lettersIn = (text: string): number => text.replace(/\s+/g, '').length

/** Whether a place begins and ends as the quote did: not within a letter, and not within a word. */
const isWhole = (quote: Quote, text: string, { start, end }: Span): boolean =>
  !isCut(text, start, cutsAtStart(quote)) && !isCut(text, end, cutsAtEnd(quote))

const isCut = (text: string, at: number, mayCutWord: boolean): boolean =>
  cutsLetter(text, at) || (!mayCutWord && cutsWord(text, at))

const cutsAtStart = ({ prefix, exact }: Quote) => cutsWord(prefix + exact, prefix.length)
const cutsAtEnd = ({ exact, suffix }: Quote) => cutsWord(exact + suffix, exact.length)

/** A place with its first and last words whole. */
function widened(quote: Quote, text: string, { start, end }: Span): Span {
  let [from, until] = [start, end]
  while (from > 0 && isCut(text, from, cutsAtStart(quote))) from--
  while (until < text.length && isCut(text, until, cutsAtEnd(quote))) until++
  return { start: from, end: until }
}
