import { type Anchor, type Anchors, anchorsBetween } from './anchors'
import type { Debate, Quote, Reason } from './debate'
import { supersededBy } from './earlier'
import { idsIn } from './idsIn'
import type { Id, Moment, SourceSpan } from './schema'

/** What is read together into an open debate. */
export interface Rereading {
  /** The debate as it stands, with all that people did to it. */
  mine: Debate
  /** What the parser gives today for the texts as they are in `mine`. */
  base: Debate
  /** What it gives for them with the new texts among them; a text that has grown has its old id. */
  fresh: Debate
  /** The moment of reading. */
  at: Moment
}

/** What the parts of a merge share: which texts are read again, and where words of the older texts stand now. */
export interface Ground {
  /** The texts that are in the debate already and come with other words. */
  again: ReadonlySet<Id>
  /**
   * A quote of the older texts as it stands in the newer; null where its words have gone. Quotes in texts that are not
   * read again are as they were.
   */
  placed(quote: Quote): Quote | null
  /** What has become of a quote in the newer text; null where its text is not read again. */
  became(quote: Quote): Anchor['state'] | null
  /** The quotes of the debate whose words have gone. */
  goneQuotes(): readonly Quote[]
  /** The record with its reasons where their words stand now: in the newer text, else in the earlier version of it. */
  moveReasons<R extends { because?: Reason[] | undefined }>(
    record: R,
    earlier: ReadonlyMap<Id, Id>,
  ): R
  /** Whether an id is in use, before or after. */
  isTaken(id: Id): boolean
  /** Takes an id for a new record: the wanted one, or one like it where that is in use. */
  take(wanted: Id): Id
  /** Marks a record as one that came with the fresh reading, whose reasons need no moving. */
  isFresh: WeakSet<object>
}

export function openGround({ mine, fresh }: Rereading): Ground {
  const again = textsAgain(mine, fresh)
  const anchors = anchorsOf(mine, fresh, again)
  const taken = idsIn(mine)
  const isFresh = new WeakSet<object>()
  const placed = (quote: Quote) => {
    const found = anchors.get(quote.source)
    return found ? (found.quote(quote) ?? leftIn(mine, quote, again)) : quote
  }
  const move = (span: SourceSpan | null, earlier: ReadonlyMap<Id, Id>): SourceSpan | null => {
    if (span === null || !again.has(span.source)) return span
    const there = anchors.get(span.source)?.span(span)
    const kept = earlier.get(span.source)
    if (there) return { ...span, ...there }
    return kept ? { ...span, source: kept } : null
  }
  return {
    again,
    placed,
    became: (quote) =>
      again.has(quote.source) ? (anchors.get(quote.source)?.anchor(quote).state ?? null) : null,
    goneQuotes: () =>
      [...mine.statements.values()].flatMap(({ quotes }) =>
        quotes.filter((quote) => placed(quote) === null),
      ),
    moveReasons(record, earlier) {
      const isMeant = (span: SourceSpan | null) => span !== null && again.has(span.source)
      const isMoved = record.because?.some(({ from, to }) => isMeant(from) || isMeant(to))
      if (!record.because || !isMoved || isFresh.has(record)) return record
      const because = record.because.map((reason) => ({
        ...reason,
        from: move(reason.from, earlier),
        to: move(reason.to, earlier),
      }))
      return { ...record, because }
    },
    isTaken: (id) => taken.has(id),
    take(wanted) {
      let id = wanted
      for (let time = 2; taken.has(id); time++) id = `${wanted}-${time}`
      taken.add(id)
      return id
    },
    isFresh,
  }
}

const textsAgain = (mine: Debate, fresh: Debate): ReadonlySet<Id> =>
  new Set(
    [...fresh.sources.values()]
      .filter(({ id, text }) => mine.sources.has(id) && mine.sources.get(id)?.text !== text)
      .map(({ id }) => id),
  )

/** For each text that is read again, and for each earlier version of one: where its words stand now. */
function anchorsOf(mine: Debate, fresh: Debate, again: ReadonlySet<Id>): Map<Id, Anchors> {
  const anchors = new Map<Id, Anchors>()
  for (const source of mine.sources.values()) {
    const newer = fresh.sources.get(again.has(source.id) ? source.id : (supersededBy(source) ?? ''))
    if (newer?.text === undefined || !again.has(newer.id)) continue
    // A map may come without its texts; what it says of them tells the same text when it is added.
    const before = source.sha256 === newer.sha256 ? newer.text : source.text
    anchors.set(source.id, anchorsBetween(before, { id: newer.id, text: newer.text }))
  }
  return anchors
}

/** A quote that lies in an earlier version already stays there until its words come back. */
const leftIn = (mine: Debate, quote: Quote, again: ReadonlySet<Id>): Quote | null => {
  const source = mine.sources.get(quote.source)
  return source && !again.has(source.id) && supersededBy(source) !== null ? quote : null
}
