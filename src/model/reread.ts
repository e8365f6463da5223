import type { Anchor } from './anchors'
import type { Step } from './change'
import type { Debate, Position, Quote, Source, Statement } from './debate'
import { earlierId, earlierOf, supersededBy } from './earlier'
import { fitReasons, fitSource, fitStatement, shelfOf, withQuotes } from './fit'
import { replaceStep } from './replaceStep'
import { type Ground, openGround, type Rereading } from './rereadGround'
import { mergeRelations, mergeStances } from './rereadLinks'
import { mergeStatements } from './rereadStatements'
import { sameValue } from './sameValue'
import type { Id } from './schema'

/** What a reading changes, and what it means for one text. */
export interface Reread {
  debate: Debate
  texts: RereadText[]
}

/** What a reading does to a text. */
export interface RereadText {
  source: Id
  /** Statements that were not there before. */
  added: Id[]
  /** Statements whose words are no longer in the text. They stay, on the earlier version of it. */
  gone: Id[]
  /** What has become of the quotes that rested on it. */
  quotes: Record<Anchor['state'], number>
  /**
   * Statements that people made, changed, checked, noted, linked or placed. What they did is kept; a statement that is
   * only noted, linked or placed follows the reading in the rest.
   */
  yours: Id[]
}

/**
 * Merges a fresh reading into a debate that people have worked on.
 *
 * A three-way merge: what nobody touched follows the fresh reading; what a person made, changed, checked or wrote is
 * kept; what a person took away stays away; what is new comes in. Statements are the same where their words stand at
 * the same place, whatever their ids. Statements whose words have gone keep their quotes, which then lie in the earlier
 * version of the text, kept as a source of its own for as long as something rests on it.
 *
 * Pure. Reading the same texts again changes nothing; the result is valid where the three debates are.
 */
export function reread(reading: Rereading): Reread {
  const ground = openGround(reading)
  const { mine } = reading
  const statements = mergeStatements(reading, ground)
  const positions = mergePositions(reading)
  const relations = mergeRelations(reading, ground, statements)
  const stances = mergeStances(reading, ground, statements, positions)

  const earlier = earlierVersions(ground)
  const sources = mergeSources(reading, ground, earlier)
  const placed = byId([...statements.all.values()].map((one) => moveQuotes(one, ground, earlier)))
  for (const [id, source] of sources)
    if (isLeft(source, ground) && !rests(placed, id)) sources.delete(id)

  const shelf = shelfOf(sources)
  const debate: Debate = {
    ...mine,
    positions,
    sources: mapped(sources, (one) => fitSource(one, shelf)),
    statements: mapped(placed, (one) => fitStatement(one, shelf)),
    relations: mapped(relations, (one) => fitReasons(ground.moveReasons(one, earlier), shelf)),
    stances: mapped(stances, (one) => fitReasons(ground.moveReasons(one, earlier), shelf)),
  }
  return { debate, texts: textsOf(reading, ground, statements.isYours, debate) }
}

/** The one step that a reading makes of an open debate. */
export const rereadStep = (name: string, mine: Debate, { debate }: Reread): Step =>
  replaceStep(name, mine, debate)

/** New positions come last; those a person took away stay away. */
function mergePositions({ mine, base, fresh }: Rereading): Map<Id, Position> {
  const positions = new Map(mine.positions)
  for (const [id, position] of fresh.positions)
    if (!base.positions.has(id) && !positions.has(id)) positions.set(id, position)
  return positions
}

/** The ids for the earlier versions of texts from which quoted words have gone. */
function earlierVersions(ground: Ground): Map<Id, Id> {
  const ids = new Map<Id, Id>()
  for (const { source } of ground.goneQuotes())
    if (ground.again.has(source) && !ids.has(source))
      ids.set(source, earlierId(source, ground.isTaken))
  return ids
}

function mergeSources(
  { mine, base, fresh, at }: Rereading,
  ground: Ground,
  earlier: ReadonlyMap<Id, Id>,
): Map<Id, Source> {
  const sources = new Map(mine.sources)
  for (const [id, read] of fresh.sources) {
    const was = mine.sources.get(id)
    if (!was) sources.set(id, { ...read, readAt: at })
    else if (ground.again.has(id)) {
      const earlierOne = earlier.get(id)
      if (earlierOne) sources.set(earlierOne, earlierOf(was, earlierOne))
      sources.set(id, { ...was, ...read, ...namesOf(was, read), readAt: at })
    } else if (!sameValue(base.sources.get(id), read))
      sources.set(id, { ...was, turns: read.turns, passages: read.passages })
  }
  return sources
}

/** What a text is called stays; what was not known of it is taken from the newer reading. */
const namesOf = (was: Source, read: Source) => ({
  title: was.title,
  url: was.url ?? read.url,
  authors: was.authors.length > 0 ? was.authors : read.authors,
  publishedAt: was.publishedAt ?? read.publishedAt,
})

/** The statement with its quotes where they stand now, or in the earlier version of their text. */
function moveQuotes(statement: Statement, ground: Ground, earlier: ReadonlyMap<Id, Id>): Statement {
  if (ground.isFresh.has(statement)) return statement
  const next = withQuotes(statement, (quote): Quote => {
    const there = ground.placed(quote)
    const kept = earlier.get(quote.source)
    return there ?? (kept && ground.again.has(quote.source) ? { ...quote, source: kept } : quote)
  })
  const moved = sameValue(next, statement) ? statement : next
  return ground.moveReasons(moved, earlier)
}

/** Whether a source is the earlier version of a text that is read again. */
const isLeft = (source: Source, { again }: Ground): boolean => again.has(supersededBy(source) ?? '')

const rests = (statements: ReadonlyMap<Id, Statement>, source: Id): boolean =>
  [...statements.values()].some(({ quotes }) => quotes.some((quote) => quote.source === source))

function textsOf(
  { mine, fresh }: Rereading,
  ground: Ground,
  isYours: (statement: Id) => boolean,
  merged: Debate,
): RereadText[] {
  const texts = new Map<Id, RereadText>()
  for (const source of fresh.sources.keys())
    if (ground.again.has(source) || !mine.sources.has(source))
      texts.set(source, { source, added: [], gone: [], yours: [], quotes: { ...none } })
  for (const { id, quotes } of merged.statements.values()) {
    const lies = quotes[0] && merged.sources.get(quotes[0].source)
    const text = lies && texts.get(supersededBy(lies) ?? lies.id)
    if (!text || !lies) continue
    if (!mine.statements.has(id)) text.added.push(id)
    else if (isYours(id)) text.yours.push(id)
    const was = mine.statements.get(id)?.quotes[0]?.source
    if (supersededBy(lies) !== null && was === text.source) text.gone.push(id)
  }
  for (const { id, quotes } of mine.statements.values())
    for (const quote of merged.statements.has(id) ? quotes : []) {
      const state = ground.became(quote)
      const text = texts.get(quote.source)
      if (state && text) text.quotes[state]++
    }
  return [...texts.values()]
}

const none = { exact: 0, moved: 0, ambiguous: 0, lost: 0 }

const byId = <R extends { id: Id }>(records: readonly R[]): Map<Id, R> =>
  new Map(records.map((one) => [one.id, one]))

const mapped = <R>(records: ReadonlyMap<Id, R>, change: (record: R) => R): Map<Id, R> =>
  new Map(Array.from(records, ([id, record]) => [id, change(record)]))
