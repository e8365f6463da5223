import { useEffect } from 'react'
import { useDebateStore } from '../store'

/**
 * Brings the focus home when what had it goes: to the card of what is or was selected, else to the main part.
 *
 * A focus on nothing would leave a person at the keyboard outside of everything.
 */
export function useFocusHome() {
  const store = useDebateStore()
  useEffect(() => {
    let lastSelected = store.getState().selected?.id
    const bringHome = () => {
      const focused = document.activeElement
      if (focused && focused !== document.body) return
      // A dialog or menu that opens or closes sees to the focus itself.
      if (document.querySelector('[role="dialog"], [role="menu"]')) return
      const card =
        lastSelected &&
        document.querySelector<HTMLElement>(`[data-card="${CSS.escape(lastSelected)}"]`)
      const home = card || document.querySelector<HTMLElement>('main [tabindex="-1"]')
      home?.focus({ preventScroll: true })
    }
    // What takes the place of the element that had the focus has until then taken the focus too.
    let timer = setTimeout(bringHome, 60)
    const onFocusOut = () => {
      clearTimeout(timer)
      timer = setTimeout(bringHome, 60)
    }
    document.addEventListener('focusout', onFocusOut)
    // An element that is taken away with the focus on it says nothing.
    const stop = store.subscribe(({ selected }) => {
      if (selected) lastSelected = selected.id
      onFocusOut()
    })
    return () => {
      stop()
      clearTimeout(timer)
      document.removeEventListener('focusout', onFocusOut)
    }
  }, [store])
}
