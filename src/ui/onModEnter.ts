import type { KeyboardEvent } from 'react'

/** Hears Ctrl or Cmd with Enter, which does the one thing that a form is for. */
export const onModEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  act()
}
