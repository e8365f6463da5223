import { type RefObject, useEffect, useRef } from 'react'
import type { Source } from '../model/debate'
import type { SourceSpan } from '../model/schema'
import { useDebateStore } from '../store'
import { isElsewhere } from '../ui/elsewhere'
import { offsetOf } from './pick'
import { type PickAct, pickKeys } from './pickActs'
import { boundsAround, type Stride, sentenceAt, strideOf } from './pickedSpan'

const actOf = new Map(
  Object.entries(pickKeys).map(([act, key]) => [key.toLowerCase(), act as PickAct]),
)

export interface PickKeysWish {
  page: RefObject<HTMLElement | null>
  source: Source
  onAct(act: PickAct): void
  /** Goes to what can be made of the words. */
  onEnter(): void
  /** Shows and tells the words that are picked now; null where they were let go. `edge` is the end that has moved. */
  onStep(picked: SourceSpan | null, edge: Stride['edge']): void
}

/**
 * Picking by keyboard alone: V takes the sentence, the arrows move its end and with Shift its start, Enter goes to what
 * can be made of it, Esc lets go.
 *
 * It hears the keys before anybody else and takes only those meant for it: while words are picked, N makes a claim of
 * them and not an empty one.
 */
export function usePickKeys(wish: PickKeysWish) {
  const store = useDebateStore()
  const latest = useRef(wish)
  latest.current = wish
  useEffect(() => {
    /** What had the focus when picking by keyboard began; null while it is not going on. */
    let began: HTMLElement | null = null

    const begin = (page: HTMLElement, focused: HTMLElement | null): boolean => {
      const { source, onStep } = latest.current
      const at = offsetOf(page, focused)
      const sentence = at === null ? null : sentenceAt(source, at)
      const first = store.getState().picked ?? (sentence && { source: source.id, ...sentence })
      began = focused ?? page
      if (first) onStep(first, 'start')
      return true
    }
    const letGo = (isOnPage: boolean): boolean => {
      latest.current.onStep(null, 'start')
      // The focus may be on the bar, which goes.
      if (!isOnPage && began?.isConnected) began.focus({ preventScroll: true })
      began = null
      return true
    }
    const move = (picked: SourceSpan, stride: Stride): boolean => {
      const { source, onStep } = latest.current
      const bounds = boundsAround(source, picked.start)
      const next = strideOf(source.text ?? '', picked, stride, bounds)
      onStep({ source: picked.source, ...next }, stride.edge)
      return true
    }
    /** Does what a key asks for; false where it asks nothing of the picked words. */
    const hear = ({ key, shiftKey, target }: KeyboardEvent): boolean => {
      const { page, onAct, onEnter } = latest.current
      const { picked } = store.getState()
      const whole = page.current
      if (!whole) return false
      const focused = target instanceof HTMLElement && whole.contains(target) ? target : null
      if (key === 'v' && (focused || picked)) return begin(whole, focused)
      if (!picked) return false
      if (key === 'Escape') return letGo(focused !== null)
      const act = actOf.get(key)
      if (act) {
        onAct(act)
        return true
      }
      if (!focused || !began) return false
      if (key === 'Enter') {
        onEnter()
        return true
      }
      const stride = strides[key]
      return stride ? move(picked, { ...stride, edge: shiftKey ? 'start' : 'end' }) : false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (store.getState().dialog || isElsewhere(event.target)) return
      if (!hear(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [store])
}

const strides: Record<string, Omit<Stride, 'edge'>> = {
  ArrowLeft: { by: 'word', way: -1 },
  ArrowRight: { by: 'word', way: 1 },
  ArrowUp: { by: 'sentence', way: -1 },
  ArrowDown: { by: 'sentence', way: 1 },
}
