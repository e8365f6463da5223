import { Cpu } from 'lucide-react'
import type { Tally as Counts } from '../graph/tally'
import type { Position } from '../model/debate'
import { positionName } from './names'
import styles from './PositionCard.module.css'
import { Icon } from './signs'
import { Tally } from './Tally'

/** How loud a position is on the page: by how much has been said on it. */
export type Loudness = 'quiet' | 'plain' | 'loud'

/** Fewer than nine statements for and against speak low; more than twenty in all are said in full ink. */
export function loudnessOf(tally: Counts): Loudness {
  if (tally.for + tally.against < 9) return 'quiet'
  return tally.for + tally.against + tally.open > 20 ? 'loud' : 'plain'
}

export interface PositionCardProps {
  position: Position
  tally: Counts
  selected?: boolean
  dimmed?: boolean
  /** Opens the position. The whole card is the button. */
  onOpen?: () => void
}

/** A debated position: its title, the whole proposition, and what stands for and against it. */
export function PositionCard({ position, tally, selected, dimmed, onOpen }: PositionCardProps) {
  const look = [styles.card, styles[loudnessOf(tally)]]
  if (selected) look.push(styles.selected)
  if (dimmed) look.push(styles.dimmed)
  return (
    <article className={look.join(' ')}>
      <button
        type="button"
        className={styles.main}
        aria-label={positionName(position, tally)}
        data-card={position.id}
        onClick={onOpen}
      >
        <span className={styles.title}>{position.title}</span>
        <span className={styles.proposition}>{position.proposition}</span>
        <Tally tally={tally} />
      </button>
      {position.proposed && (
        <span className={styles.proposed} aria-hidden="true">
          <Icon icon={Cpu} size={12} />
          proposed
        </span>
      )}
    </article>
  )
}
