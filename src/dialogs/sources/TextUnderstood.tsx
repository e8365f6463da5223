import { EqualApproximately } from 'lucide-react'
import { useId } from 'react'
import type { Choice } from '../../exchange/incoming'
import { type Excerpt, pastedName, type TextPreview } from '../../exchange/preview'
import { titled } from '../../model/clip'
import { Checkbox, TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { counted, listed } from '../counts'
import dialogStyles from '../dialogs.module.css'
import styles from './sources.module.css'
import { againInWords, kindInWords, leftAsideInWords, percent, speakersInWords } from './words'

export interface TextUnderstoodProps {
  text: TextPreview
  choice: Choice
  /** Whether it is the only one: then it needs no name and no tick of its own. */
  isOne: boolean
  onChoose(choice: Choice): void
}

/** What was understood of one text: its kind and numbers, how it begins, what was left aside, what is doubtful. */
export function TextUnderstood({ text, choice, isOne, onChoose }: TextUnderstoodProps) {
  const { report, again, resembles } = text
  const title = choice.title ?? report.title
  const isSame = resembles?.isSame === true && again !== null
  return (
    <article className={styles.text} aria-label={title} data-out={choice.isOut || undefined}>
      {!isOne && (
        <header className={styles.name}>
          <Checkbox
            checked={!choice.isOut}
            onChange={(isIn) => onChoose({ isOut: !isIn })}
            label={<cite>{title}</cite>}
          />
        </header>
      )}
      {!choice.isOut && (
        <>
          <Facts text={text} />
          {resembles && <SameThread text={text} choice={choice} onChoose={onChoose} />}
          {!isSame && (
            <>
              <Beginning begins={text.begins} />
              <Aside text={text} />
              {!again && <Details text={text} choice={choice} onChoose={onChoose} />}
            </>
          )}
        </>
      )}
    </article>
  )
}

function Facts({ text: { report, bears } }: { text: TextPreview }) {
  const { turns, speakers, statements, mapped } = report
  const facts: [string, string][] = [
    [turns.toLocaleString('en-US'), turns === 1 ? 'turn' : 'turns'],
    [
      speakers.length.toLocaleString('en-US'),
      speakers.length === 1 ? 'speaker named' : 'speakers named',
    ],
    [statements.toLocaleString('en-US'), statements === 1 ? 'statement' : 'statements'],
    [percent(mapped), 'of the whole text mapped'],
    [
      bears.positions.toLocaleString('en-US'),
      bears.positions === 1 ? 'position touched' : 'positions touched',
    ],
  ]
  return (
    <dl className={dialogStyles.facts}>
      {facts.map(([count, noun]) => (
        <div key={noun}>
          <dd>{count}</dd>
          <dt>{noun}</dt>
        </div>
      ))}
    </dl>
  )
}

/** The thread of the map that this seems to be, and whether it takes its place. */
function SameThread({ text, choice, onChoose }: Omit<TextUnderstoodProps, 'isOne'>) {
  const { resembles, again, report } = text
  const name = useId()
  if (!resembles) return null
  if (resembles.isSame && again)
    return (
      <p className={styles.note}>
        This is {titled(resembles.title)}, word for word as it is in the map. There is nothing to
        add.
      </p>
    )
  const { share, source, title } = resembles
  return (
    <fieldset className={styles.same}>
      <legend>
        {share > 0
          ? `${percent(share)} of ${titled(title)} stands in this text too.`
          : `This has the name of ${titled(title)}, and none of its words.`}
      </legend>
      <label>
        <input
          type="radio"
          name={name}
          checked={again !== null}
          onChange={() => onChoose({ again: source })}
        />
        <span>
          Read that thread again with it
          {again && <small>{againInWords(again).join(' ')}</small>}
        </span>
      </label>
      <label>
        <input
          type="radio"
          name={name}
          checked={again === null && choice.again !== source}
          onChange={() => onChoose({ again: null })}
        />
        <span>
          Add it as another text
          {!again && <small>It becomes text {report.source}.</small>}
        </span>
      </label>
    </fieldset>
  )
}

const roleWords: Partial<Record<Excerpt['role'], string>> = {
  quotation: 'quotation',
  repeat: 'printed again',
  heading: 'heading',
}

/** The rule beside a quotation says what the signs before its lines say. */
const withoutSigns = (words: string, role: Excerpt['role']): string =>
  role === 'quotation' ? words.replace(/^(?:>[ \t]?)+/gm, '') : words

/** How the text begins, with whose words they were taken to be. */
function Beginning({ begins }: { begins: readonly Excerpt[] }) {
  if (begins.length === 0) return null
  return (
    <section className={styles.begins} aria-label="How it begins">
      {begins.map(({ role, turn, speaker, pieces }, at) => {
        const isSame = at > 0 && begins[at - 1]?.turn === turn
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages stand in the order of the text
          <div key={at} className={styles[role]}>
            <p className={styles.margin}>
              {!isSame && turn !== null && <b>{speaker ?? `Turn ${turn}`}</b>}
              {roleWords[role]}
            </p>
            <blockquote>
              {pieces.map((piece, nth) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces stand in the order of the text
                nth % 2 === 1 ? <mark key={nth}>{piece}</mark> : withoutSigns(piece, role),
              )}
            </blockquote>
          </div>
        )
      })}
    </section>
  )
}

/** What it was taken for, what makes no statement, what is missing, and what is doubtful. */
function Aside({ text }: { text: TextPreview }) {
  const { report, across, bears, doubts, doubtCount } = text
  const aside = leftAsideInWords(report)
  const more = doubtCount - doubts.length
  return (
    <div className={styles.aside}>
      <p>
        {kindInWords[report.kind]}, from {text.name === pastedName ? 'what was pasted' : text.name}.{' '}
        {bears.statements > 0
          ? `${counted(bears.statements, 'statement')} ${bears.statements === 1 ? 'bears' : 'bear'} on ${counted(bears.positions, 'position')}.`
          : 'None of its statements bears on a position of this map.'}{' '}
        {across > 0 && `${counted(across, 'link')} to other texts.`}
      </p>
      {report.speakers.length > 0 && <p>Who speaks: {speakersInWords(report)}.</p>}
      {aside.length > 0 && <p>Left aside: {listed(aside)}.</p>}
      {[
        ...report.missing,
        ...doubts.map(({ says, words }) => (words ? `${says} “${words}”` : says)),
      ].map((says, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: doubts stand in the order of the text, and two may say the same
        <p key={at} className={styles.doubt}>
          <Icon icon={EqualApproximately} />
          <span>{says}</span>
        </p>
      ))}
      {more > 0 && <p>{counted(more, 'more doubt')} of this kind.</p>}
    </div>
  )
}

/** What a person can say of the text: its title, its address, its authors. */
function Details({ text, choice, onChoose }: Omit<TextUnderstoodProps, 'isOne'>) {
  return (
    <details className={styles.details}>
      <summary>Title, address and authors</summary>
      <div className={styles.fields}>
        <TextField
          label="Title"
          maxLength={300}
          value={choice.title ?? text.report.title}
          onChange={(event) => onChoose({ title: event.target.value })}
        />
        <TextField
          label="Address"
          type="url"
          placeholder="https://"
          value={choice.url ?? text.url ?? ''}
          onChange={(event) => onChoose({ url: event.target.value.trim() || null })}
        />
        <TextField
          label="Authors, parted by commas"
          value={(choice.authors ?? text.authors).join(', ')}
          onChange={(event) =>
            onChoose({ authors: event.target.value.split(',').map((name) => name.trimStart()) })
          }
        />
      </div>
    </details>
  )
}
