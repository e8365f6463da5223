import { Link2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { kindSigns } from '../cards/signs'
import { indexOf } from '../graph/debateIndex'
import type { Debate } from '../model/debate'
import type { Id } from '../model/schema'
import { kindWords, relationNouns, relationVerbs, sideWords } from '../model/words'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Select, TextArea } from '../ui/Field'
import { onModEnter } from '../ui/onModEnter'
import { Picker } from '../ui/Picker'
import { useDraft } from '../ui/useDraft'
import { Answered } from './Answered'
import { type AddForm, type AddWish, newForm, settled } from './addForm'
import styles from './dialogs.module.css'

const kinds = ['claim', 'rebuttal', 'question', 'concession', 'clarification'] as const
const links = ['supports', 'rebuts', 'concedes', 'clarifies', 'answers'] as const
const sides = ['for', 'against', 'neutral'] as const

const kindOptions = kinds.map((value) => ({ value, label: kindWords[value] }))
const linkOptions = links.map((value) => ({ value, label: `It ${relationVerbs[value]}` }))
const sideOptions = sides.map((value) => ({ value, label: capital(sideWords[value]) }))

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The form of a new statement. Closing it by accident loses nothing; Ctrl or Cmd with Enter adds. */
export function AddStatementDialog({ wish, onClose }: { wish: AddWish; onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const { addStatement } = useActions()
  const draft = useDraft<AddForm>(`add ${JSON.stringify(wish)}`, newForm(wish))
  const [wasTried, setTried] = useState(false)
  const [isPicking, setPicking] = useState(false)
  const form = draft.value
  const { kind, position, side } = settled(debate, form, openPosition)
  const change = (part: Partial<AddForm>) => draft.write({ ...form, ...part })

  const isGone =
    form.answers !== null &&
    !debate.statements.has(form.answers) &&
    !debate.relations.has(form.answers)
  const textProblem = form.text.trim() === '' ? 'A statement needs words.' : null

  const add = () => {
    setTried(true)
    if (textProblem || isGone) return
    addStatement({
      kind,
      text: form.text,
      ...(position && { position: { id: position, side } }),
      ...(form.answers !== null && { answers: { to: form.answers, kind: form.link } }),
    })
    draft.clear()
    onClose()
  }
  const discard = () => {
    draft.clear()
    onClose()
  }

  return (
    <Dialog
      title={titleOf(form)}
      onClose={onClose}
      says={
        form.text.trim()
          ? 'Adding can be undone. Closing keeps what you wrote.'
          : 'Adding can be undone.'
      }
      actions={
        <>
          <Button variant="quiet" onClick={discard}>
            {form.text.trim() ? 'Discard' : 'Cancel'}
          </Button>
          <Button variant="primary" title="Ctrl or ⌘ with Enter" onClick={add}>
            Add to this map
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields within */}
      <div className={styles.form} onKeyDown={onModEnter(add)}>
        {form.answers !== null && (
          <Answered
            answers={form.answers}
            isGone={isGone}
            link={form.link}
            onLetGo={() => change({ answers: null })}
          />
        )}
        <TextArea
          label="What it says"
          voice="serif"
          rows={3}
          data-autofocus
          value={form.text}
          error={wasTried ? textProblem : null}
          onChange={(event) => change({ text: event.target.value })}
        />
        <div className={styles.columns}>
          {form.answers !== null && form.link !== 'undercuts' && (
            <Select
              label="What it does"
              value={form.link}
              options={linkOptions}
              onChoose={(link) => change({ link })}
            />
          )}
          <Select
            label="Kind"
            value={kind}
            options={kindOptions}
            onChoose={(next) => change({ kind: next })}
          />
          <Select
            label="Position"
            value={position ?? ''}
            options={positionOptions(debate)}
            hint={!position && nowhere}
            onChoose={(next) => change({ position: next })}
          />
          {position && (
            <Select
              label="Side"
              value={side}
              options={sideOptions}
              onChoose={(next) => change({ side: next })}
            />
          )}
        </div>
        {form.answers === null &&
          (isPicking ? (
            <AnswerPicker onPick={(answers) => change({ answers, link: 'rebuts' })} />
          ) : (
            <Button
              variant="link"
              icon={Link2}
              className={styles.linkLine}
              onClick={() => setPicking(true)}
            >
              Link it to a statement…
            </Button>
          ))}
      </div>
    </Dialog>
  )
}

function titleOf({ answers, link }: AddForm): string {
  if (answers === null) return 'Add a statement'
  const noun = relationNouns[link]
  return `Add ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

/** Where to look for a statement that is put on no position. */
const nowhere = 'On no position. You find it again under Statements on no position.'

const positionOptions = (debate: Debate): { value: Id; label: string }[] => [
  { value: '', label: 'None' },
  ...[...debate.positions.values()].map(({ id, title }) => ({ value: id, label: title })),
]

/** Every statement, to pick the one that is answered. */
function AnswerPicker({ onPick }: { onPick(id: Id): void }) {
  const debate = useDebate((state) => state.debate)
  const items = useMemo(() => {
    const { orderOf } = indexOf(debate)
    return [...debate.statements.values()]
      .sort((a, b) => orderOf(a.id) - orderOf(b.id))
      .map(({ id, text, kind }) => ({ id, text, detail: kindWords[kind], ...kindSigns[kind] }))
  }, [debate])
  return <Picker label="What it answers" items={items} picked={null} onPick={onPick} />
}
