import { ArrowDown } from 'lucide-react'
import { useMemo } from 'react'
import { relationSigns } from '../cards/signs'
import { placeInFull, whereIs } from '../graph/whereabouts'
import type { Debate, Relation, Statement } from '../model/debate'
import type { Id, SourceSpan } from '../model/schema'
import { relationVerbs } from '../model/words'
import { useDebate } from '../store'
import type { Selection } from '../store/selection'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { PanelSection } from '../ui/Panel'
import { type InContext, quotesInPlace, spanInContext } from './context'
import styles from './inspector.module.css'
import { fullPlaceOf, linkInWords } from './words'

/** What a link says, from one end to the other, and the words that made it at both ends side by side. */
export function BothEnds({ relation }: { relation: Relation }) {
  const debate = useDebate((state) => state.debate)
  const { tone } = relationSigns[relation.kind]
  const from = debate.statements.get(relation.from)
  const target = endOf(debate, relation.to)
  const seen = useMemo(() => wordsAtBothEnds(debate, relation), [debate, relation])
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
        </p>
        <End {...target} />
      </PanelSection>
      {(seen.from || seen.to) && (
        <PanelSection>
          <div className={styles.sideBySide}>
            {seen.from && <Words title="As it answers" {...seen.from} />}
            {seen.to && <Words title="What it answers" {...seen.to} />}
          </div>
        </PanelSection>
      )}
    </>
  )
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

type Seen = InContext & { place: string }

function Words({ title, before, words, after, place }: Seen & { title: string }) {
  return (
    <figure>
      <h3 className={styles.smallHead}>{title}</h3>
      <blockquote className={styles.context}>
        {before}
        <mark>{words}</mark>
        {after}
      </blockquote>
      <figcaption className={styles.meta}>{place}</figcaption>
    </figure>
  )
}

/** The words the first reason saw at each end, else the first quote of the statement there. */
function wordsAtBothEnds(
  debate: Debate,
  relation: Relation,
): { from: Seen | null; to: Seen | null } {
  const reason = relation.because.find(({ from, to }) => from && to) ?? relation.because[0]
  return {
    from: seenAt(debate, reason?.from ?? null, debate.statements.get(relation.from)),
    to: seenAt(debate, reason?.to ?? null, debate.statements.get(relation.to)),
  }
}

function seenAt(
  debate: Debate,
  span: SourceSpan | null,
  statement: Statement | undefined,
): Seen | null {
  const inText = span && spanInContext(debate, span, 'sentence')
  if (inText) return { ...inText, place: placeInFull(whereIs(debate, span)) }
  const [quote] = statement ? quotesInPlace(debate, statement, 'sentence') : []
  return quote ?? null
}
