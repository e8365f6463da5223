import type { Debate } from '../model/debate'

/** A number and its noun: "1 link", "1,204 links". */
export const counted = (n: number, noun: string): string =>
  `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`

/** The words of a list as a sentence has them: "a, b and c". */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(words)

/** A size as a person reads it: "388 KB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** How long a text is as UTF-8, in bytes. */
export const bytesOf = (text: string): number => new Blob([text]).size

/** What a debate holds, each kind with its count. */
export const factsOf = (debate: Debate): { count: number; noun: string }[] => [
  { count: debate.positions.size, noun: 'position' },
  { count: debate.statements.size, noun: 'statement' },
  { count: debate.relations.size, noun: 'link' },
  { count: debate.annotations.size, noun: 'note' },
  { count: debate.sources.size, noun: 'text' },
]

/** How many of a debate’s sources bring their words along. */
export const textsIn = (debate: Debate): number =>
  [...debate.sources.values()].filter(({ text }) => text !== undefined).length
