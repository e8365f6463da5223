import { useEffect, useSyncExternalStore } from 'react'
import { useDebate } from '../store'

const dark = matchMedia('(prefers-color-scheme: dark)')
const onSystemChange = (changed: () => void) => {
  dark.addEventListener('change', changed)
  return () => dark.removeEventListener('change', changed)
}

/** The theme that is shown, `light` or `dark`; sets it on the page. */
export function useTheme(): 'light' | 'dark' {
  const wanted = useDebate((state) => state.theme)
  const systemIsDark = useSyncExternalStore(onSystemChange, () => dark.matches)
  const shown = wanted === 'system' ? (systemIsDark ? 'dark' : 'light') : wanted
  useEffect(() => {
    document.documentElement.dataset.theme = shown
  }, [shown])
  return shown
}
