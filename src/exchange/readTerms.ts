import type { Change, Step } from '../model/change'
import type { Debate, Position, Stance } from '../model/debate'
import { debateOf } from '../model/debateMap'
import { reread } from '../model/reread'
import { sameValue } from '../model/sameValue'
import type { Id, Moment } from '../model/schema'
import { type Codebook, codebookOf, type KnownSource } from '../parse/codebook'
import { parse } from '../parse/index'
import { textsOf } from './incoming'

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

/** What texts are read again with. */
export interface TermsOptions {
  /** What is known of the texts of the corpus. */
  known: readonly KnownSource[]
  /** The moment of reading. */
  at: Moment
  /** Hears how far it is, 0..1. */
  onProgress?(done: number): void
}

/**
 * Reads the texts of a debate again, with the terms its positions have now, for the sides that statements take.
 *
 * Only sides that the parser took change, and of those only what nobody has changed, checked or noted; statements and
 * links stay as they are. Slow where the texts are long: meant for a worker.
 */
export function readTerms(
  mine: Debate,
  { known, at, onProgress = () => {} }: TermsOptions,
): TermsRead {
  const texts = textsOf(mine, known)
  const read = (codebook: Codebook, from: number): Debate =>
    debateOf(
      parse(texts.inputs, {
        codebook,
        known: texts.known,
        onProgress: ({ done }) => onProgress(from + done / 2),
      }).map,
    )
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
