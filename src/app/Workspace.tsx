import { lazy, Suspense, useCallback, useState } from 'react'
import { Canvas } from '../canvas/Canvas'
import { CanvasFrame } from '../canvas/CanvasFrame'
import { MiniMap } from '../canvas/MiniMap'
import { Inspector } from '../inspector/Inspector'
import { InspectorSheet } from '../inspector/InspectorSheet'
import type { Debate } from '../model/debate'
import { PositionList } from '../outline/PositionList'
import { PositionThread } from '../outline/PositionThread'
import { useDebate } from '../store'
import { Notices } from './Notices'
import type { Library } from './opening'
import { PhoneBar } from './PhoneBar'
import { Rail, RailStrip } from './Rail'
import { readCorpus, readTexts } from './reading'
import { TopBar } from './TopBar'
import { useAddress } from './useAddress'
import { useDrop } from './useDrop'
import { useFocusHome } from './useFocusHome'
import { useShortcuts } from './useShortcuts'
import { useTheme } from './useTheme'
import { useWidth } from './useWidth'
import styles from './Workspace.module.css'

/** The dialogs come when the first one is opened. */
const Dialogs = lazy(async () => ({ default: (await import('../dialogs/Dialogs')).Dialogs }))

/** The texts come when somebody wants to read one. */
const Reader = lazy(async () => ({ default: (await import('../reader/Reader')).Reader }))

export interface WorkspaceProps {
  map: string
  library: Library
  onOpenAsNew(debate: Debate): Promise<void>
  onOpenMap(id: string): Promise<void>
}

/** One open map: the canvas or lists, the panels around it, and the dialogs over it. */
export function Workspace({ map, library, onOpenAsNew, onOpenMap }: WorkspaceProps) {
  const [announcement, setAnnouncement] = useState('')
  const announce = useCallback((text: string) => setAnnouncement(text), [])
  const width = useWidth()
  const hasDialog = useDebate((state) => state.dialog !== null)
  useAddress(map)
  useTheme()
  useShortcuts(announce)
  useFocusHome()
  const isOver = useDrop()

  return (
    <>
      {width === 'phone' ? (
        <PhoneLayout announce={announce} />
      ) : (
        <DeskLayout announce={announce} isWide={width === 'wide'} />
      )}
      {hasDialog && (
        <Suspense fallback={null}>
          <Dialogs
            map={map}
            library={library}
            readCorpus={readCorpus}
            readTexts={readTexts}
            onOpenAsNew={onOpenAsNew}
            onOpenMap={onOpenMap}
          />
        </Suspense>
      )}
      {isOver && <p className={styles.dropHere}>Drop it to read it into this map.</p>}
      <Notices />
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
    </>
  )
}

/** The canvas with the list of positions or a text on its left and the inspector on its right, or the text alone. */
function DeskLayout({ announce, isWide }: { announce(text: string): void; isWide: boolean }) {
  const openPosition = useDebate((state) => state.openPosition)
  const hasSelection = useDebate((state) => state.selected !== null)
  const select = useDebate((state) => state.select)
  const panes = useDebate((state) => state.panes)
  // The list folds when a position opens, unless a person has said otherwise since.
  const [wanted, setWanted] = useState<{ at: string | null; open: boolean } | null>(null)
  const isRailOpen = wanted?.at === openPosition ? wanted.open : isWide && openPosition === null
  const setRail = (open: boolean) => setWanted({ at: openPosition, open })

  return (
    <CanvasFrame>
      <div className={styles.app} data-panes={panes}>
        <TopBar isPhone={false} announce={announce} />
        {panes === 'map' ? (
          isRailOpen ? (
            <Rail onFold={() => setRail(false)}>
              <MiniMap place="rail" />
            </Rail>
          ) : (
            <RailStrip onUnfold={() => setRail(true)} />
          )
        ) : (
          <div className={styles.reader}>
            <Suspense fallback={null}>
              <Reader />
            </Suspense>
          </div>
        )}
        {panes !== 'reader' && (
          <main className={styles.canvas}>
            <Canvas />
            {panes === 'map' && !isRailOpen && <MiniMap place="canvas" />}
          </main>
        )}
        {hasSelection && (
          <div className={styles.inspector}>
            <Inspector onClose={() => select(null)} />
          </div>
        )}
      </div>
    </CanvasFrame>
  )
}

/** The same debate as lists and threads, for a narrow screen. */
function PhoneLayout({ announce }: { announce(text: string): void }) {
  const openPosition = useDebate((state) => state.openPosition)
  const hasSelection = useDebate((state) => state.selected !== null)
  const isReading = useDebate((state) => state.panes !== 'map')
  return (
    <div className={styles.phone}>
      <TopBar isPhone={true} announce={announce} />
      {isReading ? (
        <Suspense fallback={<div />}>
          <Reader />
        </Suspense>
      ) : openPosition ? (
        <PositionThread position={openPosition} key={openPosition} />
      ) : (
        <PositionList />
      )}
      <PhoneBar announce={announce} />
      {hasSelection && <InspectorSheet />}
    </div>
  )
}
