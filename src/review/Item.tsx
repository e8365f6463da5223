import { ArrowDown, Cpu, EqualApproximately, UserCheck } from 'lucide-react'
import { sureFrom } from '../cards/StatementCard'
import { Icon, KindLabel, relationSigns, sideSigns } from '../cards/signs'
import { firstWordsOf } from '../graph/quoted'
import { confidenceOf, type Reading } from '../graph/reviewQueue'
import type { Debate, Relation, Stance, Statement } from '../model/debate'
import type { SourceSpan } from '../model/schema'
import { whyOf } from '../model/verdicts'
import { relationVerbs, sideWords } from '../model/words'
import { useDebate } from '../store'
import { classes } from '../ui/classes'
import styles from './review.module.css'
import { recordInWords, ruleSays, rulesWords, share, wordsSeen } from './words'

/** A reading in full: what it says, in which words of the text, by which rule and how surely. */
export function Item({ reading }: { reading: Reading }) {
  const debate = useDebate((state) => state.debate)
  const { what, id } = reading
  const record = debate[what].get(id)
  if (!record) return <p className={styles.quiet}>It is no longer in the map.</p>
  return (
    <article className={styles.item} aria-label={recordInWords(debate, what, record)}>
      {what === 'statements' && <StatementItem debate={debate} statement={record as Statement} />}
      {what === 'relations' && <LinkItem debate={debate} link={record as Relation} />}
      {what === 'stances' && <SideItem debate={debate} stance={record as Stance} />}
      <Grounds record={record} />
    </article>
  )
}

function StatementItem({ debate, statement }: { debate: Debate; statement: Statement }) {
  return (
    <>
      <KindLabel kind={statement.kind} />
      <p className={styles.headline}>{statement.text}</p>
      <Seen debate={debate} span={statement.quotes[0]} headline={statement.text} />
    </>
  )
}

function LinkItem({ debate, link }: { debate: Debate; link: Relation }) {
  const { icon, tone } = relationSigns[link.kind]
  const [reason] = link.because
  const denied = debate.relations.get(link.to)
  const end = (id: string, seen: SourceSpan | null | undefined) => {
    const statement = debate.statements.get(id)
    if (!statement) return null
    const words = seen ?? firstWordsOf(debate, { kind: 'statement', id })
    return (
      <>
        <p className={styles.headline}>{statement.text}</p>
        <Seen debate={debate} span={words} />
      </>
    )
  }
  return (
    <>
      {end(link.from, reason?.from)}
      <p className={classes(styles.verb, tone)}>
        <Icon icon={icon} size={12} />
        {relationVerbs[link.kind]}
        <Icon icon={ArrowDown} size={12} />
      </p>
      {denied ? (
        <p className={styles.headline}>{recordInWords(debate, 'relations', denied)}</p>
      ) : (
        end(link.to, reason?.to)
      )}
    </>
  )
}

function SideItem({ debate, stance }: { debate: Debate; stance: Stance }) {
  const { icon, tone } = sideSigns[stance.stance]
  const statement = debate.statements.get(stance.statement)
  const position = debate.positions.get(stance.position)
  return (
    <>
      <p className={classes(styles.verb, tone)}>
        <Icon icon={icon} size={12} />
        {sideWords[stance.stance]} {stance.stance === 'neutral' && 'in '}
        {position?.title}
      </p>
      <p className={styles.proposition}>{position?.proposition}</p>
      <p className={styles.headline}>{statement?.text}</p>
      <Seen debate={debate} span={statement?.quotes[0]} headline={statement?.text} />
    </>
  )
}

interface SeenProps {
  debate: Debate
  span: SourceSpan | null | undefined
  /** Of long words only these are marked, with what stands around them. */
  headline?: string | undefined
}

/** Words where they stand. */
function Seen({ debate, span, headline }: SeenProps) {
  const seen = wordsSeen(debate, span, headline)
  if (!seen) return null
  return (
    <blockquote className={styles.seen}>
      {seen.before}
      <mark>{seen.words}</mark>
      {seen.after}
      <cite>{seen.place}</cite>
    </blockquote>
  )
}

/** The rule that made it, how sure that was, and what has been said of it since. */
function Grounds({ record }: { record: Statement | Relation | Stance }) {
  const debate = useDebate((state) => state.debate)
  const why = whyOf(debate, record.id)
  const terms = rulesWords(debate, record)
  const confidence = confidenceOf(record)
  const rule = record.because?.[0]?.rule
  const isUnsure = confidence !== null && confidence < sureFrom
  return (
    <div className={styles.grounds}>
      <p>
        <Icon icon={isUnsure ? EqualApproximately : Cpu} size={12} />
        <span>
          <b>
            {isUnsure ? 'Unsure' : 'Sure'} {confidence !== null && share(confidence)}
          </b>
          {rule && `, by the rule “${rule}”. ${ruleSays(rule) ?? ''} ${terms}`}
        </span>
      </p>
      {record.reviewed && (
        <p>
          <Icon icon={UserCheck} size={12} />
          <span>
            {record.reviewed.was ? 'Corrected' : 'Checked'} by {record.reviewed.by}
            {why && `: ${why}`}
          </span>
        </p>
      )}
    </div>
  )
}
