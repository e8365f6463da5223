import { Cpu, Plus, RefreshCw } from 'lucide-react'
import { useMemo } from 'react'
import { tallyInWords } from '../cards/names'
import { tallyOf } from '../graph/tally'
import { themesOf } from '../graph/themes'
import type { Position } from '../model/debate'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { counted } from './counts'
import styles from './dialogs.module.css'
import own from './positions.module.css'

/** The positions of the map under their themes: to write one anew, to add one, to take on what the parser proposes. */
export function PositionsDialog({ onClose }: { onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const showDialog = useDebate((state) => state.showDialog)
  const themes = useMemo(() => themesOf(debate), [debate])
  return (
    <Dialog
      title="Positions"
      size="wide"
      onClose={onClose}
      says="Terms are the words by which the parser finds who speaks of a position."
      actions={
        <Button
          icon={Plus}
          onClick={() => showDialog({ kind: 'editPosition', position: null, back: true })}
        >
          Add a position
        </Button>
      }
    >
      <div className={styles.form}>
        <NewTerms />
        {themes.length === 0 && (
          <p className={own.nothing}>
            There is no position yet. Add one, or a text: where it fits none, positions are
            proposed.
          </p>
        )}
        {themes.map(({ title, positions }) => (
          <section key={title ?? ''} aria-label={title ?? 'No theme'}>
            <h3 className={own.theme}>{title ?? 'No theme'}</h3>
            <ul className={styles.maps}>
              {positions.map((position) => (
                <Row key={position.id} position={position} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Row({ position }: { position: Position }) {
  const debate = useDebate((state) => state.debate)
  const showDialog = useDebate((state) => state.showDialog)
  const { keepPosition } = useActions()
  const { id, title, proposition, terms = [], proposed, readWith } = position
  return (
    <li className={styles.map}>
      <span className={own.position}>
        <b>
          {title}
          {proposed && (
            <span className={own.proposed}>
              <Icon icon={Cpu} size={12} />
              proposed
            </span>
          )}
        </b>
        <span>{proposition}</span>
        <small>
          {tallyInWords(tallyOf(debate, id))} · {counted(terms.length, 'term')}
          {readWith && ', not read with yet'}
        </small>
      </span>
      {proposed && (
        <Button aria-label={`Keep ${title}`} onClick={() => keepPosition(id)}>
          Keep
        </Button>
      )}
      <Button
        variant="quiet"
        aria-label={`Edit ${title}`}
        onClick={() => showDialog({ kind: 'editPosition', position: id, back: true })}
      >
        Edit…
      </Button>
    </li>
  )
}

/** Says which positions have terms that no text was read with, and offers to read with them. */
export function NewTerms() {
  const debate = useDebate((state) => state.debate)
  const showDialog = useDebate((state) => state.showDialog)
  const changed = [...debate.positions.values()].filter(({ readWith }) => readWith).length
  if (changed === 0 || debate.sources.size === 0) return null
  return (
    <p className={own.newTerms} role="status">
      <span>
        {changed === 1 ? 'One position has terms' : `${changed} positions have terms`} that the
        texts were not read with.
      </span>
      <Button icon={RefreshCw} onClick={() => showDialog({ kind: 'readTerms' })}>
        Read again with these terms…
      </Button>
    </p>
  )
}
