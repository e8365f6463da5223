import { z } from 'zod'
import { Quote, type Relation, type Source, type Stance, type Statement } from './debate'
import type { Id, SourceSpan } from './schema'

/** What the sources of a debate hold, for asking whether something that refers to them still fits. */
export interface Shelf {
  sources: ReadonlyMap<Id, Source>
  turns: ReadonlySet<Id>
  passages: ReadonlySet<Id>
}

export function shelfOf(sources: ReadonlyMap<Id, Source>): Shelf {
  const all = [...sources.values()]
  return {
    sources,
    turns: new Set(all.flatMap((source) => source.turns.map((turn) => turn.id))),
    passages: new Set(all.flatMap((source) => source.passages.map((passage) => passage.id))),
  }
}

/** Tells whether a quote stands in its source, word for word where the text is there. */
export function fitsQuote(quote: Quote, { sources }: Shelf): boolean {
  const text = sources.get(quote.source)?.text
  return (
    fitsSpan(quote, sources) &&
    (text === undefined || text.slice(quote.start, quote.end) === quote.exact)
  )
}

function fitsSpan(span: SourceSpan, sources: ReadonlyMap<Id, Source>): boolean {
  const source = sources.get(span.source)
  return source !== undefined && span.start <= span.end && span.end <= source.length
}

const lostField = 'lostQuotes'
const LostQuotes = z.array(Quote)

/** The quotes of a statement whose words are not to be found in the texts. Repair sets them aside, and they stay. */
export function lostQuotesOf(statement: Statement): readonly Quote[] {
  if (!Object.hasOwn(statement, lostField)) return []
  const field = (statement as { [lostField]?: unknown })[lostField]
  if (typeof field !== 'object' || field === null) return []
  const quotes = knownLost.get(field) ?? LostQuotes.safeParse(field).data ?? []
  knownLost.set(field, quotes)
  return quotes
}

/** The same quotes for the same field, so that they can be told from others like them. */
const knownLost = new WeakMap<object, readonly Quote[]>()

/**
 * The statement with quotes as `change` gives them. One that was set aside is among the others again where it is given
 * another place.
 */
export function withQuotes(statement: Statement, change: (quote: Quote) => Quote): Statement {
  const { [lostField]: _, ...rest } = statement as Statement & { [lostField]?: unknown }
  const setAside = lostQuotesOf(statement).map((quote) => ({ quote, next: change(quote) }))
  const isBack = ({ quote, next }: (typeof setAside)[number]) =>
    next.source !== quote.source || next.start !== quote.start || next.exact !== quote.exact
  const quotes = [
    ...statement.quotes.map(change),
    ...setAside.filter(isBack).map(({ next }) => next),
  ]
  const lost = setAside.filter((one) => !isBack(one)).map(({ next }) => next)
  const changed = { ...rest, quotes }
  return lost.length === 0 ? changed : Object.assign(changed, { [lostField]: lost })
}

/** The statement with the quotes that fit; the others are set aside until their source is there again. */
export function fitStatement(statement: Statement, shelf: Shelf): Statement {
  const setAside = lostQuotesOf(statement)
  const allStay =
    setAside.every((quote) => !fitsQuote(quote, shelf)) &&
    statement.quotes.every((quote) => fitsQuote(quote, shelf))
  if (allStay) return fitReasons(statement, shelf)

  const { [lostField]: _, ...rest } = statement as Statement & { [lostField]?: unknown }
  const quotes = [...statement.quotes, ...setAside]
  const lost = quotes.filter((quote) => !fitsQuote(quote, shelf))
  const found = { ...rest, quotes: quotes.filter((quote) => fitsQuote(quote, shelf)) }
  return fitReasons(lost.length === 0 ? found : { ...found, [lostField]: lost }, shelf)
}

/** The record with reasons that point only at words that are there. The rule's name stays in any case. */
export function fitReasons<R extends Reasoned>(record: R, { sources }: Shelf): R {
  const fits = (span: SourceSpan | null) => span === null || fitsSpan(span, sources)
  if (!record.because || record.because.every(({ from, to }) => fits(from) && fits(to))) {
    return record
  }
  const because = record.because.map((reason) => ({
    ...reason,
    from: fits(reason.from) ? reason.from : null,
    to: fits(reason.to) ? reason.to : null,
  }))
  return { ...record, because }
}
type Reasoned = Pick<Statement | Relation | Stance | Source['turns'][number], 'because'>

/** The source without references to turns, passages and texts that are gone. */
export function fitSource(source: Source, shelf: Shelf): Source {
  const turns = source.turns.map((turn) => {
    const found = turn.replyTo === null || shelf.turns.has(turn.replyTo)
    return fitReasons(found ? turn : { ...turn, replyTo: null }, shelf)
  })
  const passages = source.passages.map((passage) => {
    const found = passage.copyOf === null || shelf.passages.has(passage.copyOf)
    return fitReasons(found ? passage : { ...passage, copyOf: null }, shelf)
  })
  const isSame =
    turns.every((turn, at) => turn === source.turns[at]) &&
    passages.every((passage, at) => passage === source.passages[at])
  return isSame ? source : { ...source, turns, passages }
}
