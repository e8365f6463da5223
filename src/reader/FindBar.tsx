import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { type KeyboardEvent, type Ref, useMemo, useState } from 'react'
import type { Source } from '../model/debate'
import { newestOf, supersededBy } from '../model/earlier'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { find } from './find'
import styles from './find.module.css'
import type { Finding } from './useFind'

export interface FindBarProps {
  source: Source
  finding: Finding
  field: Ref<HTMLInputElement>
  onClose(): void
}

/** Looks for words in the whole text, also in what is folded or out of view; and, when asked, in all texts. */
export function FindBar({ source, finding, field, onClose }: FindBarProps) {
  const [isEverywhere, setEverywhere] = useState(false)
  const { query, found, at, look, step } = finding
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` is not yet known to every browser we support
    <div role="search" aria-label="Find in the text" className={styles.bar} onKeyDown={onKeyDown}>
      <Icon icon={Search} />
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: who opens it wants to write in it
        autoFocus
        aria-label="Find in this text"
        placeholder="Words to find"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => look(event.target.value)}
      />
      <span role="status" className={styles.count}>
        {query.trim() !== '' && (found.length === 0 ? 'None here' : `${at + 1} of ${found.length}`)}
      </span>
      <IconButton
        icon={ChevronUp}
        label="The one before"
        shortcut="Shift Enter"
        onClick={() => step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label="The next one"
        shortcut="Enter"
        onClick={() => step(1)}
      />
      <Button
        variant="quiet"
        aria-pressed={isEverywhere}
        className={isEverywhere ? styles.pressed : undefined}
        onClick={() => setEverywhere(!isEverywhere)}
      >
        In all texts
      </Button>
      <IconButton icon={X} label="Close find" shortcut="Esc" onClick={onClose} />
      {isEverywhere && <Everywhere query={query} open={source} found={found.length} />}
    </div>
  )
}

/** How often each text of the map says it; each a way there. */
function Everywhere({ query, open, found }: { query: string; open: Source; found: number }) {
  const sources = useDebate(({ debate }) => debate.sources)
  const read = useDebate((state) => state.read)
  const counts = useMemo(() => {
    const earlier = [...sources.values()].filter((one) => supersededBy(one) !== null)
    return [...newestOf(sources), ...earlier]
      .filter(({ text, id }) => text !== undefined && id !== open.id)
      .map((source) => ({ source, count: find(source.text ?? '', query).length }))
      .filter(({ count }) => count > 0)
  }, [sources, query, open.id])
  return (
    <ul className={styles.everywhere} aria-label="In all texts">
      <li>Here {found}</li>
      {counts.map(({ source: { id, title }, count }) => (
        <li key={id}>
          <button type="button" title={title} onClick={() => read(id)}>
            Text {id} <b>{count}</b>
          </button>
        </li>
      ))}
      {counts.length === 0 && <li>in no other text</li>}
    </ul>
  )
}

/** No more ticks than can be told apart. */
const ticks = 300

/** Where along the text something was found. */
export function FindTicks({ source, finding }: { source: Source; finding: Finding }) {
  const { found, at } = finding
  const placeOf = (start: number) => Math.round((start / Math.max(1, source.length)) * ticks)
  const places = useMemo(
    () => [
      ...new Set(
        found.map(({ start }) => Math.round((start / Math.max(1, source.length)) * ticks)),
      ),
    ],
    [found, source.length],
  )
  const now = found[at]
  return (
    <svg
      className={styles.ticks}
      viewBox={`0 0 6 ${ticks}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {places.map((place) => (
        <rect key={place} y={place} width={6} height={1} />
      ))}
      {now && <rect className={styles.now} y={placeOf(now.start) - 0.5} width={6} height={2} />}
    </svg>
  )
}
