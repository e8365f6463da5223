import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import styles from './dialogs.module.css'

export interface DropPlaceProps {
  /** The invitation, and what files are meant. */
  title: string
  says: string
  /** The name of the field that takes files. */
  label: string
  /** The endings of the files that are offered first; all where left out. */
  accept?: string
  /** Whether several files can be taken at once. */
  isMany?: boolean
  isReading?: boolean
  /** Whether choosing a file is the one thing to do here. */
  isMain: boolean
  onFiles(files: File[]): void
}

/** A place to drop files on, or to choose them. */
export function DropPlace(props: DropPlaceProps) {
  const { title, says, label, accept, isMany = false, isReading = false, isMain, onFiles } = props
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, isMany ? undefined : 1)
    if (files.length > 0) onFiles(files)
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
      <p className={styles.large}>{isReading ? 'Reading the file…' : title}</p>
      <p className={styles.says}>{says}</p>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={isMany}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
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
        {isMany ? 'Choose files' : 'Choose a file'}
      </Button>
    </div>
  )
}
