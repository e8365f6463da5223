import { ArrowDown } from 'lucide-react'
import { relationSigns } from '../cards/signs'
import type { Debate, Relation } from '../model/debate'
import type { Id } from '../model/schema'
import { relationVerbs } from '../model/words'
import { useDebate } from '../store'
import type { Selection } from '../store/selection'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { PanelSection } from '../ui/Panel'
import { Because, MisquotationSign, Passages, useComparison } from './Compare'
import compared from './compare.module.css'
import { usePlace } from './Frame'
import styles from './inspector.module.css'
import { fullPlaceOf, linkInWords } from './words'

/** What a link says, from one end to the other, and the words that made it where no pane below shows them. */
export function BothEnds({ relation }: { relation: Relation }) {
  const debate = useDebate((state) => state.debate)
  const { tone } = relationSigns[relation.kind]
  const from = debate.statements.get(relation.from)
  const target = endOf(debate, relation.to)
  const comparesHere = useComparesHere()
  const walk = useComparison(relation)
  if (!from || !target) return null
  return (
    <>
      <PanelSection className={styles.ends}>
        <End
          goes={{ kind: 'statement', id: from.id }}
          words={from.text}
          where={fullPlaceOf(debate, from)}
        />
        <p className={classes(styles.verb, tone)}>
          <Icon icon={ArrowDown} size={12} />
          {relationVerbs[relation.kind]}
          <MisquotationSign {...walk.comparison} />
        </p>
        <End {...target} />
      </PanelSection>
      {comparesHere && (
        <PanelSection className={compared.stacked}>
          <Passages walk={walk} relation={relation} />
          <Because walk={walk} relation={relation} />
        </PanelSection>
      )}
    </>
  )
}

/** Whether the words are to be shown here: not where the pane at the foot of the canvas has them. */
function useComparesHere(): boolean {
  const { hasPaneBelow } = usePlace()
  const isFolded = useDebate((state) => state.comparisonFolded)
  return !hasPaneBelow || isFolded
}

interface EndProps {
  goes: Selection
  words: string
  where: string
}

function End({ goes, words, where }: EndProps) {
  const select = useDebate((state) => state.select)
  return (
    <button type="button" className={styles.end} onClick={() => select(goes)}>
      <span className={styles.endWords}>{words}</span>
      <small>{where}</small>
    </button>
  )
}

/** The far end of a link: a statement, or the link that it undercuts. */
function endOf(debate: Debate, id: Id): EndProps | null {
  const statement = debate.statements.get(id)
  if (statement)
    return {
      goes: { kind: 'statement', id },
      words: statement.text,
      where: fullPlaceOf(debate, statement),
    }
  const link = debate.relations.get(id)
  if (!link) return null
  return { goes: { kind: 'relation', id }, words: linkInWords(debate, link), where: 'a link' }
}
