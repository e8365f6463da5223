import type { Debate, Relation, RelationKind, Side, Statement } from '../model/debate'
import type { Id } from '../model/schema'
import { indexOf } from './debateIndex'

/** The kinds of link with which one statement replies to another. A support adds; it does not reply. */
export const replyingKinds: ReadonlySet<RelationKind> = new Set([
  'rebuts',
  'answers',
  'concedes',
  'clarifies',
])

/** The links by which others answer a statement: replies to it, and undercuts of the links it makes. */
export function repliesTo(debate: Debate, statement: Id): Relation[] {
  const index = indexOf(debate)
  const direct = index
    .relationsTo(statement)
    .filter((relation) => replyingKinds.has(relation.kind) && relation.from !== statement)
  const undercuts = index
    .relationsFrom(statement)
    .flatMap((relation) => index.undercutsOf(relation.id))
    .filter((undercut) => undercut.from !== statement)
  return [...direct, ...undercuts]
}

/** The links by which others back a statement up. */
export const supportsOf = (debate: Debate, statement: Id): Relation[] =>
  indexOf(debate)
    .relationsTo(statement)
    .filter((relation) => relation.kind === 'supports' && relation.from !== statement)

/** Whether a statement on a side of a position asks for a reply: concessions and clarifications do not. */
export const isObjection = (statement: Statement, side: Side): boolean =>
  side === 'against' && statement.kind !== 'concession' && statement.kind !== 'clarification'

/** Whether nobody has answered this statement. */
export const hasNoReply = (debate: Debate, statement: Id): boolean =>
  repliesTo(debate, statement).length === 0

/** The statements that bear on a position as objections and that nobody has answered, in the order they were said. */
export function unansweredOn(debate: Debate, position: Id): Id[] {
  const objections = new Set<Id>()
  for (const stance of indexOf(debate).stancesOn(position)) {
    const statement = debate.statements.get(stance.statement)
    if (statement && isObjection(statement, stance.stance)) objections.add(statement.id)
  }
  return [...objections].filter((id) => hasNoReply(debate, id))
}

/**
 * What stands beneath a statement: its supporters and those who answer it, theirs, and so on.
 *
 * Nearest first, each once, never the statement itself, though debates do go round in circles.
 */
export function beneath(debate: Debate, statement: Id): Id[] {
  const seen = new Set([statement])
  const found: Id[] = [statement]
  // The list grows while it is walked.
  for (const id of found)
    for (const { from } of [...supportsOf(debate, id), ...repliesTo(debate, id)])
      if (!seen.has(from) && debate.statements.has(from)) {
        seen.add(from)
        found.push(from)
      }
  return found.slice(1)
}
