import { ArrowLeftRight, ChevronDown, ChevronUp } from 'lucide-react'
import { useRef } from 'react'
import { relationSigns } from '../cards/signs'
import type { Debate, Relation } from '../model/debate'
import { relationVerbs } from '../model/words'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { Announcer, useAnnounce } from './Announcer'
import { ChangeLink } from './ChangeLink'
import { Because, MisquotationSign, Passages, useComparison } from './Compare'
import styles from './compare.module.css'
import { isFromOutside } from './comparison'
import { canConfirm, Origin } from './ReadBy'
import { placeOf } from './words'

/** The words at both ends of the selected link, at the foot of the canvas. Nothing where no link is selected. */
export function ComparePane() {
  const relation = useDebate(({ selected, debate }) =>
    selected?.kind === 'relation' ? debate.relations.get(selected.id) : undefined,
  )
  if (!relation) return null
  return (
    <Announcer>
      <div className={styles.frame}>
        <Pane relation={relation} key={relation.id} />
      </div>
    </Announcer>
  )
}

function Pane({ relation }: { relation: Relation }) {
  const debate = useDebate((state) => state.debate)
  const isFolded = useDebate((state) => state.comparisonFolded)
  const setFolded = useDebate((state) => state.setComparisonFolded)
  const walk = useComparison(relation)
  const { icon, tone } = relationSigns[relation.kind]
  return (
    <section className={styles.pane} aria-label="Both ends of the link">
      <div className={styles.bar}>
        <span className={classes(styles.kind, tone)}>
          <Icon icon={icon} />
          {betweenWhom(debate, relation)}
        </span>
        <span className={styles.origin}>
          <Origin record={relation} />
          <MisquotationSign {...walk.comparison} />
        </span>
        <Verdicts relation={relation} />
        <IconButton
          icon={isFolded ? ChevronUp : ChevronDown}
          label={isFolded ? 'Unfold both ends' : 'Fold both ends'}
          aria-expanded={!isFolded}
          onClick={() => setFolded(!isFolded)}
        />
      </div>
      {!isFolded && (
        // What scrolls can be scrolled by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the arrow keys scroll it
        <div className={styles.body} tabIndex={0}>
          <Passages walk={walk} relation={relation} />
        </div>
      )}
      {!isFolded && <Because walk={walk} relation={relation} />}
    </section>
  )
}

function Verdicts({ relation }: { relation: Relation }) {
  const { confirm, judge } = useActions()
  const announce = useAnnounce()
  const row = useRef<HTMLSpanElement>(null)
  return (
    <span className={styles.verdicts} ref={row}>
      {canConfirm(relation) && (
        <Button
          variant="plain"
          onClick={() => {
            // The button goes when it has done its work, so the focus moves on first.
            row.current?.querySelector<HTMLElement>('button:last-child')?.focus()
            confirm('relations', relation.id)
            announce('Link confirmed.')
          }}
        >
          Confirm
        </Button>
      )}
      {relation.kind !== 'undercuts' && (
        <Button
          variant="quiet"
          icon={ArrowLeftRight}
          title="It goes the other way round"
          onClick={() => {
            if (judge({ do: 'flip', relation: relation.id })) announce('The link is turned round.')
          }}
        >
          Flip
        </Button>
      )}
      <ChangeLink relation={relation} variant="quiet" />
    </span>
  )
}

/** Who does what to whom: "Turn 4 rebuts turn 3", "Turn 5 undercuts a link". */
function betweenWhom(debate: Debate, { from, kind, to }: Relation): string {
  const one = placeIn(debate, from)
  const other = debate.relations.has(to) ? 'a link' : placeIn(debate, to)
  const [words] = debate.statements.get(to)?.quotes ?? []
  const isQuoted = one === other && words && isFromOutside(debate, words)
  if (one === other && !isQuoted) return `Within ${one}: ${relationVerbs[kind]}`
  const line = `${one} ${relationVerbs[kind]} ${isQuoted ? 'words that it quotes' : other}`
  return line.charAt(0).toUpperCase() + line.slice(1)
}

function placeIn(debate: Debate, id: string): string {
  const statement = debate.statements.get(id)
  const place = statement ? placeOf(debate, statement) : null
  if (place === null) return 'a statement made by a person'
  return place === 'post' ? 'the post' : place
}
