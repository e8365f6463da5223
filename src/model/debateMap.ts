import { z } from 'zod'
import {
  Annotation,
  type Debate,
  Position,
  Relation,
  Source,
  Stance,
  Statement,
  Verdict,
} from './debate'
import { Id, Moment, Point, record } from './schema'

export const mapFormat = 'debate-map'
export const mapVersion = 1

/** A whole debate as one document: what is exported and imported, and what the command line prints. */
export const DebateMap = record({
  format: z.literal(mapFormat),
  version: z.literal(mapVersion),
  title: z.string(),
  generator: record({ name: z.string(), version: z.string() }),
  createdAt: Moment.nullable(),
  updatedAt: Moment.nullable(),
  sources: z.array(Source),
  positions: z.array(Position),
  statements: z.array(Statement),
  relations: z.array(Relation),
  stances: z.array(Stance),
  annotations: z.array(Annotation),
  layout: z.record(Id, Point),
  /** Left out where nobody has reviewed the map. */
  verdicts: z.array(Verdict).optional(),
})
export type DebateMap = z.infer<typeof DebateMap>

const known = new Set(Object.keys(DebateMap.shape))

/** The debate that a map holds. Takes the map to be valid; the records are the map's own objects. */
export function debateOf(map: DebateMap): Debate {
  const extra = Object.fromEntries(Object.entries(map).filter(([key]) => !known.has(key)))
  return {
    about: { title: map.title, createdAt: map.createdAt, updatedAt: map.updatedAt, extra },
    sources: byId(map.sources),
    positions: byId(map.positions),
    statements: byId(map.statements),
    relations: byId(map.relations),
    stances: byId(map.stances),
    annotations: byId(map.annotations),
    verdicts: byId(map.verdicts ?? []),
    places: new Map(Object.entries(map.layout)),
  }
}

const byId = <R extends { id: Id }>(records: readonly R[]): Map<Id, R> =>
  new Map(records.map((one) => [one.id, one]))
