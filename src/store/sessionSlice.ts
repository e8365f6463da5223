import type { StateCreator } from 'zustand'
import type { Side } from '../model/debate'
import type { Id, SourceSpan } from '../model/schema'
import { type Selection, sameSelection } from './selection'

/** A dialog that is open, and what it was opened for. */
export type Dialog =
  | { kind: 'export' }
  /** A file that was dropped on the page is read at once. */
  | { kind: 'import'; file?: File }
  | { kind: 'sources' }
  /** The quotes whose words are no longer where they were. */
  | { kind: 'settle' }
  /** `again` is the text that is to be read again with a newer one. */
  | { kind: 'addSource'; files?: readonly File[]; again?: Id }
  | { kind: 'startOver' }
  | { kind: 'maps' }
  | { kind: 'keys' }
  | { kind: 'about' }
  /** `at` names the rule, or the part of the page, to show first. */
  | { kind: 'howItReads'; at?: string }
  | { kind: 'positions' }
  /** The form of a position; of a new one where none is named. `back` goes back to the list of positions. */
  | { kind: 'editPosition'; position: Id | null; back?: boolean }
  | { kind: 'readTerms' }
  | {
      kind: 'addStatement'
      /** What the new statement answers, if anything: a statement or, to undercut it, a link. */
      answers?: Selection
      /** The kind of link that was asked for, so that the form opens on it. */
      link?: 'supports' | 'rebuts' | 'undercuts' | 'concedes' | 'clarifies' | 'answers'
      /** The side of a position that it was asked for. */
      on?: { position: Id; side: Side }
      /** The words of a text that it is made from. */
      words?: SourceSpan
      /** Whether a note is to be written on those words. */
      note?: boolean
    }

/** A line that tells what has just happened, with one thing that can be done about it. */
export interface Notice {
  id: number
  text: string
  /** Whether something was done, a key or a button needs something else first, or something went wrong. */
  tone: 'done' | 'hint' | 'problem'
  action?: { label: string; run(): void }
}

/** What the main part shows: the map, a text beside it, or the text alone. On a phone the last two are the same. */
export type Panes = 'map' | 'both' | 'reader'

/** Words the reader is to show, and how often it was asked so far: asking again for the same words scrolls again. */
export interface ReadingGoal {
  span: SourceSpan
  time: number
}

/** How far one has come on the way through the map that Back and Forward walk, counted from nought. */
export interface Trail {
  at: number
  last: number
}

/** What only this screen knows: not shared, not undone. */
export interface SessionSlice {
  panes: Panes
  /** The text that is open in the reader. It stays while only the map is shown; null until one was opened. */
  reading: Id | null
  /** The words that the reader scrolls to and lights; null where nothing was asked for since the text was opened. */
  readingGoal: ReadingGoal | null
  /** The words that stand in the reader's window; null while it shows none. */
  viewed: SourceSpan | null
  /** The words that a person has selected in the reader. */
  picked: SourceSpan | null
  /** What the pointer or the focus rests on, so that the other panes light it too. */
  hinted: Selection | null

  /** The position that is unfolded on the canvas; null shows all positions. */
  openPosition: Id | null
  selected: Selection | null
  /** Where the selection was made: a mark chosen in the reader does not scroll the text. */
  selectedIn: 'map' | 'reader'
  /** Whether the inspector is put away beside a text, until somebody asks for it. */
  isInspectorAway: boolean
  /** The link whose details were asked for beside a text, where both its ends are shown without them. */
  detailsOf: Id | null
  trail: Trail
  /** Whether the reading is being reviewed: the queue stands where the list of positions was. */
  isReviewing: boolean
  /** Folds that a person has opened, by key: "lane:for", "beneath:<statement>", … */
  unfolded: ReadonlySet<string>
  /** Statements that show their quotes as nodes of their own. */
  quotesShown: ReadonlySet<Id>
  /** The statement a new link is being drawn from by keyboard or menu; the next statement chosen is its other end. */
  linkingFrom: Id | null
  /** What the list of positions is narrowed to. */
  filter: string
  dialog: Dialog | null
  notices: readonly Notice[]

  select(selected: Selection | null, where?: SessionSlice['selectedIn']): void
  putInspectorAway(isAway: boolean): void
  setPanes(panes: Panes): void
  /** Opens a text in the reader, beside the map unless the reader has the room to itself. */
  read(source: Id): void
  /** Opens a text at some words; at a mere place, where the span is empty. */
  readAt(span: SourceSpan): void
  /** Tells which words have come into the reader's window. */
  view(words: SourceSpan | null): void
  pick(words: SourceSpan | null): void
  hint(hinted: Selection | null): void
  /** Tells how far one has come on the way. */
  setTrail(trail: Trail): void
  setReviewing(isReviewing: boolean): void
  /** Opens a position on the canvas, or folds back to all positions. */
  openOnCanvas(position: Id | null): void
  /** Steps out one level: from picked words, from drawing a link, from what is selected, from the open position. False at the top. */
  stepOut(): boolean
  toggleFold(key: string): void
  toggleQuotes(statement: Id): void
  startLinking(from: Id | null): void
  setFilter(filter: string): void
  /** Opens a dialog, which puts away all notices but problems; null closes the one that is open. */
  showDialog(dialog: Dialog | null): void
  /** Tells a person something. The same words again take the place of the notice that stands. */
  notify(text: string, options?: Partial<Pick<Notice, 'tone' | 'action'>>): void
  dismiss(notice: number): void
}

/**
 * Whether the inspector is shown: for whatever is selected, but beside a text only until it is put away.
 *
 * There the foot of the canvas shows both ends of a link, so its details come when they are asked for.
 */
export function showsInspector(state: SessionSlice): boolean {
  const { selected, panes, isInspectorAway, detailsOf } = state
  if (selected === null) return false
  if (panes !== 'both') return true
  return selected.kind === 'relation' ? detailsOf === selected.id : !isInspectorAway
}

let lastNotice = 0

export const sessionSlice: StateCreator<SessionSlice> = (set, get) => ({
  panes: 'map',
  reading: null,
  readingGoal: null,
  viewed: null,
  picked: null,
  hinted: null,
  openPosition: null,
  selected: null,
  selectedIn: 'map',
  isInspectorAway: false,
  detailsOf: null,
  trail: { at: 0, last: 0 },
  isReviewing: false,
  unfolded: new Set(),
  quotesShown: new Set(),
  linkingFrom: null,
  filter: '',
  dialog: null,
  notices: [],

  select(selected, where = 'map') {
    if (!sameSelection(get().selected, selected)) set({ selected, selectedIn: where })
  },
  putInspectorAway(isInspectorAway) {
    const { selected } = get()
    const ofLink = selected?.kind === 'relation' && !isInspectorAway ? selected.id : null
    // The details of a link are asked for one by one.
    if (selected?.kind === 'relation') set({ detailsOf: ofLink })
    else set({ isInspectorAway })
  },
  setPanes(panes) {
    if (get().panes === panes) return
    const hides = panes === 'map' && { viewed: null }
    set({ panes, picked: null, hinted: null, ...hides })
  },
  read(source) {
    get().setPanes(get().panes === 'map' ? 'both' : get().panes)
    if (get().reading !== source)
      set({ reading: source, readingGoal: null, viewed: null, picked: null })
  },
  readAt(span) {
    get().read(span.source)
    set({ readingGoal: { span, time: (get().readingGoal?.time ?? 0) + 1 } })
  },
  view(viewed) {
    if (!sameSpan(get().viewed, viewed)) set({ viewed })
  },
  pick(picked) {
    if (!sameSpan(get().picked, picked)) set({ picked })
  },
  hint(hinted) {
    if (!sameSelection(get().hinted, hinted)) set({ hinted })
  },
  setTrail: (trail) => set({ trail }),
  openOnCanvas(position) {
    if (get().openPosition === position) return
    set({ openPosition: position, unfolded: new Set(), selected: null, linkingFrom: null })
  },
  stepOut() {
    const { picked, linkingFrom, selected, openPosition, pick, startLinking } = get()
    const { select, openOnCanvas } = get()
    if (picked) pick(null)
    else if (linkingFrom) startLinking(null)
    else if (selected) select(null)
    else if (openPosition) openOnCanvas(null)
    else return false
    return true
  },
  setReviewing: (isReviewing) => set({ isReviewing }),
  toggleFold: (key) => set({ unfolded: toggled(get().unfolded, key) }),
  toggleQuotes: (statement) => set({ quotesShown: toggled(get().quotesShown, statement) }),
  startLinking: (linkingFrom) => set({ linkingFrom }),
  setFilter: (filter) => set({ filter }),
  showDialog(dialog) {
    const { notices } = get()
    // They would lie over the foot of the dialog, where its buttons are.
    if (dialog) set({ notices: notices.filter(({ tone }) => tone === 'problem') })
    set({ dialog })
  },
  notify(text, { tone = 'done', action } = {}) {
    const notice: Notice = { id: ++lastNotice, text, tone, ...(action && { action }) }
    set({ notices: [...get().notices.filter((one) => one.text !== text), notice] })
  },
  dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
})

const sameSpan = (a: SourceSpan | null, b: SourceSpan | null) =>
  a === b || (a?.source === b?.source && a?.start === b?.start && a?.end === b?.end)

function toggled<T>(items: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(items)
  if (!next.delete(item)) next.add(item)
  return next
}
