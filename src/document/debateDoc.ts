import * as Y from 'yjs'
import type { Change, Step } from '../model/change'
import type { Debate } from '../model/debate'
import { openMirror, type Unreadable } from './mirror'
import { shapeOf } from './shape'
import { writeDebate, writeStep } from './write'

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
  /** The records that lie in the document but cannot be shown. They are kept for whoever can read them. */
  unreadable(): readonly Unreadable[]
}

/** Marks a change made here, as opposed to one that arrived. Only these can be undone. */
const localEdit = Symbol('local edit')
/** Marks the start of a debate, which nobody can undo. */
const fill = Symbol('fill')

/** Puts a debate into a document that has none yet. Not a step: there is nothing before it to go back to. */
export function fillDebateDoc(yDoc: Y.Doc, debate: Debate): void {
  const shape = shapeOf(yDoc)
  if (shape.about.size > 0) {
    throw new RangeError(`Cannot fill a document that already holds “${shape.about.get('title')}”`)
  }
  yDoc.transact(() => writeDebate(shape, debate), fill)
}

/** Opens the debate that a document holds, an empty one where it holds none. */
export function openDebateDoc(
  yDoc = new Y.Doc(),
  { now = () => new Date() }: { now?: () => Date } = {},
): DebateDoc {
  const shape = shapeOf(yDoc)
  const listeners = new Set<(change: DebateChange) => void>()
  const history = new Y.UndoManager([shape.about, ...Object.values(shape.records)], {
    trackedOrigins: new Set([localEdit]),
    // Every step is its own undo, however quickly one follows the other.
    captureTimeout: 0,
  })
  const mirror = openMirror(yDoc)
  let stepName: string | null = null

  history.on('stack-item-added', ({ stackItem }) => {
    stackItem.meta.set('name', nameUnderWay())
  })
  // After the undo manager's own listener, so that undo names are true by the time ours are called.
  yDoc.on('afterTransaction', (transaction: Y.Transaction) => {
    const origin = originOf(transaction)
    const changes = mirror.follow(transaction, origin === 'arrived')
    if (changes === null) return
    const name = origin === 'arrived' ? null : nameUnderWay()
    tell({ origin, name, changes })
  })

  /** The step that is being made, undone or redone. Undo skips steps that others have overwritten since. */
  function nameUnderWay(): string | null {
    return history.currStackItem ? nameOf(history.currStackItem) : stepName
  }

  function originOf({ origin }: Y.Transaction): DebateChange['origin'] {
    if (origin === localEdit) return 'edit'
    if (origin !== history) return 'arrived'
    return history.undoing ? 'undo' : 'redo'
  }

  function takeBack(origin: 'undo' | 'redo') {
    const steps = origin === 'undo' ? history.undoStack : history.redoStack
    const hadSteps = steps.length > 0
    // Steps whose records others have overwritten since are dropped: the debate stays, what can be undone does not.
    if (history[origin]() === null && hadSteps) tell({ origin, name: null, changes: [] })
  }

  function tell(change: DebateChange) {
    for (const listener of [...listeners]) listener(change)
  }

  return {
    debate: mirror.debate,

    edit(step) {
      stepName = step.name
      yDoc.transact(() => writeStep(shape, mirror, step, now().toISOString()), localEdit)
    },

    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    undoName: () => nameOf(history.undoStack.at(-1)),
    redoName: () => nameOf(history.redoStack.at(-1)),

    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    unreadable: mirror.unreadable,
  }
}

const nameOf = (item: { meta: Map<unknown, unknown> } | undefined): string | null =>
  (item?.meta.get('name') as string | undefined) ?? null
