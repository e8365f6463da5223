import type { DebateStore } from '.'
import { readPlace, writePlace } from './address'

type Named = Partial<Pick<ReturnType<typeof readPlace>, 'selected' | 'reading' | 'at' | 'panes'>>

/** The address of what is shown now, but for what is named otherwise. */
export function linkTo(store: DebateStore, named: Named): string {
  const { openPosition, selected, reading, panes } = store.getState()
  const { map } = readPlace(location.hash)
  const shown = { map, position: openPosition, selected, reading, at: null, panes, explains: null }
  return location.origin + location.pathname + location.search + writePlace({ ...shown, ...named })
}

/** Copies the address of something, and tells so; or tells what can be done where the browser does not let us. */
export async function copyLink(store: DebateStore, named: Named): Promise<void> {
  const { notify } = store.getState()
  try {
    await navigator.clipboard.writeText(linkTo(store, named))
    notify('The link is copied.')
  } catch {
    notify('The browser does not let this page copy. The address bar has the link.', {
      tone: 'problem',
    })
  }
}
