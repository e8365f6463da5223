import { memo } from 'react'
import type { Edge, EdgeProps } from 'reactflow'
import type { Route } from '../graph/geometry'
import type { RelationKind } from '../model/debate'
import type { Id, Point } from '../model/schema'
import { relationVerbs } from '../model/words'
import { useDebate } from '../store'
import styles from './edges.module.css'
import { useLevel } from './level'

/** A link between statements, with its way over the paper. */
export type RelationEdge = Edge<
  {
    relationId: Id
    kind: RelationKind
    route: Route
    ring: Point | null
    passesOver: boolean
    isUnsure: boolean
  },
  'relation'
>

/** What one statement does to another, drawn in the style of its kind; the verb shows when it is selected or has the focus. */
export const RelationEdge = memo(function RelationEdge({ data }: EdgeProps<RelationEdge>) {
  const isSelected = useDebate(
    (state) => state.selected?.kind === 'relation' && state.selected.id === data?.relationId,
  )
  const touchesSelected = useDebate((state) => {
    const relation = data && state.debate.relations.get(data.relationId)
    const { selected } = state
    return (
      selected?.kind === 'statement' &&
      (relation?.from === selected.id || relation?.to === selected.id)
    )
  })
  const level = useLevel()
  if (!data) return null
  const { kind, route, ring, passesOver, isUnsure } = data
  const looks = [styles.relation, styles[kind]]
  if (isUnsure) looks.push(styles.unsure)
  if (isSelected || touchesSelected) looks.push(styles.chosen)
  if (level !== 'card') looks.push(styles.far)
  return (
    <g className={looks.join(' ')}>
      <path className={styles.reach} d={route.path} />
      {passesOver && <path className={styles.halo} d={route.path} />}
      <path className={styles.line} d={route.path} />
      {level === 'card' && (
        <>
          <End kind={kind} route={route} />
          {ring && <Ring at={ring} />}
        </>
      )}
      <text
        className={`${styles.verb} ${isSelected ? styles.said : ''}`}
        x={route.at.x}
        y={route.at.y - 13}
      >
        {relationVerbs[kind]}
      </text>
    </g>
  )
})

/** The sign of a kind of link: at its end, and for a rebuttal across its middle. Drawn as if it ran to the right. */
function End({ kind, route: { end, heading, at, angle } }: { kind: RelationKind; route: Route }) {
  const place = `translate(${end.x} ${end.y}) scale(${heading} 1)`
  if (kind === 'rebuts')
    return (
      <>
        <path className={styles.sign} transform={place} d="M-7 -5L0 0L-7 5" />
        <path
          className={styles.sign}
          transform={`translate(${at.x} ${at.y}) rotate(${angle})`}
          d="M0 -6V6"
        />
      </>
    )
  if (kind === 'concedes')
    return <path className={styles.sign} transform={place} d="M0 0H6M6 -6V6" />
  if (kind === 'clarifies')
    return <circle className={styles.dot} transform={place} cx="1" cy="0" r="3" />
  if (kind === 'answers')
    return <circle className={styles.ring} transform={place} cx="3.5" cy="0" r="3.5" />
  return null
}

/** Where an undercut strikes: an x in a ring on the link it denies. */
function Ring({ at }: { at: Point }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <circle className={styles.strike} r="8" />
      <path className={styles.sign} d="M-3 -3L3 3M3 -3L-3 3" />
    </g>
  )
}
