import type { Debate } from '../model/debate'
import { replaceStep } from '../model/replaceStep'
import type { DebateStore } from '../store'

/**
 * Puts another debate in place of the one that is open, as one step, and shows it from its beginning.
 *
 * `says` tells what happened. Its Undo goes back only as long as nothing has changed since.
 */
export function replaceMap(store: DebateStore, name: string, to: Debate, says: string): void {
  const { edit, debate: before, openOnCanvas, select, notify, undo } = store.getState()
  const step = replaceStep(name, before, to)
  openOnCanvas(null)
  select(null)
  if (step.changes.length === 0 && !step.about) {
    notify('It is the same as this map, word for word. Nothing was changed.')
    return
  }
  edit(step)
  const after = store.getState().debate
  const bringBack = () =>
    store.getState().debate === after
      ? undo()
      : notify('The map has changed since. Undo goes back step by step.')
  notify(says, { action: { label: 'Undo', run: bringBack } })
}
