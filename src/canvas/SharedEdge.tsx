import { memo } from 'react'
import type { Edge, EdgeProps } from 'reactflow'
import { counted } from '../cards/names'
import type { Point } from '../model/schema'
import styles from './edges.module.css'
import { useLevel } from './level'

/** A line between two positions, with its way and how many statements they share. */
export type SharedEdge = Edge<
  { path: string; width: number; count: number; label: Point },
  'shared'
>

/** Statements that bear on both positions: the more, the thicker. */
export const SharedEdge = memo(function SharedEdge({ data }: EdgeProps<SharedEdge>) {
  const level = useLevel()
  if (!data) return null
  return (
    <g className={styles.shared}>
      <title>{counted(data.count, 'statement')} bear on both</title>
      <path className={styles.line} d={data.path} strokeWidth={data.width} />
      {level === 'card' && (
        <text className={styles.count} x={data.label.x} y={data.label.y}>
          {data.count}
        </text>
      )}
    </g>
  )
})
