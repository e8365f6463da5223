import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DebateDoc } from '../document/debateDoc'
import type { Saving } from '../document/saving'
import { type Actions, createActions } from './actions'
import { type DebateSlice, debateSlice } from './debateSlice'
import { type SessionSlice, sessionSlice } from './sessionSlice'
import {
  browserShelf,
  type SettingsShelf,
  type SettingsSlice,
  settingsSlice,
} from './settingsSlice'
import { tiePanes } from './ties'

/** Everything the screen shows: a mirror of the document, this screen's own state, the reader's settings, and the edits. */
export type DebateState = DebateSlice & SessionSlice & SettingsSlice & { actions: Actions }
export type DebateStore = StoreApi<DebateState>

/** Makes the store of one open map. */
export function createDebateStore(
  doc: DebateDoc,
  saving: Saving,
  shelf: SettingsShelf = browserShelf(),
): DebateStore {
  const store = createStore<DebateState>()((set, get, api) => ({
    ...debateSlice(doc, saving)(set, get, api),
    ...sessionSlice(set, get, api),
    ...settingsSlice(shelf)(set, get, api),
    actions: createActions(get),
  }))
  doc.onChange(({ origin, changes }) => {
    const { notices, selected, select, dismiss } = store.getState()
    // What a notice offers to take back is no longer the last step.
    for (const { id, action } of notices) if (action) dismiss(id)
    // What undo or redo has brought back or changed is shown, unless something else is being looked at.
    const [statement, ...more] = changes.filter(({ kind }) => kind === 'statements')
    if ((origin === 'undo' || origin === 'redo') && statement?.record && more.length === 0)
      if (!selected) select({ kind: 'statement', id: statement.id })
  })
  tiePanes(store)
  return store
}

const StoreContext = createContext<DebateStore | null>(null)

/** Hands one map's store to everything below it. */
export const StoreProvider = StoreContext.Provider

/** The store itself, for event handlers that read it when they run. */
export function useDebateStore(): DebateStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useDebate was called outside a StoreProvider')
  return store
}

/** What `select` picks from the state; renders again when that has changed. Pick stored things, derive with useMemo. */
export function useDebate<Picked>(select: (state: DebateState) => Picked): Picked {
  return useStore(useDebateStore(), select)
}

/** The edits a person can make. */
export const useActions = (): Actions => useDebate((state) => state.actions)
