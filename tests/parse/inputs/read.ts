import { understand } from '../../../src/parse/inputs'
import type { Told } from '../../../src/parse/inputs/told'

/** The turns that an input gives, as "Bo to 0: It never works." */
export const turnsIn = (input: string): string[] => turnsOf(understand(input))

/** The turns of what was understood, with their words in one line. */
export const turnsOf = ({ text, turns }: Told): string[] =>
  turns.map(
    ({ start, end, speaker, replyTo }) =>
      `${speaker ?? 'somebody'} to ${replyTo ?? 'nobody'}: ${text.slice(start, end).replace(/\n+/g, ' / ')}`,
  )

/** The words of each span of a role. */
export const spansIn = (input: string, role: Told['spans'][number]['role']): string[] => {
  const { text, spans } = understand(input)
  return spans.filter((one) => one.role === role).map(({ start, end }) => text.slice(start, end))
}
