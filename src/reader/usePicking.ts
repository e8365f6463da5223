import { type RefObject, useEffect, useState } from 'react'
import type { Source } from '../model/debate'
import { useDebateStore } from '../store'
import { pickedOf } from './pick'
import type { Grain } from './pickedSpan'

/** How long a selection must rest before it counts: the handles of a touch screen report every step. */
const rest = 250

/**
 * Picks the words that a person selects on the page, by mouse, by touch, or with a browser's own keys.
 *
 * Whole words, unless Alt is held when the mouse is let go. A click that selects nothing lets go of what was picked.
 * Gives whether a selection is being drawn just now.
 */
export function usePicking(page: RefObject<HTMLElement | null>, source: Source): boolean {
  const store = useDebateStore()
  const [isDrawing, setDrawing] = useState(false)
  const { id, text = '' } = source
  useEffect(() => {
    let drawing = false
    let grain: Grain = 'word'
    let [upTimer, restTimer] = [0, 0]
    const draw = (is: boolean) => {
      drawing = is
      setDrawing(is)
    }
    /** Picks what is selected on the page; false where nothing is. */
    const take = (): boolean => {
      if (!page.current) return false
      const picked = pickedOf(document.getSelection(), page.current, { id, text }, grain)
      if (picked) store.getState().pick(picked)
      return picked !== null
    }
    const isOnPage = ({ target }: Event) =>
      target instanceof Node && page.current?.contains(target) === true

    const onDown = (event: PointerEvent) => {
      if (event.button === 0 && isOnPage(event)) draw(true)
    }
    const onUp = ({ altKey, type }: PointerEvent) => {
      if (!drawing) return
      draw(false)
      grain = altKey ? 'character' : 'word'
      // A click takes back what was selected only after the button is up.
      upTimer = window.setTimeout(() => {
        if (!take() && type === 'pointerup') store.getState().pick(null)
      })
    }
    const onSelection = () => {
      if (drawing) return
      clearTimeout(restTimer)
      restTimer = window.setTimeout(take, rest)
    }
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('pointercancel', onUp)
    document.addEventListener('selectionchange', onSelection)
    return () => {
      clearTimeout(upTimer)
      clearTimeout(restTimer)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', onUp)
      document.removeEventListener('selectionchange', onSelection)
    }
  }, [page, store, id, text])
  return isDrawing
}
