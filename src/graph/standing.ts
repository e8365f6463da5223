import type { Debate } from '../model/debate'
import type { Id } from '../model/schema'
import { indexOf } from './debateIndex'
import { hasCardOn } from './lanes'

/**
 * The position on which a statement is to be shown: the open one, if its card is there; else one it takes a side on,
 * else one it leaves open, else one on which it answers somebody. null where it has a card nowhere.
 */
export function positionToShow(debate: Debate, statement: Id, open: Id | null): Id | null {
  const { stancesOf, relationsFrom } = indexOf(debate)
  if (open !== null && debate.positions.has(open) && hasCardOn(debate, open, statement)) return open
  const seen = new Set([statement])
  // The list grows while it is walked: from a statement to what it answers.
  for (const id of seen) {
    const stances = stancesOf(id).filter(({ position }) => debate.positions.has(position))
    const { position } = stances.find(({ stance }) => stance !== 'neutral') ?? stances[0] ?? {}
    if (position !== undefined && hasCardOn(debate, position, statement)) return position
    for (const { to } of relationsFrom(id)) {
      const denied = debate.relations.get(to)
      for (const end of denied ? [denied.from, denied.to] : [to])
        if (debate.statements.has(end)) seen.add(end)
    }
  }
  return null
}
