import { type Counts, type Difference, isMisquotation } from './difference'

/** "2 words". */
export const words = (count: number): string => `${count} ${count === 1 ? 'word' : 'words'}`

/** What a misquotation does, as a line: "quotes with 2 words changed and 1 left out"; null where it is none. */
export function misquotationInWords(difference: Difference): string | null {
  if (!isMisquotation(difference)) return null
  return `quotes with ${inList(difference.untold)}`
}

/** Counts as a list: "2 words changed, 1 left out and 3 added". The first names what is counted. */
function inList({ changed, leftOut, added }: Omit<Counts, 'kept'>): string {
  const parts = [
    { count: changed, how: 'changed' },
    { count: leftOut, how: 'left out' },
    { count: added, how: 'added' },
  ].filter(({ count }) => count > 0)
  return new Intl.ListFormat('en').format(
    parts.map(({ count, how }, at) => `${at === 0 ? words(count) : count} ${how}`),
  )
}

/** What has become of words that are found again: "with 2 words changed", "with other signs". */
export function movedInWords({ counts, isCompared }: Difference): string {
  const isOdd = counts.changed + counts.leftOut + counts.added > 0
  return isCompared && isOdd ? `with ${inList(counts)}` : 'with other signs'
}

/** How words are left out: "17 before or after it, 3 with an ellipsis"; empty where all stand before or after it. */
export function leftOutInWords({ counts, untold, told }: Difference): string {
  if (told.around === counts.leftOut) return ''
  return [
    { count: told.around, how: 'before or after it' },
    { count: told.ellipsis, how: 'with an ellipsis' },
    { count: told.bracket, how: 'with brackets' },
    { count: untold.leftOut, how: 'without a sign' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, how }) => `${count} ${how}`)
    .join(', ')
}
