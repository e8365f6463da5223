import { useEffect } from 'react'
import { firstWordsOf } from '../graph/quoted'
import type { SourceSpan } from '../model/schema'
import { type DebateState, type DebateStore, useDebateStore } from '../store'
import { type Place, readPlace, writePlace } from '../store/address'

/** How long the text stands still before the place that was read to is written down, in milliseconds. */
const pause = 300

/**
 * Keeps the address in step with what is shown, so that Back goes back a statement and folds the position that was
 * opened, a reload comes back to the same place, and an address can be kept.
 *
 * Each step leaves behind how far the text was read, so that Back returns the reader to where it was.
 */
export function useAddress(map: string) {
  const store = useDebateStore()
  useEffect(() => {
    const trail = trailOf(store, map)
    trail.go()
    addEventListener('popstate', trail.go)
    addEventListener('pagehide', trail.settle)
    const stop = store.subscribe(trail.follow)
    return () => {
      stop()
      trail.stop()
      removeEventListener('popstate', trail.go)
      removeEventListener('pagehide', trail.settle)
    }
  }, [store, map])
}

/** The browser's history as the way through one map. */
function trailOf(store: DebateStore, map: string) {
  let isGoing = false
  let hasStarted = false
  let isStopped = false
  /** What was shown before the changes that are not written yet. */
  let settled = store.getState()
  let unwritten: { isStep: boolean; isJump: boolean } | null = null
  /** Whether the last step was a jump within the text: several in a row, as along the strip, are one. */
  let wasJump = false
  /** The words that were asked for and have not come into view yet. */
  let awaited = store.getState().readingGoal
  let timer: ReturnType<typeof setTimeout> | undefined

  const address = (state: DebateState) => {
    if (awaited !== state.readingGoal || isAskedInView(state)) awaited = null
    return addressOf(state, map, awaited !== null)
  }
  const replace = (address: string) => {
    const { trail } = store.getState()
    const isWritten = stepOf(history.state) === trail.at && lastOf(history.state) === trail.last
    if (address !== location.hash || !isWritten) history.replaceState(trail, '', address)
  }
  const push = (address: string) => {
    const at = store.getState().trail.at + 1
    store.getState().setTrail({ at, last: at })
    history.pushState(store.getState().trail, '', address)
  }
  const settle = () => {
    clearTimeout(timer)
    if (!isStopped) replace(address(store.getState()))
  }
  const write = () => {
    const [waiting, before] = [unwritten, settled]
    unwritten = null
    settled = store.getState()
    if (isStopped || !waiting) return
    clearTimeout(timer)
    const here = address(settled)
    const isStep = waiting.isStep || (waiting.isJump && !wasJump)
    wasJump = waiting.isJump && !waiting.isStep
    if (!isStep) return replace(here)
    if (here === location.hash) return
    replace(addressOf(before, map, false))
    push(here)
  }

  return {
    /** Shows what the address names: at the start, and after Back and Forward. */
    go() {
      isGoing = true
      const { trail, setTrail } = store.getState()
      // An address that was typed in by hand is a new step, after which there is none.
      const at = stepOf(history.state) ?? (hasStarted ? trail.at + 1 : 0)
      const isKnown = stepOf(history.state) !== null
      setTrail({ at, last: isKnown ? Math.max(trail.last, lastOf(history.state)) : at })
      hasStarted = true
      goTo(store, map, readPlace(location.hash))
      awaited = store.getState().readingGoal
      isGoing = false
      wasJump = false
      unwritten = null
      settled = store.getState()
      settle()
    },
    /** Takes down a change. Several changes at once are one step. */
    follow(state: DebateState, before: DebateState) {
      if (isGoing) return
      const change = changeOf(state, before)
      if (state.readingGoal !== before.readingGoal) awaited = state.readingGoal
      if (change === 'scroll') {
        clearTimeout(timer)
        timer = setTimeout(settle, pause)
      } else if (change) {
        if (!unwritten) queueMicrotask(write)
        unwritten ??= { isStep: false, isJump: false }
        unwritten.isStep ||= change === 'step'
        unwritten.isJump ||= change === 'jump'
      }
      if (!unwritten) settled = state
    },
    settle,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/**
 * What a change is to the way: a step that Back takes back, a jump to a mere place in the text, a correction of the
 * last step, or reading on.
 *
 * Every position, every statement on the way and every jump in a text is a step; selecting the first statement and
 * letting go are none, as they move nothing else.
 */
function changeOf(
  state: DebateState,
  before: DebateState,
): 'step' | 'jump' | 'correction' | 'scroll' | null {
  const changed = (field: 'openPosition' | 'selected' | 'panes' | 'reading' | 'readingGoal') =>
    state[field] !== before[field]
  if (changed('openPosition') || changed('panes') || changed('reading')) return 'step'
  const asked = state.readingGoal?.span
  if (changed('readingGoal') && asked && state.panes !== 'map')
    return asked.start === asked.end ? 'jump' : 'step'
  if (changed('selected')) return state.selected && before.selected ? 'step' : 'correction'
  if (explainedIn(state) !== explainedIn(before)) return 'correction'
  return state.viewed !== before.viewed ? 'scroll' : null
}

function goTo(store: DebateStore, map: string, place: Place) {
  const { openOnCanvas, select, read, readAt, setPanes, showDialog, notify } = store.getState()
  const { position, selected, reading, at, panes, explains } = place
  const missing = missingOf(store.getState(), place)
  const isThere = (id: string) => !missing.some((one) => one.id === id)
  openOnCanvas(position && isThere(position) ? position : null)
  select(selected && isThere(selected.id) ? selected : null)
  const words = selected && firstWordsOf(store.getState().debate, selected)
  if (reading && isThere(reading)) read(reading)
  if (panes !== 'map' && reading && isThere(reading) && at) readAt({ source: reading, ...at })
  else if (panes !== 'map' && words && (!reading || words.source === reading)) readAt(words)
  setPanes(panes)
  if (explains !== explainedIn(store.getState()))
    showDialog(explains === null ? null : { kind: 'howItReads', at: explains })
  if (missing.length > 0)
    notify(tellMissing(missing, place.map !== null && place.map !== map), { tone: 'problem' })
}

interface Missing {
  is: string
  id: string
}

/** What an address names that the map does not have. */
function missingOf({ debate }: DebateState, { position, selected, reading }: Place): Missing[] {
  const named = [
    { is: 'position', id: position, among: debate.positions },
    { is: 'statement', id: idOf(selected, 'statement'), among: debate.statements },
    { is: 'link', id: idOf(selected, 'relation'), among: debate.relations },
    { is: 'position', id: idOf(selected, 'position'), among: debate.positions },
    { is: 'text', id: reading, among: debate.sources },
  ]
  return named.flatMap(({ is, id, among }) => (id === null || among.has(id) ? [] : [{ is, id }]))
}

const idOf = (selected: Place['selected'], kind: string) =>
  selected?.kind === kind ? selected.id : null

/** Tells that an address leads to something that is not there: "This map has no statement s-41." */
export function tellMissing(missing: readonly Missing[], isOfAnotherMap: boolean): string {
  const named = missing.map(({ is, id }) => `no ${is} “${id}”`)
  const why = isOfAnotherMap
    ? 'The address was made in another map.'
    : 'It may have been deleted since the address was made.'
  return `This map has ${new Intl.ListFormat('en', { type: 'disjunction' }).format(named)}. ${why}`
}

/** Where the page that explains the reading stands open; null where it does not. */
const explainedIn = ({ dialog }: Pick<DebateState, 'dialog'>): string | null =>
  dialog?.kind === 'howItReads' ? (dialog.at ?? '') : null

function addressOf(state: DebateState, map: string, isAwaited: boolean): string {
  const { openPosition, selected, reading, panes } = state
  const words = panes === 'map' ? null : wordsShown(state, isAwaited)
  const at = words && { start: words.start, end: words.end }
  const explains = explainedIn(state)
  return writePlace({ map, position: openPosition, selected, reading, at, panes, explains })
}

/** The words one asked for while they are in view, or still to come there; else the place one has read to. */
function wordsShown(state: DebateState, isAwaited: boolean): SourceSpan | null {
  const { reading, readingGoal, viewed } = state
  if (readingGoal?.span.source === reading && (isAwaited || isAskedInView(state)))
    return readingGoal?.span ?? null
  return viewed && { ...viewed, end: viewed.start }
}

function isAskedInView({ readingGoal, viewed }: DebateState): boolean {
  const asked = readingGoal?.span
  if (!asked || asked.source !== viewed?.source) return false
  return asked.start < viewed.end && asked.end >= viewed.start
}

/** Which step of the way an entry of the history is; null where another page or hand has made it. */
const stepOf = (state: unknown): number | null => numberIn(state, 'at')
const lastOf = (state: unknown): number => numberIn(state, 'last') ?? 0

function numberIn(state: unknown, field: string): number | null {
  const value = (state as Record<string, unknown> | null)?.[field]
  return typeof value === 'number' ? value : null
}
