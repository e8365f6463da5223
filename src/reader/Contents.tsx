import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { Source } from '../model/debate'
import { useDebate, useDebateStore } from '../store'
import { classes } from '../ui/classes'
import { contentsOf } from './contents'
import styles from './contents.module.css'
import { blocksOf, rowAt } from './page'

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** The turns and headings of a text as a list to go by. The arrow keys walk it, Enter goes there, Esc closes it. */
export function Contents({ source, onClose }: { source: Source; onClose(): void }) {
  const { viewed } = useDebateStore().getState()
  const readAt = useDebate((state) => state.readAt)
  const entries = useMemo(() => contentsOf(source, blocksOf(source)), [source])
  const spans = useMemo(() => entries.map(({ start }) => ({ start, end: start })), [entries])
  const here = rowAt(spans, viewed?.start ?? 0)
  const [at, setAt] = useState(here)
  const list = useRef<VListHandle>(null)
  const nav = useRef<HTMLElement>(null)

  useEffect(() => {
    list.current?.scrollToIndex(at, { align: 'nearest' })
    // An entry can take the focus some frames after the list has scrolled to it: it is hidden until it is measured.
    let [frame, left] = [0, 10]
    const focus = () => {
      const entry = nav.current?.querySelector<HTMLElement>(`[data-entry="${at}"]`)
      entry?.focus({ preventScroll: true })
      if (document.activeElement !== entry && --left > 0) frame = requestAnimationFrame(focus)
    }
    focus()
    return () => cancelAnimationFrame(frame)
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined) setAt(Math.max(0, Math.min(entries.length - 1, at + step)))
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <nav ref={nav} className={styles.contents} aria-label="Contents" onKeyDown={onKeyDown}>
      {entries.length === 0 && <p>This text has no turns and no headings.</p>}
      <VList ref={list} data={entries} keepMounted={[at]} className={styles.list}>
        {({ kind, title, detail, start, depth }, index) => (
          <button
            key={start + kind}
            type="button"
            className={classes(styles.entry, styles[kind])}
            style={{ '--depth': depth } as CSSProperties}
            data-entry={index}
            tabIndex={index === at ? 0 : -1}
            aria-current={index === here ? 'location' : undefined}
            onClick={() => {
              readAt({ source: source.id, start, end: start })
              // Where it lies over the text it makes way.
              if (nav.current && getComputedStyle(nav.current).position === 'absolute') onClose()
            }}
          >
            {title}
            {detail && <span>{detail}</span>}
          </button>
        )}
      </VList>
    </nav>
  )
}
