/**
 * What went wrong with storage, as sentences for a person.
 *
 * `consequence` is what it means just now, as in "The map was not deleted."
 */
export function storageProblem(error: unknown, consequence: string): string {
  return `${causeOf(error)} ${consequence}`
}

function causeOf(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  switch (name) {
    case 'QuotaExceededError':
      return 'This browser’s storage is full.'
    case 'VersionError':
      return 'A newer Counterpoint keeps its maps in this browser now; reload this page to get it.'
    case 'StorageSilent':
      return 'This browser’s storage does not answer, perhaps because of another tab.'
    case 'SecurityError':
      return 'This browser does not let the page store anything.'
    default:
      return `This browser’s storage failed${name && ` (${name})`}.`
  }
}

export const unsavedConsequence =
  'Your last edits are not saved: download the map to be safe. Saving is tried again until it works.'

export const newerProblem =
  'This map was written by a newer Counterpoint. Reload this page to get it; until then nothing is saved here.'

export const deletedProblem =
  'This map was deleted in another tab. What you see is only in this tab now: download it if you want to keep it.'
