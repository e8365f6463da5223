import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { placeInFull, whereIs } from '../graph/whereabouts'
import { doubtOf } from '../graph/whoseWords'
import { wordsProblem } from '../model/quoteEdits'
import { quoteAt } from '../model/quotes'
import type { SourceSpan } from '../model/schema'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import styles from './wordsGiven.module.css'

export interface WordsGivenProps {
  words: SourceSpan
  /** Takes other words instead: those that are meant. */
  onTake(words: SourceSpan): void
}

/** The words that a statement is made from, exactly as they will be quoted, and what speaks against it. */
export function WordsGiven({ words, onTake }: WordsGivenProps) {
  const debate = useDebate((state) => state.debate)
  const source = debate.sources.get(words.source)
  const doubt = useMemo(() => doubtOf(debate, words), [debate, words])
  const problem = wordsProblem(debate, words)
  if (problem || source?.text === undefined)
    return (
      <p className={styles.doubt} role="alert">
        <Icon icon={TriangleAlert} />
        {problem}
      </p>
    )
  const { prefix, exact, suffix } = quoteAt(source.id, source.text, words)
  const where = whereIs(debate, words)
  return (
    <figure className={styles.words}>
      <blockquote>
        <span>{prefix && `…${prefix}`}</span>
        <mark>{exact}</mark>
        <span>{suffix && `${suffix}…`}</span>
      </blockquote>
      <figcaption>
        {[placeInFull(where), where.speaker, source.title].filter(Boolean).join(', ')}
      </figcaption>
      {doubt && (
        <div className={styles.doubt} role="status">
          <Icon icon={TriangleAlert} />
          <p>
            {doubt.says}{' '}
            {doubt.offers.map((offer) => (
              <Button key={offer.label} variant="link" onClick={() => onTake(offer.words)}>
                {offer.label}
              </Button>
            ))}
          </p>
        </div>
      )}
    </figure>
  )
}
