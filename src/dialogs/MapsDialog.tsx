import { useCallback, useEffect, useRef, useState } from 'react'
import type { Id, Moment } from '../model/schema'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import styles from './dialogs.module.css'

/** A map of this browser, as it is listed. */
export interface MapEntry {
  id: Id
  title: string
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

  const others = maps?.filter(({ id }) => id !== map)
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
        <section aria-labelledby="other-maps">
          <h3 id="other-maps" className={styles.smallHead}>
            Other maps
          </h3>
          {others?.length === 0 && (
            <p className={styles.meta}>There is no other map. Open a map file to add one.</p>
          )}
          <ul className={styles.maps}>
            {others?.map((entry) => (
              <Row
                key={entry.id}
                entry={entry}
                onOpen={() => open(entry.id)}
                onDelete={() => remove(entry.id)}
              />
            ))}
          </ul>
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
      hint="This map is open now. To delete it, open another one first."
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

function Row({ entry, onOpen, onDelete }: { entry: MapEntry; onOpen(): void; onDelete(): void }) {
  const [isAsking, setAsking] = useState(false)
  const { title, updatedAt } = entry
  return (
    <li className={styles.map}>
      <span className={styles.mapTitle}>
        {title}
        {updatedAt && (
          <small>{isAsking ? 'This cannot be undone.' : momentInWords(updatedAt)}</small>
        )}
      </span>
      {isAsking ? (
        <>
          <Button variant="quiet" autoFocus onClick={() => setAsking(false)}>
            Keep
          </Button>
          <Button variant="danger" onClick={onDelete}>
            Delete for good
          </Button>
        </>
      ) : (
        <>
          <Button variant="quiet" aria-label={`Delete ${title}`} onClick={() => setAsking(true)}>
            Delete…
          </Button>
          <Button aria-label={`Open ${title}`} onClick={onOpen}>
            Open
          </Button>
        </>
      )}
    </li>
  )
}

const momentInWords = (moment: Moment): string =>
  `changed ${new Date(moment).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}`
