import { useEffect, useRef } from 'react'
import { useDebateStore } from '../store'
import type { Finding } from './useFind'

/** Takes the keys of the browser's own find while a text is open: that one sees only what is in view. */
export function useFindKeys(finding: Finding, focusField: () => void) {
  const store = useDebateStore()
  const latest = useRef({ finding, focusField })
  useEffect(() => {
    latest.current = { finding, focusField }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || store.getState().dialog) return
      const { finding, focusField } = latest.current
      const mod = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (mod && key === 'f' && !event.shiftKey) {
        finding.open()
        focusField()
      } else if (finding.isOpen && (key === 'f3' || (mod && key === 'g')))
        finding.step(event.shiftKey ? -1 : 1)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [store])
}
