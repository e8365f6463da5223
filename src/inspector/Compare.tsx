import { ChevronLeft, ChevronRight, TriangleAlert } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { Difference } from '../graph/difference'
import { leftOutInWords, misquotationInWords, words } from '../graph/differenceWords'
import type { Reason, Relation } from '../model/debate'
import type { SourceSpan } from '../model/schema'
import { relationNouns, relationVerbs } from '../model/words'
import { useDebate } from '../store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import styles from './compare.module.css'
import { type Comparison, comparisonOf, type End, type EndWords } from './comparison'
import { DifferenceText } from './DifferenceText'
import { isKnownRule, ruleOf, sureInWords } from './grounds'
import { ExplainLink } from './ReadBy'

/** A link's ends as one of its reasons has them, and the way to the other reasons. */
export interface Walk {
  comparison: Comparison
  reason: Reason | null
  at: number
  count: number
  go(at: number): void
}

/** Holds the ends of a link against each other, one reason at a time. Key what uses it by the link's id. */
export function useComparison(relation: Relation): Walk {
  const debate = useDebate((state) => state.debate)
  const [asked, go] = useState(0)
  const at = Math.min(asked, Math.max(0, relation.because.length - 1))
  const reason = relation.because[at] ?? null
  const comparison = useMemo(
    () => comparisonOf(debate, relation, reason),
    [debate, relation, reason],
  )
  return { comparison, reason, at, count: relation.because.length, go }
}

/** The two passages of a link: as it was said, as it is quoted, and the answer; or what it rebuts, and the rebuttal. */
export function Passages({ walk, relation }: { walk: Walk; relation: Relation }) {
  const { quotation, said, link, answering } = walk.comparison
  return (
    <div className={styles.two} data-quotes={quotation ? true : undefined}>
      <div>
        {quotation && (
          <Passage title="As it was said" {...quotation.said}>
            <DifferenceText pieces={quotation.difference.said} />
          </Passage>
        )}
        {link !== null && <LinkEnd id={relation.to} words={link} />}
        {said && link === null && (
          <Passage title={`What it ${relationVerbs[relation.kind]}`} {...said}>
            <InPlace {...said} />
          </Passage>
        )}
      </div>
      <div>
        {quotation && (
          <Passage title="As it is quoted" {...quotation.quoted}>
            <DifferenceText pieces={quotation.difference.quoted} />
          </Passage>
        )}
        {answering && (
          <Passage
            title={quotation ? 'And answered' : `The ${relationNouns[relation.kind]}`}
            {...answering}
          >
            <InPlace {...answering} />
          </Passage>
        )}
      </div>
    </div>
  )
}

type PassageProps = End & { title: string; children: ReactNode }

function Passage({ title, place, span, note, children }: PassageProps) {
  return (
    <figure className={styles.end}>
      <figcaption>
        <h3>{title}</h3>
        <span>{place}</span>
        {note && <span>{note}</span>}
        {span && <Show span={span} title={title} />}
      </figcaption>
      <blockquote>{children}</blockquote>
    </figure>
  )
}

function Show({ span, title }: { span: SourceSpan; title: string }) {
  const readAt = useDebate((state) => state.readAt)
  return (
    <Button
      variant="link"
      aria-label={`Show in the reader ${title.toLowerCase()}`}
      onClick={() => readAt(span)}
    >
      Show
    </Button>
  )
}

/** Words with what stands around them; what the rule saw of them is marked. */
function InPlace({ before, words, after, seen }: EndWords) {
  return (
    <p className={styles.words}>
      <span className={styles.around}>{before}</span>
      {words.slice(0, seen.start)}
      <mark>{words.slice(seen.start, seen.end)}</mark>
      {words.slice(seen.end)}
      <span className={styles.around}>{after}</span>
    </p>
  )
}

/** The far end of an undercut: the link that it denies. */
function LinkEnd({ id, words }: { id: string; words: string }) {
  const select = useDebate((state) => state.select)
  return (
    <figure className={styles.end}>
      <figcaption>
        <h3>The link it undercuts</h3>
        <Button
          variant="link"
          aria-label="Show the link it undercuts"
          onClick={() => select({ kind: 'relation', id })}
        >
          Show
        </Button>
      </figcaption>
      <blockquote>
        <p className={styles.words}>{words}</p>
      </blockquote>
    </figure>
  )
}

/** What tells the two apart, counted in words; the rule that made the link, and how sure that is. */
export function Because({ walk, relation }: { walk: Walk; relation: Relation }) {
  const { comparison, reason, count } = walk
  if (!comparison.quotation && !reason && count < 2) return null
  return (
    <div className={styles.because}>
      {comparison.quotation && <Counted difference={comparison.quotation.difference} />}
      {reason && <RuleInWords rule={reason.rule} confidence={relation.confidence} />}
      <Reasons {...walk} />
    </div>
  )
}

function Counted({ difference }: { difference: Difference }) {
  const { counts, isCompared } = difference
  if (!isCompared || counts.kept === 0)
    return <p>The two have too little in common to be held against each other word by word.</p>
  const leftOut = leftOutInWords(difference)
  return (
    <ul className={styles.counts} aria-label="How the quotation differs">
      <li>
        <del className={styles.leftOut} aria-hidden="true">
          struck
        </del>
        {words(counts.leftOut)} left out{leftOut && `: ${leftOut}`}
      </li>
      <li>
        <span className={styles.kept} aria-hidden="true">
          same
        </span>
        {words(counts.kept)} kept
      </li>
      <li>
        <span className={styles.changed} aria-hidden="true">
          other
        </span>
        {words(counts.changed)} changed
      </li>
      {counts.added > 0 && (
        <li>
          <span className={styles.added} aria-hidden="true">
            more
          </span>
          {words(counts.added)} added
        </li>
      )}
    </ul>
  )
}

function RuleInWords({ rule, confidence }: { rule: string; confidence: number | null }) {
  const { name, says } = ruleOf(rule)
  return (
    <p>
      <b>{isKnownRule(rule) ? <ExplainLink at={rule}>{name}</ExplainLink> : name}.</b> {says}{' '}
      {confidence !== null && sureInWords(confidence, rule)}
    </p>
  )
}

function Reasons({ at, count, go }: Walk) {
  if (count < 2) return null
  return (
    <p className={styles.walk}>
      <IconButton
        icon={ChevronLeft}
        label="Reason before"
        onClick={() => go((at + count - 1) % count)}
      />
      <span role="status">
        Reason {at + 1} of {count}
      </span>
      <IconButton icon={ChevronRight} label="Next reason" onClick={() => go((at + 1) % count)} />
    </p>
  )
}

/** The sign of a misquotation, for the line of a link; nothing where the quotation is true, or nothing is quoted. */
export function MisquotationSign({ quotation }: Pick<Comparison, 'quotation'>) {
  const says = quotation && misquotationInWords(quotation.difference)
  if (!says) return null
  return (
    <span className={styles.misquotes} title={`It ${says}, and does not say so.`}>
      <Icon icon={TriangleAlert} size={12} />
      {says}
    </span>
  )
}
