import type { Change, Step } from './change'
import type { Debate, Position, Term } from './debate'
import { found, removeAnnotationsOn } from './edits'
import { sameValue } from './sameValue'
import type { Id } from './schema'

// What a person can do to the positions of a debate. As with all edits, nothing here writes.

/** What a person can write of a position. */
export interface PositionWords {
  title: string
  proposition: string
  theme: string | null
  summary: string
  terms: readonly Term[]
}

/** What a person can write of a position, as it stands. */
export const wordsOfPosition = ({
  title,
  proposition,
  theme,
  summary,
  terms = [],
}: Position): PositionWords => ({ title, proposition, theme, summary, terms })

/** Adds a position, after all others. No text has been read with its terms yet. */
export function addPosition(debate: Debate, id: Id, words: PositionWords): Step {
  if (debate.positions.has(id)) throw new RangeError(`The debate has a position ${id} already`)
  const record: Position = { id, ...tidied(words), ...(words.terms.length > 0 && { readWith: [] }) }
  return { name: `add position ${record.title}`, changes: [{ kind: 'positions', id, record }] }
}

/**
 * Writes a position anew. What it was found by until now is kept with it, until the texts are read again.
 *
 * A position without a title or a proposition keeps those it has. A proposal that is written anew is taken on.
 */
export function editPosition(debate: Debate, id: Id, words: PositionWords): Step {
  const { readWith, proposed: _, ...position } = found(debate, 'positions', id)
  const was = wordsOfPosition(position)
  const next = tidied({
    ...words,
    title: words.title.trim() || was.title,
    proposition: words.proposition.trim() || was.proposition,
  })
  const changed = (Object.keys(was) as (keyof PositionWords)[]).filter(
    (field) => !sameValue(was[field], next[field]),
  )
  if (changed.length === 0) return { name: 'edit position', changes: [] }

  const read = readWith ?? was.terms
  const record: Position = {
    ...position,
    ...next,
    ...(!sameValue(read, next.terms) && { readWith: [...read] }),
  }
  return { name: nameOf(changed, was.title, next.title), changes: [put(record)] }
}

/** Deletes a position with the sides taken on it, the annotations on all of them, and its place. */
export function deletePosition(debate: Debate, id: Id): Step {
  const { title } = found(debate, 'positions', id)
  const stances = [...debate.stances.values()].filter(({ position }) => position === id)
  const gone = new Set([id, ...stances.map((stance) => stance.id)])
  return {
    name: `delete position ${title}`,
    changes: [
      { kind: 'positions', id, record: null },
      ...stances.map((stance): Change => ({ kind: 'stances', id: stance.id, record: null })),
      ...removeAnnotationsOn(debate, gone),
      ...(debate.places.has(id) ? [{ kind: 'places', id, record: null } as const] : []),
    ],
  }
}

/** Takes on a position that was proposed. */
export function keepPosition(debate: Debate, id: Id): Step {
  const { proposed, ...position } = found(debate, 'positions', id)
  return { name: `keep position ${position.title}`, changes: proposed ? [put(position)] : [] }
}

const put = (record: Position): Change => ({ kind: 'positions', id: record.id, record })

/** The words without white space at their ends, and terms without doubles: the later one of two stands. */
function tidied({ title, proposition, theme, summary, terms }: PositionWords) {
  const byWords = new Map<string, Term>()
  for (const term of terms) {
    const words = term.words.trim().replace(/\s+/g, ' ')
    if (words !== '') byWords.set(words.toLowerCase(), { ...term, words })
  }
  return {
    title: title.trim(),
    proposition: proposition.trim(),
    theme: theme?.trim() || null,
    summary: summary.trim(),
    terms: [...byWords.values()],
  }
}

function nameOf(changed: readonly (keyof PositionWords)[], was: string, title: string): string {
  const [only] = changed
  if (changed.length > 1 || only === undefined) return `edit position ${was}`
  if (only === 'title') return `rename position ${was} to ${title}`
  return `change the ${only} of ${was}`
}
