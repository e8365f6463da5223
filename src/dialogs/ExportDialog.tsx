import { Check, Copy, Download, FoldVertical, type LucideIcon, X } from 'lucide-react'
import { useEffect, useId, useMemo, useState } from 'react'
import { writeWebAnnotations } from '../exchange/webAnnotations'
import { writeMap } from '../exchange/writeMap'
import type { Debate } from '../model/debate'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Checkbox } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { bytesOf, sizeInWords, textsIn } from './counts'
import styles from './export.module.css'
import { type Format, formatsOf } from './exportFormats'
import { download, fileNameOf } from './files'

/** Takes the map away as a file: in which format, what that keeps, folds and leaves out, and how large it is. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const texts = textsIn(debate)
  const [wantsTexts, setWantsTexts] = useState(true)
  const withTexts = wantsTexts && texts > 0
  const annotations = useMemo(() => writeWebAnnotations(debate), [debate])
  const formats = useMemo(
    () => formatsOf(debate, withTexts, annotations),
    [debate, withTexts, annotations],
  )
  const [chosen, setChosen] = useState<Format['id']>('map')
  const format = formats.find(({ id }) => id === chosen) as Format
  const sizes = useSizes(debate, formats)
  const [says, setSays] = useState('')

  const choose = (id: Format['id']) => {
    setChosen(id)
    setSays('')
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(format.write())
      setSays('Copied.')
    } catch {
      setSays('The browser does not let this page copy. Download the file instead.')
    }
  }
  const save = () => {
    const name = fileNameOf(debate.about.title, new Date(), format.ending)
    download(name, format.write(), format.type)
    setSays(`Downloading ${name}.`)
  }

  return (
    <Dialog
      title="Export this map"
      size="wide"
      onClose={onClose}
      says={<span role="status">{says || format.says}</span>}
      actions={
        <>
          <Button variant="quiet" icon={Copy} onClick={copy}>
            Copy
          </Button>
          <Button variant="primary" icon={Download} data-autofocus onClick={save}>
            Download {format.id === 'map' ? 'JSON' : 'JSON-LD'}
          </Button>
        </>
      }
    >
      <table className={styles.formats}>
        <thead>
          <tr>
            <th scope="col">Format</th>
            <th scope="col">Keeps</th>
            <th scope="col">Folds into text</th>
            <th scope="col">Leaves out</th>
          </tr>
        </thead>
        <tbody>
          {formats.map((one) => (
            <FormatRow
              key={one.id}
              format={one}
              size={sizes?.[one.id] ?? null}
              isChosen={one.id === chosen}
              onChoose={() => choose(one.id)}
            />
          ))}
        </tbody>
      </table>
      {texts > 0 && format.id === 'map' && (
        <div className={styles.options}>
          <Checkbox
            checked={wantsTexts}
            onChange={setWantsTexts}
            label={`With the full texts${sizes ? ` (${sizeInWords(sizes.texts)})` : ''}`}
          />
        </div>
      )}
    </Dialog>
  )
}

interface FormatRowProps {
  format: Format
  size: number | null
  isChosen: boolean
  onChoose(): void
}

function FormatRow({ format, size, isChosen, onChoose }: FormatRowProps) {
  const id = useId()
  return (
    <tr data-chosen={isChosen} onClick={onChoose}>
      <th scope="row">
        <input type="radio" name="format" id={id} checked={isChosen} onChange={onChoose} />
        <label htmlFor={id}>
          <b>{format.name}</b>
          <small>
            {format.kind}, {size === null ? '…' : sizeInWords(size)}
          </small>
        </label>
      </th>
      <Fate label="Keeps" icon={Check} sign={styles.kept} words={format.keeps} />
      <Fate label="Folds into text" icon={FoldVertical} sign={styles.folded} words={format.folds} />
      <Fate label="Leaves out" icon={X} sign={styles.leftOut} words={format.leavesOut} />
    </tr>
  )
}

interface FateProps {
  /** The heading of its column, which stands beside it where there are no columns. */
  label: string
  icon: LucideIcon
  sign: string | undefined
  words: string | null
}

function Fate({ label, icon, sign, words }: FateProps) {
  return (
    <td data-label={label}>
      {words === null ? (
        <span className={styles.nothing}>nothing</span>
      ) : (
        <span className={sign}>
          <Icon icon={icon} />
          <span>{words}</span>
        </span>
      )}
    </td>
  )
}

/** How large each file is, and the texts in the map, in bytes. Counted after the dialog has opened. */
function useSizes(debate: Debate, formats: readonly Format[]) {
  const [sizes, setSizes] = useState<(Record<Format['id'], number> & { texts: number }) | null>(
    null,
  )
  useEffect(() => {
    const timer = setTimeout(() => {
      const size = (id: Format['id']) =>
        bytesOf(formats.find((one) => one.id === id)?.write() ?? '')
      const bare = bytesOf(writeMap(debate, { texts: false }))
      const all = bytesOf(writeMap(debate, { texts: true }))
      setSizes({ map: size('map'), annotations: size('annotations'), texts: all - bare })
    })
    return () => clearTimeout(timer)
  }, [debate, formats])
  return sizes
}
