import type { Debate, Quote, Relation, Stance, Statement } from './debate'
import type { Ground, Rereading } from './rereadGround'
import { sameValue } from './sameValue'
import type { Id, Span } from './schema'

/** The statements of a merge, and who is who among the three debates. */
export interface MergedStatements {
  all: Map<Id, Statement>
  /** The id in the merge of a statement of the fresh reading; undefined for one that a person took away. */
  ofFresh(id: Id): Id | undefined
  /** The id in the merge of a statement of the older reading; undefined for one that is no longer there. */
  ofBase(id: Id): Id | undefined
  /** Whether the fresh reading has it too. Its links and sides then follow that reading. */
  isRead(id: Id): boolean
  /** Whether a person made, changed, checked, noted, linked or placed it. */
  isYours(id: Id): boolean
  /** Whether something a person made rests on it: a statement or a link. */
  isHeld(id: Id): boolean
}

export function mergeStatements(reading: Rereading, ground: Ground): MergedStatements {
  const { mine, base, fresh } = reading
  const parsers = [...mine.statements.values()].filter(({ madeBy }) => madeBy !== 'person')
  const mineOfBase = matchStatements([...base.statements.values()], parsers, firstQuote)
  const baseOfMine = new Map([...mineOfBase].map(([from, to]) => [to, base.statements.get(from)]))
  const where = (statement: Statement) => {
    const quote = firstQuote(statement)
    return quote && ground.placed(quote)
  }
  const freshOfMine = matchStatements(parsers, [...fresh.statements.values()], where)
  const removed = [...base.statements.values()].filter(({ id }) => !mineOfBase.has(id))
  const rejected = takenOutBy(mine)
  const removedFresh = new Set(
    matchStatements([...removed, ...rejected], [...fresh.statements.values()], where).values(),
  )

  const held = heldByPeople(mine)
  const isYours = (statement: Statement) =>
    held.has(statement.id) ||
    isChanged(
      statement,
      baseOfMine.get(statement.id),
      fresh.statements.get(freshOfMine.get(statement.id) ?? ''),
    )
  const all = new Map<Id, Statement>()
  const ofFresh = new Map<Id, Id>()
  const yours = new Set<Id>()
  for (const statement of mine.statements.values()) {
    const { id } = statement
    const was = baseOfMine.get(id)
    const read = fresh.statements.get(freshOfMine.get(id) ?? '')
    if (read) ofFresh.set(read.id, id)
    if (isYours(statement)) yours.add(id)
    if (isChanged(statement, was, read)) all.set(id, statement)
    else if (read) all.set(id, followed(statement, was, read, ground))
    else if (yours.has(id) || stays(statement, was, ground)) all.set(id, statement)
  }
  for (const read of fresh.statements.values()) {
    if (ofFresh.has(read.id) || removedFresh.has(read.id)) continue
    const id = ground.take(read.id)
    ofFresh.set(read.id, id)
    all.set(id, freshly(read, id, ground))
  }
  const isRead = new Set(ofFresh.values())
  const intoOf = mergedIn(mine, all)
  const merged = rejected.filter(({ id }) => intoOf.has(id))
  const heirs = (others: Debate, place: typeof where) =>
    new Map(
      Array.from(matchStatements(merged, [...others.statements.values()], place), ([id, other]) => [
        other,
        intoOf.get(id),
      ]),
    )
  const heirOfBase = heirs(base, firstQuote)
  const heirOfFresh = heirs(fresh, where)
  return {
    all,
    ofFresh: (id) => ofFresh.get(id) ?? heirOfFresh.get(id),
    ofBase: (id) => mineOfBase.get(id) ?? heirOfBase.get(id),
    isRead: (id) => isRead.has(id),
    isYours: (id) => yours.has(id),
    isHeld: (id) => held.has(id),
  }
}

/** The statements that a review has rejected or merged into others. */
const takenOutBy = ({ verdicts }: Debate): Statement[] =>
  [...verdicts.values()].flatMap(({ fell }) => fell?.statements ?? [])

/** The statements into which a review has merged others, by the ids of those. */
function mergedIn(mine: Debate, all: ReadonlyMap<Id, Statement>): Map<Id, Id> {
  const into = new Map<Id, Id>()
  for (const { operation } of mine.verdicts.values())
    if (operation.do === 'merge') into.set(operation.statement, operation.into)
  const ends = new Map<Id, Id>()
  for (const id of into.keys()) {
    // What was merged can be merged on; two tabs together can merge in a circle.
    const seen = new Set<Id>()
    let end: Id | undefined = id
    while (end !== undefined && !seen.has(end)) {
      seen.add(end)
      end = into.get(end) ?? end
    }
    if (end !== undefined && end !== id && all.has(end)) ends.set(id, end)
  }
  return ends
}

/** The fresh record, under the id it has in the debate. */
export function freshly<R extends { id: Id }>(read: R, id: Id, ground: Ground): R {
  const record = { ...read, id }
  ground.isFresh.add(record)
  return record
}

/** What nobody touched: as the fresh reading has it, unless that is what the parser said all along. */
function followed(
  statement: Statement,
  was: Statement | undefined,
  read: Statement,
  ground: Ground,
): Statement {
  const isAgain = statement.quotes.some(({ source }) => ground.again.has(source))
  if (!isAgain && was && sameValue({ ...was, id: read.id }, read)) return statement
  return freshly(read, statement.id, ground)
}

/** Whether what nobody touched and the fresh reading does not have stays: its words have gone, or were not read. */
function stays(statement: Statement, was: Statement | undefined, ground: Ground): boolean {
  const quote = firstQuote(statement)
  const there = quote && ground.placed(quote)
  return there === null || (!ground.again.has(there.source) && !was)
}

/**
 * Whether a person has changed or checked what the parser read, as far as its fields can tell.
 *
 * Where the older text cannot be read again, a headline in other than the quoted words is a person's.
 */
function isChanged(
  statement: Statement,
  was: Statement | undefined,
  read: Statement | undefined,
): boolean {
  if (isOwn(statement) || statement.credence !== null) return true
  // The parser makes each statement from one place: further words are a person's.
  if (statement.quotes.length > 1) return true
  const known = was ?? read
  const isReworded = was
    ? statement.text !== was.text
    : statement.quotes[0]?.exact.includes(statement.text) !== true
  if (!known) return isReworded
  return (
    isReworded ||
    statement.kind !== known.kind ||
    Object.keys(statement).some((key) => !Object.hasOwn(known, key))
  )
}

/** Whether a person made a record or put their word to it. */
export const isOwn = ({
  madeBy,
  reviewed,
}: Pick<Statement | Relation | Stance, 'madeBy' | 'reviewed'>) =>
  madeBy !== 'parser' || reviewed !== null

/** The statements and links that something a person made rests on: notes, links, sides, places. */
function heldByPeople(debate: Debate): Set<Id> {
  const held = new Set<Id>(debate.places.keys())
  const holdLink = (id: Id) => {
    // An undercut rests on a link, that on its ends; a link may be undercut in turn.
    for (let at = debate.relations.get(id); at; at = debate.relations.get(at.to)) {
      held.add(at.from)
      held.add(at.to)
      held.add(at.id)
    }
  }
  for (const relation of debate.relations.values()) if (isOwn(relation)) holdLink(relation.id)
  for (const stance of debate.stances.values()) if (isOwn(stance)) held.add(stance.statement)
  for (const { target } of debate.annotations.values()) {
    held.add(target)
    holdLink(target)
    const stance = debate.stances.get(target)
    if (stance) held.add(stance.statement)
  }
  return held
}

const firstQuote = ({ quotes }: Statement): Quote | null => quotes[0] ?? null

/** Whose words must overlap by this share to count as the same statement. */
const enough = 0.5

/**
 * The ids of some statements that are the same as some others: at the same place, or, where a statement has come to
 * hold more or less of its passage, at the place that shares most of its words.
 *
 * `where` gives the place of the first ones in the texts of the others. Each is matched once.
 */
export function matchStatements(
  some: readonly Statement[],
  others: readonly Statement[],
  where: (statement: Statement) => Quote | null | undefined,
): Map<Id, Id> {
  const matches = new Map<Id, Id>()
  const taken = new Set<Id>()
  const bySource = new Map<Id, { span: Span; id: Id }[]>()
  for (const { id, quotes } of others) {
    const [quote] = quotes
    if (!quote) continue
    const those = bySource.get(quote.source)
    if (those) those.push({ span: quote, id })
    else bySource.set(quote.source, [{ span: quote, id }])
  }
  for (const those of bySource.values()) those.sort((a, b) => a.span.start - b.span.start)

  const places = some.flatMap((statement) => {
    const quote = where(statement)
    return quote ? [{ id: statement.id, quote }] : []
  })
  for (const least of [1, enough])
    for (const { id, quote } of places) {
      if (matches.has(id)) continue
      const near = around(bySource.get(quote.source) ?? [], quote).filter(
        (one) => !taken.has(one.id) && overlap(one.span, quote) >= least,
      )
      const best =
        near.find((one) => one.id === id) ??
        near.reduce<(typeof near)[number] | undefined>(
          (a, b) => (a && overlap(a.span, quote) >= overlap(b.span, quote) ? a : b),
          undefined,
        )
      if (!best) continue
      matches.set(id, best.id)
      taken.add(best.id)
    }
  return matches
}

/** What overlaps a span, among places in order that do not reach over one another. */
function around<Place extends { span: Span }>(places: readonly Place[], { start, end }: Span) {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as Place).span.end < start) low = middle + 1
    else high = middle
  }
  const found: Place[] = []
  for (let at = low; at < places.length; at++) {
    const place = places[at] as Place
    if (place.span.start > end) break
    found.push(place)
  }
  return found
}

/** How much two spans share of what they cover together: 0..1. */
function overlap(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  const together = Math.max(a.end, b.end) - Math.min(a.start, b.start)
  return together === 0 ? 1 : Math.max(0, both) / together
}
