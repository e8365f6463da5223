import { Plus } from 'lucide-react'
import {
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { indexOf } from '../graph/debateIndex'
import { byMoment } from '../model/homeless'
import type { Id } from '../model/schema'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Kbd } from '../ui/Kbd'
import { PanelSection } from '../ui/Panel'
import { dropDraft } from '../ui/useDraft'
import { useAnnounce } from './Announcer'
import styles from './inspector.module.css'
import { Note } from './Note'
import { NoteEditor } from './NoteEditor'
import { hasDraft, noteDraftKey } from './noteDraft'
import { useKey } from './useKey'

/** What others can ask of the notes that are shown. */
export interface NotesHandle {
  write(): void
}

/** What people have written in the margin of something, and a place to write there. Key it by its target. */
export function Notes({ target, ref }: { target: Id; ref?: Ref<NotesHandle> }) {
  const debate = useDebate((state) => state.debate)
  const notes = useMemo(
    () => [...indexOf(debate).annotationsOn(target)].sort(byMoment),
    [debate, target],
  )
  const [isWriting, setWriting] = useState(false)
  const [editing, setEditing] = useState<Id | null>(null)
  const announce = useAnnounce()
  // Looked up again when the editor closes or another note arrives.
  const isUnfinished = !isWriting && hasDraft(noteDraftKey(target))
  const write = () => setWriting(true)
  useKey('a', write)
  useImperativeHandle(ref, () => ({ write: () => setWriting(true) }), [])
  const section = useRef<HTMLDivElement>(null)
  const focusNext = useFocusNext(section)
  const stop = (isSaved: boolean) => {
    setWriting(false)
    focusNext(isSaved ? 'article:last-of-type' : toWrite)
  }

  return (
    <PanelSection
      ref={section}
      title="Notes"
      aside={
        notes.length > 0 && (
          <>
            {notes.length}
            {!isWriting && (
              <IconButton
                label="Write a note"
                shortcut="A"
                icon={Plus}
                size={14}
                className={styles.small}
                data-write
                onClick={write}
              />
            )}
          </>
        )
      }
    >
      <div className={styles.notes}>
        {notes.map((note) =>
          note.id === editing ? (
            <NoteEditor
              key={note.id}
              target={target}
              note={note}
              onDone={() => {
                setEditing(null)
                focusNext(`[data-note=${JSON.stringify(note.id)}]`)
              }}
            />
          ) : (
            <Note
              key={note.id}
              note={note}
              onEdit={() => setEditing(note.id)}
              onDelete={() => focusNext(toWrite)}
            />
          ),
        )}
        {isWriting && <NoteEditor target={target} onDone={stop} />}
        {isUnfinished && (
          <p className={styles.unfinished}>
            A note here is not finished.
            <Button variant="link" data-write onClick={write}>
              Go on writing
            </Button>
            <Button
              variant="link"
              onClick={() => {
                dropDraft(noteDraftKey(target))
                announce('Discarded.')
                focusNext(toWrite)
              }}
            >
              Discard
            </Button>
          </p>
        )}
        {notes.length === 0 && !isWriting && !isUnfinished && (
          <button type="button" className={styles.invitation} data-write onClick={write}>
            <span>Nothing noted here yet.</span> Write a note <Kbd>A</Kbd>
          </button>
        )}
      </div>
    </PanelSection>
  )
}

/** The button that opens the editor, whichever is shown. */
const toWrite = '[data-write]'

/** Gives a way to say what takes the focus once the section has changed, so that it is never lost with what goes. */
function useFocusNext(section: RefObject<HTMLElement | null>): (selector: string) => void {
  const [next, setNext] = useState<{ selector: string } | null>(null)
  useEffect(() => {
    if (next) section.current?.querySelector<HTMLElement>(next.selector)?.focus()
  }, [next, section])
  return useCallback((selector) => setNext({ selector }), [])
}
