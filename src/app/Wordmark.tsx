import styles from './TopBar.module.css'

/** The name of the app with its sign: two columns of argument, facing each other. */
export function Wordmark() {
  return (
    <h1 className={styles.wordmark}>
      <svg viewBox="0 0 20 20" width="19" height="19" aria-hidden="true">
        <path d="M3 3.5v13M3 6.5h9M3 10h5" stroke="currentColor" strokeWidth="2" fill="none" />
        <path
          d="M17 3.5v13M17 13.5H8M17 10h-5"
          stroke="currentColor"
          strokeWidth="2"
          fill="none"
          opacity=".55"
        />
      </svg>
      Counterpoint
    </h1>
  )
}
