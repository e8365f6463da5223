import { useEffect } from 'react'
import { type Branch, wholeBranch } from '../graph/lanes'
import { beneathKey, laneKey, type PositionPage } from '../graph/positionPage'
import type { Id } from '../model/schema'
import { useDebateStore } from '../store'

/** Unfolds what hides the selected statement, wherever it was selected. */
export function useReveal(selected: Id | null, position: Id | null, page: PositionPage | null) {
  const store = useDebateStore()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection unfolds; a person may fold it away again.
  useEffect(() => {
    if (!selected || !position || !page) return
    const { unfolded, toggleFold } = store.getState()
    for (const key of foldsOver(page, selected)) if (!unfolded.has(key)) toggleFold(key)
  }, [selected, position])
}

/** The keys of the folds that hide a statement of a page; none where it is shown or does not bear on the position. */
export function foldsOver({ cards, lanes }: PositionPage, statement: Id): string[] {
  const shown = new Set(cards.map(({ id }) => id))
  if (shown.has(statement)) return []
  for (const lane of ['for', 'against', 'open'] as const)
    for (const branch of lanes[lane]) {
      const path = pathTo(branch, statement)
      if (!path) continue
      const folds = lane === 'open' || !shown.has(branch.id) ? [laneKey(lane)] : []
      // The open lane shows all that stands beneath its statements at once.
      return lane === 'open' ? folds : [...folds, ...path.slice(0, -1).map(beneathKey)]
    }
  return []
}

/** The statements from the root of a branch down to one that stands in it; null where it does not. */
function pathTo(branch: Branch, statement: Id): Id[] | null {
  const parents = new Map<Id, Id>()
  for (const { id, beneath } of wholeBranch(branch))
    for (const child of beneath) parents.set(child.id, id)
  if (statement !== branch.id && !parents.has(statement)) return null
  const path = [statement]
  for (let at = parents.get(statement); at !== undefined; at = parents.get(at)) path.push(at)
  return path.reverse()
}
