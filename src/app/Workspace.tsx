import { PanelRight } from 'lucide-react'
import { type CSSProperties, lazy, Suspense, useCallback, useState } from 'react'
import { Canvas } from '../canvas/Canvas'
import { CanvasFrame } from '../canvas/CanvasFrame'
import { MiniMap } from '../canvas/MiniMap'
import { inspectorWidth } from '../cards/sizes'
import { download, fileNameOf } from '../dialogs/files'
import { ComparePane } from '../inspector/ComparePane'
import { Inspector } from '../inspector/Inspector'
import { InspectorSheet } from '../inspector/InspectorSheet'
import type { Debate } from '../model/debate'
import { PositionList } from '../outline/PositionList'
import { PositionThread } from '../outline/PositionThread'
import { useDebate } from '../store'
import { showsInspector } from '../store/sessionSlice'
import { Button } from '../ui/Button'
import { Divider } from './Divider'
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

/** The queue comes when somebody reviews the reading. */
const ReviewPane = lazy(async () => ({
  default: (await import('../review/ReviewPane')).ReviewPane,
}))

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
  const panes = useDebate((state) => state.panes)
  const share = useDebate((state) => state.readerShare)
  const isReviewing = useDebate((state) => state.isReviewing)
  const list = useList(isWide)
  const reader = share === null ? undefined : ({ '--reader': `${share * 100}%` } as CSSProperties)
  return (
    <CanvasFrame>
      <div
        className={styles.app}
        data-panes={panes}
        data-reviewing={isReviewing || undefined}
        style={reader}
      >
        <TopBar isPhone={false} announce={announce} />
        {panes !== 'map' ? (
          <div className={styles.reader}>
            {isReviewing && <Review />}
            <Suspense fallback={null}>
              <Reader />
            </Suspense>
            {panes === 'both' && <Divider usual={isWide ? (668 / window.innerWidth) * 100 : 60} />}
          </div>
        ) : isReviewing ? (
          <Review />
        ) : list.isOpen ? (
          <Rail onFold={() => list.setOpen(false)}>
            <MiniMap place="rail" />
          </Rail>
        ) : (
          <RailStrip onUnfold={() => list.setOpen(true)} />
        )}
        {panes !== 'reader' && (
          <main className={styles.canvas}>
            <Canvas covered={panes === 'both' || !isWide ? inspectorWidth : 0} />
            {panes === 'both' && <InspectorTab />}
            {panes === 'map' && (isReviewing || !list.isOpen) && <MiniMap place="canvas" />}
          </main>
        )}
        {panes !== 'reader' && (
          <div className={styles.compare}>
            <ComparePane />
          </div>
        )}
        <InspectorPanel />
      </div>
    </CanvasFrame>
  )
}

/** The queue of a review, in place of the list of positions. */
function Review({ isPhone = false }: { isPhone?: boolean }) {
  const title = useDebate((state) => state.debate.about.title)
  return (
    <Suspense fallback={<div />}>
      <ReviewPane
        isPhone={isPhone}
        onDownload={(review) => download(fileNameOf(`Review of ${title}`), review)}
      />
    </Suspense>
  )
}

/** Whether the list of positions stands open: it folds when a position opens, unless a person has said otherwise since. */
function useList(isWide: boolean) {
  const openPosition = useDebate((state) => state.openPosition)
  const [wanted, setWanted] = useState<{ at: string | null; open: boolean } | null>(null)
  return {
    isOpen: wanted?.at === openPosition ? wanted.open : isWide && openPosition === null,
    setOpen: (open: boolean) => setWanted({ at: openPosition, open }),
  }
}

/** The inspector beside what is shown, while something is selected. Beside a text it is put away without letting go of that. */
function InspectorPanel() {
  const isShown = useDebate(showsInspector)
  const panes = useDebate((state) => state.panes)
  const select = useDebate((state) => state.select)
  const putAway = useDebate((state) => state.putInspectorAway)
  if (!isShown) return null
  return (
    <div className={styles.inspector}>
      <Inspector
        onClose={() => (panes === 'both' ? putAway(true) : select(null))}
        hasPaneBelow={panes !== 'reader'}
      />
    </div>
  )
}

/** Brings back the inspector that was put away. */
function InspectorTab() {
  const isAway = useDebate((state) => state.selected !== null && !showsInspector(state))
  const putAway = useDebate((state) => state.putInspectorAway)
  if (!isAway) return null
  return (
    <Button icon={PanelRight} className={styles.tab} onClick={() => putAway(false)}>
      Details
    </Button>
  )
}

/** The same debate as lists and threads, for a narrow screen. */
function PhoneLayout({ announce }: { announce(text: string): void }) {
  const openPosition = useDebate((state) => state.openPosition)
  const hasSelection = useDebate((state) => state.selected !== null)
  const isReading = useDebate((state) => state.panes !== 'map')
  const isReviewing = useDebate((state) => state.isReviewing)
  return (
    <div className={styles.phone}>
      <TopBar isPhone={true} announce={announce} />
      {isReviewing ? (
        <Review isPhone />
      ) : isReading ? (
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
