import { TriangleAlert, X } from 'lucide-react'
import { relationSigns } from '../cards/signs'
import { trimToWords } from '../cards/textFit'
import { placeInFull, whereaboutsOf } from '../graph/whereabouts'
import type { Debate, RelationKind } from '../model/debate'
import type { Id } from '../model/schema'
import { relationVerbs } from '../model/words'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import styles from './dialogs.module.css'

export interface AnsweredProps {
  answers: Id
  isGone: boolean
  link: RelationKind
  onLetGo(): void
}

/** What a new statement answers, in its own words; or that it is gone. */
export function Answered({ answers, isGone, link, onLetGo }: AnsweredProps) {
  const debate = useDebate((state) => state.debate)
  if (isGone)
    return (
      <div className={styles.doubt} role="alert">
        <Icon icon={TriangleAlert} />
        <p>
          What this answers is no longer in the map.{' '}
          <Button variant="link" onClick={onLetGo}>
            Add it without the link
          </Button>
        </p>
      </div>
    )
  const { icon, tone } = relationSigns[link]
  const { words, where } = inWords(debate, answers)
  return (
    <div className={styles.answered}>
      <span className={classes(styles.verb, tone)}>
        <Icon icon={icon} />
        {relationVerbs[link]}
      </span>
      <p className={styles.answeredWords}>{words}</p>
      <span className={styles.meta}>{where}</span>
      <IconButton
        label="Let go of the link"
        icon={X}
        size={14}
        className={styles.letGo}
        onClick={onLetGo}
      />
    </div>
  )
}

function inWords(debate: Debate, id: Id): { words: string; where: string } {
  const textOf = (one: Id) => trimToWords(debate.statements.get(one)?.text ?? '', 160)
  const relation = debate.relations.get(id)
  if (relation) {
    const isOnLink = debate.relations.has(relation.to)
    const target = isOnLink ? 'another link' : `“${textOf(relation.to)}”`
    return {
      words: `“${textOf(relation.from)}” ${relationVerbs[relation.kind]} ${target}`,
      where: 'a link',
    }
  }
  const statement = debate.statements.get(id)
  const where = statement && whereaboutsOf(debate, statement)
  return { words: textOf(id), where: where ? placeInFull(where) : 'made by a person' }
}
