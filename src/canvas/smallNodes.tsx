import { FoldVertical, UnfoldVertical } from 'lucide-react'
import { memo } from 'react'
import type { Node, NodeProps } from 'reactflow'
import { EmptyPlace } from '../cards/EmptyPlace'
import { counted } from '../cards/names'
import { QuoteHanger } from '../cards/QuoteHanger'
import { Icon, sideSigns } from '../cards/signs'
import { laneKey } from '../graph/positionPage'
import { placeInFull, whereIs } from '../graph/whereabouts'
import type { Side } from '../model/debate'
import type { Id } from '../model/schema'
import { sideWords } from '../model/words'
import { useDebate } from '../store'
import { useCanvasActs } from './acts'
import { useLevel } from './level'
import styles from './nodes.module.css'
import { Anchors } from './PositionNode'

/** The quotes that hang under a statement, with their words as they fit and their heights. */
export type QuoteNode = Node<
  { statementId: Id; words: readonly string[]; heights: readonly number[] },
  'quote'
>

/** The words a statement rests on, hanging under its card. */
export const QuoteNode = memo(function QuoteNode({ data }: NodeProps<QuoteNode>) {
  const debate = useDebate((state) => state.debate)
  const readAt = useDebate((state) => state.readAt)
  const level = useLevel()
  const quotes = debate.statements.get(data.statementId)?.quotes ?? []
  if (level !== 'card') return null
  return quotes.map((quote, at) => (
    <div key={`${quote.source} ${quote.start}`} style={{ height: data.heights[at] }}>
      <QuoteHanger
        quote={quote}
        place={placeInFull(whereIs(debate, quote))}
        words={data.words[at] ?? quote.exact}
        onShow={() => readAt({ source: quote.source, start: quote.start, end: quote.end })}
      />
    </div>
  ))
})

/** A place that nobody has filled: beside an objection, or in a lane in which nobody speaks. */
export type EmptyNode = Node<
  { answers: Id | null; says: string; invites: string; shortcut: string; name: string },
  'empty'
>

/** An empty place on the canvas. */
export const EmptyNode = memo(function EmptyNode({ data }: NodeProps<EmptyNode>) {
  const { answer } = useCanvasActs()
  const showDialog = useDebate((state) => state.showDialog)
  const level = useLevel()
  if (level !== 'card') return null
  const { answers, says, invites, shortcut, name } = data
  return (
    <div className={styles.empty}>
      <EmptyPlace
        says={says}
        invites={invites}
        shortcut={shortcut}
        name={name}
        onFill={() => (answers ? answer(answers) : showDialog({ kind: 'addStatement' }))}
      />
    </div>
  )
})

/** The line at the foot of a lane. */
export type StripNode = Node<{ lane: 'for' | 'against'; count: number; unfolded: boolean }, 'strip'>

/** Unfolds the rest of a lane, and folds it again. */
export const StripNode = memo(function StripNode({ id, data }: NodeProps<StripNode>) {
  const { toggle } = useCanvasActs()
  const level = useLevel()
  if (level !== 'card') return null
  const words = `${data.count} more ${data.lane}`
  return (
    <button
      type="button"
      className={styles.strip}
      aria-expanded={data.unfolded}
      onClick={() => toggle(laneKey(data.lane), id)}
    >
      <Icon icon={data.unfolded ? FoldVertical : UnfoldVertical} />
      {data.unfolded ? `Fold these ${data.count}` : words}
    </button>
  )
})

/** The folded stack of the open statements. */
export type StackNode = Node<
  {
    /** How many are open on the position, and how many replies beneath them take no side at all. */
    count: number
    sideless: number
    kinds: string
    unfolded: boolean
  },
  'stack'
>

/** Unfolds the open statements below both lanes, and folds them again. */
export const StackNode = memo(function StackNode({ id, data }: NodeProps<StackNode>) {
  const { toggle } = useCanvasActs()
  const level = useLevel()
  if (level !== 'card') return null
  const replies = data.sideless === 1 ? 'reply that takes' : 'replies that take'
  const others = data.sideless > 0 && `and ${data.sideless} ${replies} no side`
  return (
    <button
      type="button"
      className={`${styles.stack} ${data.unfolded ? styles.spread : ''}`}
      aria-expanded={data.unfolded}
      aria-label={`Open, ${counted(data.count, 'statement')}${others ? ` ${others}` : ''}: ${data.kinds}`}
      title={data.kinds}
      onClick={() => toggle(laneKey('open'), id)}
    >
      <span className={styles.stackTitle}>
        <Icon icon={sideSigns.neutral.icon} size={12} />
        Open {data.count}
      </span>
      <span className={styles.stackKinds}>
        {data.unfolded ? 'Fold these' : others || data.kinds}
      </span>
    </button>
  )
})

/** A whole lane seen from far away. */
export type LaneDotNode = Node<{ side: Side; count: number }, 'lane'>

/** A lane as a dot with its count: a disc for, a square against, a dotted ring open. */
export const LaneDotNode = memo(function LaneDotNode({ data }: NodeProps<LaneDotNode>) {
  const { approach } = useCanvasActs()
  return (
    <>
      <button
        type="button"
        className={`${styles.dot} ${styles[data.side]}`}
        aria-label={`${counted(data.count, 'statement')} ${sideWords[data.side]}. Show them`}
        onClick={approach}
      >
        {data.count}
      </button>
      <Anchors />
    </>
  )
})
