import { ExternalLink } from 'lucide-react'
import { counted } from '../cards/names'
import type { Quote, Source } from '../model/debate'
import { newestOf, supersededBy } from '../model/earlier'
import { lostQuotesOf } from '../model/fit'
import type { Id } from '../model/schema'
import { type DebateState, useDebate } from '../store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import styles from './page.module.css'

/** What the text is called, who wrote it, and where it is from. */
export function Title({ source }: { source: Source }) {
  const read = useDebate((state) => state.read)
  const { title, authors, publishedAt, url } = source
  const newer = supersededBy(source)
  return (
    <div className={styles.title}>
      <h2>{title}</h2>
      <p>
        {[authors.join(', '), publishedAt].filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {url && /^https?:\/\//i.test(url) && (
          <a href={url} target="_blank" rel="noopener noreferrer" data-stop tabIndex={-1}>
            Where it is from <Icon icon={ExternalLink} size={11} />
          </a>
        )}
      </p>
      {newer && (
        <p>
          An earlier version. What has gone from the newer text still stands here.
          <Button variant="link" data-stop tabIndex={-1} onClick={() => read(newer)}>
            Read the newer text
          </Button>
        </p>
      )}
    </div>
  )
}

/** What follows the last words: the quotes that have lost their place in this text, and the way to the next one. */
export function Foot({ source }: { source: Source }) {
  const debate = useDebate((state) => state.debate)
  const read = useDebate((state) => state.read)
  const lost = lostIn(debate, source.id)
  const texts = newestOf(debate.sources)
  const next = texts[texts.findIndex(({ id }) => id === source.id) + 1]
  return (
    <div className={styles.foot}>
      {lost.length > 0 && (
        <section>
          <h3>{counted(lost.length, 'quote')} no longer in this text, kept as it was</h3>
          <Quotes quotes={lost} />
        </section>
      )}
      {next && next.id !== source.id && (
        <Button variant="link" data-stop tabIndex={-1} onClick={() => read(next.id)}>
          Next text: {next.title}
        </Button>
      )}
    </div>
  )
}

/** A quote, and the statement that rests on it. */
export interface Resting {
  statement: Id
  quote: Quote
}

/** Quotes as they were kept, each a way to its statement. */
export function Quotes({ quotes }: { quotes: readonly Resting[] }) {
  const select = useDebate((state) => state.select)
  return (
    <ul className={styles.quotes}>
      {quotes.map(({ statement, quote }) => (
        <li key={`${statement} ${quote.start}`}>
          <button
            type="button"
            data-stop
            tabIndex={-1}
            onClick={() => select({ kind: 'statement', id: statement })}
          >
            {quote.exact}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The quotes of a text whose words are no longer in it. */
function lostIn(debate: DebateState['debate'], source: Id): Resting[] {
  return [...debate.statements.values()].flatMap((statement) =>
    lostQuotesOf(statement)
      .filter((quote) => quote.source === source)
      .map((quote) => ({ statement: statement.id, quote })),
  )
}

/** The quotes that are known of a text, in the order of their places. */
export function quotesOf(debate: DebateState['debate'], source: Id): Resting[] {
  return [...debate.statements.values()]
    .flatMap(({ id, quotes }) =>
      quotes.filter((quote) => quote.source === source).map((quote) => ({ statement: id, quote })),
    )
    .sort((a, b) => a.quote.start - b.quote.start)
}
