import { BookOpen, CirclePlus, MessageSquareText, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { KindLabel } from '../cards/signs'
import { trimToWords } from '../cards/textFit'
import { firstWordsOf } from '../graph/quoted'
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
  const readAt = useDebate((state) => state.readAt)
  const place = usePlace()
  const notes = useRef<NotesHandle>(null)
  const [isEditing, setEditing] = useState(false)
  const [asking, setAsking] = useState<'connect' | 'side' | null>(null)
  const grounds = useMemo(
    () => groundsOf(debate, statement, openPosition),
    [debate, statement, openPosition],
  )

  const write = () => {
    place.setFull(true)
    // The notes are there once the sheet is full.
    requestAnimationFrame(() => notes.current?.write())
  }
  const words = firstWordsOf(debate, { kind: 'statement', id: statement.id })
  const hasText = words !== null && debate.sources.get(words.source)?.text !== undefined
  /** Shows its words in the text, above a sheet that leaves room for them. */
  const read = () => {
    if (words) readAt(words)
    place.setFull(false)
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
        ...(hasText ? [{ label: 'Read', icon: BookOpen, onSelect: read }] : []),
      ]}
    >
      <PanelSection>
        <Headline statement={statement} isEditing={isEditing} onEditing={setEditing} />
        <ReadBy kind="statements" record={statement}>
          <CorrectMenu statement={statement} onReword={() => setEditing(true)} />
        </ReadBy>
      </PanelSection>
      <InItsPlace statement={statement} />
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
