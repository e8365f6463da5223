import { Ruler } from 'lucide-react'
import known from '../../corpus/sources.json'
import type { Source } from '../model/debate'
import { newestOf } from '../model/earlier'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { counted, listed } from './counts'
import styles from './dialogs.module.css'

/** What this is, where its texts come from, and what the parser cannot know. */
export function AboutDialog({ onClose }: { onClose(): void }) {
  const debate = useDebate((state) => state.debate)
  const showDialog = useDebate((state) => state.showDialog)
  const { about, sources, statements, relations } = debate
  const checked = [...statements.values(), ...relations.values()].filter(
    ({ reviewed }) => reviewed !== null,
  ).length
  return (
    <Dialog
      title={about.title}
      onClose={onClose}
      actions={
        <Button icon={Ruler} onClick={() => showDialog({ kind: 'howItReads' })}>
          How it reads, and how well
        </Button>
      }
    >
      <div className={styles.prose}>
        <p>
          A map of a debate held in forum threads: the positions at issue, what was said for and
          against them, and who answers whom. Every statement the parser made rests on an exact
          quote, and every link says why it is there.
        </p>
        <h3>The texts</h3>
        {sources.size === 0 && <p>This map has no text. Everything on it was written by hand.</p>}
        <ul className={styles.sources}>
          {newestOf(sources).map((source) => (
            <SourceLine key={source.id} source={source} />
          ))}
        </ul>
        <h3>What the parser cannot know</h3>
        <p>
          The threads were flattened: their names, indents and quote marks are gone. The parser
          finds its way by words that stand twice, by address and by turns of phrase.
        </p>
        <ul className={styles.points}>
          <li>Who wrote a comment is seldom known. A turn has a number, not a guess at a name.</li>
          <li>Irony, hints and what everybody in a thread already knows pass it by.</li>
          <li>
            Where nothing is quoted, whom a comment answers is inferred. What is unsure says so, and
            how unsure.
          </li>
          <li>
            A statement bears on a position because of the words it uses. It may mean something else
            by them.
          </li>
          <li>It does not judge who is right. Tallies count statements, not reasons.</li>
        </ul>
        <p>
          {checked === 0
            ? 'Nobody has checked anything on this map yet. Select a statement or a link to confirm or correct it.'
            : `${counted(checked, 'statement or link').replace('statement or links', 'statements and links')} on this map ${checked === 1 ? 'has' : 'have'} been checked by a person.`}
        </p>
      </div>
    </Dialog>
  )
}

/** Where a text of the corpus comes from and whose words it holds, as a sentence; null for any other text. */
const attributionOf = ({ id, title }: Source): string | null =>
  known.find((one) => one.id === id && one.title === title)?.attribution ?? null

function SourceLine({ source }: { source: Source }) {
  const { id, title, url, authors, turns } = source
  const isLink = url !== null && /^https?:\/\//i.test(url)
  return (
    <li>
      {isLink ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          <cite>{title}</cite>
        </a>
      ) : (
        <cite>{title}</cite>
      )}
      <small>
        Text {id}, {counted(turns.length, 'turn')}
        {authors.length > 0 && `, by ${listed(authors)}`}
        {source.text === undefined && ', without its words'}
      </small>
      {attributionOf(source) && <p>{attributionOf(source)}</p>}
    </li>
  )
}
