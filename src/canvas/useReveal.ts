import { useEffect } from 'react'
import { type Branch, lanesOf } from '../graph/lanes'
import { beneathKey, laneKey, type PositionPage } from '../graph/positionPage'
import type { Debate } from '../model/debate'
import type { Id } from '../model/schema'
import { useDebateStore } from '../store'

/** Unfolds what hides the selected statement, wherever it was selected. */
export function useReveal(selected: Id | null, position: Id | null, page: PositionPage | null) {
  const store = useDebateStore()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection unfolds; a person may fold it away again.
  useEffect(() => {
    if (!selected || !position || !page) return
    const { debate, unfolded, toggleFold } = store.getState()
    for (const key of foldsOver(debate, position, page, selected))
      if (!unfolded.has(key)) toggleFold(key)
  }, [selected, position])
}

/** The keys of the folds that hide a statement of a position; none where it is shown or does not bear on it. */
export function foldsOver(
  debate: Debate,
  position: Id,
  page: PositionPage,
  statement: Id,
): string[] {
  const shown = new Set(page.cards.map(({ id }) => id))
  if (shown.has(statement)) return []
  const lanes = lanesOf(debate, position)
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

function pathTo(branch: Branch, statement: Id): Id[] | null {
  if (branch.id === statement) return [branch.id]
  for (const child of branch.beneath) {
    const path = pathTo(child, statement)
    if (path) return [branch.id, ...path]
  }
  return null
}
