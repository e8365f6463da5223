import { type Coverage, coverageOf, nextUnmapped } from '../graph/coverage'
import { nameOfTurn } from '../graph/whereabouts'
import type { Source } from '../model/debate'
import { newestOf } from '../model/earlier'
import type { DebateState, DebateStore } from '../store'

/** The text that the reader shows, or would show: the one opened last, else the newest. */
export const sourceRead = ({ debate, reading }: Pick<DebateState, 'debate' | 'reading'>) =>
  debate.sources.get(reading ?? '') ?? newestOf(debate.sources)[0]

/**
 * Reads the next passage of the open text that is not in the map, or the one before. Goes on from the one read last
 * while that is in view, else from what is in view. Tells where there is none.
 */
export function readUnmapped(store: DebateStore, step: 1 | -1): void {
  const state = store.getState()
  const source = sourceRead(state)
  if (!source) {
    state.notify('There is no text in this map.')
    return
  }
  const coverage = coverageOf(state.debate, source)
  const next = nextUnmapped(coverage, placeOf(state, source, step), step)
  if (next) state.readAt({ source: source.id, start: next.cover.start, end: next.cover.end })
  else state.notify(noneThere(coverage, step))
}

/** Where the reader stands, for what comes next in a direction. */
function placeOf({ readingGoal, viewed }: DebateState, source: Source, step: 1 | -1): number {
  const asked = readingGoal?.span
  const here = viewed?.source === source.id ? viewed : null
  if (asked?.source === source.id && asked.start < asked.end)
    if (!here || (asked.start < here.end && asked.end > here.start)) return asked.start
  // What begins with the window is still to be read.
  return here ? here.start - Number(step === 1) : -1
}

function noneThere({ unmapped, whole }: Coverage, step: 1 | -1): string {
  if (whole.words === 0) return 'Nobody speaks in this text.'
  if (unmapped.length === 0) return 'Every passage of this text is in the map.'
  return step === 1
    ? 'No unmapped passage comes after this place.'
    : 'No unmapped passage comes before this place.'
}

/** Which unmapped passage the reader was asked for, in words: “Unmapped passage 3 of 12, turn 7”. null where for none. */
export function unmappedAsked(
  coverage: Coverage,
  source: Source,
  goal: DebateState['readingGoal'],
): string | null {
  if (goal?.span.source !== source.id) return null
  const { start, end } = goal.span
  const at = coverage.unmapped.findIndex((cover) => cover.start === start && cover.end === end)
  if (at === -1) return null
  const turn = source.turns.findIndex(({ id }) => id === coverage.unmapped[at]?.turn)
  const where = turn === -1 ? '' : `, ${nameOfTurn(source, turn).toLowerCase()}`
  return `Unmapped passage ${at + 1} of ${coverage.unmapped.length}${where}`
}
