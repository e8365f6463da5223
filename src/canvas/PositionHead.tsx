import { ChevronRight, MessageSquareText } from 'lucide-react'
import { useMemo } from 'react'
import { useStore as useFlow, ViewportPortal } from 'reactflow'
import { counted } from '../cards/names'
import { Icon, sideSigns } from '../cards/signs'
import type { HeadSize } from '../cards/sizes'
import { Ticks } from '../cards/Tally'
import { indexOf } from '../graph/debateIndex'
import type { Box } from '../graph/geometry'
import { columnX, lanes, type PositionPage } from '../graph/positionPage'
import { sidesOn, type Tally, tallyOf } from '../graph/tally'
import type { Id } from '../model/schema'
import { useDebate } from '../store'
import styles from './PositionHead.module.css'

/** The heading of an opened position. It stays at the top; the heads of its lanes go left and right with them. */
export function PositionHead({
  position,
  page,
  size: { height, lines },
  covered,
}: {
  position: Id
  page: PositionPage
  size: HeadSize
  /** How many pixels on its right a panel may lie over. */
  covered: number
}) {
  const debate = useDebate((state) => state.debate)
  const openOnCanvas = useDebate((state) => state.openOnCanvas)
  const select = useDebate((state) => state.select)
  const isSelected = useDebate(
    ({ selected }) => selected?.kind === 'position' && selected.id === position,
  )
  const record = debate.positions.get(position)
  const shown = useMemo(() => {
    const sides = sidesOn(debate, position)
    const on = page.cards.map(({ id }) => sides.get(id))
    return {
      for: on.filter((side) => side === 'for').length,
      against: on.filter((side) => side === 'against').length,
    }
  }, [debate, position, page])
  if (!record) return null
  const tally = tallyOf(debate, position)
  const notes = indexOf(debate).annotationsOn(position).length
  return (
    <header className={styles.head} style={{ height }}>
      <nav className={styles.crumbs} aria-label="Where you are">
        <button type="button" onClick={() => openOnCanvas(null)}>
          All positions
        </button>
        {record.theme && (
          <>
            <Icon icon={ChevronRight} size={11} />
            <span>{record.theme}</span>
          </>
        )}
        <Icon icon={ChevronRight} size={11} />
        <b aria-current="page">{record.title}</b>
      </nav>
      <h2 className={styles.proposition} style={{ marginRight: covered }}>
        <button
          type="button"
          className={styles.about}
          title={`About this position: ${record.title}`}
          aria-current={isSelected ? true : undefined}
          onClick={() => select({ kind: 'position', id: position })}
        >
          <span className={styles.lines} style={{ WebkitLineClamp: lines }}>
            {record.proposition}
            {notes > 0 && (
              <span className={styles.notes} title={counted(notes, 'note')}>
                <Icon icon={MessageSquareText} size={12} /> {notes}
                <span className="visually-hidden"> {notes === 1 ? 'note' : 'notes'}</span>
              </span>
            )}
          </span>
        </button>
      </h2>
      <LaneHead lane="for" tally={tally} shown={shown.for} />
      <LaneHead lane="against" tally={tally} shown={shown.against} />
    </header>
  )
}

/** How many ticks a lane's head has room for. */
const mostTicks = 60

/** The head of a lane: its side, how many stand there, and how many of them are shown. */
function LaneHead({
  lane,
  tally,
  shown,
}: {
  lane: 'for' | 'against'
  tally: Tally
  shown: number
}) {
  const [x, , zoom] = useFlow((state) => state.transform)
  const start = lane === 'for' ? columnX(-2) : columnX(0)
  const count = tally[lane]
  const folded = count - shown
  return (
    <h3
      className={`${styles.lane} ${lane}`}
      style={{ left: start * zoom + x, width: (2 * lanes.card + lanes.gutter) * zoom }}
    >
      <Icon icon={sideSigns[lane].icon} size={15} />
      {lane === 'for' ? 'For' : 'Against'} <span className={styles.count}>{count}</span>
      <Ticks count={count} per={Math.ceil(Math.max(tally.for, tally.against, 1) / mostTicks)} />
      <span className={styles.shown}>
        {count > 0 && `${shown} shown`}
        {folded > 0 && `, ${folded} folded`}
        {lane === 'against' && tally.unanswered > 0 && `, ${tally.unanswered} without a reply`}
      </span>
    </h3>
  )
}

/** The head over the open statements, where they are unfolded below both lanes. */
export function OpenLaneHead({ box }: { box: Box }) {
  return (
    <ViewportPortal>
      <h3
        className={`${styles.openLane} open`}
        style={{ left: box.x, top: box.y, width: box.width }}
      >
        <Icon icon={sideSigns.neutral.icon} size={15} />
        Open
      </h3>
    </ViewportPortal>
  )
}
