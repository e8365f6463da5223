import { type CSSProperties, memo } from 'react'
import { Handle, type Node, type NodeProps, Position as Side } from 'reactflow'
import { positionName } from '../cards/names'
import { PositionCard } from '../cards/PositionCard'
import { Ticks } from '../cards/Tally'
import type { Tally } from '../graph/tally'
import type { Id } from '../model/schema'
import { useDebate } from '../store'
import { useLevel } from './level'
import styles from './nodes.module.css'

/** The canvas holds the id and what is counted. The words come from the store. */
export type PositionNode = Node<{ positionId: Id; tally: Tally }, 'position'>

/** A debated position on the opening page. */
export const PositionNode = memo(function PositionNode({
  data,
  height = 0,
}: NodeProps<PositionNode>) {
  const position = useDebate((state) => state.debate.positions.get(data.positionId))
  const openOnCanvas = useDebate((state) => state.openOnCanvas)
  const level = useLevel()
  if (!position) return null

  const open = () => openOnCanvas(position.id)
  return (
    <>
      {level === 'card' ? (
        <PositionCard position={position} tally={data.tally} onOpen={open} />
      ) : (
        <button
          type="button"
          className={styles.farPosition}
          style={{ '--h': `${height}px` } as CSSProperties}
          aria-label={positionName(position, data.tally)}
          data-card={position.id}
          onClick={open}
        >
          <span className={styles.farTitle}>{position.title}</span>
          <span className={styles.farTicks}>
            <span className="for">
              <Ticks count={data.tally.for} per={2} />
            </span>
            <span className="against">
              <Ticks count={data.tally.against} per={2} />
            </span>
          </span>
        </button>
      )}
      <Anchors />
    </>
  )
})

/** The unseen points that React Flow ties lines to; where lines really run is the layout's to say. */
export function Anchors() {
  return (
    <>
      <Handle
        type="source"
        id="out"
        position={Side.Right}
        className={styles.anchor}
        isConnectable={false}
      />
      <Handle
        type="target"
        id="in"
        position={Side.Left}
        className={styles.anchor}
        isConnectable={false}
      />
    </>
  )
}
