import { type RefObject, useEffect } from 'react'
import type { Id } from '../model/schema'
import { useDebateStore } from '../store'

/**
 * Selects the statement whose words are clicked or whose sign is pressed, and hints at the one that the pointer or the
 * focus rests on. Where statements share words, clicking again goes on to the next of them.
 */
export function useMarkActs(page: RefObject<HTMLElement | null>) {
  const store = useDebateStore()
  useEffect(() => {
    const element = page.current
    if (!element) return
    const onClick = ({ target }: MouseEvent) => {
      const sign = signAt(target)
      // Who has just selected words did not mean to press what lies beneath.
      if (!sign && !getSelection()?.isCollapsed) return
      const { selected, select } = store.getState()
      const ids = sign ? [sign] : statementsAt(target)
      const at = ids.indexOf(selected?.id ?? '')
      const id = ids[(at + 1) % ids.length]
      if (id) select({ kind: 'statement', id }, 'reader')
    }
    const onEnter = ({ target }: Event) => {
      const id = signAt(target) ?? statementsAt(target)[0]
      store.getState().hint(id ? { kind: 'statement', id } : null)
    }
    const onLeave = () => store.getState().hint(null)
    element.addEventListener('click', onClick)
    element.addEventListener('pointerover', onEnter)
    element.addEventListener('pointerleave', onLeave)
    element.addEventListener('focusin', onEnter)
    element.addEventListener('focusout', onLeave)
    return () => {
      element.removeEventListener('click', onClick)
      element.removeEventListener('pointerover', onEnter)
      element.removeEventListener('pointerleave', onLeave)
      element.removeEventListener('focusin', onEnter)
      element.removeEventListener('focusout', onLeave)
    }
  }, [store, page])
}

/** The statement of the sign that an event has met; null beside every sign. */
const signAt = (target: EventTarget | null): Id | null =>
  (target instanceof Element && target.closest('[data-sign]')?.getAttribute('data-sign')) || null

/** The statements that the words rest under that an event has met, the shortest words first. */
const statementsAt = (target: EventTarget | null): Id[] =>
  (target instanceof Element &&
    target.closest('[data-statements]')?.getAttribute('data-statements')?.split(' ')) ||
  []
