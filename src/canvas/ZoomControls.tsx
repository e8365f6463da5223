import { Maximize, Minus, Plus } from 'lucide-react'
import { useStore as useFlow } from 'reactflow'
import { Icon } from '../cards/signs'
import styles from './ZoomControls.module.css'

/** How near the map is, with the buttons that change it. */
export function ZoomControls({
  onZoom,
  onFit,
}: {
  onZoom(to: 1 | -1 | 'full'): void
  onFit(): void
}) {
  const percent = useFlow((state) => Math.round(state.transform[2] * 100))
  return (
    <fieldset className={styles.zoom} aria-label="Zoom">
      <button type="button" aria-label="Zoom out" onClick={() => onZoom(-1)}>
        <Icon icon={Minus} size={14} />
      </button>
      <button
        type="button"
        className={styles.percent}
        aria-label={`${percent} %. Show at 100 %`}
        onClick={() => onZoom('full')}
      >
        {percent} %
      </button>
      <button type="button" aria-label="Zoom in" onClick={() => onZoom(1)}>
        <Icon icon={Plus} size={14} />
      </button>
      <button type="button" aria-label="Fit (Shift+1)" title="Fit (Shift+1)" onClick={onFit}>
        <Icon icon={Maximize} size={14} />
      </button>
    </fieldset>
  )
}
