import type { LucideIcon } from 'lucide-react'
import { X } from 'lucide-react'
import { createContext, type ReactNode, useContext } from 'react'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Panel } from '../ui/Panel'
import { Sheet } from '../ui/Sheet'
import styles from './inspector.module.css'

/** One of the actions at the foot of the phone's sheet. */
export interface FootAction {
  label: string
  icon: LucideIcon
  onSelect(): void
}

/** What the inspector stands in: the panel beside the canvas, or the sheet of a phone. */
export interface Place {
  kind: 'panel' | 'sheet'
  onClose(): void
  /** Whether the sheet is pulled up; a panel always shows all it has. */
  isFull: boolean
  setFull(isFull: boolean): void
  /** Whether the words at both ends of a link have a pane of their own at the foot of the canvas. */
  hasPaneBelow?: boolean
}

const PlaceContext = createContext<Place>({
  kind: 'panel',
  onClose: () => {},
  isFull: true,
  setFull: () => {},
})

/** Says what the inspector stands in to everything below. */
export const PlaceProvider = PlaceContext.Provider

export const usePlace = () => useContext(PlaceContext)

export interface FrameProps {
  /** What it holds, for screen readers: "Statement". */
  label: string
  /** What stands in the bar before the cross. */
  bar: ReactNode
  /** What a small sheet shows below its bar instead of all. */
  brief?: ReactNode
  actions: readonly FootAction[]
  children: ReactNode
}

/** The panel or the sheet around what the inspector shows. */
export function Frame({ label, bar, brief, actions, children }: FrameProps) {
  const { kind, onClose, isFull, setFull } = usePlace()
  const head = (
    <>
      {bar}
      <IconButton label="Close" icon={X} onClick={onClose} />
    </>
  )
  if (kind === 'panel')
    return (
      <Panel label={label} bar={head}>
        {children}
      </Panel>
    )
  return (
    <Sheet
      label={label}
      onClose={onClose}
      isFull={isFull}
      onFullChange={setFull}
      bar={head}
      foot={
        <div className={styles.actions}>
          {actions.map((action) => (
            <button key={action.label} type="button" onClick={action.onSelect}>
              <Icon icon={action.icon} size={17} />
              {action.label}
            </button>
          ))}
        </div>
      }
    >
      {(!isFull && brief) || children}
    </Sheet>
  )
}
