import type { Change, Step } from '../model/change'
import type { Debate } from '../model/debate'

/** What happened to a debate: the records that differ now, by kind and id, and whether it was our own edit. */
export interface DebateChange {
  /** `edit`, `undo` and `redo` happened here; `arrived` came from storage or another tab. */
  origin: 'edit' | 'undo' | 'redo' | 'arrived'
  /** The name of the step that was made, undone or redone; null for what arrived. */
  name: string | null
  changes: readonly Change[]
}

/** The shared debate: the one place that is written, undone, saved and synced. */
export interface DebateDoc {
  /**
   * The debate as it stands, repaired.
   *
   * A new object after every change. Its maps are live and records that did not change stay the same objects,
   * so an edit costs its own records and not a copy of all.
   */
  debate(): Debate
  /** Makes a step, which one undo takes back. A step without changes does nothing. */
  edit(step: Step): void
  /** Takes back the last step made here. Does nothing where there is none. */
  undo(): void
  redo(): void
  /** The name of the step that undo would take back; null where there is none. */
  undoName(): string | null
  redoName(): string | null
  /** Calls back after every change, whoever made it. Returns a way to stop. */
  onChange(listener: (change: DebateChange) => void): () => void
}
