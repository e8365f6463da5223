import { useId, useState } from 'react'
import type { Debate } from '../model/debate'
import { sameValue } from '../model/sameValue'
import type { Id } from '../model/schema'
import { useActions, useDebate } from '../store'
import type { Dialog as Asked } from '../store/sessionSlice'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea, TextField } from '../ui/Field'
import { onModEnter } from '../ui/onModEnter'
import { useDraft } from '../ui/useDraft'
import { counted } from './counts'
import styles from './dialogs.module.css'
import { FoundPlaces } from './FoundPlaces'
import { useFound } from './findAside'
import { formOf, type PositionForm, problemsIn, wordsIn } from './positionForm'
import own from './positions.module.css'
import { TermsEditor } from './TermsEditor'

type Wish = Extract<Asked, { kind: 'editPosition' }>

/** The form of a position: what it says, and the words by which people speak of it, with what they find as one writes. */
export function EditPositionDialog({ wish, onClose }: { wish: Wish; onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const showDialog = useDebate((state) => state.showDialog)
  const { addPosition, editPosition } = useActions()
  const id = wish.position
  const start = formOf(debate, id)
  // What was written belongs to the position as it was: it is let go of when that has changed.
  const draft = useDraft<PositionForm>(`position ${id} ${JSON.stringify(start)}`, start)
  const form = draft.value
  const [wasTried, setTried] = useState(false)
  const problems = problemsIn(form)
  const words = wordsIn(form)
  const isChanged = !sameValue(form, start)
  const hasNewTerms = !sameValue(words.terms, wordsIn(start).terms)

  const leave = () => (wish.back ? showDialog({ kind: 'positions' }) : onClose())
  const save = (then: () => void) => {
    setTried(true)
    if (problems.title || problems.proposition) return
    draft.clear()
    if (id === null) addPosition(words)
    else editPosition(id, words)
    then()
  }
  const discard = () => {
    draft.clear()
    leave()
  }
  const change = (part: Partial<PositionForm>) => draft.write({ ...form, ...part })

  return (
    <Dialog
      title={id === null ? 'Add a position' : 'Edit a position'}
      size="page"
      onClose={onClose}
      says={
        isChanged ? 'Saving can be undone. Closing keeps what you wrote.' : 'Saving can be undone.'
      }
      actions={
        <>
          <Button variant="quiet" onClick={discard}>
            {isChanged ? 'Discard' : 'Cancel'}
          </Button>
          {hasNewTerms && debate.sources.size > 0 && (
            <Button onClick={() => save(() => showDialog({ kind: 'readTerms' }))}>
              Save and read again…
            </Button>
          )}
          <Button variant="primary" title="Ctrl or ⌘ with Enter" onClick={() => save(leave)}>
            {id === null ? 'Add to this map' : 'Save'}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields within */}
      <div className={styles.form} onKeyDown={onModEnter(() => save(leave))}>
        <Words form={form} problems={wasTried ? problems : null} onChange={change} />
        <Terms form={form} onChange={change} />
        {id !== null && <DeleteIt position={id} onDeleted={discard} />}
      </div>
    </Dialog>
  )
}

interface FormProps {
  form: PositionForm
  onChange(part: Partial<PositionForm>): void
}

function Words({
  form,
  problems,
  onChange,
}: FormProps & { problems: ReturnType<typeof problemsIn> | null }) {
  const debate = useDebate((state) => state.debate)
  const themes = useId()
  return (
    <>
      <div className={styles.columns}>
        <TextField
          label="Title"
          data-autofocus
          maxLength={120}
          value={form.title}
          error={problems?.title ?? null}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <TextField
          label="Theme: the larger question it belongs to"
          list={themes}
          maxLength={120}
          value={form.theme}
          onChange={(event) => onChange({ theme: event.target.value })}
        />
        <datalist id={themes}>
          {themesIn(debate).map((theme) => (
            <option key={theme} value={theme} />
          ))}
        </datalist>
      </div>
      <TextArea
        label="Proposition: what one is for or against"
        voice="serif"
        rows={2}
        value={form.proposition}
        error={problems?.proposition ?? null}
        onChange={(event) => onChange({ proposition: event.target.value })}
      />
      <TextArea
        label="What it is about"
        rows={2}
        value={form.summary}
        onChange={(event) => onChange({ summary: event.target.value })}
      />
    </>
  )
}

function Terms({ form, onChange }: FormProps) {
  const debate = useDebate((state) => state.debate)
  const [lookedAt, lookAt] = useState<number | null>(null)
  const found = useFound(
    debate,
    form.terms.map(({ words }) => words),
    lookedAt,
  )
  const term = lookedAt === null ? null : form.terms[lookedAt]?.words.trim() || null
  return (
    <section aria-labelledby="terms" className={own.section}>
      <h3 id="terms" className={own.head}>
        Words by which people speak of it
      </h3>
      <p className={own.says}>
        Whole words, capitals and endings aside. The rarer a word is in a text, the more it tells of
        itself.
      </p>
      <div className={own.sideBySide}>
        <TermsEditor
          terms={form.terms}
          found={found}
          onLookAt={lookAt}
          onChange={(terms) => onChange({ terms })}
        />
        {form.terms.length > 0 && <FoundPlaces found={found} lookedAt={term} />}
      </div>
    </section>
  )
}

function DeleteIt({ position, onDeleted }: { position: Id; onDeleted(): void }) {
  const debate = useDebate((state) => state.debate)
  const { deletePosition } = useActions()
  const sides = [...debate.stances.values()].filter((one) => one.position === position).length
  return (
    <div className={own.deletes}>
      <p>
        {sides === 0
          ? 'No statement stands on it.'
          : `Deleting it takes ${counted(sides, 'side')} along. The statements stay.`}
      </p>
      <Button
        variant="danger"
        onClick={() => {
          deletePosition(position)
          onDeleted()
        }}
      >
        Delete this position
      </Button>
    </div>
  )
}

const themesIn = ({ positions }: Debate): string[] => [
  ...new Set([...positions.values()].flatMap(({ theme }) => theme ?? [])),
]
