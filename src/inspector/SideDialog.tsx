import { useMemo, useState } from 'react'
import { indexOf } from '../graph/debateIndex'
import type { Side } from '../model/debate'
import type { Id } from '../model/schema'
import { sideWords } from '../model/words'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Select } from '../ui/Field'
import { onModEnter } from '../ui/onModEnter'
import { Picker } from '../ui/Picker'
import { useAnnounce } from './Announcer'
import styles from './inspector.module.css'
import { sideOptions } from './Sides'
import { capital } from './words'

/** Puts a statement on a side of a position that is picked from a list. */
export function SideDialog({ statement, onClose }: { statement: Id; onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const { setStance } = useActions()
  const announce = useAnnounce()
  const [side, setSide] = useState<Side>('for')
  const sides = useMemo(
    () =>
      new Map(
        indexOf(debate)
          .stancesOf(statement)
          .map(({ position, stance }) => [position, sideWords[stance]]),
      ),
    [debate, statement],
  )
  const isFree = openPosition !== null && !sides.has(openPosition)
  const [position, setPosition] = useState<Id | null>(isFree ? openPosition : null)
  const items = [...debate.positions.values()].map(({ id, title, proposition }) => ({
    id,
    text: title,
    detail: sides.has(id) ? `It is ${sides.get(id)} now. ${proposition}` : proposition,
  }))

  const put = () => {
    if (!position) return
    setStance(statement, position, side)
    announce(`${capital(sideWords[side])} on ${debate.positions.get(position)?.title}.`)
    onClose()
  }
  return (
    <Dialog
      title="Put on a position"
      onClose={onClose}
      says={position ? 'This can be undone.' : 'Pick a position.'}
      actions={
        <Button
          variant="primary"
          title="Ctrl or ⌘ with Enter"
          aria-disabled={!position}
          onClick={put}
        >
          Put it there
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields within */}
      <div className={styles.form} onKeyDown={onModEnter(put)}>
        <Select label="Side" value={side} options={sideOptions} onChoose={setSide} />
        <Picker
          label="Position"
          voice="sans"
          items={items}
          picked={position}
          onPick={setPosition}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
