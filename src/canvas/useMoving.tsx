import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { NodeChange } from 'reactflow'
import type { Box } from '../graph/geometry'
import type { Id, Point } from '../model/schema'
import { useDebateStore } from '../store'
import type { CanvasNode, Dragging, Scene } from './scene'

/** How far an arrow moves a card, and how far with Shift. */
const stride = { far: 24, near: 4 } as const

const ways: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** A card that is being moved with the keys: where it stood, and where it is now. */
interface Move {
  id: Id
  from: Point
  at: Point
}

/**
 * Moving cards: with the mouse, or with Alt and the arrows. Until the card is let go this is the screen's own;
 * then it is one step of the document. `open` is the position whose cards these are.
 */
export function useMoving(open: Id | null) {
  const store = useDebateStore()
  const [drag, setDrag] = useState<Dragging>(null)
  const [says, setSays] = useState('')
  const [isByKeys, setByKeys] = useState(false)
  const [isFinger, setFinger] = useState(() => matchMedia('(pointer: coarse)').matches)
  const move = useRef<Move | null>(null)

  const put = useCallback(
    (id: Id, at: Point) => {
      const { debate, actions } = store.getState()
      // It may have been deleted in another tab meanwhile.
      if (debate.statements.has(id) || debate.positions.has(id))
        actions.place(new Map([[id, { x: Math.round(at.x), y: Math.round(at.y) }]]))
    },
    [store],
  )
  const end = useCallback(() => {
    move.current = null
    setDrag(null)
    setByKeys(false)
  }, [])
  const letGo = useCallback(() => {
    const moved = move.current
    if (!moved) return
    if (moved.at.x !== moved.from.x || moved.at.y !== moved.from.y) put(moved.id, moved.at)
    end()
  }, [put, end])

  // What is still held when the page changes, or when the window loses the keyboard, is put down.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a position that opens or folds ends the move.
  useEffect(() => {
    addEventListener('blur', letGo)
    return () => {
      removeEventListener('blur', letGo)
      letGo()
    }
  }, [letGo, open])

  const step = (id: Id, box: Box, by: Point) => {
    const held = move.current?.id === id ? move.current : { id, from: box, at: box }
    if (held !== move.current) letGo()
    const at = { x: held.at.x + by.x, y: held.at.y + by.y }
    move.current = { id, from: { x: held.from.x, y: held.from.y }, at }
    setDrag({ id, at })
    setByKeys(true)
    setSays(wayIn(held.from, at))
    return { ...box, ...at }
  }

  return {
    drag,
    isByKeys,
    /** A finger moves the view, wherever it comes down: else one could not get about where cards fill the screen. */
    canDrag: !isFinger,
    onPress(event: PointerEvent) {
      setFinger(event.pointerType === 'touch')
      letGo()
    },
    onNodesChange(changes: NodeChange<CanvasNode>[]) {
      for (const change of changes)
        if (change.type === 'position' && change.dragging && change.position)
          setDrag({ id: change.id, at: change.position })
    },
    onDrop() {
      if (drag) put(drag.id, drag.at)
      setDrag(null)
    },
    /** Answers a key of the moving, and says whether it was one. `show` keeps the card in view. */
    onKeyDown(event: KeyboardEvent, scene: Scene | null, show: (box: Box) => void): boolean {
      if (event.key === 'Escape' && move.current) {
        end()
        setSays('Back where it was.')
      } else {
        const way = event.altKey && !event.ctrlKey && !event.metaKey ? ways[event.key] : undefined
        const node = way && (event.target as Element).closest('.react-flow__node')
        const id = node?.getAttribute('data-id') ?? ''
        const box = scene?.boxes.get(id)
        if (!way || !box) return false
        const length = event.shiftKey ? stride.near : stride.far
        show(step(id, box, { x: way.x * length, y: way.y * length }))
      }
      event.preventDefault()
      event.stopPropagation()
      return true
    },
    onKeyUp(event: KeyboardEvent) {
      if (event.key !== 'Alt' || !move.current) return
      // Else the browser would go to its menu.
      event.preventDefault()
      letGo()
    },
    onBlur({ target, relatedTarget }: FocusEvent) {
      const node = target.closest('.react-flow__node')
      if (!node?.contains(relatedTarget)) letGo()
    },
    status: (
      <p role="status" className="visually-hidden">
        {says}
      </p>
    ),
  }
}

/** Where a card has moved to from where it stood: "Moved 48 right, 24 down." */
function wayIn(from: Point, to: Point): string {
  const [x, y] = [Math.round(to.x - from.x), Math.round(to.y - from.y)]
  const ways = [
    x !== 0 && `${Math.abs(x)} ${x > 0 ? 'right' : 'left'}`,
    y !== 0 && `${Math.abs(y)} ${y > 0 ? 'down' : 'up'}`,
  ].filter(Boolean)
  return ways.length > 0 ? `Moved ${ways.join(', ')}.` : 'Back where it was.'
}
