import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useDebate } from '../store'
import styles from './Workspace.module.css'

/** The least and the most of the window that the reader can take beside the map, in hundredths. */
const [least, most] = [25, 75]
/** By how much a key moves it. */
const step = 2

const within = (percent: number) => Math.min(most, Math.max(least, percent))

/**
 * The edge between the reader and the map. Dragging it, or the arrow keys, parts the window anew; a double click, or
 * Enter, parts it as it was at first. `usual` is that share, in hundredths.
 */
export function Divider({ usual }: { usual: number }) {
  const share = useDebate((state) => state.readerShare)
  const setShare = useDebate((state) => state.setReaderShare)
  const [isHeld, setHeld] = useState(false)
  const now = Math.round(share === null ? usual : share * 100)

  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (isHeld) setShare(within((clientX / window.innerWidth) * 100) / 100)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const goals: Record<string, number | null> = {
      ArrowLeft: within(now - step) / 100,
      ArrowRight: within(now + step) / 100,
      Home: least / 100,
      End: most / 100,
      Enter: null,
    }
    const goal = goals[event.key]
    if (goal === undefined || event.altKey) return
    event.preventDefault()
    setShare(goal)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      role="separator"
      className={styles.divider}
      aria-orientation="vertical"
      aria-label="Width of the reader"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={within(now)}
      aria-valuetext={`${within(now)} % of the window`}
      tabIndex={0}
      data-held={isHeld || undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld(true)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => setHeld(false)}
      onPointerCancel={() => setHeld(false)}
      onDoubleClick={() => setShare(null)}
      onKeyDown={onKeyDown}
    />
  )
}
