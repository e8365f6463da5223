import { Check, Copy, Download, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { writeMap } from '../exchange/writeMap'
import type { Debate } from '../model/debate'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Checkbox } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { bytesOf, counted, listed, sizeInWords, textsIn } from './counts'
import styles from './dialogs.module.css'
import { download, fileNameOf } from './files'

/** Takes the map away as JSON: what it keeps, what it leaves out, and how large it is. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const texts = textsIn(debate)
  const [wantsTexts, setWantsTexts] = useState(true)
  const withTexts = wantsTexts && texts > 0
  const sizes = useSizes(debate)
  const [says, setSays] = useState('')

  const write = () => writeMap(debate, { texts: withTexts })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(write())
      setSays('Copied.')
    } catch {
      setSays('The browser does not let this page copy. Download the file instead.')
    }
  }
  const save = () => {
    const name = fileNameOf(debate.about.title)
    download(name, write())
    setSays(`Downloading ${name}.`)
  }

  const usual = withTexts
    ? 'Can be opened here again without loss.'
    : 'Can be opened here again. Quotes then show without the text around them.'
  return (
    <Dialog
      title="Export this map"
      size="wide"
      onClose={onClose}
      says={<span role="status">{says || usual}</span>}
      actions={
        <>
          <Button variant="quiet" icon={Copy} onClick={copy}>
            Copy
          </Button>
          <Button variant="primary" icon={Download} data-autofocus onClick={save}>
            Download JSON
          </Button>
        </>
      }
    >
      <dl className={styles.format}>
        <div>
          <dt>Format</dt>
          <dd>
            <b>Counterpoint map</b>
            <small>JSON, {sizes ? sizeInWords(withTexts ? sizes.all : sizes.bare) : '…'}</small>
          </dd>
        </div>
        <div>
          <dt>Keeps</dt>
          <dd className={styles.kept}>
            <Icon icon={Check} />
            {keepsInWords(debate, withTexts)}
          </dd>
        </div>
        <div>
          <dt>Leaves out</dt>
          <dd className={texts > 0 && !withTexts ? styles.leftOut : styles.nothing}>
            {texts > 0 && !withTexts ? (
              <>
                <Icon icon={X} />
                The words of {counted(texts, 'text')}, but for what is quoted
              </>
            ) : (
              leftOutAlready(debate, texts)
            )}
          </dd>
        </div>
      </dl>
      {texts > 0 && (
        <div className={styles.options}>
          <Checkbox
            checked={wantsTexts}
            onChange={setWantsTexts}
            label={`With the full texts${sizes ? ` (${sizeInWords(sizes.all - sizes.bare)})` : ''}`}
          />
        </div>
      )}
    </Dialog>
  )
}

/** How large the map is with and without its texts, in bytes. Counted after the dialog has opened. */
function useSizes(debate: Debate): { all: number; bare: number } | null {
  const [sizes, setSizes] = useState<{ all: number; bare: number } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() =>
      setSizes({
        all: bytesOf(writeMap(debate, { texts: true })),
        bare: bytesOf(writeMap(debate, { texts: false })),
      }),
    )
    return () => clearTimeout(timer)
  }, [debate])
  return sizes
}

function keepsInWords(debate: Debate, withTexts: boolean): string {
  const parts = [
    counted(debate.positions.size, 'position'),
    counted(debate.statements.size, 'statement'),
    counted(debate.relations.size, 'link'),
    debate.annotations.size > 0 && counted(debate.annotations.size, 'note'),
    withTexts && counted(textsIn(debate), 'text'),
  ].filter((part) => part !== false)
  return `Everything: ${listed(parts)}, with quotes, sides, reasons and places`
}

/** What this map itself no longer has. */
const leftOutAlready = (debate: Debate, texts: number): string => {
  const missing = debate.sources.size - texts
  return missing > 0 ? `nothing; ${counted(missing, 'text')} came without words` : 'nothing'
}
