import { useEffect, useRef } from 'react'
import { useDebateStore } from '../store'

/**
 * Calls back when a key is pressed alone, anywhere but in a text field, a menu or a dialog.
 *
 * For keys that act on what the inspector shows, as long as it shows it.
 */
export function useKey(key: string, onPress: () => void) {
  const store = useDebateStore()
  const act = useRef(onPress)
  act.current = onPress
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
      if (event.key !== key || !isPlain || event.defaultPrevented) return
      if (store.getState().dialog || isElsewhere(event.target)) return
      event.preventDefault()
      act.current()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [key, store])
}

const isElsewhere = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null)
