import type { StateCreator } from 'zustand'
import type { DebateDoc } from '../document/debateDoc'
import type { SaveState, Saving } from '../document/saving'
import type { Change, Step } from '../model/change'
import { type Debate, type RecordKind, recordKinds } from '../model/debate'
import type { Id } from '../model/schema'

/** What the screen knows of the document. Nothing but the document changes it. */
export interface DebateSlice {
  /**
   * The mirror: a new object after every change, over records that keep their identity. A map in which something has
   * changed is a new one too, so that what is made from it is known to be old.
   */
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
    const names = () => ({ undoName: doc.undoName(), redoName: doc.redoName() })
    // The only way in: our edits, undo, a reload and another tab's edits all pass here.
    doc.onChange(({ changes }) =>
      set(({ debate }) => ({ debate: following(debate, doc.debate(), changes), ...names() })),
    )
    saving.onState((save) => set({ save }))

    return {
      debate: following(null, doc.debate(), []),
      ...names(),
      save: saving.state(),
      edit: (step) => doc.edit(step),
      undo: () => doc.undo(),
      redo: () => doc.redo(),
      saveNow: () => saving.flush(),
    }
  }

/** What the document holds now, in maps that never change: its own go on changing. */
function following(before: Debate | null, now: Debate, changes: readonly Change[]): Debate {
  const changed = new Set<RecordKind>(changes.map(({ kind }) => kind))
  // The order of the positions is no record’s own, and changes without any of them.
  changed.add('positions')
  const next: Record<string, unknown> = { about: now.about }
  for (const kind of recordKinds)
    next[kind] = before && !changed.has(kind) ? before[kind] : new Map<Id, unknown>(now[kind])
  return next as unknown as Debate
}
