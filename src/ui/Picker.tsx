import { type LucideIcon, Search } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { classes } from './classes'
import fieldStyles from './Field.module.css'
import { Icon } from './Icon'
import styles from './Picker.module.css'

/** One thing that can be picked: its words, and a line about it. */
export interface PickerItem {
  id: string
  text: string
  detail?: string
  icon?: LucideIcon
  /** The class of its icon’s colour. */
  tone?: string
}

export interface PickerProps {
  label: string
  items: readonly PickerItem[]
  picked: string | null
  onPick(id: string): void
  /** In whose voice the items are: statements are set in serif. */
  voice?: 'serif' | 'sans'
  autoFocus?: boolean
}

/** How many are listed at once. More would be searched, not read. */
const listed = 50

/** A list to search and pick one from: type, walk with the arrow keys, Enter picks. */
export function Picker(props: PickerProps) {
  const { label, items, picked, onPick, voice = 'serif', autoFocus = false } = props
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => search(items, query), [items, query])
  const shown = found.slice(0, listed)
  const current = shown[Math.min(at, shown.length - 1)]

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.max(0, Math.min(shown.length - 1, at + step))
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView?.({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && current) {
      event.preventDefault()
      onPick(current.id)
    }
  }

  return (
    <div>
      <label className={fieldStyles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.search}>
        <Icon icon={Search} />
        <input
          id={id}
          className={fieldStyles.control}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current && `${id}-${shown.indexOf(current)}`}
          aria-autocomplete="list"
          autoComplete="off"
          data-autofocus={autoFocus || undefined}
          placeholder="Type some of its words"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={label}>
        {shown.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field above
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={item.id === picked}
            className={classes(
              styles.item,
              item.icon && styles.signed,
              item === current && styles.current,
            )}
            onClick={() => {
              setAt(index)
              onPick(item.id)
            }}
          >
            {item.icon && (
              <span className={classes(styles.sign, item.tone)}>
                <Icon icon={item.icon} size={14} />
              </span>
            )}
            <span>
              <span className={classes(styles.text, styles[voice])}>{item.text}</span>
              {item.detail && <small>{item.detail}</small>}
            </span>
          </div>
        ))}
      </div>
      <p className={styles.count} role="status">
        {found.length === 0 && `Nothing matches “${query}”.`}
        {found.length > listed && `${found.length - listed} more. Type to narrow the list.`}
      </p>
    </div>
  )
}

/** The items that hold every word of the query. */
function search(items: readonly PickerItem[], query: string): readonly PickerItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter(({ text, detail = '' }) => {
    const all = `${text} ${detail}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}
