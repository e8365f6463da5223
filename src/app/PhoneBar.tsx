import { BookOpen, CirclePlus, Network, Redo2, Undo2 } from 'lucide-react'
import { Icon } from '../cards/signs'
import { useDebate, useDebateStore } from '../store'
import { openReader } from '../store/ties'
import { redo, undo } from './useShortcuts'
import styles from './Workspace.module.css'

/** The bar at the foot of a narrow screen. */
export function PhoneBar({ announce }: { announce(text: string): void }) {
  const store = useDebateStore()
  const isAtStart = useDebate((state) => state.openPosition === null)
  const isReading = useDebate((state) => state.panes !== 'map')
  const openOnCanvas = useDebate((state) => state.openOnCanvas)
  const setPanes = useDebate((state) => state.setPanes)
  const showDialog = useDebate((state) => state.showDialog)
  const undoName = useDebate((state) => state.undoName)
  const redoName = useDebate((state) => state.redoName)
  return (
    <nav className={styles.bar} aria-label="Map">
      <button
        type="button"
        aria-current={isAtStart && !isReading ? 'page' : undefined}
        // From a text it leads back to where one was on the map.
        onClick={() => (isReading ? setPanes('map') : openOnCanvas(null))}
      >
        <Icon icon={Network} size={19} />
        Map
      </button>
      <button
        type="button"
        aria-current={isReading ? 'page' : undefined}
        onClick={() => openReader(store.getState())}
      >
        <Icon icon={BookOpen} size={19} />
        Reader
      </button>
      <button
        type="button"
        disabled={!undoName}
        aria-label={undoName ? `Undo: ${undoName}` : 'Nothing to undo'}
        onClick={() => undo(store, announce)}
      >
        <Icon icon={Undo2} size={19} />
        Undo
      </button>
      <button
        type="button"
        disabled={!redoName}
        aria-label={redoName ? `Redo: ${redoName}` : 'Nothing to redo'}
        onClick={() => redo(store, announce)}
      >
        <Icon icon={Redo2} size={19} />
        Redo
      </button>
      <button type="button" onClick={() => showDialog({ kind: 'addStatement' })}>
        <Icon icon={CirclePlus} size={19} />
        Add
      </button>
    </nav>
  )
}
