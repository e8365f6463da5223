import type { Id } from '../model/schema'
import { readDraft } from '../ui/useDraft'

/** A note while it is written. */
export interface NoteDraft {
  body: string
  tags: string[]
}

/** Under what the unfinished note on something is kept, or the unfinished changes to one that is there. */
export const noteDraftKey = (target: Id, note?: Id): string =>
  `note ${JSON.stringify([target, note ?? null])}`

/** Whether there is anything in an unfinished note. */
export function hasDraft(key: string): boolean {
  const draft = readDraft<NoteDraft>(key)
  return draft !== null && (draft.body.trim() !== '' || draft.tags.length > 0)
}
