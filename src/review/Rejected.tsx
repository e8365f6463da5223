import { Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { rejectedIn } from '../model/verdicts'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import styles from './review.module.css'
import { judgedWords, recordInWords } from './words'

/** What was rejected, newest first, each with the way to bring it back. */
export function Rejected({ onSay }: { onSay(says: string): void }) {
  const debate = useDebate((state) => state.debate)
  const { restore } = useActions()
  const rejected = useMemo(() => rejectedIn(debate), [debate])
  if (rejected.length === 0) return <p className={styles.quiet}>Nothing was rejected.</p>
  return (
    <ul className={styles.rejected} aria-label="Rejected">
      {rejected.map(({ verdict, what, record }) => (
        <li key={verdict.id}>
          <p className={styles.headline}>{recordInWords(debate, what, record)}</p>
          <p className={styles.quiet}>
            Rejected by {verdict.by}
            {verdict.why && `: ${verdict.why}`}
          </p>
          <Button
            variant="link"
            icon={Undo2}
            onClick={() => {
              if (restore(verdict.id)) onSay(`Brought the ${judgedWords[what]} back.`)
            }}
          >
            Bring it back
          </Button>
        </li>
      ))}
    </ul>
  )
}
