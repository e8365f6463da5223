import { lazy, Suspense, useCallback } from 'react'
import type { Debate } from '../model/debate'
import type { Input } from '../parse'
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

/** What reads texts comes when it is first needed. */
const AddSourceDialog = lazy(async () => ({
  default: (await import('./sources/AddSourceDialog')).AddSourceDialog,
}))
const SourcesDialog = lazy(async () => ({
  default: (await import('./sources/SourcesDialog')).SourcesDialog,
}))

const SettleDialog = lazy(async () => ({
  default: (await import('./sources/SettleDialog')).SettleDialog,
}))

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
  /** The texts that come with the app, unread. */
  readTexts(): Promise<readonly Input[]>
  onOpenAsNew(debate: Debate): Promise<void>
  onOpenMap(id: string): Promise<void>
}

/** The dialog that is open, if any. */
export function Dialogs(props: DialogsProps) {
  const { map, library, readCorpus, readTexts, onOpenAsNew, onOpenMap } = props
  const dialog = useDebate((state) => state.dialog)
  const showDialog = useDebate((state) => state.showDialog)
  const close = useCallback(() => showDialog(null), [showDialog])

  switch (dialog?.kind) {
    case 'addStatement':
      return <AddStatementDialog wish={dialog} onClose={close} />
    case 'export':
      return <ExportDialog onClose={close} />
    case 'import':
      return (
        <ImportDialog
          onClose={close}
          onOpenAsNew={onOpenAsNew}
          {...(dialog.file && { file: dialog.file })}
        />
      )
    case 'sources':
      return (
        <Suspense fallback={null}>
          <SourcesDialog onClose={close} />
        </Suspense>
      )
    case 'settle':
      return (
        <Suspense fallback={null}>
          <SettleDialog onClose={close} />
        </Suspense>
      )
    case 'addSource':
      return (
        <Suspense fallback={null}>
          <AddSourceDialog
            key={dialog.again ?? ''}
            onClose={close}
            readTexts={readTexts}
            {...(dialog.files && { files: dialog.files })}
            {...(dialog.again !== undefined && { again: dialog.again })}
          />
        </Suspense>
      )
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
