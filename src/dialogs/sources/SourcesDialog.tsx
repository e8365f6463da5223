import { useMemo, useState } from 'react'
import known from '../../../corpus/sources.json'
import { titled } from '../../model/clip'
import type { Debate, Source } from '../../model/debate'
import { newestOf, supersededBy } from '../../model/earlier'
import { removeSource } from '../../model/removeSource'
import type { Id } from '../../model/schema'
import { unsettledIn } from '../../model/unsettled'
import { useDebate } from '../../store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { counted, listed } from '../counts'
import styles from './sources.module.css'

/** The texts of the map: what each is and holds, to be read again with a newer one, or removed. */
export function SourcesDialog({ onClose }: { onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const showDialog = useDebate((state) => state.showDialog)
  const counts = useMemo(() => countsOf(debate), [debate])
  const unsettled = useMemo(() => unsettledIn(debate).length, [debate])
  const sources = newestOf(debate.sources)
  const earlier = [...debate.sources.values()].filter((one) => supersededBy(one) !== null)
  return (
    <Dialog
      title="The sources of this map"
      size="wide"
      onClose={onClose}
      says={`${counted(sources.length, 'text')}, ${counted(debate.statements.size, 'statement')}.`}
      actions={
        <>
          {unsettled > 0 && (
            <Button onClick={() => showDialog({ kind: 'settle' })}>
              {counted(unsettled, 'quote')} to settle…
            </Button>
          )}
          <Button
            variant="primary"
            data-autofocus
            onClick={() => showDialog({ kind: 'addSource' })}
          >
            Add a source…
          </Button>
        </>
      }
    >
      {sources.length === 0 && (
        <p className={styles.empty}>No text yet. Everything on this map was written by hand.</p>
      )}
      <ul className={styles.sources}>
        {sources.map((source) => (
          <Row
            key={source.id}
            source={source}
            statements={counts.get(source.id) ?? 0}
            kept={earlier
              .filter((one) => supersededBy(one) === source.id)
              .reduce((sum, one) => sum + (counts.get(one.id) ?? 0), 0)}
          />
        ))}
      </ul>
    </Dialog>
  )
}

/** How many statements rest on each text. */
function countsOf({ statements }: Debate): Map<Id, number> {
  const counts = new Map<Id, number>()
  for (const { quotes } of statements.values())
    for (const id of new Set(quotes.map(({ source }) => source)))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

interface RowProps {
  source: Source
  statements: number
  /** How many statements lie in earlier versions of it. */
  kept: number
}

function Row({ source, statements, kept }: RowProps) {
  const showDialog = useDebate((state) => state.showDialog)
  const read = useDebate((state) => state.read)
  const [isAsking, setAsking] = useState(false)
  const { id, title, url } = source
  const attribution = known.find((one) => one.id === id && one.title === title)?.attribution
  const isLink = url !== null && /^https?:\/\//i.test(url)
  return (
    <li>
      <div className={styles.about}>
        {isLink ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            <cite>{title}</cite>
          </a>
        ) : (
          <cite>{title}</cite>
        )}
        <small>{factsInWords(source, statements)}</small>
        {attribution && <small>{attribution}</small>}
        {kept > 0 && (
          <small>
            An earlier version is kept for {counted(kept, 'statement')} whose words are gone from
            this one.
          </small>
        )}
      </div>
      {isAsking ? (
        <Removing source={source} onKeep={() => setAsking(false)} />
      ) : (
        <>
          <Button
            aria-label={`Open ${title} in the reader`}
            onClick={() => {
              showDialog(null)
              read(id)
            }}
          >
            Open
          </Button>
          <Button
            aria-label={`Read ${title} again with a newer text`}
            onClick={() => showDialog({ kind: 'addSource', again: id })}
          >
            Read again…
          </Button>
          <Button variant="quiet" aria-label={`Remove ${title}`} onClick={() => setAsking(true)}>
            Remove…
          </Button>
        </>
      )}
    </li>
  )
}

/** What goes with a text, before it goes. */
function Removing({ source, onKeep }: { source: Source; onKeep(): void }) {
  const debate = useDebate((state) => state.debate)
  const edit = useDebate((state) => state.edit)
  const undo = useDebate((state) => state.undo)
  const notify = useDebate((state) => state.notify)
  const select = useDebate((state) => state.select)
  const { step, gone } = useMemo(() => removeSource(debate, source.id), [debate, source.id])
  const goes = [
    gone.statements > 0 && counted(gone.statements, 'statement'),
    gone.relations > 0 && counted(gone.relations, 'link'),
    gone.annotations > 0 && counted(gone.annotations, 'note'),
    gone.places > 0 && counted(gone.places, 'placed card'),
  ].filter((part) => part !== false)
  const remove = () => {
    select(null)
    edit(step)
    notify(
      `${titled(source.title)} is removed${goes.length > 0 ? `, with ${listed(goes)}` : ''}.`,
      {
        action: { label: 'Undo', run: undo },
      },
    )
  }
  return (
    <div className={styles.asking}>
      <p>
        {goes.length > 0
          ? `With it ${gone.statements + gone.relations + gone.annotations + gone.places === 1 ? 'goes' : 'go'} ${listed(goes)}.`
          : 'Nothing else goes with it.'}{' '}
        It can be undone.
      </p>
      <Button variant="quiet" autoFocus onClick={onKeep}>
        Keep
      </Button>
      <Button variant="danger" onClick={remove}>
        Remove
      </Button>
    </div>
  )
}

/** "Text 004, forum page, 12 turns, 96 statements, by …, read on 21 November 2026". */
function factsInWords(source: Source, statements: number): string {
  const { id, kind, turns, authors, readAt, text } = source
  const day = readAt === undefined ? Number.NaN : Date.parse(readAt)
  return [
    `Text ${id}`,
    kind && kind.charAt(0).toLowerCase() + kind.slice(1),
    counted(turns.length, 'turn'),
    counted(statements, 'statement'),
    authors.length > 0 && `by ${listed(authors)}`,
    !Number.isNaN(day) &&
      `read on ${new Date(day).toLocaleDateString('en-GB', { dateStyle: 'long' })}`,
    text === undefined && 'without its words',
  ]
    .filter(Boolean)
    .join(', ')
}
