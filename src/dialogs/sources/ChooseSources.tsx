import { FileText, TextQuote, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import known from '../../../corpus/sources.json'
import type { Id } from '../../model/schema'
import type { Input } from '../../parse'
import { useDebate } from '../../store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { bytesOf, sizeInWords } from '../counts'
import { DropPlace } from '../DropPlace'
import dialogStyles from '../dialogs.module.css'
import styles from './sources.module.css'

export interface ChooseSourcesProps {
  title: string
  /** The title of the text that is to be read again. */
  about: string | null
  problem: string | null
  readTexts(): Promise<readonly Input[]>
  onFiles(files: readonly File[]): void
  onPaste(text: string): void
  onKnown(text: Input, id: Id): void
  onClose(): void
}

/** Where a text comes from: files, words that are pasted, or the texts that come with the app. */
export function ChooseSources(props: ChooseSourcesProps) {
  const { title, about, problem, readTexts, onFiles, onPaste, onKnown, onClose } = props
  const [pasted, setPasted] = useState('')
  const hasPaste = pasted.trim() !== ''
  return (
    <Dialog
      title={
        <>
          {title}
          {about !== null && (
            <>
              : <span className={styles.soft}>{about}</span>
            </>
          )}
        </>
      }
      size="wide"
      onClose={onClose}
      says="It is read on this computer and goes nowhere else."
      actions={
        hasPaste && (
          <Button variant="primary" icon={TextQuote} onClick={() => onPaste(pasted)}>
            Read what is pasted
          </Button>
        )
      }
    >
      <div className={dialogStyles.form}>
        {problem && (
          <div className={dialogStyles.refused} role="alert">
            <Icon icon={TriangleAlert} size={16} />
            <div>
              <b>Nothing was added.</b>
              <p>{problem}</p>
            </div>
          </div>
        )}
        <DropPlace
          title={about === null ? 'Drop threads here.' : 'Drop the newer text here.'}
          says="Text, Markdown, a saved page, a mailbox, or the JSON of LessWrong, Hacker News or Reddit. Up to 20 MB."
          label={about === null ? 'Files to add' : 'The newer text'}
          isMany={about === null}
          isMain={!hasPaste}
          onFiles={onFiles}
        />
        <TextArea
          label="Or paste a thread here"
          rows={4}
          spellCheck={false}
          className={dialogStyles.paste}
          placeholder="The post and its comments, as the page shows them"
          value={pasted}
          hint={pasted && sizeInWords(bytesOf(pasted))}
          onChange={(event) => setPasted(event.target.value)}
        />
        {about === null && <CorpusList readTexts={readTexts} onKnown={onKnown} />}
      </div>
    </Dialog>
  )
}

/** The texts of the corpus that this map does not hold. */
function CorpusList({ readTexts, onKnown }: Pick<ChooseSourcesProps, 'readTexts' | 'onKnown'>) {
  const sources = useDebate((state) => state.debate.sources)
  const others = known.filter(({ id, title }) => sources.get(id)?.title !== title)
  if (others.length === 0) return null
  const choose = async (id: Id) => {
    const text = (await readTexts()).find(({ name }) => name.split(/[_.]/)[0] === id)
    if (text) onKnown(text, id)
  }
  return (
    <section aria-labelledby="corpus-texts">
      <h3 id="corpus-texts" className={dialogStyles.smallHead}>
        Or take a text that comes with the app
      </h3>
      <ul className={styles.list}>
        {others.map(({ id, title, attribution }) => (
          <li key={id}>
            <div className={styles.about}>
              <cite>{title}</cite>
              <small>{attribution}</small>
            </div>
            <Button icon={FileText} aria-label={`Read ${title}`} onClick={() => choose(id)}>
              Read
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
