import { EqualApproximately } from 'lucide-react'
import type { Debate } from '../model/debate'
import { Icon } from '../ui/Icon'
import { counted, factsOf, textsIn } from './counts'
import styles from './dialogs.module.css'

/** What a map holds, in numbers and in a sentence or two. */
export function Understood({ debate }: { debate: Debate }) {
  const texts = textsIn(debate)
  const missing = debate.sources.size - texts
  const checked = [...debate.statements.values()].filter(({ reviewed }) => reviewed).length
  return (
    <>
      <dl className={styles.facts}>
        {factsOf(debate).map(({ count, noun }) => (
          <div key={noun}>
            <dd>{count.toLocaleString('en-US')}</dd>
            <dt>{count === 1 ? noun : `${noun}s`}</dt>
          </div>
        ))}
      </dl>
      <div className={styles.prose}>
        {[...debate.sources.values()].slice(0, 6).map((source) => (
          <p key={source.id} className={styles.source}>
            <cite>{source.title}</cite>
            <small>
              Text {source.id}
              {source.text === undefined && ', without its words'}
            </small>
          </p>
        ))}
        {debate.sources.size > 6 && <p>And {counted(debate.sources.size - 6, 'more text')}.</p>}
        {checked > 0 && <p>{counted(checked, 'statement')} checked by a person.</p>}
      </div>
      {missing > 0 && (
        <p className={styles.doubt}>
          <Icon icon={EqualApproximately} />
          <span>
            {missing === debate.sources.size
              ? 'The texts are not in this file.'
              : `${counted(missing, 'text')} came without words.`}{' '}
            Quotes show their own words, without the text around them.
          </span>
        </p>
      )}
    </>
  )
}
