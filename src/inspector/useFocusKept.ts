import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** What lies over the page while it is used, and gives the focus back by itself. */
const passing = '[role="menu"], [role="dialog"]'

/**
 * Keeps the focus within a part of the page that had it, when what had it goes: on the panel or sheet within.
 *
 * Gives a way to ask whether the focus is there, or just was.
 */
export function useFocusKept(part: RefObject<HTMLElement | null>): () => boolean {
  const isWithin = useRef(false)
  useEffect(() => {
    const whole = part.current
    if (!whole) return
    const look = ({ target }: Event) => {
      if (target instanceof Element && target.closest(passing) === null)
        isWithin.current = whole.contains(target)
    }
    const bringBack = () => {
      const isLost = document.activeElement === document.body || !document.activeElement
      if (isLost && isWithin.current) whole.querySelector('aside')?.focus()
    }
    // A menu or dialog that closes has by then given the focus back, where it still can.
    const changes = new MutationObserver(() => setTimeout(bringBack))
    changes.observe(whole, { childList: true, subtree: true })
    // A press elsewhere takes the focus from here, too, even where nothing gets it.
    document.addEventListener('pointerdown', look)
    document.addEventListener('focusin', look)
    return () => {
      changes.disconnect()
      document.removeEventListener('pointerdown', look)
      document.removeEventListener('focusin', look)
    }
  }, [part])
  return useCallback(() => isWithin.current, [])
}
