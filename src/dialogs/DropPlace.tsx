import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import styles from './dialogs.module.css'

export interface DropPlaceProps {
  isReading: boolean
  /** Whether choosing a file is the one thing to do here. */
  isMain: boolean
  onFile(file: File): void
}

/** A place to drop a file on, or to choose one. */
export function DropPlace({ isReading, isMain, onFile }: DropPlaceProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) onFile(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same
    <div
      className={classes(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      aria-busy={isReading}
    >
      <p className={styles.large}>{isReading ? 'Reading the file…' : 'Drop a map here.'}</p>
      <p className={styles.says}>
        A JSON file that this app, its command line or another program has written.
      </p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="A map file"
        onChange={(event) => {
          take(event.target.files)
          // The same file can be chosen again once it was mended.
          event.target.value = ''
        }}
      />
      <Button
        variant={isMain ? 'primary' : 'plain'}
        icon={FileUp}
        data-autofocus
        onClick={() => input.current?.click()}
      >
        Choose a file
      </Button>
    </div>
  )
}
