import { applyStep, type Change, type Step } from './change'
import type { Debate, Quote, Reason, Statement } from './debate'
import { found } from './edits'
import { withQuotes } from './fit'
import { quoteAt } from './quotes'
import { replaceStep } from './replaceStep'
import { isOwn } from './rereadStatements'
import { sameValue } from './sameValue'
import type { Id, SourceSpan } from './schema'
import { mergeChanges } from './splitAndMerge'
import type { Unsettled } from './unsettled'

// What a person makes of a quote whose words are no longer where they were, each as one step.

/**
 * Moves a quote of a statement to the words at a place of the text of today: a person has said that these are the words.
 *
 * A headline that was the quoted words becomes the words of today; what rests on these words goes along. Where the parser
 * has made another statement of them, and nobody has touched it, the two become one. Throws where the text is not there.
 */
export function settleQuote(debate: Debate, id: Id, quote: Quote, place: SourceSpan): Step {
  const statement = found(debate, 'statements', id)
  const text = debate.sources.get(place.source)?.text
  if (text === undefined) throw new RangeError(`The debate has no text ${place.source}`)
  const moved = quoteAt(place.source, text, place)
  const settled: Statement = {
    ...withQuotes(statement, (one) => (sameValue(one, quote) ? moved : one)),
    ...(oneLine(statement.text) === oneLine(quote.exact) && { text: oneLine(moved.exact) }),
    ...(statement.because && { because: followed(statement.because, quote, moved) }),
  }
  const twin = twinOf(debate, statement, moved)
  const merged = twin && mergeChanges(debate, twin, settled)
  const own = merged ? { ...merged.into, quotes: settled.quotes } : settled
  const isSame = oneLine(quote.exact) === oneLine(moved.exact)
  return {
    name: `move quote to ${isSame ? 'its place' : 'its new words'}`,
    changes: [
      ...withReasonsAt(debate, quote, moved, merged?.changes ?? []),
      { kind: 'statements', id, record: own },
    ],
  }
}

/** Moves several quotes at once, each to the first of its places. */
export function settleAll(debate: Debate, all: readonly Unsettled[]): Step {
  let after = debate
  for (const { statement, quote, source, places } of all) {
    const [place] = places
    // Another quote may have taken the statement with it.
    if (!place || !after.statements.has(statement)) continue
    const span = { source: source.id, start: place.start, end: place.end }
    after = applyStep(after, settleQuote(after, statement, quote, span))
  }
  return replaceStep(`move ${all.length} quotes to their places`, debate, after)
}

/** Keeps a quote on the words as they were: what stands in the text of today is not what is meant. */
export function keepQuote(debate: Debate, id: Id, quote: Quote): Step {
  const statement = found(debate, 'statements', id)
  const record = withQuotes(statement, (one) =>
    sameValue(one, quote) ? { ...one, kept: true } : one,
  )
  return { name: 'keep the earlier words', changes: [{ kind: 'statements', id, record }] }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What the parser made of words that a quote moves to, where it is nobody's work and nothing else was read from them. */
function twinOf(debate: Debate, statement: Statement, words: SourceSpan): Statement | null {
  const isTouched = (one: Statement) =>
    isOwn(one) ||
    one.credence !== null ||
    debate.places.has(one.id) ||
    [...debate.annotations.values()].some(({ target }) => target === one.id)
  const twin = [...debate.statements.values()].find(
    (one) =>
      one.id !== statement.id &&
      one.quotes.length === 1 &&
      one.quotes.every((quote) => isShared(quote, words)),
  )
  return twin && !isTouched(twin) ? twin : null
}

/** Whether two spans share most of their words. */
const isShared = (one: SourceSpan, other: SourceSpan): boolean =>
  one.source === other.source &&
  Math.min(one.end, other.end) - Math.max(one.start, other.start) >
    0.5 * (Math.max(one.end, other.end) - Math.min(one.start, other.start))

/** Reasons with the ends that rest on the very words of a quote where these stand now. */
function followed(because: Reason[], quote: SourceSpan, moved: SourceSpan): Reason[] {
  const { source, start, end } = moved
  const follow = (span: SourceSpan | null) =>
    span && isSamePlace(span, quote) ? { ...span, source, start, end } : span
  return because.map((reason) => ({
    ...reason,
    from: follow(reason.from),
    to: follow(reason.to),
  }))
}

const isSamePlace = (one: SourceSpan, other: SourceSpan): boolean =>
  one.source === other.source && one.start === other.start && one.end === other.end

/** Some changes, and with them the links and sides that rest on the words of a quote. */
function withReasonsAt(
  debate: Debate,
  quote: SourceSpan,
  moved: SourceSpan,
  changes: readonly Change[],
): Change[] {
  const changed = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]))
  for (const kind of ['relations', 'stances'] as const)
    for (const held of debate[kind].values()) {
      const change = changed.get(`${kind} ${held.id}`)
      const record = change ? (change.record as typeof held | null) : held
      if (!record) continue
      const because = followed(record.because, quote, moved)
      if (sameValue(because, record.because)) continue
      const next = { kind, id: held.id, record: { ...record, because } } as Change
      changed.set(`${kind} ${held.id}`, next)
    }
  return [...changed.values()]
}
