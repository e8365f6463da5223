import { useSyncExternalStore } from 'react'

/** The three layouts: lists on a phone, the canvas under panels on a middle screen, all side by side on a wide one. */
export type Width = 'phone' | 'middle' | 'wide'

const phone = matchMedia('(max-width: 699px)')
const middle = matchMedia('(max-width: 1199px)')

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
