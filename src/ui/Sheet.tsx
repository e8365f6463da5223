import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { classes } from './classes'
import styles from './Sheet.module.css'

export interface SheetProps {
  /** What it holds, for screen readers. */
  label: string
  onClose(): void
  isFull: boolean
  onFullChange(isFull: boolean): void
  /** The line at its top that stays. */
  bar: ReactNode
  /** The row of actions at its foot. */
  foot?: ReactNode
  children: ReactNode
}

/** How far the grip must be pulled, in pixels, before the sheet follows. */
const pull = 48

/**
 * A sheet from the foot of a phone's screen, 318 px high; what lies above it stays usable.
 *
 * The grip makes it full by a pull or a press, and small again; a pull down from small, or Esc, closes it.
 */
export function Sheet({ label, onClose, isFull, onFullChange, bar, foot, children }: SheetProps) {
  const [pulled, setPulled] = useState(0)
  const start = useRef<number | null>(null)
  const wasPulled = useRef(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [onClose])

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    start.current = event.clientY
    wasPulled.current = false
    event.currentTarget.setPointerCapture?.(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (start.current === null) return
    const way = event.clientY - start.current
    if (Math.abs(way) > 4) wasPulled.current = true
    setPulled(way)
  }
  const onPointerUp = () => {
    if (start.current !== null && pulled < -pull) onFullChange(true)
    else if (start.current !== null && pulled > pull) isFull ? onFullChange(false) : onClose()
    start.current = null
    setPulled(0)
  }

  return (
    <aside
      className={classes(styles.sheet, isFull && styles.full, pulled !== 0 && styles.pulled)}
      style={
        pulled === 0 ? undefined : { height: `calc(${isFull ? '100%' : '318px'} - ${pulled}px)` }
      }
      aria-label={label}
      tabIndex={-1}
    >
      <button
        type="button"
        className={styles.grip}
        aria-label={isFull ? 'Show less' : 'Show all'}
        aria-expanded={isFull}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onClick={() => !wasPulled.current && onFullChange(!isFull)}
      >
        <span />
      </button>
      <div className={styles.bar}>{bar}</div>
      <div className={styles.body}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </aside>
  )
}
