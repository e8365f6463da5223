import type { CSSProperties, ReactNode } from 'react'
import { useDebate } from '../store'
import { classes } from '../ui/classes'
import { type Mark, sideOf } from './marks'
import styles from './words.module.css'

/** A line below words for each headline they belong to, the lowest outermost, in the style of its side. */
export function Lines({ marks, children }: { marks: readonly Mark[]; children: ReactNode }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const [mark, ...others] = marks
  if (!mark) return children
  const side = sideOf(debate, mark.statement, openPosition)
  return (
    <span
      className={classes(styles.line, styles[side])}
      style={{ '--level': mark.level } as CSSProperties}
    >
      <Lines marks={others}>{children}</Lines>
    </span>
  )
}
