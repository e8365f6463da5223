import { endsOf, firstWordsOf, statementsFrom } from '../graph/quoted'
import { positionToShow } from '../graph/standing'
import type { Debate } from '../model/debate'
import { newestOf } from '../model/earlier'
import type { Id } from '../model/schema'
import type { DebateSlice } from './debateSlice'
import type { Selection } from './selection'
import type { SessionSlice } from './sessionSlice'

type Tied = DebateSlice & SessionSlice
interface TiedStore {
  getState(): Tied
  subscribe(listener: (state: Tied, before: Tied) => void): unknown
}

/**
 * Ties the map and the reader together: what is selected on the map is read in its place while a text is shown,
 * and what is selected in the text is shown on the map.
 */
export function tiePanes(store: TiedStore): void {
  store.subscribe((state, before) => {
    const { selected, selectedIn, panes, debate } = state
    if (selected === before.selected || !selected || panes === 'map') return
    if (selectedIn === 'reader') return showOnMap(store, selected)
    const words = firstWordsOf(debate, selected)
    if (words) state.readAt(words)
  })
}

/** Opens the position that has a statement's card, where the open one has not. The statement stays selected. */
function showOnMap(store: TiedStore, selected: Selection): void {
  const { debate, openPosition, openOnCanvas, select } = store.getState()
  if (selected.kind !== 'statement') return
  const position = positionToShow(debate, selected.id, openPosition)
  if (position === null || position === openPosition) return
  openOnCanvas(position)
  select(selected, 'reader')
}

/** Opens the reader: at the words of what is selected, else at the text that was read last, else at the newest. */
export function openReader({ debate, selected, reading, readAt, read, setPanes }: Tied): void {
  const words = selected && firstWordsOf(debate, selected)
  const source = reading ?? newestOf(debate.sources)[0]?.id
  if (words) readAt(words)
  else if (source !== undefined) read(source)
  else setPanes('both')
}

/** Opens the reader at what is selected. Closes it where those words are in view, or nothing with words is selected. */
export function toggleReader(state: Tied): void {
  const { debate, selected, viewed, panes, setPanes } = state
  const words = selected && firstWordsOf(debate, selected)
  const isInView =
    words?.source === viewed?.source &&
    (words?.start ?? 0) < (viewed?.end ?? 0) &&
    (words?.end ?? 0) > (viewed?.start ?? 0)
  if (panes !== 'map' && (!words || isInView)) setPanes('map')
  else openReader(state)
}

type Lighting = Pick<Tied, 'debate' | 'picked' | 'hinted' | 'selected'>

const nobody: ReadonlySet<Id> = new Set()

/** The statements made from the words that are selected in the reader. The same set as long as nothing has changed. */
export const pickedStatements = remembered(
  ({ debate, picked }: Lighting) => [debate.statements, picked],
  ({ debate, picked }) => (picked ? new Set(statementsFrom(debate, picked)) : nobody),
)

/** The statements that are pointed at or have the focus in any pane; both ends of a link. */
export const hintedStatements = remembered(
  ({ debate, hinted }: Lighting) => [debate, hinted],
  ({ debate, hinted }) => statementsOf(debate, hinted),
)

/** The statements whose words are lit because they, or a link between them, are selected. */
export const selectedStatements = remembered(
  ({ debate, selected }: Lighting) => [debate, selected],
  ({ debate, selected }) => statementsOf(debate, selected),
)

function statementsOf(debate: Debate, selection: Selection | null): ReadonlySet<Id> {
  if (selection?.kind === 'statement') return new Set([selection.id])
  const relation = selection?.kind === 'relation' && debate.relations.get(selection.id)
  return relation ? new Set(endsOf(debate, relation)) : nobody
}

/** Works something out anew only when what it is worked out from is no longer the same. */
function remembered<From, Made>(partsOf: (from: From) => unknown[], make: (from: From) => Made) {
  let last: { parts: unknown[]; made: Made } | null = null
  return (from: From): Made => {
    const parts = partsOf(from)
    if (!last?.parts.every((part, at) => part === parts[at])) last = { parts, made: make(from) }
    return last.made
  }
}
