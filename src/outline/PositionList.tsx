import { useMemo } from 'react'
import { PositionCard } from '../cards/PositionCard'
import { introOf } from '../graph/intro'
import { tallyOf } from '../graph/tally'
import { themesOf } from '../graph/themes'
import { useDebate } from '../store'
import { LooseStatements } from './LooseStatements'
import styles from './outline.module.css'

/** All positions under their larger questions, as one column of cards: the opening of a narrow screen. */
export function PositionList() {
  const debate = useDebate((state) => state.debate)
  const openOnCanvas = useDebate((state) => state.openOnCanvas)
  const { title, line } = introOf(debate)
  const themes = useMemo(() => themesOf(debate), [debate])
  return (
    <main className={styles.page}>
      <h2 className={styles.intro}>{title}</h2>
      <p className={styles.about}>{line}</p>
      {themes.map(({ title: theme, positions }) => (
        <section key={theme ?? ''} aria-label={theme ?? 'Positions'}>
          {theme && <h3 className={styles.theme}>{theme}</h3>}
          <ul className={styles.cards}>
            {positions.map((position) => (
              <li key={position.id}>
                <PositionCard
                  position={position}
                  tally={tallyOf(debate, position.id)}
                  onOpen={() => openOnCanvas(position.id)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <LooseStatements />
    </main>
  )
}
