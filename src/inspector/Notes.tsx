import { Plus } from 'lucide-react'
import { type Ref, useImperativeHandle, useMemo, useState } from 'react'
import { indexOf } from '../graph/debateIndex'
import { byMoment } from '../model/homeless'
import type { Id } from '../model/schema'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Kbd } from '../ui/Kbd'
import { PanelSection } from '../ui/Panel'
import { dropDraft } from '../ui/useDraft'
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
  // Looked up again when the editor closes or another note arrives.
  const isUnfinished = !isWriting && hasDraft(noteDraftKey(target))
  const write = () => setWriting(true)
  useKey('a', write)
  useImperativeHandle(ref, () => ({ write: () => setWriting(true) }), [])

  return (
    <PanelSection
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
            <NoteEditor key={note.id} target={target} note={note} onDone={() => setEditing(null)} />
          ) : (
            <Note key={note.id} note={note} onEdit={() => setEditing(note.id)} />
          ),
        )}
        {isWriting && <NoteEditor target={target} onDone={() => setWriting(false)} />}
        {isUnfinished && (
          <p className={styles.unfinished}>
            A note here is not finished.
            <Button variant="link" onClick={write}>
              Go on writing
            </Button>
            <Discard target={target} />
          </p>
        )}
        {notes.length === 0 && !isWriting && !isUnfinished && (
          <button type="button" className={styles.invitation} onClick={write}>
            <span>Nothing noted here yet.</span> Write a note <Kbd>A</Kbd>
          </button>
        )}
      </div>
    </PanelSection>
  )
}

function Discard({ target }: { target: Id }) {
  const [isGone, setGone] = useState(false)
  if (isGone) return <span>Discarded.</span>
  return (
    <Button
      variant="link"
      onClick={() => {
        dropDraft(noteDraftKey(target))
        setGone(true)
      }}
    >
      Discard
    </Button>
  )
}
