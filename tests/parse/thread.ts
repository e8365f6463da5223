import { parse } from '../../src/parse/index'
import { codebook } from '../eval/gold'

/** The map of one thread, written line by line. */
export const mapOf = (...lines: string[]) => parsed(...lines).map

/** The map of one thread, with what the parser doubts. */
export const parsed = (...lines: string[]) =>
  parse([{ name: 'thread.txt', text: lines.join('\n') }], { codebook })

/** What each passage is, as "role: first words". */
export function roles(...lines: string[]): string[] {
  const source = mapOf(...lines).sources[0]
  return (source?.passages ?? []).map((passage) => passage.role)
}

/** The first words of each turn. */
export function turnsOf(...lines: string[]): string[] {
  const source = mapOf(...lines).sources[0]
  return (source?.turns ?? []).map(({ id }) => {
    const first = source?.passages.find((passage) => passage.turn === id)
    return source?.text?.slice(first?.start, first?.end) ?? ''
  })
}

/** The relations of a thread as "from — kind → to", by headline. */
export function linksOf(...lines: string[]): string[] {
  const { statements, relations } = mapOf(...lines)
  const headline = new Map(statements.map((one) => [one.id, one.text]))
  return relations.map(
    ({ from, to, kind }) => `${headline.get(from)} — ${kind} → ${headline.get(to)}`,
  )
}

/** The stances of a thread as "position: side", in the order of the text. */
export const stancesOf = (...lines: string[]): string[] =>
  mapOf(...lines).stances.map(({ position, stance }) => `${position}: ${stance}`)
