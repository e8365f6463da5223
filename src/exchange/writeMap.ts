import { version } from '../../package.json'
import type { Debate, Source, Statement } from '../model/debate'
import { DebateMap, mapFormat, mapVersion } from '../model/debateMap'
import { byMoment, compare } from '../model/homeless'
import type { Id } from '../model/schema'
import { verdictsInOrder } from '../model/verdicts'
import { stringify } from './canonicalJson'

/** What is written into a map: `texts` says whether the words of the sources go along. */
export interface WriteOptions {
  texts: boolean
}

/**
 * Writes a debate as a map: JSON with its keys and lists in a fixed order.
 *
 * The same debate gives the same bytes, whoever exports it and when. Without texts only `text` is left out;
 * quotes still carry their words.
 */
export function writeMap(debate: Debate, { texts }: WriteOptions): string {
  const { title, createdAt, updatedAt, extra } = debate.about
  const statements = inReadingOrder(debate)
  const place = new Map(statements.map(({ id }, at) => [id, at]))
  const placeOf = (id: Id) => place.get(id) ?? statements.length

  const map = {
    ...extra,
    format: mapFormat,
    version: mapVersion,
    title,
    generator: { name: 'Counterpoint', version },
    createdAt,
    updatedAt,
    sources: [...debate.sources.values()].sort(byId).map(texts ? same : withoutText),
    positions: [...debate.positions.values()],
    statements,
    relations: [...debate.relations.values()].sort(
      (one, other) =>
        placeOf(one.from) - placeOf(other.from) ||
        placeOf(one.to) - placeOf(other.to) ||
        byId(one, other),
    ),
    stances: [...debate.stances.values()].sort(
      (one, other) => placeOf(one.statement) - placeOf(other.statement) || byId(one, other),
    ),
    annotations: [...debate.annotations.values()].sort(byMoment),
    layout: new Map([...debate.places].sort(([one], [other]) => compare(one, other))),
    ...(debate.verdicts.size > 0 && { verdicts: verdictsInOrder(debate) }),
  }
  return `${stringify(map, DebateMap)}\n`
}

/** Statements as their words stand in the texts; those without words of a text come last. */
export function inReadingOrder(debate: Debate): Statement[] {
  return [...debate.statements.values()].sort((one, other) => {
    const [here, there] = [one.quotes[0], other.quotes[0]]
    if (!here || !there) return Number(!here) - Number(!there) || byId(one, other)
    return (
      compare(here.source, there.source) ||
      here.start - there.start ||
      here.end - there.end ||
      byId(one, other)
    )
  })
}

const byId = (one: { id: Id }, other: { id: Id }) => compare(one.id, other.id)

const same = (source: Source): Source => source
const withoutText = ({ text: _, ...rest }: Source): Source => rest
