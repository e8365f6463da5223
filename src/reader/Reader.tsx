import { newestOf } from '../model/earlier'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Coverage } from './Coverage'
import { NoText } from './NoText'
import { Page } from './Page'
import styles from './Reader.module.css'
import { ReaderBar } from './ReaderBar'
import { ReaderFoot } from './ReaderFoot'

/** A text of the map, set to be read: the one opened last or else the first. */
export function Reader() {
  const sources = useDebate(({ debate }) => debate.sources)
  const reading = useDebate((state) => state.reading)
  const showDialog = useDebate((state) => state.showDialog)
  const source = sources.get(reading ?? '') ?? newestOf(sources)[0]
  return (
    <section className={styles.reader} aria-label="Reader">
      <ReaderBar source={source ?? null} />
      <div className={styles.body}>
        {!source ? (
          <div className={styles.empty}>
            <p>There is no text in this map.</p>
            <Button onClick={() => showDialog({ kind: 'addSource' })}>Add a source</Button>
          </div>
        ) : source.text === undefined ? (
          <NoText source={source} />
        ) : (
          <>
            <Page source={source} key={source.id} />
            <Coverage source={source} />
          </>
        )}
      </div>
      {source?.text !== undefined && <ReaderFoot source={source} />}
    </section>
  )
}
