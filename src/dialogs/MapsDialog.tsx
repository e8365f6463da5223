import { Check } from 'lucide-react'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Id, Moment } from '../model/schema'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { counted } from './counts'
import styles from './dialogs.module.css'

/** A map of this browser, as it is listed. */
export interface MapEntry {
  id: Id
  title: string
  createdAt: Moment | null
  updatedAt: Moment | null
}

/** The maps of this browser. */
export interface MapLibrary {
  maps(): Promise<readonly MapEntry[]>
  /** Deletes a map for good; gives a sentence where that failed. */
  remove(id: Id): Promise<string | null>
  /** Why maps are not kept, where the browser gives no storage. */
  problem: string | null
}

export interface MapsDialogProps {
  /** The map that is open. */
  map: Id
  library: MapLibrary
  onClose(): void
  onOpenMap(id: Id): Promise<void>
}

/** The maps in this browser: rename the one that is open, open another, delete one. */
export function MapsDialog({ map, library, onClose, onOpenMap }: MapsDialogProps) {
  const showDialog = useDebate((state) => state.showDialog)
  const [maps, setMaps] = useState<readonly MapEntry[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const tell = useCallback(
    (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    [],
  )
  const look = useCallback(() => library.maps().then(setMaps, tell), [library, tell])
  useEffect(() => void look(), [look])

  const remove = async (id: Id) => {
    try {
      setProblem(await library.remove(id))
    } catch (error) {
      tell(error)
    }
    await look()
  }
  const open = async (id: Id) => {
    try {
      await onOpenMap(id)
      onClose()
    } catch (error) {
      tell(error)
    }
  }

  return (
    <Dialog
      title="Maps in this browser"
      onClose={onClose}
      says={library.problem ?? 'They are kept on this computer and go nowhere else.'}
      actions={<Button onClick={() => showDialog({ kind: 'import' })}>Open a map file…</Button>}
    >
      <div className={styles.form}>
        <Title onEnter={onClose} />
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <section aria-labelledby="all-maps">
          <h3 id="all-maps" className={styles.smallHead}>
            All maps
          </h3>
          <ul className={styles.maps}>
            {maps?.map((entry) => (
              <Row
                key={entry.id}
                entry={entry}
                isOpen={entry.id === map}
                onOpen={() => open(entry.id)}
                onDelete={() => remove(entry.id)}
              />
            ))}
          </ul>
          {maps?.every(({ id }) => id === map) && (
            <p className={styles.meta}>There is no other map. Open a map file to add one.</p>
          )}
        </section>
      </div>
    </Dialog>
  )
}

/** The title of the map that is open. What is written is kept, however the field is left. */
function Title({ onEnter }: { onEnter(): void }) {
  const title = useDebate((state) => state.debate.about.title)
  const { rename } = useActions()
  const [text, setText] = useState(title)
  const written = useRef(text)
  written.current = text
  useEffect(() => () => rename(written.current), [rename])
  const keep = () => (text.trim() === '' ? setText(title) : rename(text))
  return (
    <TextField
      label="Title of this map"
      data-autofocus
      maxLength={200}
      value={text}
      hint="To delete this map, open another one first."
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        keep()
        onEnter()
      }}
    />
  )
}

interface RowProps {
  entry: MapEntry
  isOpen: boolean
  onOpen(): void
  onDelete(): void
}

function Row({ entry, isOpen, onOpen, onDelete }: RowProps) {
  const [isAsking, setAsking] = useState(false)
  const id = useId()
  return (
    <li className={styles.map} aria-current={isOpen ? true : undefined}>
      <span className={styles.mapTitle}>
        {isOpen ? <OpenTitle /> : entry.title}
        <small id={id}>{isAsking ? 'This cannot be undone.' : whenInWords(entry)}</small>
      </span>
      {isOpen ? (
        <OpenNow />
      ) : isAsking ? (
        <>
          <Button variant="quiet" autoFocus onClick={() => setAsking(false)}>
            Keep
          </Button>
          <Button variant="danger" aria-describedby={id} onClick={onDelete}>
            Delete for good
          </Button>
        </>
      ) : (
        <>
          <Button
            variant="quiet"
            aria-label={`Delete ${entry.title}`}
            aria-describedby={id}
            onClick={() => setAsking(true)}
          >
            Delete…
          </Button>
          <Button aria-label={`Open ${entry.title}`} aria-describedby={id} onClick={onOpen}>
            Open
          </Button>
        </>
      )}
    </li>
  )
}

/** The title of the open map as it stands now, which the list may not know yet. */
const OpenTitle = () => useDebate((state) => state.debate.about.title)

/** The mark of the map that is open, with how much it holds. */
function OpenNow() {
  const statements = useDebate((state) => state.debate.statements.size)
  return (
    <span className={styles.openNow}>
      <Icon icon={Check} />
      Open now, {counted(statements, 'statement')}
    </span>
  )
}

/** When a map was made and last changed, to the minute: what tells maps of one title apart. */
function whenInWords({ createdAt, updatedAt }: MapEntry): string {
  const made = createdAt && `made ${momentInWords(createdAt)}`
  const changed = updatedAt && updatedAt !== createdAt && `changed ${momentInWords(updatedAt)}`
  return [made, changed].filter(Boolean).join(', ')
}

const momentInWords = (moment: Moment): string =>
  new Date(moment).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
