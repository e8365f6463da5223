import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useStore as useFlow, useReactFlow, type Viewport } from 'reactflow'
import { inspectorWidth } from '../cards/sizes'
import { around, type Box } from '../graph/geometry'
import type { Id, Point } from '../model/schema'
import { useDebate } from '../store'
import { showsInspector } from '../store/sessionSlice'
import type { Scene } from './scene'
import {
  bringIntoView,
  type Frame,
  farthest,
  firstViewOfOpening,
  firstViewOfPosition,
  fitView,
  keepInPlace,
  showFresh,
  steppedBack,
  zoomStep,
} from './viewports'

const calm = 220

/** Whether the reader wants nothing to move by itself. */
const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

const sameView = (a: Viewport, b: Viewport) => a.x === b.x && a.y === b.y && a.zoom === b.zoom

/** Moves the view: opens and folds positions, fits, zooms, and keeps what was clicked where it was. */
export function useView(
  scene: Scene | null,
  openPosition: Id | null,
  selected: readonly Id[],
  container: RefObject<HTMLElement | null>,
  head: number,
) {
  const flow = useReactFlow()
  const overview = useRef<Viewport>({ x: 0, y: 0, zoom: 1 })
  const clicked = useRef<Point | null>(null)
  const anchor = useRef<{ id: string; at: Point; known: ReadonlySet<Id> } | null>(null)
  const width = useFlow((state) => state.width)
  const height = useFlow((state) => state.height)

  const frame = useCallback((): Frame => {
    const { clientWidth = 0, clientHeight = 0 } = container.current ?? {}
    return { width: clientWidth, height: clientHeight, top: openPosition ? head : 0 }
  }, [container, openPosition, head])

  // Where the view is on its way to; what asks for more before it is there goes on from that.
  const goal = useRef<Viewport | null>(null)
  const go = useCallback(
    (to: Viewport) => {
      goal.current = to
      void flow.setViewport(to, { duration: isStill() ? 0 : calm }).then(() => {
        if (goal.current === to) goal.current = null
      })
    },
    [flow],
  )

  // Until the reader moves it, the opening page stands as it fits: also when its fonts have come.
  const page = scene?.opening ? scene.bounds : null
  const unmoved = useRef<Viewport>({ x: 0, y: 0, zoom: 1 })
  useLayoutEffect(() => {
    if (!page || !sameView(flow.getViewport(), unmoved.current)) return
    unmoved.current = firstViewOfOpening(page, frame())
    void flow.setViewport(unmoved.current)
  }, [page, flow, frame])

  // Opening starts a little further away around what was clicked; folding goes back to where one was.
  const shown = useRef<Id | null>(null)
  useLayoutEffect(() => {
    if (shown.current === openPosition) return
    if (shown.current === null) overview.current = flow.getViewport()
    shown.current = openPosition
    if (openPosition === null) {
      void flow.setViewport(overview.current)
      return
    }
    const room = window.innerWidth < 1200 ? 0 : inspectorWidth
    const first = firstViewOfPosition(frame(), room)
    const from = clicked.current ?? { x: first.x + 514, y: first.y + 300 }
    if (!isStill()) void flow.setViewport(steppedBack(first, from))
    go(first)
  }, [openPosition, flow, frame, go])

  // A heading that takes more lines than before pushes down what it would lie on.
  const headBefore = useRef({ openPosition, head, width })
  useLayoutEffect(() => {
    const before = headBefore.current
    headBefore.current = { openPosition, head, width }
    const by = head - before.head
    if (by === 0 || before.openPosition !== openPosition || before.width === 0) return
    const view = goal.current ?? flow.getViewport()
    const pushed = { ...view, y: view.y + by }
    if (goal.current) go(pushed)
    else void flow.setViewport(pushed)
  }, [openPosition, head, width, flow, go])

  // What of the frame the inspector leaves free.
  const isCovered = useDebate(showsInspector)
  const isBesideText = useDebate((state) => state.panes === 'both')
  const seen = useCallback((): Frame => {
    const all = frame()
    const isOver = isCovered && (isBesideText || window.innerWidth < 1200)
    // Where the inspector leaves next to nothing, one looks at the canvas when it is put away.
    const left = isOver ? all.width - inspectorWidth : all.width
    return { ...all, width: left < 160 ? all.width : left }
  }, [frame, isCovered, isBesideText])

  // What was clicked stays under the pointer, wherever the layout has put it.
  useLayoutEffect(() => {
    const held = anchor.current
    anchor.current = null
    const node = held && scene?.nodes.find(({ id }) => id === held.id)
    if (!scene || !node) return
    const { position: now, width = 0, height = 0 } = node
    const kept = keepInPlace(flow.getViewport(), held.at, now)
    if (now.x !== held.at.x || now.y !== held.at.y) void flow.setViewport(kept)
    const fresh = [...scene.boxes].filter(([id]) => !held.known.has(id)).map(([, box]) => box)
    const view = showFresh(fresh, { ...now, width, height }, kept, seen())
    if (view) go(view)
  }, [scene, flow, seen, go])

  const show = useCallback(
    (box: Box | undefined) => {
      const view = box && bringIntoView(box, goal.current ?? flow.getViewport(), seen())
      if (view) go(view)
    },
    [flow, seen, go],
  )

  // What is selected is in view: also when it was chosen elsewhere, and when the inspector takes room.
  const boxes = selected.flatMap((id) => scene?.boxes.get(id) ?? [])
  const selectedBox = around(boxes) ?? undefined
  const latest = useRef(selectedBox)
  latest.current = selectedBox
  const isShown = selectedBox !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is chosen or the room changes, not when the view moves.
  useEffect(() => {
    if (isShown) show(latest.current)
  }, [selected, isShown, width, height])

  return {
    show,
    /** Gives the view to the reader, who has begun to move it. */
    release() {
      goal.current = null
    },
    /** Remembers where something stands, so that it stands there after the next change too. */
    hold(id: string) {
      const node = scene?.nodes.find((one) => one.id === id)
      anchor.current =
        scene && node ? { id, at: node.position, known: new Set(scene.boxes.keys()) } : null
    },
    /** Remembers what was clicked last, in pixels of the canvas. */
    press(event: { clientX: number; clientY: number }) {
      const corner = container.current?.getBoundingClientRect()
      if (corner) clicked.current = { x: event.clientX - corner.x, y: event.clientY - corner.y }
    },
    fitAll: () => scene && go(fitView(scene.bounds, seen(), scene.opening ? 0 : 16)),
    fitSelected: () => selectedBox && go(fitView(selectedBox, seen(), 80)),
    zoom(to: 1 | -1 | 'full') {
      const { width, height, top } = frame()
      const { x, y, zoom } = goal.current ?? flow.getViewport()
      const least = openPosition ? farthest.position : farthest.opening
      const next = to === 'full' ? 1 : Math.max(least, zoomStep(zoom, to))
      const centre = { x: width / 2, y: top + (height - top) / 2 }
      const by = next / zoom
      go({ zoom: next, x: centre.x - (centre.x - x) * by, y: centre.y - (centre.y - y) * by })
    },
    approach: () => go(firstViewOfPosition(frame(), 0)),
  }
}
