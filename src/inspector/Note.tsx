import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import type { Annotation } from '../model/debate'
import { useActions } from '../store'
import { IconButton } from '../ui/IconButton'
import { Markdown } from '../ui/Markdown'
import { Menu, MenuItem } from '../ui/Menu'
import { Tag } from '../ui/Tag'
import styles from './inspector.module.css'
import { hasDraft, noteDraftKey } from './noteDraft'
import { dayOf } from './words'

export interface NoteProps {
  note: Annotation
  onEdit(): void
  /** Called once it is deleted. */
  onDelete(): void
}

/** One note on paper: its words, its tags, who wrote it and when. */
export function Note({ note, onEdit, onDelete }: NoteProps) {
  const { deleteNote } = useActions()
  const { body, tags, author, createdAt, updatedAt } = note
  const who = author || 'unsigned'
  return (
    <article
      className={styles.note}
      aria-label={`Note, ${who}, ${dayOf(createdAt)}`}
      data-note={note.id}
      tabIndex={-1}
    >
      <Markdown text={body} />
      <footer className={styles.noteFoot}>
        {tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
        <span>
          {who}, <time dateTime={createdAt}>{dayOf(createdAt)}</time>
          {updatedAt !== createdAt && <span title={`Edited on ${dayOf(updatedAt)}`}>, edited</span>}
          {hasDraft(noteDraftKey(note.target, note.id)) && ', changes not saved'}
        </span>
        <Menu
          trigger={
            <IconButton
              label="More about this note"
              icon={Ellipsis}
              size={14}
              className={styles.noteMore}
            />
          }
        >
          <MenuItem icon={Pencil} onSelect={onEdit}>
            Edit
          </MenuItem>
          <MenuItem
            icon={Trash2}
            danger
            onSelect={() => {
              deleteNote(note.id)
              onDelete()
            }}
          >
            Delete
          </MenuItem>
        </Menu>
      </footer>
    </article>
  )
}
