import { useDeferredValue, useRef, useState } from 'react'
import { newestOf } from '../model/earlier'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Contents } from './Contents'
import { Coverage } from './Coverage'
import { FindBar, FindTicks } from './FindBar'
import { NoText } from './NoText'
import { Page } from './Page'
import { Printed } from './Printed'
import styles from './Reader.module.css'
import { ReaderBar } from './ReaderBar'
import { ReaderFoot } from './ReaderFoot'
import { useFind } from './useFind'
import { useFindKeys } from './useFindKeys'
import { useIsPrinting } from './usePrinting'

/** A text of the map, set to be read: the one opened last or else the first. */
export function Reader() {
  const sources = useDebate(({ debate }) => debate.sources)
  const reading = useDebate((state) => state.reading)
  const showDialog = useDebate((state) => state.showDialog)
  const source = sources.get(reading ?? '') ?? newestOf(sources)[0] ?? null
  // The words come first; what is counted over the whole text comes after.
  const counted = useDeferredValue(source, null)
  const [hasContents, setContents] = useState(false)
  const reader = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const finding = useFind(source)
  const isPrinting = useIsPrinting()
  useFindKeys(finding, () => field.current?.select())

  const focusPage = () =>
    reader.current?.querySelector<HTMLElement>('[role="group"]')?.focus({ preventScroll: true })
  return (
    <section ref={reader} className={styles.reader} aria-label="Reader">
      <ReaderBar
        source={source}
        hasContents={hasContents}
        onContents={() => setContents(!hasContents)}
        finding={finding}
      />
      {source && finding.isOpen && (
        <FindBar
          source={source}
          finding={finding}
          field={field}
          onClose={() => {
            finding.close()
            focusPage()
          }}
        />
      )}
      <div className={styles.body}>
        <div className={styles.leaf}>
          {!source ? (
            <div className={styles.empty}>
              <p>There is no text in this map.</p>
              <Button onClick={() => showDialog({ kind: 'addSource' })}>Add a source</Button>
            </div>
          ) : source.text === undefined ? (
            <NoText source={source} />
          ) : (
            <>
              <Page source={source} finding={finding} key={source.id} />
              {finding.found.length > 0 && <FindTicks source={source} finding={finding} />}
            </>
          )}
        </div>
        {counted?.text !== undefined && <Coverage source={counted} />}
        {source && hasContents && (
          <Contents
            source={source}
            key={source.id}
            onClose={() => {
              setContents(false)
              focusPage()
            }}
          />
        )}
      </div>
      {counted?.text !== undefined && <ReaderFoot source={counted} />}
      {source?.text !== undefined && isPrinting && <Printed source={source} />}
    </section>
  )
}
