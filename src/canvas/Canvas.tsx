import 'reactflow/dist/base.css'
import { type FocusEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { ConnectionMode, ReactFlow, useStore as useFlow, useOnViewportChange } from 'reactflow'
import { headSize } from '../cards/sizes'
import { useDebate, useDebateStore } from '../store'
import { type CanvasActs, CanvasActsProvider } from './acts'
import styles from './Canvas.module.css'
import { type Level, LevelProvider, levelAt } from './level'
import { useMeasure } from './measure'
import { edgeTypes, nodeTypes } from './nodeTypes'
import { OpeningPaper } from './OpeningPaper'
import { useOpeningScene } from './openingScene'
import { OpenLaneHead, PositionHead } from './PositionHead'
import { usePositionScene } from './positionScene'
import { type CanvasEdge, type CanvasNode, useSteady } from './scene'
import { cardElement, useCanvasKeys } from './useCanvasKeys'
import { useHints } from './useHints'
import { useInView } from './useInView'
import { useLinking } from './useLinking'
import { useMoving } from './useMoving'
import { useReveal } from './useReveal'
import { useSelectedCards } from './useSelectedCards'
import { useView } from './useView'
import { farthest, nearest } from './viewports'
import { ZoomControls } from './ZoomControls'

const unfocusable = { nodesFocusable: false, disableKeyboardA11y: true } as const

/**
 * The debate as a map: all positions on one page, or one position opened into its lanes.
 *
 * `covered` is how much of its right side a panel may lie over, in pixels: the heading keeps out of there.
 */
export function Canvas({ covered }: { covered: number }) {
  const store = useDebateStore()
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const unfolded = useDebate((state) => state.unfolded)
  const quotesShown = useDebate((state) => state.quotesShown)
  const selectedStatement = useDebate((state) =>
    state.selected?.kind === 'statement' ? state.selected.id : null,
  )
  const container = useRef<HTMLElement>(null)
  const measure = useMeasure()
  const width = useFlow((state) => state.width)
  const height = useFlow((state) => state.height)
  const size = useMemo(() => ({ width, height }), [width, height])
  const hints = useHints()
  const level = useLevelOfView(container)

  // A position that was deleted elsewhere cannot stay open.
  const open = openPosition !== null && debate.positions.has(openPosition) ? openPosition : null
  const moving = useMoving(open)
  const { drag } = moving
  const isMeasured = width > 0
  const shownState = useMemo(
    () => ({ unfolded, quotesShown, selected: selectedStatement }),
    [unfolded, quotesShown, selectedStatement],
  )
  const opening = useOpeningScene(
    isMeasured && !open ? debate : null,
    measure,
    size,
    drag,
    hints.pointedAt,
  )
  const position = usePositionScene(
    isMeasured && open ? debate : null,
    open ?? '',
    measure,
    shownState,
    drag,
  )
  const scene = opening ?? position

  const isFar = level === 'dot' && scene?.far
  const seen = isFar || scene
  const inView = useInView(seen?.nodes ?? noNodes, seen?.edges ?? noEdges)
  const nodes = useSteady(inView.nodes)
  const edges = useSteady(inView.edges)

  const record = open ? debate.positions.get(open) : undefined
  const head = record ? headSize(record, width - covered, measure) : null
  const selectedCards = useSelectedCards()
  const view = useView(scene, open, selectedCards, container, head?.height ?? 0)
  useReveal(selectedStatement, open, scene?.position ?? null)
  const linking = useLinking()
  const onKeyDown = useCanvasKeys(scene, container, view)
  useKeptFocus(container, open)

  const pressed = useRef({ x: 0, y: 0 })
  const latest = useRef({ view, linking })
  latest.current = { view, linking }
  const acts = useMemo<CanvasActs>(
    () => ({
      choose(id) {
        if (latest.current.linking.end(id, 'statement', pressed.current)) return
        latest.current.view.hold(id)
        store.getState().select({ kind: 'statement', id })
      },
      toggle(key, from) {
        latest.current.view.hold(from)
        if (key === 'quotes') store.getState().toggleQuotes(from)
        else store.getState().toggleFold(key)
      },
      answer: (id) =>
        store.getState().showDialog({
          kind: 'addStatement',
          answers: { kind: 'statement', id },
          link: 'rebuts',
        }),
      approach: () => latest.current.view.approach(),
    }),
    [store],
  )

  const onEdgeClick = (event: MouseEvent, { id, type }: CanvasEdge) => {
    const at = { x: event.clientX, y: event.clientY }
    if (type === 'relation' && !linking.end(id, 'relation', at))
      store.getState().select({ kind: 'relation', id })
  }
  const onDoubleClick = (event: MouseEvent) => {
    if ((event.target as HTMLElement).classList.contains('react-flow__pane'))
      store.getState().showDialog({ kind: 'addStatement' })
  }

  // Tabbing to a card out of sight brings it into view; one that was clicked is there already.
  const onFocus = ({ target }: FocusEvent) => {
    const id = target.closest('.react-flow__node')?.getAttribute('data-id')
    if (!id || !target.matches(':focus-visible')) return
    view.show(scene?.boxes.get(id))
    hints.hintStatement(id)
  }

  const name = record ? `Map of ${record.title}` : 'Map of all positions'
  const looks = [
    styles.canvas,
    linking.isLinking && styles.linking,
    moving.isByKeys && styles.moving,
  ]
  return (
    <section
      ref={container}
      className={looks.filter(Boolean).join(' ')}
      aria-label={name}
      tabIndex={-1}
      data-level={level}
      onKeyDown={(event) => moving.onKeyDown(event, scene, view.show) || onKeyDown(event)}
      onKeyUp={moving.onKeyUp}
      onBlur={(event) => {
        moving.onBlur(event)
        hints.letGo()
      }}
      onFocus={onFocus}
      onDoubleClick={onDoubleClick}
      onPointerDownCapture={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY }
        moving.onPress(event)
        view.press(event)
      }}
    >
      <LevelProvider value={level}>
        <CanvasActsProvider value={acts}>
          <ReactFlow<CanvasNode, CanvasEdge>
            aria-label={name}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            nodesDraggable={moving.canDrag}
            onNodesChange={moving.onNodesChange}
            onNodeDragStop={moving.onDrop}
            {...hints.pointing}
            onEdgeClick={onEdgeClick}
            onPaneClick={() => {
              store.getState().select(null)
              container.current?.focus({ preventScroll: true })
            }}
            onMoveStart={(event) => event && view.release()}
            onConnectEnd={linking.onConnectEnd}
            connectionMode={ConnectionMode.Loose}
            connectionLineStyle={{ stroke: 'var(--accent)', strokeWidth: 1.75 }}
            elementsSelectable={false}
            {...unfocusable}
            minZoom={open ? farthest.position : farthest.opening}
            maxZoom={nearest}
            panOnScroll
            zoomOnDoubleClick={false}
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            nodeDragThreshold={4}
          >
            {scene?.opening && <OpeningPaper page={scene.opening} />}
            {scene?.position?.open?.head && <OpenLaneHead box={scene.position.open.head} />}
          </ReactFlow>
          {open && scene?.position && head && (
            <PositionHead position={open} page={scene.position} size={head} covered={covered} />
          )}
        </CanvasActsProvider>
      </LevelProvider>
      <ZoomControls onZoom={view.zoom} onFit={view.fitAll} />
      {linking.hint}
      {linking.menu}
      {moving.status}
    </section>
  )
}

const noNodes: CanvasNode[] = []
const noEdges: CanvasEdge[] = []

/** The level of the view as it moves. The zoom itself goes to the style sheets, where it costs no drawing anew. */
function useLevelOfView(container: { current: HTMLElement | null }): Level {
  const [level, setLevel] = useState<Level>('card')
  useOnViewportChange({
    onChange: ({ zoom }) => {
      container.current?.style.setProperty('--z', String(zoom))
      setLevel((before) => levelAt(zoom, before))
    },
  })
  return level
}

/** Keeps the keyboard on the canvas: on the whole of it when a position opens, on its card when it folds back. */
function useKeptFocus(container: { current: HTMLElement | null }, open: string | null) {
  const before = useRef(open)
  useEffect(() => {
    const folded = before.current
    before.current = open
    if (folded === open) return
    const section = container.current
    const { activeElement } = document
    if (!section || (activeElement !== document.body && !section.contains(activeElement))) return
    section.focus({ preventScroll: true })
    // The card is drawn a moment after the page.
    const frame = requestAnimationFrame(() => {
      if (folded && !open) cardElement(section, folded)?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [open, container])
}
