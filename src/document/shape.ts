import type * as Y from 'yjs'
import { z } from 'zod'
import { shapeProblem } from '../exchange/shapeProblem'
import {
  type About,
  Annotation,
  emptyDebate,
  Position,
  type RecordKind,
  type Records,
  Relation,
  recordKinds,
  Source,
  Stance,
  Statement,
  Verdict,
} from '../model/debate'
import { named } from '../model/invariants'
import { Id, Moment, Point } from '../model/schema'

/** How a debate lies in a Y.Doc: a map of plain records for each kind, and a small one for what the debate says of itself. */
export interface Shape {
  records: Record<RecordKind, Y.Map<unknown>>
  about: Y.Map<unknown>
}

export function shapeOf(yDoc: Y.Doc): Shape {
  const records = Object.fromEntries(recordKinds.map((kind) => [kind, yDoc.getMap(kind)]))
  return { records: records as Shape['records'], about: yDoc.getMap('about') }
}

/**
 * What is put into the document for a record, or for the fields of other programs in `about`.
 *
 * Yjs asks a value for its `constructor` to tell what it is. One that has a field of that name lies in a list of one.
 */
export const boxed = (value: object): object =>
  Object.hasOwn(value, 'constructor') ? [value] : value

/** What was put into the document as `boxed`. */
export const unboxed = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? value[0] : value

const schemas: { [Kind in RecordKind]: z.ZodType<Records[Kind]> } = {
  sources: Source,
  positions: Position,
  statements: Statement,
  relations: Relation,
  stances: Stance,
  annotations: Annotation,
  verdicts: Verdict,
  places: Point,
}

/** Says what is wrong with a record that came from outside; null where it can be read. */
export function problemOf(kind: RecordKind, id: Id, record: unknown): string | null {
  const misshapen = shapeProblem(schemas[kind], record, `Record ${named(id)} (${kind})`)
  if (misshapen) return misshapen
  const isMoved = kind !== 'places' && (record as { id: Id }).id !== id
  return isMoved ? `Record ${named(id)} (${kind}) is kept under another id.` : null
}

const PositionOrder = z.array(Id)
const Extra = z.record(z.string(), z.unknown())

/** What the debate says of itself. What cannot be read is as in an empty debate. */
export function readAbout(about: Y.Map<unknown>): About {
  const { title, createdAt, updatedAt, extra } = emptyDebate.about
  return {
    title: z.string().safeParse(about.get('title')).data ?? title,
    createdAt: Moment.safeParse(about.get('createdAt')).data ?? createdAt,
    updatedAt: Moment.safeParse(about.get('updatedAt')).data ?? updatedAt,
    extra: Extra.safeParse(unboxed(about.get('extra'))).data ?? extra,
  }
}

/** The ids of positions in the order they are shown in. */
export function readPositionOrder(about: Y.Map<unknown>): readonly Id[] {
  return PositionOrder.safeParse(about.get('positionOrder')).data ?? []
}
