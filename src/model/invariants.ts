import type {
  Annotation,
  Debate,
  Position,
  Reason,
  Relation,
  Source,
  Stance,
  Statement,
  Verdict,
} from './debate'
import { homelessOf } from './homeless'
import type { Id, SourceSpan } from './schema'

/** The records of a map as lists, in which an id may still occur twice. */
export interface Lists {
  sources: Iterable<Source>
  positions: Iterable<Position>
  statements: Iterable<Statement>
  relations: Iterable<Relation>
  stances: Iterable<Stance>
  annotations: Iterable<Annotation>
  /** Annotations whose target is gone: they have ids like others, and no target to check. */
  homeless: Iterable<Annotation>
  verdicts: Iterable<Verdict>
  /** The ids of what a person has placed. */
  places: Iterable<Id>
}

/** The first rule that a debate breaks, as a sentence for a person; null where it keeps them all. */
export function problemIn(debate: Debate): string | null {
  return firstProblem({
    sources: debate.sources.values(),
    positions: debate.positions.values(),
    statements: debate.statements.values(),
    relations: debate.relations.values(),
    stances: debate.stances.values(),
    annotations: debate.annotations.values(),
    homeless: homelessOf(debate.about),
    verdicts: debate.verdicts.values(),
    places: debate.places.keys(),
  })
}

/**
 * The first rule between records that a map breaks, as a sentence for a person; null where it keeps them all.
 *
 * Takes each record to be well formed in itself. Linear in the map.
 */
export function firstProblem(lists: Lists): string | null {
  const [problem] = problems({
    sources: [...lists.sources],
    positions: [...lists.positions],
    statements: [...lists.statements],
    relations: [...lists.relations],
    stances: [...lists.stances],
    annotations: [...lists.annotations],
    homeless: [...lists.homeless],
    verdicts: [...lists.verdicts],
    places: [...lists.places],
  })
  return problem ?? null
}

type Arrays = { [Key in keyof Lists]: Lists[Key] extends Iterable<infer One> ? One[] : never }

function* problems(lists: Arrays): Generator<string> {
  const known = yield* idProblems(lists)
  const sources = new Map(lists.sources.map((source) => [source.id, source]))
  for (const source of lists.sources) yield* sourceProblems(source, known, sources)
  for (const statement of lists.statements) yield* statementProblems(statement, sources)
  for (const relation of lists.relations) yield* relationProblems(relation, known, sources)
  yield* circleProblems(lists.relations)
  for (const stance of lists.stances) yield* stanceProblems(stance, known, sources)
  for (const { id, target } of lists.annotations) {
    if (!annotated.has(known.get(target) ?? '')) {
      yield `Annotation ${named(id)} is on ${named(target)}, which is no statement, position, relation or stance of this map.`
    }
  }
  for (const id of lists.places) {
    if (!placed.has(known.get(id) ?? '')) {
      yield `The layout places ${named(id)}, which is no statement or position of this map.`
    }
  }
}

const annotated = new Set(['statement', 'position', 'relation', 'stance'])
const placed = new Set(['statement', 'position'])

/** What each id names: "statement", "turn" and so on. */
type Known = ReadonlyMap<Id, string>

/** Ids are unique in the whole map, since an annotation says only the id of what it is on. */
function* idProblems(lists: Arrays): Generator<string, Known> {
  const known = new Map<Id, string>()
  for (const [noun, id] of idsOf(lists)) {
    const other = known.get(id)
    if (other === noun) yield `Two ${noun}s have the id ${named(id)}; ids must be unique.`
    else if (other)
      yield `A ${other} and a ${noun} both have the id ${named(id)}; ids must be unique.`
    known.set(id, noun)
  }
  return known
}

function* idsOf(lists: Arrays): Generator<readonly [string, Id]> {
  for (const { id, turns, passages } of lists.sources) {
    yield ['text', id]
    for (const turn of turns) yield ['turn', turn.id]
    for (const passage of passages) yield ['passage', passage.id]
  }
  for (const { id } of lists.positions) yield ['position', id]
  for (const { id } of lists.statements) yield ['statement', id]
  for (const { id } of lists.relations) yield ['relation', id]
  for (const { id } of lists.stances) yield ['stance', id]
  for (const { id } of lists.annotations) yield ['annotation', id]
  for (const { id } of lists.homeless) yield ['annotation', id]
  for (const { id } of lists.verdicts) yield ['verdict', id]
}

type Sources = ReadonlyMap<Id, Source>

function* sourceProblems(source: Source, known: Known, sources: Sources): Generator<string> {
  const { id, text, length } = source
  if (text !== undefined && text.length !== length) {
    yield `Text ${named(id)} is said to be ${count(length)} characters long, but has ${count(text.length)}.`
  }
  for (const { id: turn, replyTo, because } of source.turns) {
    if (replyTo !== null && known.get(replyTo) !== 'turn') {
      yield `Turn ${named(turn)} replies to ${named(replyTo)}, which is no turn of this map.`
    }
    yield* reasonProblems(`Turn ${named(turn)}`, because, sources)
  }
  yield* passageProblems(source, known, sources)
}

/** Passages stand in order and apart, and leave out nothing but white space. */
function* passageProblems(source: Source, known: Known, sources: Sources): Generator<string> {
  let before = 0
  for (const [at, { id, start, end, turn, copyOf, because }] of source.passages.entries()) {
    const passage = `Passage ${named(id)}`
    yield* spanProblems(`${passage} covers`, { source: source.id, start, end }, sources)
    if (start < before) {
      yield `${passage} starts at character ${count(start)}, before the passage ahead of it ends (${count(before)}).`
    }
    if (at > 0 && source.text?.slice(before, start).trim()) {
      yield `Between characters ${count(before)} and ${count(start)} of text ${named(source.id)} stand words that are in no passage.`
    }
    if (turn !== null && known.get(turn) !== 'turn') {
      yield `${passage} belongs to ${named(turn)}, which is no turn of this map.`
    }
    if (copyOf !== null && known.get(copyOf) !== 'passage') {
      yield `${passage} is a copy of ${named(copyOf)}, which is no passage of this map.`
    }
    yield* reasonProblems(passage, because, sources)
    before = end
  }
}

function* statementProblems(statement: Statement, sources: Sources): Generator<string> {
  const subject = `Statement ${named(statement.id)}`
  for (const quote of statement.quotes) {
    yield* spanProblems(`${subject} quotes`, quote, sources)
    const words = sources.get(quote.source)?.text?.slice(quote.start, quote.end)
    if (words !== undefined && words !== quote.exact) {
      yield `${subject} quotes “${clip(quote.exact)}”, but ${place(quote)} read “${clip(words)}”.`
    }
  }
  yield* shareProblems(subject, 'confidence', statement.confidence)
  yield* shareProblems(subject, 'credence', statement.credence)
  yield* reasonProblems(subject, statement.because, sources)
}

function* relationProblems(relation: Relation, known: Known, sources: Sources): Generator<string> {
  const subject = `Relation ${named(relation.id)}`
  const { from, to, kind } = relation
  const target = known.get(to)
  if (known.get(from) !== 'statement') {
    yield `${subject} goes from ${named(from)}, which is no statement of this map.`
  }
  if (from === to) yield `${subject} goes from ${named(from)} to itself.`
  if (kind === 'undercuts' && target !== 'relation') {
    yield `${subject} undercuts ${named(to)}, which is no relation of this map; an undercut denies a relation.`
  }
  if (kind !== 'undercuts' && target === 'relation') {
    yield `${subject} (${kind}) goes to the relation ${named(to)}; only an undercut points at a relation.`
  } else if (kind !== 'undercuts' && target !== 'statement') {
    yield `${subject} goes to ${named(to)}, which is no statement of this map.`
  }
  yield* shareProblems(subject, 'confidence', relation.confidence)
  yield* reasonProblems(subject, relation.because, sources)
}

/** Follows each undercut to the relation it is about. Each relation is walked over once. */
function* circleProblems(relations: readonly Relation[]): Generator<string> {
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const walkOf = new Map<Id, Id>()
  for (const { id: walk } of relations) {
    let at = byId.get(walk)
    while (at !== undefined && !walkOf.has(at.id)) {
      walkOf.set(at.id, walk)
      at = at.kind === 'undercuts' ? byId.get(at.to) : undefined
    }
    if (at !== undefined && walkOf.get(at.id) === walk) {
      yield `Relation ${named(at.id)} undercuts relation ${named(at.to)}, and so on round in a circle back to itself.`
    }
  }
}

function* stanceProblems(stance: Stance, known: Known, sources: Sources): Generator<string> {
  const subject = `Stance ${named(stance.id)}`
  if (known.get(stance.statement) !== 'statement') {
    yield `${subject} is of ${named(stance.statement)}, which is no statement of this map.`
  }
  if (known.get(stance.position) !== 'position') {
    yield `${subject} is on ${named(stance.position)}, which is no position of this map.`
  }
  yield* shareProblems(subject, 'confidence', stance.confidence)
  yield* reasonProblems(subject, stance.because, sources)
}

function* reasonProblems(
  subject: string,
  because: readonly Reason[] | undefined,
  sources: Sources,
): Generator<string> {
  for (const { rule, from, to } of because ?? []) {
    const rests = `${subject} rests (rule “${clip(rule)}”) on`
    if (from) yield* spanProblems(rests, from, sources)
    if (to) yield* spanProblems(rests, to, sources)
  }
}

/** Starts its sentences with what the span is for, as in "Statement s-41 quotes". */
function* spanProblems(start: string, span: SourceSpan, sources: Sources): Generator<string> {
  const source = sources.get(span.source)
  if (!source) {
    yield `${start} text ${named(span.source)}, which is not in this map.`
  } else if (span.end < span.start) {
    yield `${start} ${place(span)}: the end comes before the start.`
  } else if (span.end > source.length) {
    yield `${start} ${place(span)}, which has only ${count(source.length)}.`
  }
}

function* shareProblems(subject: string, field: string, share: number | null): Generator<string> {
  if (share !== null && !(share >= 0 && share <= 1)) {
    yield `${subject} has a ${field} of ${share}; it must lie between 0 and 1.`
  }
}

const place = ({ source, start, end }: SourceSpan) =>
  `characters ${count(start)} to ${count(end)} of text ${named(source)}`

const count = (value: number) => value.toLocaleString('en-US')

/** An id as it can stand in a sentence: on one line, and not without end. */
export const named = (id: Id): string => clip(id)

const clip = (words: string) => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
