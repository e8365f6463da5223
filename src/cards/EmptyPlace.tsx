import styles from './EmptyPlace.module.css'

export interface EmptyPlaceProps {
  /** What is missing, as a sentence: "Nobody has answered this." */
  says?: string
  /** What filling it is called, and the key that does it. */
  invites?: string
  shortcut?: string
  /** The whole of what it says to a screen reader, where it stands for something in particular. */
  name?: string
  onFill?: () => void
}

/** The empty place beside what nobody has answered. It says so, and takes the answer. */
export function EmptyPlace({
  says = 'Nobody has answered this.',
  invites = 'Write a reply',
  shortcut = 'R',
  name,
  onFill,
}: EmptyPlaceProps) {
  return (
    <button type="button" className={styles.place} aria-label={name} onClick={onFill}>
      <span className={styles.says}>{says}</span>
      <span className={styles.invites}>
        {invites} {shortcut && <kbd className={styles.key}>{shortcut}</kbd>}
      </span>
    </button>
  )
}
