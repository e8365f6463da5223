import { type MouseEvent, useMemo, useState } from 'react'
import type { Id } from '../model/schema'
import { useDebateStore } from '../store'
import type { CanvasEdge, CanvasNode } from './scene'

/** What the pointer or the focus rests on, told to the other panes, so that they light the same words. */
export function useHints() {
  const store = useDebateStore()
  const [pointedAt, setPointedAt] = useState<Id | null>(null)
  const acts = useMemo(() => {
    const { hint } = store.getState()
    const hintStatement = (id: Id) =>
      hint(store.getState().debate.statements.has(id) ? { kind: 'statement', id } : null)
    return {
      hintStatement,
      letGo: () => hint(null),
      /** What React Flow is to call. */
      pointing: {
        onNodeMouseEnter(_: MouseEvent, { id }: CanvasNode) {
          setPointedAt(id)
          hintStatement(id)
        },
        onNodeMouseLeave() {
          setPointedAt(null)
          hint(null)
        },
        onEdgeMouseEnter(_: MouseEvent, { id, type }: CanvasEdge) {
          if (type === 'relation') hint({ kind: 'relation', id })
        },
        onEdgeMouseLeave: () => hint(null),
      },
    }
  }, [store])
  return { pointedAt, ...acts }
}
