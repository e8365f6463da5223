import type { Debate, Term } from '../model/debate'
import { type PositionWords, wordsOfPosition } from '../model/positionEdits'
import type { Id } from '../model/schema'
import { type Telling, tellingOf, tellingWords } from '../model/words'

/** A term as it is written: with a name of its own, so that its row stays the same while its words change. */
export interface TermRow extends Term {
  key: number
}

/** A position as it is written, before it is saved. */
export interface PositionForm extends Omit<PositionWords, 'theme' | 'terms'> {
  theme: string
  terms: readonly TermRow[]
}

/** The form as it opens: on a position, or empty. */
export function formOf(debate: Debate, id: Id | null): PositionForm {
  const position = id === null ? undefined : debate.positions.get(id)
  if (!position) return { title: '', proposition: '', theme: '', summary: '', terms: [] }
  const words = wordsOfPosition(position)
  return {
    ...words,
    theme: words.theme ?? '',
    terms: words.terms.map((term, key) => ({ ...term, key })),
  }
}

/** What the form says, as the words of a position. */
export const wordsIn = ({ terms, ...form }: PositionForm): PositionWords => ({
  ...form,
  terms: terms.map(({ key: _, ...term }) => term),
})

/** What stands in the way of saving, by field, in sentences; nothing where nothing does. */
export const problemsIn = ({ title, proposition }: PositionForm) => ({
  title: title.trim() === '' ? 'A position needs a title.' : null,
  proposition:
    proposition.trim() === ''
      ? 'A position needs a proposition: one sentence that a statement can be for or against.'
      : null,
})

/** The terms with one more. */
export const withTerm = (terms: readonly TermRow[], words: string): TermRow[] => [
  ...terms,
  { key: Math.max(-1, ...terms.map(({ key }) => key)) + 1, words, weight: 2 },
]

/** The weight that a level stands for; a weight that is at that level already stays as it is. */
export const weightAt = (level: Telling, weight: number): number =>
  tellingOf(weight) === level
    ? weight
    : (tellingWords.find((one) => one.level === level)?.weight ?? weight)
