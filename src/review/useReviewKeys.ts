import { useEffect, useRef } from 'react'
import { useDebateStore } from '../store'
import { isElsewhere } from '../ui/elsewhere'

/** What each key does, by its name: "y", "shift+j", "escape", "arrowdown". */
export type ReviewKeys = Readonly<Record<string, () => void>>

/**
 * The keys of a review, which are its own while it is open: letters and digits mean nothing else then.
 *
 * Fields, menus and dialogs keep theirs. The arrow keys belong to the map while that has the focus.
 */
export function useReviewKeys(keys: ReviewKeys) {
  const store = useDebateStore()
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (store.getState().dialog || isElsewhere(event.target)) return
      const press = pressOf(event)
      const isOnMap = event.target instanceof HTMLElement && event.target.closest('main') !== null
      if (press.startsWith('arrow') && isOnMap) return
      const act = latest.current[press]
      if (!act && !/^[a-z0-9]$|^delete$|^backspace$/.test(press)) return
      event.preventDefault()
      event.stopPropagation()
      act?.()
    }
    // Ahead of the keys of the page and of the map.
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [store])
}

function pressOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  if (event.altKey) return ''
  const mod = event.ctrlKey || event.metaKey
  return [mod && 'mod', event.shiftKey && key.length === 1 && /[a-z]/.test(key) && 'shift', key]
    .filter(Boolean)
    .join('+')
}
