import { type CSSProperties, memo } from 'react'
import { Handle, type Node, type NodeProps, Position as Place } from 'reactflow'
import { statementName } from '../cards/names'
import { StatementCard } from '../cards/StatementCard'
import { Icon, kindSigns, sideSigns } from '../cards/signs'
import { shortTitle } from '../cards/textFit'
import { beneathKey } from '../graph/positionPage'
import type { Side } from '../model/debate'
import type { Id } from '../model/schema'
import { useDebate } from '../store'
import { hintedStatements, pickedStatements } from '../store/ties'
import { useCanvasActs } from './acts'
import { useLevel } from './level'
import styles from './nodes.module.css'

/** The canvas holds the id and what follows from the rest of the debate. The statement comes from the store. */
export type StatementNode = Node<
  {
    statementId: Id
    /** The title of the open position, and the side taken on it; null for what takes none. */
    on: string
    side: Side | null
    headline: string
    where: string | null
    answers: number
    unanswered: boolean
    quote: 'moved' | 'unclear' | null
    notes: number
    hidden: number
    unfolded: boolean
    hasQuotes: boolean
    showsQuotes: boolean
    isDragged: boolean
  },
  'statement'
>

/** One statement in a lane of an opened position. */
export const StatementNode = memo(function StatementNode({
  data,
  height = 0,
}: NodeProps<StatementNode>) {
  const statement = useDebate((state) => state.debate.statements.get(data.statementId))
  const isSelected = useDebate(
    (state) => state.selected?.kind === 'statement' && state.selected.id === data.statementId,
  )
  const isHinted = useDebate((state) => hintedStatements(state).has(data.statementId))
  const isPicked = useDebate((state) => pickedStatements(state).has(data.statementId))
  const isLinking = useDebate((state) => state.linkingFrom === data.statementId)
  const { choose, toggle } = useCanvasActs()
  const level = useLevel()
  // Another tab may delete the statement a moment before React Flow drops the node.
  if (!statement) return null

  const facts = {
    ...(data.side && { on: { title: data.on, side: data.side } }),
    answers: data.answers,
    unanswered: data.unanswered,
    quote: data.quote,
  }
  const onSelect = () => choose(statement.id)
  if (level !== 'card') {
    const look = `${styles.block} ${styles[data.side ?? 'neutral']} ${isSelected ? styles.chosen : ''} ${isHinted || isPicked ? styles.lit : ''}`
    const icon =
      data.side === 'neutral' || !data.side ? kindSigns[statement.kind] : sideSigns[data.side]
    return (
      <>
        <button
          type="button"
          className={look}
          style={{ '--h': `${height}px` } as CSSProperties}
          aria-label={statementName(statement, facts)}
          data-card={statement.id}
          onClick={onSelect}
        >
          <span className={styles.short}>
            <Icon icon={icon.icon} size={12} />
            {shortTitle(statement.text)}
          </span>
        </button>
        <Handles />
      </>
    )
  }
  return (
    <>
      <StatementCard
        statement={statement}
        facts={facts}
        headline={data.headline}
        where={data.where}
        notes={data.notes}
        fold={{
          folded: data.hidden,
          unfolded: data.unfolded,
          onToggle: () => toggle(beneathKey(statement.id), statement.id),
        }}
        {...(data.hasQuotes && {
          quotes: { shown: data.showsQuotes, onToggle: () => toggle('quotes', statement.id) },
        })}
        selected={isSelected}
        {...((isHinted || isPicked) && { lit: isPicked ? 'picked' : 'hinted' })}
        dimmed={isLinking}
        dragged={data.isDragged}
        onSelect={onSelect}
      />
      <Handles />
    </>
  )
})

/** Where one starts to draw a link from a card; seen only while the card is pointed at or has the focus. */
function Handles() {
  return (
    <>
      <Handle type="source" id="out" position={Place.Right} className={styles.handle} />
      <Handle type="target" id="in" position={Place.Left} className={styles.handle} />
    </>
  )
}
