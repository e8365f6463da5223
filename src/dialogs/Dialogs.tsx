import { lazy, Suspense, useCallback } from 'react'
import type { Debate } from '../model/debate'
import { useDebate } from '../store'
import { AboutDialog } from './AboutDialog'
import { AddStatementDialog } from './AddStatementDialog'
import { EditPositionDialog } from './EditPositionDialog'
import { ExportDialog } from './ExportDialog'
import { ImportDialog } from './ImportDialog'
import { KeysDialog } from './KeysDialog'
import { type MapLibrary, MapsDialog } from './MapsDialog'
import { PositionsDialog } from './PositionsDialog'
import { ReadTermsDialog } from './ReadTermsDialog'
import { StartOverDialog } from './StartOverDialog'

/** It brings the figures along, and few people open it. */
const HowItReadsDialog = lazy(async () => ({
  default: (await import('./HowItReadsDialog')).HowItReadsDialog,
}))

export interface DialogsProps {
  /** The map that is open. */
  map: string
  library: MapLibrary
  /** Reads the texts that the app opens on. Rejects with a sentence for a person. */
  readCorpus(onProgress?: (done: number) => void): Promise<Debate>
  onOpenAsNew(debate: Debate): Promise<void>
  onOpenMap(id: string): Promise<void>
}

/** The dialog that is open, if any. */
export function Dialogs({ map, library, readCorpus, onOpenAsNew, onOpenMap }: DialogsProps) {
  const dialog = useDebate((state) => state.dialog)
  const showDialog = useDebate((state) => state.showDialog)
  const close = useCallback(() => showDialog(null), [showDialog])

  switch (dialog?.kind) {
    case 'addStatement':
      return <AddStatementDialog wish={dialog} onClose={close} />
    case 'export':
      return <ExportDialog onClose={close} />
    case 'import':
      return <ImportDialog onClose={close} onOpenAsNew={onOpenAsNew} />
    case 'startOver':
      return <StartOverDialog onClose={close} readCorpus={readCorpus} />
    case 'maps':
      return <MapsDialog map={map} library={library} onClose={close} onOpenMap={onOpenMap} />
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'about':
      return <AboutDialog onClose={close} />
    case 'positions':
      return <PositionsDialog onClose={close} />
    case 'editPosition':
      // Keyed, so that one form never goes on as another’s.
      return <EditPositionDialog wish={dialog} onClose={close} key={dialog.position} />
    case 'readTerms':
      return <ReadTermsDialog onClose={close} />
    case 'howItReads':
      return (
        <Suspense fallback={null}>
          <HowItReadsDialog wish={dialog} onClose={close} />
        </Suspense>
      )
    default:
      return null
  }
}
