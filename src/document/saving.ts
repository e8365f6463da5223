/** Whether the last edit is in storage. `saved` is said only when storage has said so. */
export type SaveState =
  | { status: 'saved' }
  | { status: 'editing' }
  | {
      status: 'unsaved'
      /** What happened and what to do, for a person. */
      problem: string
    }

/** Keeps a debate in this browser, and tells how that goes. */
export interface Saving {
  state(): SaveState
  onState(listener: (state: SaveState) => void): () => void
  /** Writes what waits, and settles when storage has answered. */
  flush(): Promise<void>
  /** Flushes, and lets go of storage and of the other tabs. */
  close(): Promise<void>
}
