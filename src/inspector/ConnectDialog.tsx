import { useMemo, useState } from 'react'
import { kindSigns } from '../cards/signs'
import { trimToWords } from '../cards/textFit'
import { indexOf } from '../graph/debateIndex'
import type { Debate, RelationKind } from '../model/debate'
import { linkProblem } from '../model/edits'
import type { Id } from '../model/schema'
import { kindWords, relationVerbs } from '../model/words'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Select } from '../ui/Field'
import { onModEnter } from '../ui/onModEnter'
import { Picker, type PickerItem } from '../ui/Picker'
import { useAnnounce } from './Announcer'
import styles from './inspector.module.css'
import { linkKindOptions } from './LinkMenu'
import { fullPlaceOf } from './words'

/** Links a statement to another that is picked from a list: the way by keyboard and on a phone. */
export function ConnectDialog({ from, onClose }: { from: Id; onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const startLinking = useDebate((state) => state.startLinking)
  const { connect } = useActions()
  const announce = useAnnounce()
  const [kind, setKind] = useState<RelationKind>('supports')
  const [to, setTo] = useState<Id | null>(null)
  const items = useMemo(() => statementItems(debate, from), [debate, from])
  const problem = to && linkProblem(debate, { id: '', from, to, kind })
  const text = debate.statements.get(from)?.text ?? ''

  const link = () => {
    if (!to || problem) return
    if (connect(from, to, kind)) announce(`Linked: it ${relationVerbs[kind]} the other.`)
    onClose()
  }
  return (
    <Dialog
      title="Connect to a statement"
      onClose={onClose}
      says={problem ?? (to ? 'Linking can be undone.' : 'Pick the statement it goes to.')}
      actions={
        <>
          <Button
            variant="quiet"
            className={styles.deskOnly}
            onClick={() => {
              startLinking(from)
              onClose()
            }}
          >
            Choose on the map
          </Button>
          <Button
            variant="primary"
            title="Ctrl or ⌘ with Enter"
            aria-disabled={!to || problem !== null}
            onClick={link}
          >
            Link
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields within */}
      <div className={styles.form} onKeyDown={onModEnter(link)}>
        <p className={styles.formWords}>{trimToWords(text, 160)}</p>
        <Select label="What it does" value={kind} options={linkKindOptions} onChoose={setKind} />
        <Picker label="This statement" items={items} picked={to} onPick={setTo} autoFocus />
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
    .map((statement) => ({
      id: statement.id,
      text: statement.text,
      detail: `${kindWords[statement.kind]}, ${fullPlaceOf(debate, statement)}`,
      ...kindSigns[statement.kind],
    }))
}
