import { createHash } from 'node:crypto'
import {
  type Annotation,
  type Debate,
  emptyDebate,
  type Passage,
  type Position,
  type Quote,
  type Relation,
  type RelationKind,
  type Side,
  type Source,
  type Stance,
  type Statement,
  type StatementKind,
  type Verdict,
} from '../../src/model/debate'
import type { Id, Point } from '../../src/model/schema'

// Records with only what a test cares about, and a small debate in which every kind of record occurs.

/** A text with one turn, whose paragraphs (parted by blank lines) are passages of speech. */
export function source(id: Id, text: string): Source {
  const turn = { id: `${id}/t1`, speaker: null, replyTo: null }
  const passages = [...text.matchAll(/\S(?:[^\n]|\n(?!\n))*/g)].map(
    ({ index, 0: words }, at): Passage => ({
      id: `${id}/p${at + 1}`,
      start: index,
      end: index + words.length,
      role: 'speech',
      turn: turn.id,
      copyOf: null,
    }),
  )
  return {
    id,
    title: `Thread ${id}`,
    url: null,
    authors: [],
    publishedAt: null,
    length: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
    text,
    turns: [turn],
    passages,
  }
}

/** The quote of these words where they first stand in a source. */
export function quote(from: Source, exact: string): Quote {
  const text = from.text ?? ''
  const start = text.indexOf(exact)
  if (start === -1) throw new RangeError(`Source ${from.id} does not say “${exact}”`)
  const end = start + exact.length
  const [prefix, suffix] = [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32)]
  return { source: from.id, start, end, exact, prefix, suffix }
}

/** A statement that a person made, or with quotes one that the parser found. */
export function statement(
  kind: StatementKind,
  id: Id,
  text: string,
  ...quotes: Quote[]
): Statement {
  const isFound = quotes.length > 0
  return {
    id,
    kind,
    text,
    quotes,
    madeBy: isFound ? 'parser' : 'person',
    confidence: isFound ? 0.8 : null,
    reviewed: null,
    credence: null,
  }
}

export const claim = (id: Id, text: string, ...quotes: Quote[]) =>
  statement('claim', id, text, ...quotes)

export const rebuttal = (id: Id, text: string, ...quotes: Quote[]) =>
  statement('rebuttal', id, text, ...quotes)

/** A position, as in `position('p1', 'Prior plausibility')`. */
export function position(id: Id, title: string, theme: string | null = null): Position {
  return { id, title, proposition: `${title} settles it.`, theme, summary: `What ${title} is.` }
}

/** A link that a person made; reads as a sentence: `relation('r1', 'c2', 'rebuts', 'c1')`. */
export function relation(id: Id, from: Id, kind: RelationKind, to: Id): Relation {
  return { id, from, to, kind, madeBy: 'person', confidence: null, reviewed: null, because: [] }
}

/** A side that a person saw; reads as a sentence: `stance('s1', 'c1', 'for', 'p1')`. */
export function stance(id: Id, statement: Id, side: Side, position: Id): Stance {
  return {
    id,
    statement,
    position,
    stance: side,
    madeBy: 'person',
    confidence: null,
    reviewed: null,
    because: [],
  }
}

export function annotation(id: Id, target: Id, body: string): Annotation {
  const at = '2026-11-20T09:00:00Z'
  return { id, target, body, author: 'Ada', tags: [], createdAt: at, updatedAt: at }
}

/** The records of a debate as lists; what is left out is empty. */
export interface Parts {
  title?: string
  sources?: Source[]
  positions?: Position[]
  statements?: Statement[]
  relations?: Relation[]
  stances?: Stance[]
  annotations?: Annotation[]
  verdicts?: Verdict[]
  places?: [Id, Point][]
}

/** A debate that holds these records. */
export function debateWith(parts: Parts): Debate {
  return {
    about: { ...emptyDebate.about, title: parts.title ?? 'A debate' },
    sources: byId(parts.sources),
    positions: byId(parts.positions),
    statements: byId(parts.statements),
    relations: byId(parts.relations),
    stances: byId(parts.stances),
    annotations: byId(parts.annotations),
    verdicts: byId(parts.verdicts),
    places: new Map(parts.places),
  }
}

const byId = <R extends { id: Id }>(records: readonly R[] = []) =>
  new Map(records.map((one) => [one.id, one]))

/** The words of the sample debate: a post, and a thread that answers it. */
export const post = source(
  '001',
  'Deceptive alignment is unlikely. Models understand the goal before they can scheme.\n\n' +
    'Gradients shape goals gradually.',
)
export const thread = source(
  '002',
  'That order is not given. Gradients can also keep a bad goal.\n\nWhy would a model wait?',
)

/** A small debate with two sources, two positions, six statements, an undercut and an annotation. */
export const sampleDebate: Debate = debateWith({
  title: 'A sample debate',
  sources: [post, thread],
  positions: [
    position('property-ordering', 'Property ordering', 'Do the properties line up?'),
    position('prior-plausibility', 'Prior plausibility'),
  ],
  statements: [
    claim(
      'unlikely',
      'Deceptive alignment is unlikely.',
      quote(post, 'Deceptive alignment is unlikely.'),
    ),
    claim(
      'goal-first',
      'Models understand the goal before they can scheme.',
      quote(post, 'Models understand the goal before they can scheme.'),
    ),
    claim(
      'gradual',
      'Gradients shape goals gradually.',
      quote(post, 'Gradients shape goals gradually.'),
    ),
    rebuttal('not-given', 'That order is not given.', quote(thread, 'That order is not given.')),
    statement(
      'question',
      'why-wait',
      'Why would a model wait?',
      quote(thread, 'Why would a model wait?'),
    ),
    rebuttal('beside-the-point', 'How gradual it is does not matter here.'),
  ],
  relations: [
    {
      ...relation('r-goal', 'goal-first', 'supports', 'unlikely'),
      madeBy: 'parser',
      confidence: 0.7,
      because: [{ rule: 'same paragraph', from: { source: '001', start: 33, end: 83 }, to: null }],
    },
    relation('r-gradual', 'gradual', 'supports', 'unlikely'),
    relation('r-order', 'not-given', 'rebuts', 'goal-first'),
    relation('u-gradual', 'beside-the-point', 'undercuts', 'r-gradual'),
  ],
  stances: [
    stance('st-goal', 'goal-first', 'for', 'property-ordering'),
    stance('st-order', 'not-given', 'against', 'property-ordering'),
    stance('st-unlikely', 'unlikely', 'neutral', 'prior-plausibility'),
  ],
  annotations: [annotation('a-1', 'not-given', 'Ask for the *evidence*.')],
  places: [['unlikely', { x: 40, y: -12.5 }]],
})
