import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Statement } from '../model/debate'
import { useActions, useDebateStore } from '../store'
import { TextArea } from '../ui/Field'
import { useAnnounce } from './Announcer'
import styles from './inspector.module.css'
import { useKey } from './useKey'

export interface HeadlineProps {
  statement: Statement
  isEditing: boolean
  onEditing(isEditing: boolean): void
}

/** The headline of a statement, reworded where it stands: Enter saves, Esc brings the old words back. */
export function Headline({ statement, isEditing, onEditing }: HeadlineProps) {
  const button = useRef<HTMLButtonElement>(null)
  const isBackByKey = useRef(false)
  useKey('F2', () => onEditing(true))

  useEffect(() => {
    if (!isEditing && isBackByKey.current) button.current?.focus()
    isBackByKey.current = false
  }, [isEditing])

  const finish = (byKey: boolean) => {
    isBackByKey.current = byKey
    onEditing(false)
  }
  if (isEditing) return <Rewording statement={statement} onDone={finish} />
  return (
    <h2 className={styles.headline}>
      <button ref={button} type="button" title="Reword (F2)" onClick={() => onEditing(true)}>
        {statement.text}
      </button>
    </h2>
  )
}

function Rewording({ statement, onDone }: { statement: Statement; onDone(byKey: boolean): void }) {
  const { id } = statement
  const store = useDebateStore()
  const { reword } = useActions()
  const announce = useAnnounce()
  const [text, setText] = useState(statement.text)
  const isEmpty = text.trim() === ''

  /** What is written when the panel moves on is kept, as if Enter had been pressed. */
  const written = useRef<string | null>(null)
  useEffect(() => {
    return () => {
      const words = written.current
      if (words?.trim() && store.getState().debate.statements.has(id)) reword(id, words)
    }
  }, [id, store, reword])

  const save = (byKey: boolean) => {
    if (isEmpty) return
    written.current = null
    if (text.trim() !== statement.text) {
      reword(id, text)
      announce('Reworded.')
    }
    onDone(byKey)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      save(true)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      written.current = null
      onDone(true)
    }
  }

  return (
    <TextArea
      label="Headline"
      labelHidden
      voice="serif"
      autoFocus
      rows={2}
      value={text}
      error={isEmpty ? 'A statement needs words.' : null}
      hint="Enter saves, Esc brings the old words back. The quote stays as it is."
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        written.current = event.target.value
        setText(event.target.value)
      }}
      onKeyDown={onKeyDown}
      onBlur={() => save(false)}
    />
  )
}
