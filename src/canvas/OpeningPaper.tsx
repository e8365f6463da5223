import { CircleDashed } from 'lucide-react'
import { ViewportPortal } from 'reactflow'
import { Icon } from '../cards/signs'
import { Ticks } from '../cards/Tally'
import { introOf } from '../graph/intro'
import { type OpeningPage, opening } from '../graph/opening'
import { useDebate } from '../store'
import { useLevel } from './level'
import styles from './OpeningPaper.module.css'

/** What is written on the opening page around the cards: what this is, the questions over the columns, the legend. */
export function OpeningPaper({ page }: { page: OpeningPage }) {
  const isNear = useLevel() === 'card'
  const debate = useDebate((state) => state.debate)
  const { title, line } = introOf(debate)
  return (
    <ViewportPortal>
      {isNear && (
        <header className={styles.intro} style={{ left: page.left, top: opening.intro }}>
          <h2>{title}</h2>
          <p>{line}</p>
        </header>
      )}
      {page.sections.map(({ theme, x, width }) => (
        <h3
          key={x}
          className={`${styles.theme} ${isNear ? '' : styles.far}`}
          style={{ left: x, top: opening.heading + opening.headingHeight, width }}
        >
          {theme ?? (page.sections.length > 1 ? 'Elsewhere' : 'All positions')}
        </h3>
      ))}
      {isNear && <Legend left={page.left} top={page.foot + 13} />}
    </ViewportPortal>
  )
}

/** What the marks of the page mean. */
function Legend({ left, top }: { left: number; top: number }) {
  return (
    <dl className={styles.legend} style={{ left, top }}>
      <dt className="for">
        <Ticks count={5} />
      </dt>
      <dd>one tick, one statement</dd>
      <dt className={styles.line}>4</dt>
      <dd>statements both share</dd>
      <dt>
        <Icon icon={CircleDashed} size={12} />
      </dt>
      <dd>an objection without a reply</dd>
    </dl>
  )
}
