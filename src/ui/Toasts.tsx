import { Check, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from './Button'
import { classes } from './classes'
import { Icon } from './Icon'
import { IconButton } from './IconButton'
import styles from './Toasts.module.css'

/** A line that tells what has just happened, with one thing that can be done about it. */
export interface Toast {
  id: number
  text: string
  tone: 'done' | 'hint' | 'problem'
  action?: { label: string; run(): void }
}

const signs = { done: Check, hint: Info, problem: TriangleAlert }

/** How many stand at once; of more, the newest. */
const shown = 4

/**
 * The notices at the foot of the page, read out as they come.
 *
 * A problem stays until it is put away; the others go by themselves, but not while they are looked at.
 */
export function Toasts({
  notices,
  onDismiss,
}: {
  notices: readonly Toast[]
  onDismiss(id: number): void
}) {
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {notices.slice(-shown).map((notice) => (
        <Line key={notice.id} notice={notice} onDismiss={onDismiss} />
      ))}
    </div>
  )
}

function Line({ notice, onDismiss }: { notice: Toast; onDismiss(id: number): void }) {
  const { id, text, tone, action } = notice
  const [isHeld, setHeld] = useState(false)
  const dismiss = useRef(onDismiss)
  dismiss.current = onDismiss

  useEffect(() => {
    if (isHeld || tone === 'problem') return
    const timer = setTimeout(() => dismiss.current(id), readingTime(text, action !== undefined))
    return () => clearTimeout(timer)
  }, [id, text, tone, action, isHeld])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while it is looked at
    <div
      className={classes(styles.toast, tone === 'problem' && styles.problem)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon icon={signs[tone]} size={15} />
      <p>{text}</p>
      {action && (
        <Button
          className={styles.action}
          onClick={() => {
            action.run()
            onDismiss(id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={X} size={14} onClick={() => onDismiss(id)} />
    </div>
  )
}

/** Long enough to read slowly, to think, and to get there with the pointer: 8 s or more, 14 s where there is something to do. */
const readingTime = (text: string, hasAction: boolean) =>
  (hasAction ? 14_000 : 8_000) + Math.min(text.length, 300) * 40
