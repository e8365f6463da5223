import { BookOpen, CirclePlus, MessageSquareText, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { KindLabel } from '../cards/signs'
import { trimToWords } from '../cards/textFit'
import type { Statement } from '../model/debate'
import { useDebate } from '../store'
import { PanelSection } from '../ui/Panel'
import { ConnectDialog } from './ConnectDialog'
import { Frame, usePlace } from './Frame'
import { groundsOf } from './grounds'
import { Headline } from './Headline'
import { InItsPlace } from './InItsPlace'
import styles from './inspector.module.css'
import { Links } from './Links'
import { Notes, type NotesHandle } from './Notes'
import { ReadBy } from './ReadBy'
import { SideDialog } from './SideDialog'
import { Sides } from './Sides'
import { CorrectMenu, StatementMenu } from './StatementMenu'
import { Why } from './Why'
import { sideInWords } from './words'

/** A statement in full. Key it by the statement's id. */
export function StatementInspector({ statement }: { statement: Statement }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const showDialog = useDebate((state) => state.showDialog)
  const place = usePlace()
  const notes = useRef<NotesHandle>(null)
  const inPlace = useRef<HTMLDivElement>(null)
  const [isEditing, setEditing] = useState(false)
  const [isRead, setRead] = useState(false)
  const [asking, setAsking] = useState<'connect' | 'side' | null>(null)
  const grounds = useMemo(
    () => groundsOf(debate, statement, openPosition),
    [debate, statement, openPosition],
  )

  /** Does something once the sheet is full, so that what it acts on is there. */
  const whenFull = (act: () => void) => {
    place.setFull(true)
    requestAnimationFrame(act)
  }
  const write = () => whenFull(() => notes.current?.write())
  const read = () => {
    setRead(true)
    whenFull(() => inPlace.current?.scrollIntoView({ block: 'start' }))
  }
  const answer = (link: 'supports' | 'rebuts') =>
    showDialog({ kind: 'addStatement', answers: { kind: 'statement', id: statement.id }, link })

  return (
    <Frame
      label="Statement"
      bar={
        <>
          <KindLabel kind={statement.kind} />
          <SideLabel statement={statement} />
          <span className={styles.grow} />
          <StatementMenu
            statement={statement}
            onReword={() => setEditing(true)}
            onConnect={() => setAsking('connect')}
            onPut={() => setAsking('side')}
            onNote={write}
          />
        </>
      }
      brief={
        statement.quotes.length > 0 && (
          <>
            <h2 className={styles.briefWords}>{trimToWords(statement.text, 80)}</h2>
            <InItsPlace statement={statement} />
            <Links statement={statement} at={3} />
          </>
        )
      }
      actions={[
        { label: 'Support', icon: CirclePlus, onSelect: () => answer('supports') },
        { label: 'Rebut', icon: X, onSelect: () => answer('rebuts') },
        { label: 'Note', icon: MessageSquareText, onSelect: write },
        { label: 'Read', icon: BookOpen, onSelect: read },
      ]}
    >
      <PanelSection>
        <Headline statement={statement} isEditing={isEditing} onEditing={setEditing} />
        <ReadBy kind="statements" record={statement}>
          <CorrectMenu statement={statement} onReword={() => setEditing(true)} />
        </ReadBy>
      </PanelSection>
      <div ref={inPlace}>
        <InItsPlace statement={statement} isWide={isRead} />
      </div>
      <Why grounds={grounds} />
      <Links statement={statement} />
      <Sides statement={statement} onPut={() => setAsking('side')} />
      <Notes target={statement.id} ref={notes} />
      {asking === 'connect' && (
        <ConnectDialog from={statement.id} onClose={() => setAsking(null)} />
      )}
      {asking === 'side' && <SideDialog statement={statement.id} onClose={() => setAsking(null)} />}
    </Frame>
  )
}

/** The side a statement takes on the open position, else on the first it bears on. */
function SideLabel({ statement }: { statement: Statement }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const side = sideInWords(debate, statement.id, openPosition)
  if (!side) return null
  return (
    <span className={styles.barSide} title={side}>
      {side}
    </span>
  )
}
