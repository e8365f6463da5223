import { MiniMap as FlowMap, useStore as useFlow } from 'reactflow'
import styles from './MiniMap.module.css'

/** The whole map in small, with the part in view framed: in the foot of the rail, or over the canvas while not all is in view. */
export function MiniMap({ place }: { place: 'rail' | 'canvas' }) {
  const isWhole = useFlow((state) => {
    const [x, y, zoom] = state.transform
    return [...state.nodeLookup.values()].every(({ internals, measured }) => {
      const left = internals.positionAbsolute.x * zoom + x
      const top = internals.positionAbsolute.y * zoom + y
      const right = left + (measured.width ?? 0) * zoom
      const bottom = top + (measured.height ?? 0) * zoom
      return left >= 0 && top >= 0 && right <= state.width && bottom <= state.height
    })
  })
  if (place === 'canvas' && isWhole) return null
  return (
    <div className={place === 'rail' ? styles.rail : styles.canvas}>
      <FlowMap
        className={styles.map ?? ''}
        ariaLabel="Minimap"
        nodeColor="var(--rule)"
        nodeBorderRadius={6}
        bgColor="transparent"
        maskColor="transparent"
        maskStrokeColor="var(--accent)"
        maskStrokeWidth={1}
        pannable
        zoomable
      />
    </div>
  )
}
