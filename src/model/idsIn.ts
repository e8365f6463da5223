import type { Debate } from './debate'
import type { Id } from './schema'

/** All ids in use in a debate: an id names one thing in the whole map. */
export function idsIn(debate: Debate): Set<Id> {
  const { places: _, about: __, ...tables } = debate
  const ids = new Set<Id>()
  for (const table of Object.values(tables)) for (const id of table.keys()) ids.add(id)
  for (const { turns, passages } of debate.sources.values())
    for (const { id } of [...turns, ...passages]) ids.add(id)
  return ids
}
