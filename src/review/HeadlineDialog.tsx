import { useState } from 'react'
import type { Statement } from '../model/debate'
import type { Judgement } from '../model/operations'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { onModEnter } from '../ui/onModEnter'
import styles from './review.module.css'

export interface HeadlineDialogProps {
  statement: Statement
  onDone(judgement: Judgement, says: string): void
  onClose(): void
}

/** Asks for another headline of a statement, over the words it is taken from. */
export function HeadlineDialog({ statement, onDone, onClose }: HeadlineDialogProps) {
  const [text, setText] = useState(statement.text)
  const isOther = text.trim() !== '' && text.trim() !== statement.text
  const done = () => {
    if (isOther)
      onDone(
        { do: 'headline', statement: statement.id, text: text.trim() },
        'Changed the headline.',
      )
  }
  return (
    <Dialog
      title="Headline"
      onClose={onClose}
      says={isOther ? 'The quote stays as it is.' : 'Nothing has changed yet.'}
      actions={
        <Button
          variant="primary"
          title="Ctrl or ⌘ with Enter"
          aria-disabled={!isOther}
          onClick={done}
        >
          Change the headline
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the field within */}
      <div className={styles.form} onKeyDown={onModEnter(done)}>
        <TextArea
          label="Headline"
          voice="serif"
          data-autofocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className={styles.seen}>{statement.quotes[0]?.exact}</p>
      </div>
    </Dialog>
  )
}
