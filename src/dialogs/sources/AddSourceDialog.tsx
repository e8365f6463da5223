import { useEffect, useRef, useState } from 'react'
import type { Choice } from '../../exchange/incoming'
import { pastedName } from '../../exchange/preview'
import type { Id } from '../../model/schema'
import type { Input } from '../../parse'
import { useDebate, useDebateStore } from '../../store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { addToMap } from './addToMap'
import { ChooseSources } from './ChooseSources'
import { PreviewList } from './PreviewList'
import styles from './sources.module.css'
import { useReading, type Wanted, type Work } from './useReading'

export interface AddSourceDialogProps {
  /** Files that were dropped on the page: they are read at once. */
  files?: readonly File[]
  /** The text of the map that is to be read again with a newer one. */
  again?: Id
  /** The texts that come with the app. */
  readTexts(): Promise<readonly Input[]>
  onClose(): void
}

/** Brings texts into the map: files, pasted words, texts of the corpus. Shows what was understood before anything changes. */
export function AddSourceDialog({ files, again, readTexts, onClose }: AddSourceDialogProps) {
  const store = useDebateStore()
  const old = useDebate((state) =>
    again === undefined ? undefined : state.debate.sources.get(again),
  )
  const { view, read, decide, take, cancel } = useReading()
  const [choices, setChoices] = useState<readonly Choice[]>([])
  const [left, setLeft] = useState<ReadonlySet<Id>>(new Set())
  const start = (texts: readonly Wanted[]) => {
    setChoices([])
    setLeft(new Set())
    void read(texts.map((text) => ({ ...text, ...(again !== undefined && { again }) })))
  }
  const readFiles = (some: readonly File[]) =>
    start(some.map((file) => ({ name: file.name, content: file })))
  const readFirst = useRef(() => files && files.length > 0 && readFiles(files))
  useEffect(() => void readFirst.current(), [])

  const title = old ? 'Read again' : 'Add a source'
  if (view.status === 'choosing')
    return (
      <ChooseSources
        title={title}
        about={old?.title ?? null}
        problem={view.problem}
        readTexts={readTexts}
        onFiles={readFiles}
        onPaste={(text) => start([{ name: pastedName, content: text }])}
        onKnown={({ name, text }, known) => start([{ name, content: text, known }])}
        onClose={onClose}
      />
    )
  if (view.status === 'reading')
    return (
      <Dialog
        title={title}
        size="wide"
        onClose={onClose}
        says="Nothing has changed yet."
        actions={
          <Button variant="quiet" data-autofocus onClick={cancel}>
            Cancel
          </Button>
        }
      >
        <Progress work={view.work} />
      </Dialog>
    )

  const { preview, work } = view
  const chosen = preview.texts.filter(({ at }) => !choices[at]?.isOut)
  const news = chosen.filter(({ resembles, again: like }) => !(like && resembles?.isSame))
  const isAgain = chosen.length > 0 && chosen.every((text) => text.again)
  const add = async () => {
    if (work) return
    const positions = preview.proposals
      .map(({ position }) => position.id)
      .filter((id) => !left.has(id))
    const step = await take(choices, positions)
    if (!step) return
    addToMap(store, step)
    onClose()
  }
  const decideOn = (at: number, choice: Choice) => {
    const next = Array.from(
      { length: Math.max(choices.length, at + 1) },
      (_, nth): Choice => (nth === at ? { ...choices[nth], ...choice } : (choices[nth] ?? {})),
    )
    setChoices(next)
    // Whether it is the same thread changes the reading; the rest waits until it is added.
    if (choice.again !== undefined) void decide(next)
  }
  return (
    <Dialog
      title={
        <>
          {isAgain ? 'Read again' : title}
          {preview.texts.length === 1 && (
            <>
              :{' '}
              <span className={styles.soft}>
                {choices[preview.texts[0]?.at ?? 0]?.title ?? preview.texts[0]?.report.title}
              </span>
            </>
          )}
        </>
      }
      size="wide"
      onClose={onClose}
      says={
        news.length > 0
          ? 'Nothing has changed yet. Adding it can be undone.'
          : 'There is nothing new to add. Nothing has changed.'
      }
      actions={
        <>
          <Button variant="quiet" onClick={cancel}>
            {news.length > 0 ? 'Cancel' : 'Choose another'}
          </Button>
          {news.length > 0 && (
            <Button variant="primary" data-autofocus aria-disabled={work !== null} onClick={add}>
              {isAgain ? 'Read again' : 'Add to this map'}
            </Button>
          )}
        </>
      }
    >
      {work && <Progress work={work} />}
      <PreviewList
        preview={preview}
        choices={choices}
        isBusy={work !== null}
        left={left}
        onChoose={decideOn}
        onPropose={(id, isWanted) =>
          setLeft(new Set(isWanted ? [...left].filter((one) => one !== id) : [...left, id]))
        }
      />
    </Dialog>
  )
}

/** How far the reading is, with what is being done. */
function Progress({ work }: { work: Work }) {
  return (
    <div className={styles.work}>
      <p role="status">{work.says}…</p>
      <progress max={1} value={work.done} aria-label="How much is read" />
    </div>
  )
}
