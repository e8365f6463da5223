import { useEffect } from 'react'
import { useDebate } from '../store'
import { PanelSection } from '../ui/Panel'
import { Announcer, useAnnounce } from './Announcer'
import { Frame, PlaceProvider } from './Frame'
import styles from './inspector.module.css'
import { PositionInspector } from './PositionInspector'
import { RelationInspector } from './RelationInspector'
import { StatementInspector } from './StatementInspector'

/** The selected statement, link or position in full, as the panel beside the canvas. Nothing where nothing is selected. */
export function Inspector({ onClose }: { onClose(): void }) {
  const place = { kind: 'panel', onClose, isFull: true, setFull: () => {} } as const
  return (
    <PlaceProvider value={place}>
      <Announcer>
        <Selected />
      </Announcer>
    </PlaceProvider>
  )
}

/** Whatever is selected, in the frame that the context gives. */
export function Selected() {
  const selected = useDebate((state) => state.selected)
  const debate = useDebate((state) => state.debate)
  const announce = useAnnounce()
  const id = selected?.id
  // What was said of one item is not left standing beside the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn to another item counts
  useEffect(() => announce(''), [id, announce])

  if (!selected) return null
  if (selected.kind === 'statement') {
    const statement = debate.statements.get(selected.id)
    if (statement) return <StatementInspector statement={statement} key={statement.id} />
  }
  if (selected.kind === 'relation') {
    const relation = debate.relations.get(selected.id)
    if (relation) return <RelationInspector relation={relation} key={relation.id} />
  }
  if (selected.kind === 'position') {
    const position = debate.positions.get(selected.id)
    if (position) return <PositionInspector position={position} key={position.id} />
  }
  return <Gone kind={selected.kind} />
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
