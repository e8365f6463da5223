import type { Debate, Relation, Side } from '../model/debate'
import type { Id } from '../model/schema'
import { indexOf } from './debateIndex'
import { sidesOn } from './tally'

/** A statement with what is linked to it beneath, as an indented thread shows it. */
export interface Thread {
  statement: Id
  /** The link by which it hangs on the statement above; null at the top. */
  link: Relation | null
  replies: Thread[]
}

/**
 * The statements on one side of a position as threads: replies and supports stand beneath what they are linked to.
 *
 * Every statement of the side stands in exactly one place. One that answers another statement of the same thread
 * stands beneath it, whichever side it takes; the rest open a thread of their own, in the order they were said.
 */
export function threadsOn(debate: Debate, position: Id, side: Side): Thread[] {
  const sides = sidesOn(debate, position)
  const placed = new Set<Id>()
  const index = indexOf(debate)

  /** Whether a statement hangs beneath another one that bears on this position. */
  const parentOf = (statement: Id) =>
    index
      .relationsFrom(statement)
      .find(({ to, kind }) => kind !== 'undercuts' && to !== statement && sides.has(to))?.to

  const thread = (statement: Id, link: Relation | null): Thread => {
    placed.add(statement)
    const replies: Thread[] = []
    for (const relation of index.relationsTo(statement))
      if (relation.kind !== 'undercuts' && !placed.has(relation.from) && sides.has(relation.from))
        replies.push(thread(relation.from, relation))
    return { statement, link, replies }
  }

  const own = [...sides].filter(([, taken]) => taken === side).map(([statement]) => statement)
  const roots = own.filter((statement) => parentOf(statement) === undefined)
  const threads = roots.map((statement) => thread(statement, null))
  // What hangs beneath the other side, or runs in a circle, still stands here: on its own.
  for (const statement of own) if (!placed.has(statement)) threads.push(thread(statement, null))
  return threads
}
