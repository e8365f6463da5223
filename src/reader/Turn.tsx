import type { Turn } from '../model/debate'
import { useDebate } from '../store'
import type { TurnHead as Head } from './page'
import styles from './page.module.css'

/** Who speaks from here on, and to whom. */
export function TurnHead({ head, source }: { head: Head; source: string }) {
  const readAt = useDebate((state) => state.readAt)
  const { turn, name, answers, goesOn } = head
  return (
    <header className={styles.head}>
      <h3>{name}</h3>
      {turn.speaker && <span>{turn.speaker}</span>}
      {goesOn && <span>goes on</span>}
      {answers && (
        <span>
          answers{' '}
          <button
            type="button"
            data-stop
            tabIndex={-1}
            onClick={() => readAt({ source, start: answers.start, end: answers.start + 1 })}
          >
            {answers.name.toLowerCase()}
          </button>
        </span>
      )}
      {!goesOn && factsOf(turn).map((fact) => <span key={fact}>{fact}</span>)}
    </header>
  )
}

/** When it was written and how it was voted on, where the text says so. */
function factsOf({ postedAt, votes, agreement }: Turn): string[] {
  const facts: string[] = []
  if (postedAt !== undefined) facts.push(dayOf(postedAt))
  if (votes !== undefined)
    facts.push(`${signed(votes)} ${Math.abs(votes) === 1 ? 'vote' : 'votes'}`)
  if (agreement !== undefined) facts.push(`${signed(agreement)} agree`)
  return facts
}

const signed = (n: number) => String(n).replace('-', '−')

/** The day of a moment; what the text says itself ("2mo") stays as it is. */
function dayOf(moment: string): string {
  const day = /^\d{4}-\d\d-\d\d/.test(moment) ? new Date(moment) : null
  if (!day || Number.isNaN(day.getTime())) return moment
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return day.toLocaleDateString('en-GB', options)
}
