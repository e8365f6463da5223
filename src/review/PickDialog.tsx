import { useMemo, useState } from 'react'
import { kindSigns } from '../cards/signs'
import { trimToWords } from '../cards/textFit'
import { indexOf } from '../graph/debateIndex'
import { placeInFull, whereaboutsOf } from '../graph/whereabouts'
import type { Debate } from '../model/debate'
import { linkProblem } from '../model/edits'
import type { Judgement } from '../model/operations'
import type { Id } from '../model/schema'
import { kindWords } from '../model/words'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { onModEnter } from '../ui/onModEnter'
import { Picker, type PickerItem } from '../ui/Picker'
import styles from './review.module.css'

export interface PickDialogProps {
  /** What is asked for: where a link should go, or what a statement should be merged into. */
  asks: 'target' | 'merge'
  id: Id
  onDone(judgement: Judgement, says: string): void
  onClose(): void
}

/** Asks for another statement: the target of a link, or what a statement says again. */
export function PickDialog({ asks, id, onDone, onClose }: PickDialogProps) {
  const debate = useDebate((state) => state.debate)
  const [to, setTo] = useState<Id | null>(null)
  const link = asks === 'target' ? debate.relations.get(id) : undefined
  const self = link?.from ?? id
  const items = useMemo(() => statementItems(debate, self), [debate, self])
  const problem = to && link ? linkProblem(debate, { ...link, to }) : null
  const canDo = to !== null && problem === null

  const done = () => {
    if (!to || problem) return
    if (link) onDone({ do: 'target', relation: id, to }, 'Changed the target of the link.')
    else onDone({ do: 'merge', statement: id, into: to }, 'Merged the two.')
  }
  return (
    <Dialog
      title={link ? 'Where the link goes' : 'Merge into another statement'}
      onClose={onClose}
      says={problem ?? (to ? 'This can be undone.' : 'Pick a statement.')}
      actions={
        <Button
          variant="primary"
          title="Ctrl or ⌘ with Enter"
          aria-disabled={!canDo}
          onClick={done}
        >
          {link ? 'Change the target' : 'Merge'}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields within */}
      <div className={styles.form} onKeyDown={onModEnter(done)}>
        <p className={styles.headline}>
          {trimToWords(debate.statements.get(self)?.text ?? '', 160)}
        </p>
        <Picker label="Statement" items={items} picked={to} onPick={setTo} autoFocus />
      </div>
    </Dialog>
  )
}

/** Every statement but one, in the order they were said. */
function statementItems(debate: Debate, except: Id): PickerItem[] {
  const { orderOf } = indexOf(debate)
  return [...debate.statements.values()]
    .filter(({ id }) => id !== except)
    .sort((a, b) => orderOf(a.id) - orderOf(b.id))
    .map((statement) => {
      const where = whereaboutsOf(debate, statement)
      return {
        id: statement.id,
        text: statement.text,
        detail: `${kindWords[statement.kind]}, ${where ? placeInFull(where) : 'made by a person'}`,
        ...kindSigns[statement.kind],
      }
    })
}
