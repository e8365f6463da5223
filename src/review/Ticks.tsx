import styles from './review.module.css'

/** How many ticks stand for the whole. */
const most = 40

/** How far the review is, one tick a part: those that are done stand taller. The words beside them say it too. */
export function Ticks({ checked, all }: { checked: number; all: number }) {
  const ticks = Math.min(most, all)
  const done = all === 0 ? 0 : Math.floor((checked / all) * ticks)
  return (
    <span className={styles.ticks} aria-hidden="true">
      {Array.from({ length: ticks }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
        <i key={at} data-done={at < done || undefined} />
      ))}
    </span>
  )
}
