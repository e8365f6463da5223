import { type Anchor, type Anchors, anchorsBetween, type Place } from './anchors'
import type { Debate, Quote, Source, Statement } from './debate'
import { newestOf, supersededBy } from './earlier'
import { lostQuotesOf } from './fit'
import type { Id } from './schema'

// Quotes whose words are no longer in their text, or not for certain, are not moved by anybody but a person. What could
// be meant by them is not stored: it follows from the texts, the same for every reader.

/** A quote that a person has to settle: its words may stand at one place of the text of today, or at one of some. */
export interface Unsettled {
  statement: Id
  quote: Quote
  /** The text of today in which the places lie. */
  source: Source
  /** The likeliest first; a quote with one place has moved, one with several is ambiguous. */
  places: readonly Place[]
}

/** What a quote waits for; null where it is where it belongs, where its words are gone, or where a person kept it. */
export function unsettledQuote(
  { sources }: Pick<Debate, 'sources'>,
  statement: Statement,
  quote: Quote,
): Unsettled | null {
  const source = sources.get(quote.source)
  const isSetAside = lostQuotesOf(statement).includes(quote)
  if (quote.kept || (source && supersededBy(source) === null && !isSetAside)) return null
  // The text of a quote may be gone, and come again under another name.
  const texts = source ? [sources.get(supersededBy(source) ?? source.id)] : newestOf(sources)
  for (const text of texts) {
    if (text?.text === undefined) continue
    const places = placesOf(anchorIn(source ?? text, text, quote))
    if (places.length > 0) return { statement: statement.id, quote, source: text, places }
  }
  return null
}

/** The quotes of a statement that wait for a person, those that were set aside as lost among them. */
export function unsettledOf(debate: Pick<Debate, 'sources'>, statement: Statement): Unsettled[] {
  const all = [...statement.quotes, ...lostQuotesOf(statement)]
  return all.flatMap((quote) => unsettledQuote(debate, statement, quote) ?? [])
}

/** Whether a quote waits at one place only, and the very words stand there. */
export const isWordForWord = ({ places }: Unsettled): boolean =>
  places.length === 1 && places[0]?.edits === 0

/** What a card says of a statement whose quotes wait; null where none does. */
export function stateOfQuotes(debate: Debate, statement: Statement): 'moved' | 'unclear' | null {
  const all = unsettledOf(debate, statement)
  if (all.length === 0) return null
  return all.some(({ places }) => places.length > 1) ? 'unclear' : 'moved'
}

/** All quotes of a debate that wait for a person, in the order of the texts. */
export function unsettledIn(debate: Debate): Unsettled[] {
  const place = new Map([...debate.sources.keys()].map((id, at) => [id, at]))
  return [...debate.statements.values()]
    .flatMap((statement) => unsettledOf(debate, statement))
    .sort(
      (a, b) =>
        (place.get(a.source.id) ?? 0) - (place.get(b.source.id) ?? 0) ||
        a.quote.start - b.quote.start,
    )
}

/** How many quotes rest on words that are gone: kept, in the earlier version of their text. */
export const goneIn = (debate: Debate): number =>
  [...debate.statements.values()].reduce((sum, statement) => {
    const isGone = (quote: Quote) => {
      const source = debate.sources.get(quote.source)
      const isNewest = source !== undefined && supersededBy(source) === null
      return !quote.kept && !isNewest && unsettledQuote(debate, statement, quote) === null
    }
    return sum + statement.quotes.filter(isGone).length
  }, 0)

/** Words that are for certain elsewhere, in a quote that nobody moved: they too are only offered. */
function placesOf(anchor: Anchor): readonly Place[] {
  if (anchor.state === 'ambiguous') return anchor.places
  if (anchor.state === 'moved') return [anchor.place]
  if (anchor.state === 'lost') return []
  return [{ start: anchor.quote.start, end: anchor.quote.end, edits: 0, likeness: 1 }]
}

/** Comparing two texts is dear, and each is the same object for as long as it is open. */
const known = new WeakMap<Source, WeakMap<Source, Anchors>>()
const answers = new WeakMap<Anchors, WeakMap<Quote, Anchor>>()

function anchorIn(source: Source, newest: Source, quote: Quote): Anchor {
  const anchors = anchorsOf(source, newest)
  const own = answers.get(anchors) ?? new WeakMap<Quote, Anchor>()
  const anchor = own.get(quote) ?? anchors.anchor(quote)
  answers.set(anchors, own.set(quote, anchor))
  return anchor
}

function anchorsOf(source: Source, newest: Source): Anchors {
  const own = known.get(newest) ?? new WeakMap<Source, Anchors>()
  const { id, text = '' } = newest
  const before = source === newest ? undefined : source.text
  const anchors = own.get(source) ?? anchorsBetween(before, { id, text })
  known.set(newest, own.set(source, anchors))
  return anchors
}
