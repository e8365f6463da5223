import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../model/debate'
import type { Id } from '../model/schema'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { Markdown, maxMarkdown } from '../ui/Markdown'
import { Tabs } from '../ui/Tabs'
import { TagInput } from '../ui/Tag'
import { useDraft } from '../ui/useDraft'
import { useAnnounce } from './Announcer'
import styles from './inspector.module.css'
import { type NoteDraft, noteDraftKey } from './noteDraft'

export interface NoteEditorProps {
  target: Id
  /** The note that is rewritten; without one, a new note. */
  note?: Annotation
  /** Says that it closes: with its words saved, or let go or kept for later. */
  onDone(isSaved: boolean): void
}

/**
 * The form of a note, with a preview. Ctrl or Cmd with Enter saves.
 *
 * Esc closes it and keeps what is written for when it opens again; only Discard lets go of it.
 */
export function NoteEditor({ target, note, onDone }: NoteEditorProps) {
  const { writeNote, rewriteNote } = useActions()
  const announce = useAnnounce()
  const author = useDebate((state) => state.author)
  const known = useKnownTags()
  const draft = useDraft<NoteDraft>(noteDraftKey(target, note?.id), {
    body: note?.body ?? '',
    tags: note?.tags ?? [],
  })
  const [signed, setSigned] = useState(note?.author ?? author)
  const [view, setView] = useState<'write' | 'preview'>('write')
  const [wasTried, setTried] = useState(false)
  const { body, tags } = draft.value
  const problem = problemOf(body)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus({ preventScroll: true })
    form.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])

  const save = () => {
    if (problem) {
      setTried(true)
      setView('write')
      return
    }
    const written = { body: body.trim(), tags, author: signed.trim() }
    if (note) rewriteNote(note.id, written)
    else writeNote(target, written)
    draft.clear()
    announce('Note saved.')
    onDone(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      event.stopPropagation()
      onDone(false)
    }
  }

  return (
    <form
      ref={form}
      className={styles.noteEditor}
      aria-label={note ? 'Edit the note' : 'New note'}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Tabs
        label="Write or preview"
        shown={view}
        onShow={setView}
        tabs={[
          {
            value: 'write',
            label: 'Write',
            content: (
              <TextArea
                label="Note"
                labelHidden
                rows={4}
                value={body}
                placeholder="Markdown: **bold**, - list, > quotation, [link](https://…)"
                error={wasTried || body.length > maxMarkdown ? problem : null}
                onChange={(event) => draft.write({ body: event.target.value, tags })}
              />
            ),
          },
          {
            value: 'preview',
            label: 'Preview',
            content: (
              <div className={styles.note}>
                {body.trim() ? <Markdown text={body} /> : 'Nothing is written yet.'}
              </div>
            ),
          },
        ]}
      />
      <TagInput
        label="Tags"
        tags={tags}
        known={known}
        onChange={(next) => draft.write({ body, tags: next })}
      />
      <TextField
        label="Signed"
        placeholder="Your name, or nothing"
        autoComplete="name"
        maxLength={100}
        value={signed}
        onChange={(event) => setSigned(event.target.value)}
      />
      <div className={styles.noteActions}>
        <Button
          variant="quiet"
          onClick={() => {
            draft.clear()
            onDone(false)
          }}
        >
          Discard
        </Button>
        <Button type="submit" variant="primary" title="Ctrl or ⌘ with Enter">
          Save
        </Button>
      </div>
    </form>
  )
}

function problemOf(body: string): string | null {
  if (body.trim() === '') return 'A note needs words.'
  if (body.length <= maxMarkdown) return null
  return `A note holds up to 100 kB. This one has ${Math.ceil(body.length / 1000)} kB.`
}

/** The tags in use on this map, the commonest first. */
function useKnownTags(): string[] {
  const debate = useDebate((state) => state.debate)
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const { tags } of debate.annotations.values())
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag)
  }, [debate])
}
