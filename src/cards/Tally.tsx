import { CircleDashed } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Tally as Counts } from '../graph/tally'
import { tallyInWords } from './names'
import { Icon } from './signs'
import styles from './Tally.module.css'

/** The most ticks that fit beside one another on a card. */
export const mostTicks = 22

/** How many statements one tick stands for, so that the longer side still fits. */
export const statementsPerTick = (tally: Pick<Counts, 'for' | 'against'>): number =>
  Math.max(1, Math.ceil(Math.max(tally.for, tally.against) / mostTicks))

/** Whether a tally is told in one line: its ticks fit between the words, and nothing waits for an answer. */
export const isOneLine = (tally: Counts): boolean =>
  Math.max(tally.for, tally.against) < 10 && tally.unanswered === 0

/** Ticks, one a statement: amounts that compare at a glance and can still be counted. */
export function Ticks({ count, per = 1 }: { count: number; per?: number }) {
  if (count === 0) return null
  const ticks = Math.ceil(count / per)
  return (
    <span className={styles.ticks} style={{ '--n': ticks } as CSSProperties} aria-hidden="true" />
  )
}

/** What stands for and against, as ticks on both sides of an axis, with what is unanswered between them. */
export function Tally({ tally }: { tally: Counts }) {
  const per = statementsPerTick(tally)
  const axis = (
    <>
      <span className={`${styles.left} for`}>
        <Ticks count={tally.for} per={per} />
      </span>
      <span className={`${styles.right} against`}>
        <Ticks count={tally.against} per={per} />
      </span>
    </>
  )
  return (
    <span className={styles.tally} role="img" aria-label={tallyInWords(tally)}>
      {isOneLine(tally) ? (
        <span className={styles.one}>
          <span className="for">
            <b>{tally.for}</b> for
          </span>
          {axis}
          <span className={`${styles.last} against`}>
            <b>{tally.against}</b> against
          </span>
        </span>
      ) : (
        <>
          <span className={styles.amounts}>
            <b className="for">{tally.for}</b>
            {axis}
            <b className={`${styles.last} against`}>{tally.against}</b>
          </span>
          <span className={styles.words}>
            <span className="for">for</span>
            {tally.unanswered > 0 && (
              <span className={styles.unanswered}>
                <Icon icon={CircleDashed} size={12} />
                {tally.unanswered} unanswered
              </span>
            )}
            <span className="against">against</span>
          </span>
        </>
      )}
      {per > 1 && <span className={styles.scale}>a tick is {per} statements</span>}
    </span>
  )
}
