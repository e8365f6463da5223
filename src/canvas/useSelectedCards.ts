import { useMemo } from 'react'
import type { Id } from '../model/schema'
import { useDebate } from '../store'

/** The cards that are to be in view: the selected statement, or both ends of the selected link. */
export function useSelectedCards(): readonly Id[] {
  const debate = useDebate((state) => state.debate)
  const selected = useDebate((state) => state.selected)
  const relation = selected?.kind === 'relation' ? debate.relations.get(selected.id) : undefined
  return useMemo(() => {
    if (relation) return [relation.from, relation.to]
    return selected?.kind === 'statement' ? [selected.id] : []
  }, [relation, selected])
}
