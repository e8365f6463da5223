import type { Id } from '../model/schema'

/** What the canvas, the inspector and the notes are all showing. */
export type Selection = { kind: 'position' | 'statement' | 'relation'; id: Id }

export const sameSelection = (a: Selection | null, b: Selection | null) =>
  a === b || (a?.kind === b?.kind && a?.id === b?.id)
