import { useEffect } from 'react'
import { type DebateState, type DebateStore, useDebateStore } from '../store'
import { type Place, readPlace, writePlace } from './address'

/**
 * Keeps the address in step with what is shown, so that Back goes back a statement and folds the position that was
 * opened, a reload comes back to the same place, and an address can be kept.
 */
export function useAddress(map: string) {
  const store = useDebateStore()
  useEffect(() => {
    let isGoing = false
    const go = () => {
      isGoing = true
      goTo(store, readPlace(location.hash))
      isGoing = false
    }
    go()
    writeHere(store, map, 'replace')

    const stop = store.subscribe((state, before) => {
      if (isGoing) return
      // Every position and every statement on the way is a step back; selecting the first and letting go are none.
      const isStep = state.selected !== null && before.selected !== null
      if (state.openPosition !== before.openPosition) writeHere(store, map, 'push')
      else if (state.selected !== before.selected)
        writeHere(store, map, isStep ? 'push' : 'replace')
      else if (state.panes !== before.panes || state.reading !== before.reading)
        writeHere(store, map, 'push')
      else if (explainedIn(state) !== explainedIn(before)) writeHere(store, map, 'replace')
    })
    const onPop = go
    addEventListener('popstate', onPop)
    return () => {
      stop()
      removeEventListener('popstate', onPop)
    }
  }, [store, map])
}

function goTo(store: DebateStore, { position, selected, reading, panes, explains }: Place) {
  const { debate, openOnCanvas, select, read, setPanes, showDialog } = store.getState()
  openOnCanvas(position && debate.positions.has(position) ? position : null)
  select(selected && exists(debate, selected) ? selected : null)
  if (reading && debate.sources.has(reading)) read(reading)
  setPanes(panes)
  if (explains !== explainedIn(store.getState()))
    showDialog(explains === null ? null : { kind: 'howItReads', at: explains })
}

/** Where the page that explains the reading stands open; null where it does not. */
const explainedIn = ({ dialog }: Pick<DebateState, 'dialog'>): string | null =>
  dialog?.kind === 'howItReads' ? (dialog.at ?? '') : null

const exists = (debate: DebateState['debate'], { kind, id }: NonNullable<Place['selected']>) =>
  debate[kind === 'statement' ? 'statements' : kind === 'relation' ? 'relations' : 'positions'].has(
    id,
  )

function writeHere(store: DebateStore, map: string, how: 'push' | 'replace') {
  const { openPosition, selected, reading, panes, dialog } = store.getState()
  const explains = explainedIn({ dialog })
  const address = writePlace({ map, position: openPosition, selected, reading, panes, explains })
  // Going back has brought the address already.
  if (address === location.hash) return
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}
