import { useMemo, useRef, useState } from 'react'
import { doubtOf } from '../graph/whoseWords'
import { wordsProblem } from '../model/quoteEdits'
import { relationNouns } from '../model/words'
import { useActions, useDebate, useDebateStore } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { onModEnter } from '../ui/onModEnter'
import { useDraft } from '../ui/useDraft'
import { Answered } from './Answered'
import { type AddForm, type AddWish, newForm, settled } from './addForm'
import styles from './dialogs.module.css'
import { NoteFields } from './NoteFields'
import { StatementFields } from './StatementFields'
import { WordsGiven } from './WordsGiven'

/**
 * The form of a new statement, in a person’s own words or made from words of a text, with a note where one was asked for.
 *
 * Closing it by accident loses nothing; Ctrl or Cmd with Enter adds.
 */
export function AddStatementDialog({ wish, onClose }: { wish: AddWish; onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const near = useDebate(({ selected }) => (selected?.kind === 'statement' ? selected.id : null))
  const author = useDebate((state) => state.author)
  const { showDialog, pick, readAt, select } = useDebateStore().getState()
  const { addStatement, writeNote } = useActions()
  const opened = useMemo(() => newForm(debate, wish), [debate, wish])
  const draft = useDraft<AddForm>(`add ${JSON.stringify(wish)}`, opened)
  const [signed, setSigned] = useState(author)
  const [wasTried, setTried] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  const form = draft.value
  const { words } = wish
  const decided = settled(debate, form, openPosition, words && near)
  const { kind, position, side } = decided
  const change = (part: Partial<AddForm>) => draft.write({ ...form, ...part })

  const isGone =
    form.answers !== null &&
    !debate.statements.has(form.answers) &&
    !debate.relations.has(form.answers)
  /** The statement that the note goes on; null where one is made for it, or there is no note. */
  const carrier = (words && wish.note && debate.statements.get(form.noteOn)?.id) || null
  const textProblem =
    carrier === null && form.text.trim() === '' ? 'A statement needs words.' : null
  const noteProblem = wish.note && form.note.trim() === '' ? 'A note needs words.' : null
  const isWritten = form.text !== opened.text || form.note !== ''

  const close = () => {
    draft.clear()
    onClose()
  }
  const add = () => {
    setTried(true)
    if (textProblem || noteProblem || isGone) return
    const note = { body: form.note.trim(), tags: [], author: signed.trim() }
    if (carrier !== null) {
      writeNote(carrier, note)
      select({ kind: 'statement', id: carrier })
    } else {
      // What bars these words is shown with them.
      if (words && (wordsProblem(debate, words) || doubtOf(debate, words)?.isBar)) return
      addStatement({
        kind,
        text: form.text,
        ...(position && { position: { id: position, side } }),
        ...(form.answers !== null && { answers: { to: form.answers, kind: form.link } }),
        ...(words && { words }),
        ...(words && wish.note && { note }),
      })
    }
    if (words) pick(null)
    close()
  }

  return (
    <Dialog
      title={titleOf(form, wish)}
      onClose={onClose}
      says={
        isWritten ? 'Adding can be undone. Closing keeps what you wrote.' : 'Adding can be undone.'
      }
      actions={
        <>
          <Button variant="quiet" onClick={close}>
            {isWritten ? 'Discard' : 'Cancel'}
          </Button>
          <Button variant="primary" title="Ctrl or ⌘ with Enter" onClick={add}>
            Add to this map
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields within */}
      <div ref={fields} className={styles.form} onKeyDown={onModEnter(add)}>
        {words && (
          <WordsGiven
            words={words}
            onTake={(others) => {
              readAt(others)
              pick(others)
              showDialog({ ...wish, words: others })
              // What was pressed goes with its doubt.
              fields.current?.querySelector('textarea')?.focus()
            }}
          />
        )}
        {words && wish.note && (
          <NoteFields
            words={words}
            form={form}
            signed={signed}
            error={wasTried ? noteProblem : null}
            onChange={change}
            onSign={setSigned}
          />
        )}
        {form.answers !== null && (
          <Answered
            answers={form.answers}
            isGone={isGone}
            link={form.link}
            onLetGo={() => change({ answers: null })}
          />
        )}
        {carrier === null && (
          <StatementFields
            form={form}
            decided={decided}
            proposed={opened.kind}
            error={wasTried ? textProblem : null}
            onChange={change}
          />
        )}
      </div>
    </Dialog>
  )
}

function titleOf({ answers, link }: AddForm, { words, note }: AddWish): string {
  if (note) return 'Write a note on these words'
  const from = words ? ' from the text' : ''
  if (answers === null) return `Add a statement${from}`
  const noun = relationNouns[link]
  return `Add ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}${from}`
}
