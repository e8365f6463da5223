import { useMemo, useState } from 'react'
import type { Statement } from '../model/debate'
import type { Judgement } from '../model/operations'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Checkbox } from '../ui/Field'
import { onModEnter } from '../ui/onModEnter'
import { partsOf, piecesOf } from './pieces'
import styles from './review.module.css'
import { counted } from './words'

export interface SplitDialogProps {
  statement: Statement
  onDone(judgement: Judgement, says: string): void
  onClose(): void
}

/** Asks where the words of a statement part into several statements. */
export function SplitDialog({ statement, onDone, onClose }: SplitDialogProps) {
  const words = statement.quotes[0]?.exact ?? ''
  const parts = useMemo(() => partsOf(words), [words])
  const [starts, setStarts] = useState<ReadonlySet<number>>(new Set())
  const pieces = starts.size + 1
  const canSplit = starts.size > 0
  const done = () => {
    if (canSplit)
      onDone(
        { do: 'split', statement: statement.id, into: piecesOf(statement, parts, starts) },
        `Split it into ${pieces}.`,
      )
  }
  const toggle = (at: number, isStart: boolean) => {
    const next = new Set(starts)
    if (isStart) next.add(at)
    else next.delete(at)
    setStarts(next)
  }
  const says =
    parts.length < 2
      ? 'Its words are one piece: there is nothing to split.'
      : canSplit
        ? `${counted(pieces, 'statement')}. Kind and headline of each can be changed after.`
        : 'Tick where another statement begins.'
  return (
    <Dialog
      title="Split the statement"
      onClose={onClose}
      says={says}
      actions={
        <Button
          variant="primary"
          title="Ctrl or ⌘ with Enter"
          aria-disabled={!canSplit}
          onClick={done}
        >
          Split it
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the boxes within */}
      <div className={styles.parts} onKeyDown={onModEnter(done)}>
        {parts.map(({ start, end }, at) => (
          <div key={start} data-starts={starts.has(at) || undefined}>
            {at > 0 && (
              <Checkbox
                label="Another statement begins here"
                checked={starts.has(at)}
                onChange={(isStart) => toggle(at, isStart)}
                {...(at === 1 && { 'data-autofocus': true })}
              />
            )}
            <p className={styles.headline}>{words.slice(start, end)}</p>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
