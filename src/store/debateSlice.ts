import type { StateCreator } from 'zustand'
import type { DebateDoc } from '../document/debateDoc'
import type { SaveState, Saving } from '../document/saving'
import type { Step } from '../model/change'
import type { Debate } from '../model/debate'

/** What the screen knows of the document. Nothing but the document changes it. */
export interface DebateSlice {
  /** The mirror: a new object after every change, over records that keep their identity. */
  debate: Debate
  /** The steps that undo and redo would take, by name; null where there is none. */
  undoName: string | null
  redoName: string | null
  save: SaveState

  /** Makes a step in the document. It comes back through the mirror, like every other change. */
  edit(step: Step): void
  undo(): void
  redo(): void
  /** Writes at once what waits to be saved. */
  saveNow(): Promise<void>
}

export const debateSlice =
  (doc: DebateDoc, saving: Saving): StateCreator<DebateSlice> =>
  (set) => {
    const mirror = () => ({
      debate: doc.debate(),
      undoName: doc.undoName(),
      redoName: doc.redoName(),
    })
    // The only way in: our edits, undo, a reload and another tab's edits all pass here.
    doc.onChange(() => set(mirror()))
    saving.onState((save) => set({ save }))

    return {
      ...mirror(),
      save: saving.state(),
      edit: (step) => doc.edit(step),
      undo: () => doc.undo(),
      redo: () => doc.redo(),
      saveNow: () => saving.flush(),
    }
  }
