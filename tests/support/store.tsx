import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import type { SaveState, Saving } from '../../src/document/saving'
import { memoryMap } from '../../src/document/storage'
import type { Debate } from '../../src/model/debate'
import { createDebateStore, StoreProvider } from '../../src/store'
import type { SettingsShelf } from '../../src/store/settingsSlice'

/** Settings that last as long as the test. */
export function shelf(settings: Record<string, string> = {}): SettingsShelf {
  const kept = new Map(Object.entries(settings))
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value) }
}

/** Saving that says what a test tells it to. */
export function savingSays(first: SaveState): Saving & { say(state: SaveState): void } {
  let state = first
  const listeners = new Set<(state: SaveState) => void>()
  return {
    say(next) {
      state = next
      for (const listener of listeners) listener(next)
    },
    state: () => state,
    onState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush: async () => {},
    close: async () => {},
  }
}

/** A real store over a real document that holds a debate. */
export const storeOf = (
  debate: Debate,
  saving: Saving = savingSays({ status: 'saved' }),
  settings: SettingsShelf = shelf(),
) => createDebateStore(memoryMap(debate, '').doc, saving, settings)

/** Renders something over a store. */
export function renderWith(store: ReturnType<typeof storeOf>, element: ReactElement) {
  return render(<StoreProvider value={store}>{element}</StoreProvider>)
}
