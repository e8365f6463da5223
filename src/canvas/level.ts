import { createContext, useContext } from 'react'

/** How much of a card is drawn: all of it, a block with a short title, or a dot with a count. */
export type Level = 'card' | 'block' | 'dot'

const band = 0.02

/** The level at a zoom. Near a border the level stays what it was, so that it does not flicker. */
export function levelAt(zoom: number, before: Level): Level {
  const isCard = zoom > (before === 'card' ? 0.6 - band : 0.6 + band)
  if (isCard) return 'card'
  const isBlock = zoom > (before === 'dot' ? 0.25 + band : 0.25 - band)
  return isBlock ? 'block' : 'dot'
}

const LevelContext = createContext<Level>('card')

export const LevelProvider = LevelContext.Provider

/** The level that cards are drawn at just now. */
export const useLevel = (): Level => useContext(LevelContext)
