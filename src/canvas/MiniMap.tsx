import { type PointerEvent, useMemo } from 'react'
import { useStore as useFlow, useReactFlow } from 'reactflow'
import { around, type Box, overlaps } from '../graph/geometry'
import styles from './MiniMap.module.css'

/** The whole map in small, with the part in view framed: in the foot of the rail, or over the canvas while not all is in view and no card lies there. */
export function MiniMap({ place }: { place: 'rail' | 'canvas' }) {
  const nodes = useFlow((state) => state.nodes)
  const [x, y, zoom] = useFlow((state) => state.transform)
  const width = useFlow((state) => state.width)
  const height = useFlow((state) => state.height)
  const flow = useReactFlow()

  const boxes = useMemo(
    () =>
      nodes.map(({ id, position, width = 0, height = 0 }) => ({ id, ...position, width, height })),
    [nodes],
  )
  const view: Box = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  const cards = around(boxes)
  if (!cards || !width) return null
  if (place === 'canvas') {
    const own = { x: left, y: height - above - tall, width: wide, height: tall }
    const below: Box = {
      x: (own.x - x) / zoom,
      y: (own.y - y) / zoom,
      width: own.width / zoom,
      height: own.height / zoom,
    }
    const hides = boxes.some((box) => overlaps(box, below))
    if (hides || height < lowest || isWithin(cards, view)) return null
  }
  const whole = around([cards, view]) ?? cards

  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return
    const matrix = event.currentTarget.getScreenCTM()
    if (!matrix) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    void flow.setCenter(at.x, at.y, { zoom })
  }
  return (
    <div className={place === 'rail' ? styles.rail : styles.canvas}>
      <svg
        className={styles.map}
        viewBox={`${whole.x - 10} ${whole.y - 10} ${whole.width + 20} ${whole.height + 20}`}
        role="img"
        aria-label="Minimap"
        onPointerDown={goTo}
        onPointerMove={goTo}
      >
        {boxes.map(({ id, ...box }) => (
          <rect
            key={id}
            className={overlaps(box, view) ? styles.near : styles.away}
            rx="6"
            {...box}
          />
        ))}
        <rect className={styles.view} rx="8" {...view} />
      </svg>
    </div>
  )
}

/** Where it lies on the canvas, in pixels, as the style sheet has it. */
const [left, above, wide, tall] = [16, 15, 148, 96]

/** On a canvas lower than this, it would lie on most of what it shows. */
const lowest = 480

const isWithin = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
