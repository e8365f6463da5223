import { Cpu, EqualApproximately, Pencil, UserCheck, UserPen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Relation, Stance, Statement } from '../model/debate'
import type { Id } from '../model/schema'
import { whyOf } from '../model/verdicts'
import { sideWords } from '../model/words'
import { useActions, useDebate } from '../store'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { useAnnounce } from './Announcer'
import { isKnownRule, sureInWords } from './grounds'
import styles from './inspector.module.css'
import { capital, dayOf, isUnsure, share } from './words'

export interface ReadByProps {
  kind: 'statements' | 'relations'
  record: Statement | Relation
  /** What corrects it: the button of a menu, beside Confirm. */
  children?: ReactNode
}

/** Who made a record and how sure that was, with Confirm where nobody has checked it. */
export function ReadBy({ kind, record, children }: ReadByProps) {
  const { confirm } = useActions()
  const announce = useAnnounce()
  return (
    <div className={styles.readBy}>
      <Origin record={record} />
      <span className={styles.corrections}>
        {canConfirm(record) && (
          <Button
            variant="link"
            onClick={(event) => {
              // The button goes when it has done its work, so the focus moves on first.
              const next = event.currentTarget.nextElementSibling
              if (next instanceof HTMLElement) next.focus()
              confirm(kind, record.id)
              announce('Confirmed.')
            }}
          >
            Confirm
          </Button>
        )}
        {children}
      </span>
      {record.reviewed && <ReviewedWhy id={record.id} />}
    </div>
  )
}

/** Why somebody judged so, where they have said it. */
function ReviewedWhy({ id }: { id: Id }) {
  const why = useDebate((state) => whyOf(state.debate, id))
  return why && <p className={styles.reviewedWhy}>{capital(why)}</p>
}

/** Whether a person can still put their word to what the parser made. */
export const canConfirm = ({ madeBy, reviewed }: Pick<Stance, 'madeBy' | 'reviewed'>): boolean =>
  madeBy !== 'person' && reviewed === null

/** Who made a record, and who has checked it: "Read by the parser, 0.86". */
export function Origin({ record }: { record: Statement | Relation | Stance }) {
  const { madeBy, confidence, reviewed } = record
  const rule = record.because?.[0]?.rule
  const [icon, words] =
    madeBy === 'parser'
      ? ([Cpu, 'Read by the parser'] as const)
      : madeBy === 'editor'
        ? ([UserPen, 'Made by an editor'] as const)
        : ([Pencil, 'Made by a person'] as const)
  return (
    <>
      {confidence === null || isUnsure(confidence) ? (
        <span className={styles.sign}>
          <Icon icon={icon} />
          {words}
        </span>
      ) : (
        <Sure confidence={confidence} rule={rule} className={styles.sign}>
          <Icon icon={icon} />
          {words}, {share(confidence)}
        </Sure>
      )}
      {!reviewed && <Unsure confidence={confidence} rule={rule} />}
      {reviewed && (
        <span className={classes(styles.sign, styles.reviewed)}>
          <Icon icon={UserCheck} />
          {wasInWords(record) ?? 'Checked'} by {reviewed.by}, {dayOf(reviewed.at)}
        </span>
      )}
    </>
  )
}

/** What somebody has put right, told by how it was: "Corrected from claim"; null where it was right as it was read. */
export function wasInWords({ reviewed }: Pick<Stance, 'reviewed'>): string | null {
  const was = reviewed?.was
  if (!was) return null
  if (was.kind) return `Corrected from ${was.kind}`
  if (was.stance) return `Corrected from ${sideWords[was.stance]}`
  if (was.from !== undefined) return 'Turned round'
  if (was.to !== undefined) return 'Led elsewhere, corrected'
  if (was.quotes) return 'Cut anew'
  return was.text === undefined ? 'Checked' : 'Reworded'
}

/** "unsure 0.6", where the parser was; nothing elsewhere. */
export function Unsure({
  confidence,
  rule,
  isInButton,
}: Pick<SureProps, 'rule' | 'isInButton'> & { confidence: number | null }) {
  if (!isUnsure(confidence)) return null
  return (
    <Sure confidence={confidence} rule={rule} isInButton={isInButton} className={styles.sign}>
      <Icon icon={EqualApproximately} size={12} />
      unsure {share(confidence)}
    </Sure>
  )
}

/** The name of a rule, where one is known. */
type RuleName = string | undefined

export interface SureProps {
  confidence: number
  /** The rule whose confidence it is. */
  rule?: RuleName
  /** Set where it stands within a button and so cannot be one. */
  isInButton?: boolean | undefined
  className?: string | undefined
  children: ReactNode
}

/** A number that says how sure the parser was, with what it means as a tooltip, and the way to what explains it. */
export function Sure({ confidence, rule, isInButton, className, children }: SureProps) {
  const says = sureInWords(confidence, rule)
  const words = (
    <>
      {children}
      <span className="visually-hidden">. {says}</span>
    </>
  )
  if (isInButton)
    return (
      <span className={className} title={says}>
        {words}
      </span>
    )
  return (
    <ExplainLink at={rule && isKnownRule(rule) ? rule : 'how-sure'} title={says} {...{ className }}>
      {words}
    </ExplainLink>
  )
}

export interface ExplainLinkProps {
  /** A rule, or a part of the page that explains the reading. */
  at: string
  title?: string
  className?: string | undefined
  children: ReactNode
}

/** Words that lead to where the reading is explained. */
export function ExplainLink({ at, title, className, children }: ExplainLinkProps) {
  const showDialog = useDebate((state) => state.showDialog)
  return (
    <button
      type="button"
      className={classes(styles.explains, className)}
      title={title}
      onClick={() => showDialog({ kind: 'howItReads', at })}
    >
      {children}
    </button>
  )
}
