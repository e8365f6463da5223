import { Link2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { kindSigns } from '../cards/signs'
import { indexOf } from '../graph/debateIndex'
import type { Debate, StatementKind } from '../model/debate'
import type { Id } from '../model/schema'
import { kindWords, relationVerbs, sideWords } from '../model/words'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Select, TextArea } from '../ui/Field'
import { Picker } from '../ui/Picker'
import type { AddForm, Settled } from './addForm'
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

export interface StatementFieldsProps {
  form: AddForm
  decided: Settled
  /** The kind that was proposed from the words; null where none was. */
  proposed: StatementKind | null
  /** What is wrong with what it says. */
  error: string | null
  onChange(part: Partial<AddForm>): void
}

/** What a statement says, what it does, and where it stands. */
export function StatementFields(props: StatementFieldsProps) {
  const { form, decided, proposed, error, onChange } = props
  const debate = useDebate((state) => state.debate)
  const [isPicking, setPicking] = useState(false)
  const { kind, position, side } = decided
  return (
    <>
      <TextArea
        label="What it says"
        voice="serif"
        rows={3}
        data-autofocus
        value={form.text}
        error={error}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <div className={styles.columns}>
        {form.answers !== null && form.link !== 'undercuts' && (
          <Select
            label="What it does"
            value={form.link}
            options={linkOptions}
            onChoose={(link) => onChange({ link })}
          />
        )}
        <Select
          label="Kind"
          value={kind}
          options={kindOptions}
          hint={proposed === kind && kind !== 'claim' && 'As the parser reads these words.'}
          onChoose={(next) => onChange({ kind: next })}
        />
        <Select
          label="Position"
          value={position ?? ''}
          options={positionOptions(debate)}
          hint={!position && nowhere}
          onChoose={(next) => onChange({ position: next })}
        />
        {position && (
          <Select
            label="Side"
            value={side}
            options={sideOptions}
            onChoose={(next) => onChange({ side: next })}
          />
        )}
      </div>
      {form.answers === null &&
        (isPicking ? (
          <AnswerPicker onPick={(answers) => onChange({ answers, link: 'rebuts' })} />
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
    </>
  )
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
