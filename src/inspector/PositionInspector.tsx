import { CircleMinus, CirclePlus, Cpu, MessageSquareText, Network, Pencil } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { Tally } from '../cards/Tally'
import { sharedLinks, tallyOf } from '../graph/tally'
import type { Position, Side } from '../model/debate'
import type { Id } from '../model/schema'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { PanelSection } from '../ui/Panel'
import { Frame, usePlace } from './Frame'
import styles from './inspector.module.css'
import { Notes, type NotesHandle } from './Notes'

/** A position in full: its proposition, how it stands, and which positions the same statements bear on. */
export function PositionInspector({ position }: { position: Position }) {
  const debate = useDebate((state) => state.debate)
  const isOpen = useDebate((state) => state.openPosition === position.id)
  const openOnCanvas = useDebate((state) => state.openOnCanvas)
  const showDialog = useDebate((state) => state.showDialog)
  const place = usePlace()
  const notes = useRef<NotesHandle>(null)
  const { keepPosition } = useActions()
  const { id, title, proposition, theme, summary, proposed, readWith } = position

  const edit = () => showDialog({ kind: 'editPosition', position: id })
  const add = (side: Side) => showDialog({ kind: 'addStatement', on: { position: id, side } })
  const write = () => {
    place.setFull(true)
    requestAnimationFrame(() => notes.current?.write())
  }
  return (
    <Frame
      label="Position"
      bar={
        <>
          <b className={styles.barTitle}>{title}</b>
          <span className={styles.grow} />
          <IconButton label="Edit this position…" icon={Pencil} onClick={edit} />
        </>
      }
      actions={[
        { label: 'For', icon: CirclePlus, onSelect: () => add('for') },
        { label: 'Against', icon: CircleMinus, onSelect: () => add('against') },
        { label: 'Edit', icon: Pencil, onSelect: edit },
        { label: 'Note', icon: MessageSquareText, onSelect: write },
        { label: 'Open', icon: Network, onSelect: () => openOnCanvas(id) },
      ]}
    >
      <PanelSection>
        {theme && <p className={styles.theme}>{theme}</p>}
        <h2 className={styles.proposition}>{proposition}</h2>
        {proposed && (
          <div className={classes(styles.readBy, styles.proposed)}>
            <span className={styles.sign}>
              <Icon icon={Cpu} />
              Proposed by the parser
            </span>
            <Button variant="link" onClick={() => keepPosition(id)}>
              Keep this position
            </Button>
          </div>
        )}
        <Tally tally={tallyOf(debate, id)} />
        <div className={styles.buttons}>
          {!isOpen && (
            <Button icon={Network} onClick={() => openOnCanvas(id)}>
              Open
            </Button>
          )}
          <Button icon={CirclePlus} onClick={() => add('for')}>
            Add one for
          </Button>
          <Button icon={CircleMinus} onClick={() => add('against')}>
            Add one against
          </Button>
        </div>
      </PanelSection>
      {readWith && debate.sources.size > 0 && (
        <PanelSection>
          <p className={styles.summary}>
            The texts were not read with the terms it has now.{' '}
            <Button variant="link" onClick={() => showDialog({ kind: 'readTerms' })}>
              Read again with these terms…
            </Button>
          </p>
        </PanelSection>
      )}
      {summary && (
        <PanelSection title="What it is about">
          <p className={styles.summary}>{summary}</p>
        </PanelSection>
      )}
      <Shared position={id} />
      <Notes target={id} ref={notes} />
    </Frame>
  )
}

/** The positions on which the same statements bear, those with most first. */
function Shared({ position }: { position: Id }) {
  const debate = useDebate((state) => state.debate)
  const select = useDebate((state) => state.select)
  const others = useMemo(
    () =>
      sharedLinks(debate)
        .filter(({ a, b }) => a === position || b === position)
        .map(({ a, b, count }) => ({ id: a === position ? b : a, count })),
    [debate, position],
  )
  if (others.length === 0) return null
  return (
    <PanelSection title="The same statements bear on" aside={others.length}>
      <ul className={styles.shared}>
        {others.map(({ id, count }) => (
          <li key={id}>
            <Button variant="link" onClick={() => select({ kind: 'position', id })}>
              {debate.positions.get(id)?.title}
            </Button>
            <span className={styles.sharedCount}>
              {count === 1 ? '1 statement' : `${count} statements`}
            </span>
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
