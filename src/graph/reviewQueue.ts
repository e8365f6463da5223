import type { Debate, Judged, Reason, Relation, Review, Stance, Statement } from '../model/debate'
import type { Id } from '../model/schema'
import { rejectedIn } from '../model/verdicts'
import { indexOf } from './debateIndex'

/** What has been decided about a reading. */
export type Verdicted = 'unchecked' | 'confirmed' | 'corrected'

/** A thing the parser made, with what the queue of a review is sorted and narrowed by. */
export interface Reading {
  what: Judged
  id: Id
  /** How sure the parser was; null where it did not say. */
  confidence: number | null
  state: Verdicted
  rules: readonly string[]
  /** The text it was read in. */
  source: Id | null
  /** The positions it bears on. */
  positions: readonly Id[]
}

/** What the queue is narrowed to; null leaves a question open. */
export interface QueueFilter {
  state: Verdicted | 'rejected' | null
  what: Judged | null
  source: Id | null
  position: Id | null
  rule: string | null
  /** How sure the parser was: from the first on, and under the second. */
  confidence: readonly [number, number] | null
}

/** The queue as it opens: all that nobody has checked. */
export const openFilter: QueueFilter = {
  state: 'unchecked',
  what: null,
  source: null,
  position: null,
  rule: null,
  confidence: null,
}

/**
 * Everything the parser made of a debate, what it was least sure of first; equally sure ones in reading order, a
 * statement before its links and these before its sides.
 *
 * What was corrected keeps the place that the parser’s confidence gave it.
 */
export function readingsOf(debate: Debate): Reading[] {
  const index = indexOf(debate)
  const positionsOf = (statement: Id) => index.stancesOf(statement).map(({ position }) => position)
  const sourceOf = (statement: Id) => debate.statements.get(statement)?.quotes[0]?.source ?? null
  const readings: { reading: Reading; order: number }[] = []
  const add = (what: Judged, record: Statement | Relation | Stance, statement: Id, on: Id[]) => {
    if (!isParsers(record)) return
    const { id, reviewed, because } = record
    const reading: Reading = {
      what,
      id,
      confidence: confidenceOf(record),
      state: stateOf(reviewed),
      rules: rulesIn(because),
      source: sourceOf(statement),
      positions: on,
    }
    readings.push({ reading, order: index.orderOf(statement) })
  }
  for (const one of debate.statements.values()) add('statements', one, one.id, positionsOf(one.id))
  for (const one of debate.relations.values())
    add('relations', one, one.from, [...positionsOf(one.from), ...positionsOf(one.to)])
  for (const one of debate.stances.values()) add('stances', one, one.statement, [one.position])
  // Sorting is stable, so that what is alike stays statement, link, side.
  return readings
    .sort((a, b) => sureness(a.reading) - sureness(b.reading) || a.order - b.order)
    .map(({ reading }) => reading)
}

/** The readings that a filter lets through, in the same order. */
export const narrowedTo = (readings: readonly Reading[], filter: QueueFilter): Reading[] =>
  readings.filter(
    ({ state, what, source, positions, rules, confidence }) =>
      (filter.state === null || filter.state === state) &&
      (filter.what === null || filter.what === what) &&
      (filter.source === null || filter.source === source) &&
      (filter.position === null || positions.includes(filter.position)) &&
      (filter.rule === null || rules.includes(filter.rule)) &&
      (filter.confidence === null || isWithin(confidence, filter.confidence)),
  )

/** How far a review is: what was checked, corrected or rejected, among all there was to check. */
export function progressOf(debate: Debate, readings: readonly Reading[]) {
  const rejected = rejectedIn(debate).length
  const looked = readings.filter(({ state }) => state !== 'unchecked').length
  return { checked: looked + rejected, all: readings.length + rejected }
}

/** What the parser was sure of, in the words of a record: also of one that was corrected since. */
export const confidenceOf = ({ confidence, reviewed }: Statement | Relation | Stance) =>
  reviewed?.was?.confidence ?? confidence

const isParsers = ({ madeBy, reviewed }: Statement | Relation | Stance) =>
  madeBy === 'parser' || reviewed?.was !== undefined

const stateOf = (reviewed: Review | null): Verdicted =>
  reviewed === null ? 'unchecked' : reviewed.was ? 'corrected' : 'confirmed'

const rulesIn = (because: readonly Reason[] | undefined) => [
  ...new Set((because ?? []).map(({ rule }) => rule)),
]

const sureness = ({ confidence }: Reading) => confidence ?? 0

const isWithin = (confidence: number | null, [from, under]: readonly [number, number]) =>
  (confidence ?? 0) >= from && (confidence ?? 0) < under
