import { useState } from 'react'
import type { Quote, Statement } from '../model/debate'
import { useActions } from '../store'
import { Button } from '../ui/Button'
import { useAnnounce } from './Announcer'
import styles from './inspector.module.css'

/** Takes a quote from a statement. Before the last of them goes, it says what the statement is without. */
export function RemoveQuote({ statement, quote }: { statement: Statement; quote: Quote }) {
  const { removeQuote } = useActions()
  const announce = useAnnounce()
  const [isAsking, setAsking] = useState(false)
  const isLast = statement.quotes.length === 1
  const remove = () => {
    removeQuote(statement.id, quote)
    announce('Removed the quote.')
  }
  if (!isAsking)
    return (
      <Button
        variant="link"
        className={styles.quietLink}
        onClick={() => (isLast ? setAsking(true) : remove())}
      >
        Remove this quote
      </Button>
    )
  return (
    <span className={styles.asking} role="alert">
      {statement.madeBy === 'person'
        ? 'These are the last words it rests on. Without them it stands in a person’s own words only.'
        : 'These are the last words it rests on. Without them nobody in the texts says it: it becomes a person’s own, and what the parser read of it goes.'}
      <Button variant="link" onClick={remove}>
        Remove them
      </Button>
      <Button variant="link" onClick={() => setAsking(false)}>
        Keep them
      </Button>
    </span>
  )
}
