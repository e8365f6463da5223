import { createContext, useContext } from 'react'
import type { Id } from '../model/schema'

/** What cards ask of the canvas they stand on. */
export interface CanvasActs {
  /** Selects a statement or, while a link is being drawn, makes it the other end. */
  choose(statement: Id): void
  /** Folds or unfolds something; the card or line it was asked from stays where it is on the screen. */
  toggle(key: string, from: Id): void
  /** Opens the form for the answer that is missing. */
  answer(statement: Id): void
  /** Goes near to a lane that is seen from far away. */
  approach(): void
}

const CanvasActsContext = createContext<CanvasActs | null>(null)

export const CanvasActsProvider = CanvasActsContext.Provider

/** What a card can ask for. */
export function useCanvasActs(): CanvasActs {
  const acts = useContext(CanvasActsContext)
  if (!acts) throw new Error('A card was drawn outside the canvas')
  return acts
}
