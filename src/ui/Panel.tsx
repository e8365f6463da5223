import { type ReactNode, type Ref, useId } from 'react'
import { classes } from './classes'
import styles from './Panel.module.css'

export interface PanelProps {
  /** What it holds, for screen readers. */
  label: string
  /** The line at the top that stays. */
  bar: ReactNode
  children: ReactNode
}

/** A panel beside the canvas: a bar, and below it sections that scroll. */
export function Panel({ label, bar, children }: PanelProps) {
  return (
    <aside className={styles.panel} aria-label={label} tabIndex={-1}>
      <div className={styles.bar}>{bar}</div>
      <div className={styles.body}>{children}</div>
    </aside>
  )
}

export interface PanelSectionProps {
  /** Its heading; a section without one continues what stands above. */
  title?: string
  /** What stands at the right of the heading: where it is from, how many, a button. */
  aside?: ReactNode
  className?: string | undefined
  ref?: Ref<HTMLElement>
  children: ReactNode
}

/** A part of a panel under a small heading, with a hairline below. */
export function PanelSection({ title, aside, className, ref, children }: PanelSectionProps) {
  const id = useId()
  return (
    <section ref={ref} className={classes(styles.section, className)} aria-labelledby={title && id}>
      {title && (
        <div className={styles.head}>
          <h3 id={id}>{title}</h3>
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
