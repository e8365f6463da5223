import type { Change, Step } from './change'
import type {
  Annotation,
  Debate,
  Position,
  Relation,
  RelationKind,
  Review,
  Side,
  Stance,
  Statement,
  StatementKind,
} from './debate'
import type { Id, Moment, Point } from './schema'
import { relationNouns } from './words'

// What a person can do to a debate, each as a step: a named list of changes that keeps the debate valid.
// Nothing here writes; the document makes the step, and one undo takes it back.

/** A new statement in a person's own words, and where it goes. */
export interface NewStatement {
  id: Id
  kind: StatementKind
  text: string
  /** The position it bears on, and the side it takes there. */
  stance?: { id: Id; position: Id; side: Side }
  /** What it answers: a statement, or for an undercut the link it denies. */
  link?: { id: Id; to: Id; kind: RelationKind }
}

export function addStatement(debate: Debate, { id, kind, text, stance, link }: NewStatement): Step {
  const statement: Statement = {
    id,
    kind,
    text: text.trim(),
    quotes: [],
    madeBy: 'person',
    confidence: null,
    reviewed: null,
    credence: null,
  }
  const changes: Change[] = [{ kind: 'statements', id, record: statement }]
  if (stance) changes.push(putStance(newStance(stance.id, id, stance.position, stance.side)))
  if (link) {
    const relation = newRelation(link.id, id, link.to, link.kind)
    const problem = targetProblem(debate, relation)
    if (problem) throw new RangeError(problem)
    changes.push(putRelation(relation))
  }
  return { name: `add ${link ? relationNouns[link.kind] : kind}`, changes }
}

/** Rewords the headline of a statement. Its quotes stay as they are: they are somebody's words. */
export function rewordStatement(debate: Debate, id: Id, text: string): Step {
  const statement = found(debate, 'statements', id)
  const reworded = text.trim()
  if (reworded === '' || reworded === statement.text) return { name: 'reword', changes: [] }
  return {
    name: `reword ${statement.kind}`,
    changes: [putStatement({ ...statement, text: reworded })],
  }
}

export function changeStatementKind(debate: Debate, id: Id, kind: StatementKind): Step {
  const statement = found(debate, 'statements', id)
  if (statement.kind === kind) return { name: 'change kind', changes: [] }
  return {
    name: `change ${statement.kind} to ${kind}`,
    changes: [putStatement({ ...statement, kind })],
  }
}

/** Deletes a statement with its links, the undercuts of those links, its stances, and the annotations on all of them. */
export function deleteStatement(debate: Debate, id: Id): Step {
  const statement = found(debate, 'statements', id)
  const relations = relationsThatFallWith(
    debate,
    (relation) => relation.from === id || relation.to === id,
  )
  const stances = [...debate.stances.values()].filter((stance) => stance.statement === id)
  const gone = new Set([id, ...relations, ...stances.map((stance) => stance.id)])
  return {
    name: `delete ${statement.kind}`,
    changes: [
      { kind: 'statements', id, record: null },
      ...relations.map(removeRelation),
      ...stances.map((stance): Change => ({ kind: 'stances', id: stance.id, record: null })),
      ...removeAnnotationsOn(debate, gone),
      ...(debate.places.has(id) ? [{ kind: 'places', id, record: null } as const] : []),
    ],
  }
}

/**
 * Why two ends cannot be linked so, as a sentence for a person; null where they can.
 *
 * A link joins two different statements; only an undercut goes from a statement to a link, and never to one
 * that rests on the undercut itself.
 */
export function linkProblem(
  debate: Debate,
  link: Pick<Relation, 'id' | 'from' | 'to' | 'kind'>,
): string | null {
  if (!debate.statements.has(link.from)) return 'The statement this link starts from is gone.'
  return targetProblem(debate, link)
}

function targetProblem(
  debate: Debate,
  link: Pick<Relation, 'id' | 'from' | 'to' | 'kind'>,
): string | null {
  if (link.from === link.to) return 'A statement cannot answer itself.'
  if (link.kind === 'undercuts') {
    if (debate.relations.has(link.to)) {
      const circle = relationsThatFallWith(debate, (one) => one.id === link.id).includes(link.to)
      return circle ? 'This undercut would end up attacking itself.' : null
    }
    return debate.statements.has(link.to)
      ? 'An undercut denies a link, not a statement. Rebut the statement, or undercut one of its links.'
      : 'The link this undercut denies is gone.'
  }
  if (debate.relations.has(link.to)) return 'Only an undercut can answer a link.'
  if (!debate.statements.has(link.to)) return 'The statement this link goes to is gone.'
  for (const other of debate.relations.values())
    if (
      other.id !== link.id &&
      other.from === link.from &&
      other.to === link.to &&
      other.kind === link.kind
    )
      return 'These two are already linked so.'
  return null
}

/** Links two statements, or a statement and the link it undercuts. Throws where `linkProblem` names a problem. */
export function addRelation(debate: Debate, id: Id, from: Id, to: Id, kind: RelationKind): Step {
  const relation = newRelation(id, from, to, kind)
  const problem = linkProblem(debate, relation)
  if (problem) throw new RangeError(problem)
  return { name: `link as ${relationNouns[kind]}`, changes: [putRelation(relation)] }
}

/** Changes what a link does. A person's verdict: the link is theirs from here on. */
export function changeRelationKind(debate: Debate, id: Id, kind: RelationKind): Step {
  const relation = found(debate, 'relations', id)
  if (relation.kind === kind) return { name: 'change link', changes: [] }
  const changed: Relation = {
    ...relation,
    kind,
    madeBy: 'person',
    confidence: null,
    reviewed: null,
  }
  const problem = linkProblem(debate, changed)
  if (problem) throw new RangeError(problem)
  return { name: `change link to ${relationNouns[kind]}`, changes: [putRelation(changed)] }
}

/** Deletes a link, what undercuts it, and the annotations on them. */
export function deleteRelation(debate: Debate, id: Id): Step {
  const relation = found(debate, 'relations', id)
  const gone = relationsThatFallWith(debate, (one) => one.id === id)
  return {
    name: `delete ${relationNouns[relation.kind]} link`,
    changes: [...gone.map(removeRelation), ...removeAnnotationsOn(debate, new Set(gone))],
  }
}

/** Puts a statement on a side of a position; null takes it off. `id` names the stance if a new one is needed. */
export function setStance(
  debate: Debate,
  id: Id,
  statement: Id,
  position: Id,
  side: Side | null,
): Step {
  const { title } = found(debate, 'positions', position)
  found(debate, 'statements', statement)
  const present = [...debate.stances.values()].filter(
    (stance) => stance.statement === statement && stance.position === position,
  )
  if (side === null) {
    const gone = new Set(present.map((stance) => stance.id))
    return {
      name: `take off ${title}`,
      changes: [
        ...present.map((stance): Change => ({ kind: 'stances', id: stance.id, record: null })),
        ...removeAnnotationsOn(debate, gone),
      ],
    }
  }
  const [first] = present
  if (first?.stance === side) return { name: 'change side', changes: [] }
  const stance: Stance = first
    ? { ...first, stance: side, madeBy: 'person', confidence: null, reviewed: null }
    : newStance(id, statement, position, side)
  return {
    name: side === 'neutral' ? `leave open on ${title}` : `take the ${side} side on ${title}`,
    changes: [putStance(stance)],
  }
}

/** Puts cards where a person dropped them. */
export function placeCards(places: ReadonlyMap<Id, Point>): Step {
  return {
    name: places.size === 1 ? 'move card' : `move ${places.size} cards`,
    changes: [...places].map(([id, record]): Change => ({ kind: 'places', id, record })),
  }
}

/** Gives placed cards back to the automatic layout. */
export function releaseCards(debate: Debate, ids: Iterable<Id>): Step {
  const placed = [...ids].filter((id) => debate.places.has(id))
  return {
    name: 'tidy up',
    changes: placed.map((id): Change => ({ kind: 'places', id, record: null })),
  }
}

/** Writes a note, or rewrites the one that has its id. */
export function putAnnotation(debate: Debate, annotation: Annotation): Step {
  return {
    name: debate.annotations.has(annotation.id) ? 'edit note' : 'add note',
    changes: [{ kind: 'annotations', id: annotation.id, record: annotation }],
  }
}

export function deleteAnnotation(debate: Debate, id: Id): Step {
  found(debate, 'annotations', id)
  return { name: 'delete note', changes: [{ kind: 'annotations', id, record: null }] }
}

/** Says that a person has checked what the parser made. */
export function confirmReading(
  debate: Debate,
  kind: 'statements' | 'relations' | 'stances',
  id: Id,
  by: string,
  at: Moment,
): Step {
  const reviewed: Review = { by, at, verdict: 'confirmed' }
  const record = { ...found(debate, kind, id), reviewed }
  const noun = { statements: 'statement', relations: 'link', stances: 'side' }[kind]
  return { name: `confirm ${noun}`, changes: [{ kind, id, record } as Change] }
}

/** Renames the map. */
export function renameMap(debate: Debate, title: string): Step {
  const next = title.trim()
  return {
    name: 'rename map',
    changes: [],
    ...(next !== '' && next !== debate.about.title && { about: { ...debate.about, title: next } }),
  }
}

/** The record that has an id. Throws where there is none. */
export function found<
  Kind extends 'statements' | 'relations' | 'stances' | 'positions' | 'annotations',
>(debate: Debate, kind: Kind, id: Id) {
  const record = debate[kind].get(id)
  if (!record) throw new RangeError(`The debate has no ${kind} record ${id}`)
  return record as NonNullable<ReturnType<Debate[Kind]['get']>>
}

/** The ids of the relations that match, and of all undercuts that rest on them. */
export function relationsThatFallWith(
  debate: Debate,
  matches: (relation: Relation) => boolean,
): Id[] {
  const undercuts = new Map<Id, Id[]>()
  const falling: Id[] = []
  for (const relation of debate.relations.values()) {
    if (relation.kind === 'undercuts')
      undercuts.set(relation.to, [...(undercuts.get(relation.to) ?? []), relation.id])
    if (matches(relation)) falling.push(relation.id)
  }
  const seen = new Set(falling)
  // The list grows while it is walked: an undercut can itself be undercut.
  for (const id of falling)
    for (const undercut of undercuts.get(id) ?? [])
      if (!seen.has(undercut)) {
        seen.add(undercut)
        falling.push(undercut)
      }
  return falling
}

/** What takes away the annotations on things that go. */
export const removeAnnotationsOn = (debate: Debate, targets: ReadonlySet<Id>): Change[] =>
  [...debate.annotations.values()]
    .filter((annotation) => targets.has(annotation.target))
    .map((annotation) => ({ kind: 'annotations', id: annotation.id, record: null }))

const removeRelation = (id: Id): Change => ({ kind: 'relations', id, record: null })
const putStatement = (record: Statement): Change => ({ kind: 'statements', id: record.id, record })
const putRelation = (record: Relation): Change => ({ kind: 'relations', id: record.id, record })
const putStance = (record: Stance): Change => ({ kind: 'stances', id: record.id, record })

const byPerson = { madeBy: 'person', confidence: null, reviewed: null, because: [] } as const

/** A link that a person makes. */
export const newRelation = (id: Id, from: Id, to: Id, kind: RelationKind): Relation => ({
  id,
  from,
  to,
  kind,
  ...byPerson,
  because: [],
})

/** A side that a person sees. */
export const newStance = (id: Id, statement: Id, position: Position['id'], side: Side): Stance => ({
  id,
  statement,
  position,
  stance: side,
  ...byPerson,
  because: [],
})
