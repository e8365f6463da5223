import { X } from 'lucide-react'
import type { Source } from '../model/debate'
import { useDebate } from '../store'
import { IconButton } from '../ui/IconButton'
import styles from './Reader.module.css'

/** A text of the map with its turns and passages, the one opened last or else the first. Nothing where a map has no text. */
export function Reader() {
  const source = useDebate(({ reading, debate }) => debate.sources.get(reading ?? ''))
  const setPanes = useDebate((state) => state.setPanes)
  return (
    <section className={styles.reader} aria-label="Reader">
      <div className={styles.bar}>
        <b>{source?.title ?? 'No text'}</b>
        <IconButton icon={X} label="Close the reader" onClick={() => setPanes('map')} />
      </div>
      {source && <Page source={source} />}
    </section>
  )
}

function Page({ source: { passages, text = '' } }: { source: Source }) {
  return (
    <div className={styles.page}>
      {passages.map(({ id, start, end }) => (
        <p key={id}>
          <span data-from={start}>{text.slice(start, end)}</span>
        </p>
      ))}
    </div>
  )
}
