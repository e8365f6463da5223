import { useSyncExternalStore } from 'react'

/** The three layouts: lists on a phone, the canvas under panels on a middle screen, all side by side on a wide one. */
export type Width = 'phone' | 'middle' | 'wide'

// In em, so that a reader who sets larger text gets the narrower layout.
const phone = matchMedia('(max-width: 43.6875em)')
const middle = matchMedia('(max-width: 74.9375em)')

const subscribe = (changed: () => void) => {
  for (const query of [phone, middle]) query.addEventListener('change', changed)
  return () => {
    for (const query of [phone, middle]) query.removeEventListener('change', changed)
  }
}

/** Which layout the window has room for now. */
export const useWidth = (): Width =>
  useSyncExternalStore(subscribe, () =>
    phone.matches ? 'phone' : middle.matches ? 'middle' : 'wide',
  )
