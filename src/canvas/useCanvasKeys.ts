import type { KeyboardEvent, RefObject } from 'react'
import { type Direction, firstOf, nextTowards } from '../graph/walk'
import type { Id } from '../model/schema'
import { useDebateStore } from '../store'
import type { Scene } from './scene'

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** What the keys need of the view. */
interface View {
  show(box: { x: number; y: number; width: number; height: number } | undefined): void
  fitAll(): void
  fitSelected(): void
  zoom(to: 1 | -1 | 'full'): void
}

/**
 * The keys of the canvas: arrows walk from card to card, Enter on a link selects it, Escape steps out one level,
 * Shift+1 shows everything and Shift+2 what is selected. Enter on a card is the card's own.
 */
export function useCanvasKeys(
  scene: Scene | null,
  container: RefObject<HTMLElement | null>,
  view: View,
) {
  const store = useDebateStore()

  const focusCard = (id: Id | null) => {
    if (!id) return
    view.show(scene?.boxes.get(id))
    cardElement(container.current, id)?.focus({ preventScroll: true })
  }

  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const direction = directions[event.key]
    const link = target.closest('.react-flow__edge')?.getAttribute('data-id')
    if (event.shiftKey && event.code === 'Digit1') view.fitAll()
    else if (event.shiftKey && event.code === 'Digit2') view.fitSelected()
    else if (event.key === '+' || event.key === '=') view.zoom(1)
    else if (event.key === '-') view.zoom(-1)
    else if (direction && scene) {
      const here = target.closest('.react-flow__node')?.getAttribute('data-id')
      const from = here && scene.boxes.has(here) ? here : null
      focusCard(from ? nextTowards(scene.boxes, from, direction) : firstOf(scene.boxes))
    } else if (link && (event.key === 'Enter' || event.key === ' ')) {
      if (store.getState().debate.relations.has(link))
        store.getState().select({ kind: 'relation', id: link })
    } else if (event.key === 'q') {
      const { selected, toggleQuotes } = store.getState()
      if (selected?.kind === 'statement') toggleQuotes(selected.id)
    } else if (event.key !== 'Escape' || !store.getState().stepOut()) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** The element of a card that takes the focus. */
export const cardElement = (container: HTMLElement | null, id: Id) =>
  container?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null
