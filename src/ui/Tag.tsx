import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { classes } from './classes'
import fieldStyles from './Field.module.css'
import { Icon } from './Icon'
import styles from './Tag.module.css'

/** A tag: a word or two on a sunken ground. */
export function Tag({ children, onRemove }: { children: string; onRemove?: () => void }) {
  return (
    <span className={styles.tag}>
      {children}
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={`Remove the tag ${children}`}
          onClick={onRemove}
        >
          <Icon icon={X} size={11} />
        </button>
      )}
    </span>
  )
}

export interface TagInputProps {
  label: string
  tags: readonly string[]
  /** Tags that are in use elsewhere, offered while one writes. */
  known?: readonly string[]
  onChange(tags: string[]): void
}

/** Tags to add and remove. A comma or Enter ends one; so does leaving the field, and nothing written is lost. */
export function TagInput({ label, tags, known = [], onChange }: TagInputProps) {
  const id = useId()
  const [draft, setDraft] = useState('')

  const add = (words: string) => {
    const fresh = words
      .split(',')
      .map((word) => word.trim().replace(/\s+/g, ' '))
      .filter((word) => word !== '' && !tags.includes(word))
    setDraft('')
    if (fresh.length > 0) onChange([...tags, ...new Set(fresh)])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
    if (isEnter && draft.trim() !== '') {
      event.preventDefault()
      add(draft)
    } else if (event.key === 'Backspace' && draft === '') onChange(tags.slice(0, -1))
  }

  return (
    <div>
      <label className={fieldStyles.label} htmlFor={id}>
        {label}
      </label>
      <div className={classes(fieldStyles.control, styles.input)}>
        {tags.map((tag) => (
          <Tag key={tag} onRemove={() => onChange(tags.filter((other) => other !== tag))}>
            {tag}
          </Tag>
        ))}
        <input
          id={id}
          value={draft}
          list={`${id}-known`}
          maxLength={60}
          autoComplete="off"
          placeholder={tags.length === 0 ? 'crux, to check' : ''}
          onChange={(event) =>
            event.target.value.includes(',')
              ? add(event.target.value)
              : setDraft(event.target.value)
          }
          onKeyDown={onKeyDown}
          onBlur={() => add(draft)}
        />
        <datalist id={`${id}-known`}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
    </div>
  )
}
