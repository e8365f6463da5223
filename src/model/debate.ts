import { z } from 'zod'
import { Id, Moment, type Point, record, Share, SourceSpan } from './schema'

/** What a passage is in its thread: somebody's own words, words copied to be answered, words printed twice, or the site's. */
export const Role = z.enum(['speech', 'quotation', 'repeat', 'heading', 'furniture'])
export type Role = z.infer<typeof Role>

/** Why something is as the parser says: the rule that made it, and the words it saw at both ends. */
export const Reason = record({
  rule: z.string(),
  from: SourceSpan.nullable(),
  to: SourceSpan.nullable(),
})
export type Reason = z.infer<typeof Reason>

/** One author's contribution: a post or a comment. */
export const Turn = record({
  id: Id,
  /** Who speaks; null where the text does not say. A guess about a person is worse than a blank. */
  speaker: z.string().nullable(),
  /** The turn it answers. */
  replyTo: Id.nullable(),
  /** When it was written: ISO 8601 where that can be told, or else as the text says it ("2mo"). */
  postedAt: z.string().optional(),
  /** How it was voted on, and how far readers agreed with it, where the text says so. */
  votes: z.number().optional(),
  agreement: z.number().optional(),
  url: z.string().optional(),
  because: z.array(Reason).optional(),
})
export type Turn = z.infer<typeof Turn>

/** A piece of a source. The passages of a source stand in order, do not overlap, and leave only white space between them. */
export const Passage = record({
  id: Id,
  start: z.int().min(0),
  end: z.int().min(0),
  role: Role,
  /** null for furniture that stands outside every turn. */
  turn: Id.nullable(),
  /** The passage a quotation or repeat takes its words from, where that was found. */
  copyOf: Id.nullable(),
  because: z.array(Reason).optional(),
})
export type Passage = z.infer<typeof Passage>

/** A text as it came. It never changes: offsets into it stay true. */
export const Source = record({
  id: Id,
  title: z.string(),
  url: z.string().nullable(),
  authors: z.array(z.string()),
  publishedAt: z.string().nullable(),
  /** In UTF-16 code units. */
  length: z.int().min(0),
  /** Of the UTF-8 bytes, in hexadecimal. */
  sha256: z.string(),
  /** Left out of a map that was exported without its texts. */
  text: z.string().optional(),
  /** The kind of input it came as. */
  kind: z.string().optional(),
  /** When it was read into the map. */
  readAt: z.string().optional(),
  /** The newer text that has taken its place; what has gone from that one still stands here. */
  supersededBy: Id.optional(),
  turns: z.array(Turn),
  passages: z.array(Passage),
})
export type Source = z.infer<typeof Source>

export const Side = z.enum(['for', 'against', 'neutral'])
export type Side = z.infer<typeof Side>

/** A word or phrase by which people speak of a position. Capitals and endings do not matter. */
export const Term = record({
  words: z.string(),
  /** How telling it is: 1 hints at the position, 2 speaks of it, 3 names it. */
  weight: z.number().positive(),
})
export type Term = z.infer<typeof Term>

/**
 * A debated question, with one sentence that a statement can be for or against.
 *
 * The optional fields are what the parser reads texts with: a position without terms is found in no text.
 */
export const Position = record({
  id: Id,
  title: z.string(),
  proposition: z.string(),
  /** The larger question it belongs to. */
  theme: z.string().nullable(),
  summary: z.string(),
  terms: z.array(Term).optional(),
  /** Words that take the side of the proposition. */
  for: z.array(z.string()).optional(),
  /** Words that take the other side. */
  against: z.array(z.string()).optional(),
  /** The side of somebody who speaks of it without a sign of either. */
  usually: Side.optional(),
  /** The terms that the texts were last read with, where they have changed since. */
  readWith: z.array(Term).optional(),
  /** Set where the parser proposes it for a new debate, and nobody has taken it on yet. */
  proposed: z.boolean().optional(),
})
export type Position = z.infer<typeof Position>

/** The words a statement rests on. `exact` equals the words at the span whenever the source's text is there. */
export const Quote = record({
  source: Id,
  start: z.int().min(0),
  end: z.int().min(0),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** Set where a person has said that the words are meant as they were, though a newer text has others like them. */
  kept: z.boolean().optional(),
})
export type Quote = z.infer<typeof Quote>

export const MadeBy = z.enum(['parser', 'editor', 'person'])
export type MadeBy = z.infer<typeof MadeBy>

/** A statement's main point. Rebuttals and concessions answer somebody else; a claim is any other assertion. */
export const StatementKind = z.enum([
  'claim',
  'rebuttal',
  'question',
  'concession',
  'clarification',
])
export type StatementKind = z.infer<typeof StatementKind>

export const RelationKind = z.enum([
  'supports',
  'rebuts',
  'undercuts',
  'concedes',
  'clarifies',
  'answers',
])
export type RelationKind = z.infer<typeof RelationKind>

/** The fields of a corrected record as they were before its first correction. Only those that differ are there. */
export const Was = record({
  kind: z.union([StatementKind, RelationKind]).optional(),
  text: z.string().optional(),
  quotes: z.array(Quote).optional(),
  from: Id.optional(),
  to: Id.optional(),
  stance: Side.optional(),
  confidence: Share.nullable().optional(),
})
export type Was = z.infer<typeof Was>

/** A person's word on what the parser made. What was put right says how it was. */
export const Review = record({
  by: z.string(),
  at: Moment,
  verdict: z.literal('confirmed'),
  was: Was.optional(),
})
export type Review = z.infer<typeof Review>

export const Statement = record({
  id: Id,
  kind: StatementKind,
  /** The headline on the card. From the parser it is an exact piece of the first quote. */
  text: z.string().min(1),
  quotes: z.array(Quote),
  madeBy: MadeBy,
  /** How sure the parser was; null where a person made it. */
  confidence: Share.nullable(),
  reviewed: Review.nullable(),
  /** How likely the reader takes it to be true. Never mixed with `confidence`. */
  credence: Share.nullable(),
  /** What made the parser take it for a statement of this kind. */
  because: z.array(Reason).optional(),
})
export type Statement = z.infer<typeof Statement>

/** A link between statements. An undercut points at another relation: it denies that the link holds. */
export const Relation = record({
  id: Id,
  from: Id,
  to: Id,
  kind: RelationKind,
  madeBy: MadeBy,
  confidence: Share.nullable(),
  reviewed: Review.nullable(),
  /** Empty only where a person made the link. */
  because: z.array(Reason),
})
export type Relation = z.infer<typeof Relation>

/** The side a statement takes on a position. */
export const Stance = record({
  id: Id,
  statement: Id,
  position: Id,
  stance: Side,
  madeBy: MadeBy,
  confidence: Share.nullable(),
  reviewed: Review.nullable(),
  because: z.array(Reason),
})
export type Stance = z.infer<typeof Stance>

/** What a person writes in the margin of a statement, position, relation or stance. */
export const Annotation = record({
  id: Id,
  target: Id,
  /** Markdown. */
  body: z.string(),
  author: z.string(),
  tags: z.array(z.string()),
  createdAt: Moment,
  updatedAt: Moment,
})
export type Annotation = z.infer<typeof Annotation>

/** What a statement said when somebody judged it: its kind, its headline and its exact words. */
export const SawStatement = record({
  kind: StatementKind,
  text: z.string(),
  exact: z.array(z.string()),
})
export type SawStatement = z.infer<typeof SawStatement>

/** What a link did when somebody judged it. */
export const SawRelation = record({ from: Id, to: Id, kind: RelationKind })
export type SawRelation = z.infer<typeof SawRelation>

/** What a side was when somebody judged it. */
export const SawStance = record({ statement: Id, position: Id, side: Side })
export type SawStance = z.infer<typeof SawStance>

const offset = z.int().min(0)

/** A piece that a statement is split into: its words, as a span within the statement's first quote. */
export const Piece = record({
  id: Id,
  start: offset,
  end: offset,
  kind: StatementKind,
  text: z.string().min(1),
})
export type Piece = z.infer<typeof Piece>

/** The kinds of record that the parser makes, and a person judges. */
export const Judged = z.enum(['statements', 'relations', 'stances'])
export type Judged = z.infer<typeof Judged>

/**
 * What a person did about one thing the parser made, as plain data that can be done again.
 *
 * `saw` is what it was decided upon: where the map no longer says so, the operation does not fit and is never applied.
 */
export const Operation = z.discriminatedUnion('do', [
  record({
    do: z.literal('confirm'),
    what: Judged,
    id: Id,
    saw: z.union([SawStatement, SawRelation, SawStance]),
  }),
  record({
    do: z.literal('reject'),
    what: Judged,
    id: Id,
    saw: z.union([SawStatement, SawRelation, SawStance]),
  }),
  record({ do: z.literal('kind'), statement: Id, kind: StatementKind, saw: SawStatement }),
  record({ do: z.literal('headline'), statement: Id, text: z.string().min(1), saw: SawStatement }),
  record({ do: z.literal('side'), stance: Id, side: Side, saw: SawStance }),
  /** Puts a statement on a position that it was not on. */
  record({
    do: z.literal('position'),
    id: Id,
    statement: Id,
    position: Id,
    side: Side,
    saw: SawStatement,
  }),
  record({ do: z.literal('link'), relation: Id, kind: RelationKind, saw: SawRelation }),
  record({ do: z.literal('flip'), relation: Id, saw: SawRelation }),
  record({ do: z.literal('target'), relation: Id, to: Id, saw: SawRelation }),
  /** Links two ends that were not linked. The far end of an undercut is a link. */
  record({
    do: z.literal('connect'),
    id: Id,
    from: Id,
    to: Id,
    kind: RelationKind,
    saw: record({ from: SawStatement, to: z.union([SawStatement, SawRelation]) }),
  }),
  /** The first piece goes on as the statement and has its id. */
  record({
    do: z.literal('split'),
    statement: Id,
    into: z.array(Piece).min(2),
    saw: SawStatement,
  }),
  record({
    do: z.literal('merge'),
    statement: Id,
    into: Id,
    saw: record({ statement: SawStatement, into: SawStatement }),
  }),
])
export type Operation = z.infer<typeof Operation>

/** The records that an operation took out of the map. */
export const Fallen = record({
  statements: z.array(Statement),
  relations: z.array(Relation),
  stances: z.array(Stance),
  annotations: z.array(Annotation),
  places: z.array(record({ id: Id, x: z.number(), y: z.number() })),
})
export type Fallen = z.infer<typeof Fallen>

/** An operation of a review, with who did it and when. What it took away stays with it. */
export const Verdict = record({
  id: Id,
  by: z.string(),
  at: Moment,
  operation: Operation,
  /** Why, in a few words, where the one who decided says so. */
  why: z.string().optional(),
  fell: Fallen.optional(),
})
export type Verdict = z.infer<typeof Verdict>

/** What a map says of itself. Fields of other programs at the top of a map live on in `extra`. */
export interface About {
  title: string
  createdAt: Moment | null
  updatedAt: Moment | null
  extra: Readonly<Record<string, unknown>>
}

/** The records of a debate by kind. `places` holds only what a person has placed, by statement or position id. */
export interface Records {
  sources: Source
  positions: Position
  statements: Statement
  relations: Relation
  stances: Stance
  annotations: Annotation
  verdicts: Verdict
  places: Point
}
export type RecordKind = keyof Records

export const recordKinds: readonly RecordKind[] = [
  'sources',
  'positions',
  'statements',
  'relations',
  'stances',
  'annotations',
  'verdicts',
  'places',
]

/**
 * A whole debate, by id.
 *
 * Positions iterate in the order they are shown in; the others in no order that means anything.
 */
export type Debate = { readonly about: About } & {
  readonly [Kind in RecordKind]: ReadonlyMap<Id, Records[Kind]>
}

/** A debate in which nothing has been said. */
export const emptyDebate: Debate = {
  about: { title: 'Untitled map', createdAt: null, updatedAt: null, extra: {} },
  sources: new Map(),
  positions: new Map(),
  statements: new Map(),
  relations: new Map(),
  stances: new Map(),
  annotations: new Map(),
  verdicts: new Map(),
  places: new Map(),
}
