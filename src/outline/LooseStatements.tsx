import { useMemo } from 'react'
import { Icon, kindSigns } from '../cards/signs'
import { looseStatements } from '../graph/loose'
import { placeOnCard } from '../graph/whereabouts'
import { kindWords } from '../model/words'
import { useDebate } from '../store'
import styles from './LooseStatements.module.css'

/** The statements on no position, folded behind their count. Nothing where there are none. */
export function LooseStatements() {
  const debate = useDebate((state) => state.debate)
  const selected = useDebate((state) => state.selected)
  const select = useDebate((state) => state.select)
  const loose = useMemo(() => looseStatements(debate), [debate])
  if (loose.length === 0) return null
  return (
    <details className={styles.loose}>
      <summary>
        {loose.length} {loose.length === 1 ? 'statement' : 'statements'} on no position
      </summary>
      <ul>
        {loose.map((id) => {
          const statement = debate.statements.get(id)
          if (!statement) return null
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={selected?.id === id ? true : undefined}
                onClick={() => select({ kind: 'statement', id })}
              >
                <span className={kindSigns[statement.kind].tone}>
                  <Icon icon={kindSigns[statement.kind].icon} size={12} />
                  <span className="visually-hidden">{kindWords[statement.kind]}: </span>
                </span>
                <span className={styles.words}>{statement.text}</span>
                <span className={styles.where}>{placeOnCard(debate, statement) ?? 'Yours'}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
