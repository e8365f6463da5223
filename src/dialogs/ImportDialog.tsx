import { FileInput, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Debate } from '../model/debate'
import { useDebate, useDebateStore } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { bytesOf } from './counts'
import { DropPlace } from './DropPlace'
import styles from './dialogs.module.css'
import { readAside } from './readAside'
import { replaceMap } from './replaceMap'
import { Understood } from './Understood'

type View =
  | { status: 'choosing'; problem: string | null }
  | { status: 'reading' }
  | { status: 'understood'; debate: Debate }
  | { status: 'opening'; debate: Debate }

export interface ImportDialogProps {
  /** A file that was dropped on the page: it is read at once. */
  file?: File
  onClose(): void
  /** Keeps the debate as a new map and shows it. */
  onOpenAsNew(debate: Debate): Promise<void>
}

/** Opens a map from a file or from pasted text. Shows what was understood before anything changes. */
export function ImportDialog({ file, onClose, onOpenAsNew }: ImportDialogProps) {
  const store = useDebateStore()
  const title = useDebate((state) => state.debate.about.title)
  const [view, setView] = useState<View>({ status: 'choosing', problem: null })
  const [pasted, setPasted] = useState('')
  const reading = useRef(0)
  useEffect(() => () => void reading.current++, [])

  const read = async (file: Blob) => {
    const turn = ++reading.current
    setView({ status: 'reading' })
    const result = await readAside(file)
    // Another file was chosen, or the dialog closed, meanwhile.
    if (turn !== reading.current) return
    setView(
      result.ok
        ? { status: 'understood', debate: result.debate }
        : { status: 'choosing', problem: result.problem },
    )
  }
  const readFirst = useRef(() => file && read(file))
  useEffect(() => void readFirst.current(), [])

  const openAsNew = async (debate: Debate) => {
    setView({ status: 'opening', debate })
    try {
      await onOpenAsNew(debate)
      onClose()
    } catch (error) {
      setView({
        status: 'choosing',
        problem: error instanceof Error ? error.message : String(error),
      })
    }
  }
  const replace = (debate: Debate) => {
    replaceMap(
      store,
      'open a map in place of this one',
      debate,
      `“${debate.about.title}” is open in place of “${title}”.`,
    )
    onClose()
  }

  if (view.status === 'understood' || view.status === 'opening')
    return (
      <Dialog
        title={
          <>
            Open a map: <span className={styles.soft}>{view.debate.about.title}</span>
          </>
        }
        onClose={onClose}
        says="Nothing has changed yet. Replacing can be undone."
        actions={
          <>
            <Button variant="quiet" onClick={() => replace(view.debate)}>
              Replace this map
            </Button>
            <Button
              variant="primary"
              data-autofocus
              aria-disabled={view.status === 'opening'}
              onClick={() => view.status === 'understood' && openAsNew(view.debate)}
            >
              {view.status === 'opening' ? 'Opening…' : 'Open as a new map'}
            </Button>
          </>
        }
      >
        <Understood debate={view.debate} />
      </Dialog>
    )

  return (
    <Dialog
      title="Open a map"
      onClose={onClose}
      says="It is read on this computer and goes nowhere else."
      actions={
        pasted.trim() && (
          <Button variant="primary" icon={FileInput} onClick={() => read(new Blob([pasted]))}>
            Read what is pasted
          </Button>
        )
      }
    >
      <div className={styles.form}>
        {view.status === 'choosing' && view.problem && <Refused problem={view.problem} />}
        <DropPlace
          title="Drop a map here."
          says="A JSON file that this app, its command line or another program has written."
          label="A map file"
          accept=".json,application/json"
          isReading={view.status === 'reading'}
          isMain={pasted.trim() === ''}
          onFiles={([file]) => file && read(file)}
        />
        <TextArea
          label="Or paste a map here"
          rows={3}
          spellCheck={false}
          className={styles.paste}
          placeholder={'{ "format": "debate-map", … }'}
          value={pasted}
          hint={pasted && `${bytesOf(pasted).toLocaleString('en-US')} bytes`}
          onChange={(event) => setPasted(event.target.value)}
        />
      </div>
    </Dialog>
  )
}

/** Why a file was refused, and that nothing came of it. */
function Refused({ problem }: { problem: string }) {
  return (
    <div className={styles.refused} role="alert">
      <Icon icon={TriangleAlert} size={16} />
      <div>
        <b>This map could not be opened.</b>
        <p>{problem} Nothing was changed.</p>
      </div>
    </div>
  )
}
