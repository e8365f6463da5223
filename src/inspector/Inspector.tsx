import { useEffect, useRef } from 'react'
import type { Debate } from '../model/debate'
import { useDebate } from '../store'
import type { Selection } from '../store/selection'
import { PanelSection } from '../ui/Panel'
import { Announcer, useAnnounce } from './Announcer'
import { Frame, PlaceProvider } from './Frame'
import styles from './inspector.module.css'
import { PositionInspector } from './PositionInspector'
import { RelationInspector } from './RelationInspector'
import { StatementInspector } from './StatementInspector'
import { useFocusKept } from './useFocusKept'
import { itemInWords } from './words'

export interface InspectorProps {
  onClose(): void
  /** Whether a pane at the foot of the canvas shows the words at both ends of a link. */
  hasPaneBelow?: boolean
}

/** The selected statement, link or position in full, as the panel beside the canvas. Nothing where nothing is selected. */
export function Inspector({ onClose, hasPaneBelow = false }: InspectorProps) {
  const place = { kind: 'panel', onClose, isFull: true, setFull: () => {}, hasPaneBelow } as const
  return (
    <PlaceProvider value={place}>
      <Announcer>
        <Selected />
      </Announcer>
    </PlaceProvider>
  )
}

/** Whatever is selected, in the frame that the context gives. The focus stays here when it turns to another item. */
export function Selected() {
  const selected = useDebate((state) => state.selected)
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const announce = useAnnounce()
  const part = useRef<HTMLDivElement>(null)
  const hasFocus = useFocusKept(part)
  const says = selected && itemInWords(debate, selected, openPosition)
  // What was said of one item is not left standing beside the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn to another item counts, and no change to it
  useEffect(() => announce((hasFocus() && says) || ''), [selected?.id, announce])

  return (
    <div ref={part} className={styles.part}>
      {selected && <Item selected={selected} debate={debate} />}
    </div>
  )
}

function Item({ selected: { kind, id }, debate }: { selected: Selection; debate: Debate }) {
  const statement = kind === 'statement' && debate.statements.get(id)
  if (statement) return <StatementInspector statement={statement} key={id} />
  const relation = kind === 'relation' && debate.relations.get(id)
  if (relation) return <RelationInspector relation={relation} key={id} />
  const position = kind === 'position' && debate.positions.get(id)
  if (position) return <PositionInspector position={position} key={id} />
  return <Gone kind={kind} />
}

const labels = { statement: 'Statement', relation: 'Link', position: 'Position' } as const

/** Undo, or another tab, has taken away what was selected. */
function Gone({ kind }: { kind: keyof typeof labels }) {
  return (
    <Frame label={labels[kind]} bar={<span className={styles.grow} />} actions={[]}>
      <PanelSection>
        <p>This {labels[kind].toLowerCase()} is no longer in the map. Undo may bring it back.</p>
      </PanelSection>
    </Frame>
  )
}
