import type { Change, Step } from '../model/change'
import type { Debate, Position, Source, Stance } from '../model/debate'
import { debateOf } from '../model/debateMap'
import { supersededBy } from '../model/earlier'
import { reread } from '../model/reread'
import { sameValue } from '../model/sameValue'
import type { Id, Moment } from '../model/schema'
import { type Codebook, codebookOf, type KnownSource } from '../parse/codebook'
import { parse } from '../parse/index'

/** What reading again changes on one position: statements that come to stand on it, leave it, or change sides. */
export interface PositionChange {
  position: Id
  added: number
  gone: number
  turned: number
}

/** What reading a map again with its new terms would change, and the one step that does it. */
export interface TermsRead {
  step: Step
  /** The positions on which anything changes, in their order. */
  changes: PositionChange[]
}

/**
 * Reads the texts of a debate again, with the terms its positions have now, for the sides that statements take.
 *
 * Only sides that the parser took change, and of those only what nobody has changed, checked or noted; statements and
 * links stay as they are. Slow where the texts are long: meant for a worker. `onProgress` hears how far it is, 0..1.
 */
export function readTerms(
  mine: Debate,
  at: Moment,
  onProgress: (done: number) => void = () => {},
): TermsRead {
  const texts = [...mine.sources.values()].filter((one) => supersededBy(one) === null)
  const read = (codebook: Codebook, from: number): Debate => {
    const inputs = texts.flatMap(({ id, text }) => (text === undefined ? [] : { name: id, text }))
    return debateOf(
      parse(inputs, {
        codebook,
        known: texts.map(knownOf),
        onProgress: ({ done }) => onProgress(from + done / 2),
      }).map,
    )
  }
  const base = read(codebookBefore(mine), 0)
  const fresh = read(codebookOf(mine), 0.5)
  const { stances } = reread({ mine, base, fresh, at }).debate
  const next = [...stances.values()].filter(({ statement }) => mine.statements.has(statement))
  return {
    step: {
      name: 'read again with new terms',
      changes: [...stanceChanges(mine, next), ...readPositions(mine)],
    },
    changes: tellChanges(mine, next),
  }
}

/** The codebook that the texts were last read with. */
const codebookBefore = (debate: Debate): Codebook => {
  const { title, positions } = codebookOf(debate)
  return {
    title,
    positions: positions.map(({ readWith, ...one }) =>
      readWith ? { ...one, terms: readWith } : one,
    ),
  }
}

/** What the map knows of a text, for reading it again. */
function knownOf({ id, title, url, authors, publishedAt, turns }: Source): KnownSource {
  const [first] = turns
  const isOnePersons = turns.every(({ speaker }) => speaker !== null && speaker === first?.speaker)
  return {
    id,
    title,
    url,
    authors,
    publishedAt,
    postBy: first?.speaker ?? null,
    profileOf: (isOnePersons && first?.speaker) || null,
    attribution: '',
  }
}

function stanceChanges({ stances }: Debate, next: readonly Stance[]): Change[] {
  const kept = new Set(next.map(({ id }) => id))
  return [
    ...[...stances.keys()]
      .filter((id) => !kept.has(id))
      .map((id): Change => ({ kind: 'stances', id, record: null })),
    ...next
      .filter((one) => !sameValue(stances.get(one.id), one))
      .map((record): Change => ({ kind: 'stances', id: record.id, record })),
  ]
}

/** The positions that the texts are now read with. */
const readPositions = ({ positions }: Debate): Change[] =>
  [...positions.values()]
    .filter(({ readWith }) => readWith)
    .map(({ readWith: _, ...record }: Position) => ({ kind: 'positions', id: record.id, record }))

function tellChanges({ positions, stances }: Debate, next: readonly Stance[]): PositionChange[] {
  const before = sidesIn(stances.values())
  const after = sidesIn(next)
  return [...positions.keys()].flatMap((position): PositionChange[] => {
    const [was, is] = [before.get(position), after.get(position)]
    const change = { position, added: 0, gone: 0, turned: 0 }
    for (const [statement, side] of is ?? []) {
      if (!was?.has(statement)) change.added++
      else if (was.get(statement) !== side) change.turned++
    }
    for (const statement of was?.keys() ?? []) if (!is?.has(statement)) change.gone++
    return change.added + change.gone + change.turned > 0 ? [change] : []
  })
}

/** For each position the side that each statement takes on it. */
function sidesIn(stances: Iterable<Stance>): Map<Id, Map<Id, string>> {
  const sides = new Map<Id, Map<Id, string>>()
  for (const { position, statement, stance } of stances) {
    const on = sides.get(position)
    if (on) on.set(statement, stance)
    else sides.set(position, new Map([[statement, stance]]))
  }
  return sides
}
