import type { Debate } from '../model/debate'
import type { Id } from '../model/schema'
import { indexOf } from './debateIndex'
import { positionsOf } from './tally'

/** The statements that bear on no position, in the order they were said. They stand on no page of their own. */
export function looseStatements(debate: Debate): Id[] {
  const { orderOf } = indexOf(debate)
  return [...debate.statements.keys()]
    .filter((id) => positionsOf(debate, id).length === 0)
    .sort((a, b) => orderOf(a) - orderOf(b))
}
