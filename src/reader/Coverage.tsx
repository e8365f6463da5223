import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import { type Coverage as Covered, coverAt } from '../graph/coverage'
import { nameOfTurn } from '../graph/whereabouts'
import type { Source } from '../model/debate'
import { useDebate } from '../store'
import styles from './Coverage.module.css'
import { sideOf } from './marks'
import { gapsOf, placeInStrip, shapesOf, width } from './strip'
import { useCoverage } from './useCoverage'

/** About how high a window is, in pixels: turns that would be drawn lower than four of them are not parted. */
const usualHeight = 800

/**
 * The whole text as a strip beside the page: what of it is in the map, by side, what is quoted or printed again, and
 * which part is in view. A click reads there; arrow keys go from turn to turn.
 */
export function Coverage({ source }: { source: Source }) {
  const coverage = useCoverage(source)
  const [pointed, setPointed] = useState<{ y: number; offset: number } | null>(null)
  const readAt = useDebate((state) => state.readAt)
  const goTo = (start: number) => readAt({ source: source.id, start, end: start })
  const { turn, onKeyDown } = useTurns(source, coverage, goTo)

  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const bar = event.currentTarget.firstElementChild?.getBoundingClientRect()
    if (!bar?.height) return
    const y = Math.min(bar.height - 1, Math.max(0, event.clientY - bar.top))
    const offset = Math.floor((y / bar.height) * source.length)
    setPointed(event.pointerType === 'mouse' ? { y, offset } : null)
    if (event.buttons === 1) goTo(offset)
  }
  return (
    <div
      role="slider"
      className={styles.strip}
      aria-label="Place in the text"
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, source.turns.length)}
      aria-valuenow={turn + 1}
      aria-valuetext={`${nameOfTurn(source, turn)} of ${source.turns.length}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        onPointer(event)
      }}
      onPointerMove={onPointer}
      onPointerLeave={() => setPointed(null)}
    >
      {coverage ? (
        <Bar source={source} coverage={coverage} />
      ) : (
        <svg className={styles.bar} aria-hidden="true" />
      )}
      <Window source={source} />
      {pointed && coverage && <Tip source={source} coverage={coverage} {...pointed} />}
    </div>
  )
}

/** The turn in view, counted from nought, and the keys that go to another. */
function useTurns(source: Source, coverage: Covered | null, goTo: (offset: number) => void) {
  const starts = useMemo(() => turnStarts(source), [source])
  const viewed = useDebate((state) => state.viewed)
  const here = viewed?.source === source.id ? viewed : null
  const turnHere = coverage && coverAt(coverage, here?.start ?? 0)?.turn
  const turn = Math.max(
    0,
    starts.findIndex(({ id }) => id === turnHere),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const seen = here ? here.end - here.start : 0
    const start = (at: number) => starts[Math.min(starts.length - 1, Math.max(0, at))]?.start ?? 0
    // Within a long turn, the way up leads to its beginning first.
    const isAtStart = (here?.start ?? 0) <= start(turn) + 1
    const goals: Record<string, number> = {
      ArrowDown: start(turn + 1),
      ArrowRight: start(turn + 1),
      ArrowUp: start(isAtStart ? turn - 1 : turn),
      ArrowLeft: start(isAtStart ? turn - 1 : turn),
      PageDown: here?.end ?? 0,
      PageUp: Math.max(0, (here?.start ?? 0) - seen),
      Home: 0,
      End: start(starts.length - 1),
    }
    const goal = goals[event.key]
    if (goal === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    goTo(goal)
  }
  return { turn, onKeyDown }
}

/** Where each turn begins, in the order of the turns; one that has no passage begins where the one before it does. */
function turnStarts({ turns, passages }: Source): { id: string; start: number }[] {
  const first = new Map<string, number>()
  for (const { turn, start } of passages) if (turn && !first.has(turn)) first.set(turn, start)
  let last = 0
  return turns.map(({ id }) => {
    last = first.get(id) ?? last
    return { id, start: last }
  })
}

function Bar({ source, coverage }: { source: Source; coverage: Covered }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const shapes = useMemo(
    () => shapesOf(coverage, (statement) => sideOf(debate, statement, openPosition)),
    [coverage, debate, openPosition],
  )
  const gaps = useMemo(() => gapsOf(source, (4 * source.length) / usualHeight), [source])
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${width} ${Math.max(1, source.length)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {shapes.map(({ look, path }) => (
        <path key={look} className={styles[look]} d={path} />
      ))}
      <path className={styles.gaps} d={gaps} />
    </svg>
  )
}

/** The part of the text that is in view, as a frame. */
function Window({ source }: { source: Source }) {
  const viewed = useDebate((state) => state.viewed)
  if (viewed?.source !== source.id) return null
  const share = (offset: number) => `${(100 * offset) / Math.max(1, source.length)}%`
  return (
    <span className={styles.frame}>
      <span
        className={styles.window}
        style={{ top: share(viewed.start), height: share(viewed.end - viewed.start) }}
      />
    </span>
  )
}

interface TipProps {
  source: Source
  coverage: Covered
  y: number
  offset: number
}

function Tip({ source, coverage, y, offset }: TipProps) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  return (
    <span className={styles.tip} style={{ top: y }} aria-hidden="true">
      {placeInStrip(debate, source, coverage, offset, openPosition)}
    </span>
  )
}
