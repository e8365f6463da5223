import {
  CircleDashed,
  EqualApproximately,
  FoldVertical,
  MapPinned,
  MessageSquareText,
  UnfoldVertical,
  UserCheck,
} from 'lucide-react'
import type { Statement } from '../model/debate'
import { counted, type StatementFacts, statementName } from './names'
import styles from './StatementCard.module.css'
import { Icon, KindLabel } from './signs'

/** Under this the parser's reading is called unsure. */
export const sureFrom = 0.7

export interface StatementCardProps {
  statement: Statement
  facts: StatementFacts
  /** Where it was said, as the foot has it: "Turn 12". null for what a person wrote. */
  where: string | null
  /** The headline as it fits the card; the whole text where left out. */
  headline?: string
  notes?: number
  /** Replies and supports that are folded away under this card, or can be. */
  fold?: { folded: number; unfolded: boolean; onToggle?: () => void }
  /** Where its quotes can be hung under it, the foot's whereabouts are the button for it. */
  quotes?: { shown: boolean; onToggle: () => void }
  selected?: boolean
  /** Its words are pointed at in the text, or are among those that are selected there. */
  lit?: 'hinted' | 'picked'
  dimmed?: boolean
  dragged?: boolean
  onSelect?: () => void
}

/** What somebody said in the debate: its kind, the words, one thing to know about it, and where it was said. */
export function StatementCard(props: StatementCardProps) {
  const { statement, facts, headline, fold, onSelect } = props
  return (
    <article className={looksOf(props).join(' ')}>
      <button
        type="button"
        className={styles.main}
        aria-label={statementName(statement, facts)}
        aria-current={props.selected ? true : undefined}
        data-card={statement.id}
        onClick={onSelect}
      >
        <span className={styles.head}>
          <KindLabel kind={statement.kind} />
        </span>
        <span className={styles.headline}>{headline ?? statement.text}</span>
      </button>
      <footer className={styles.foot}>
        <State {...props} />
        {fold && (fold.folded > 0 || fold.unfolded) && (
          <FoldButton {...fold} brief={stateOf(props) !== null} />
        )}
        <Where {...props} />
      </footer>
    </article>
  )
}

function looksOf({ statement, facts, fold, ...props }: StatementCardProps): (string | undefined)[] {
  const looks = [styles.card, styles[facts.on?.side ?? 'neutral']]
  if (isUnsure(statement)) looks.push(styles.unsure)
  if (fold && fold.folded > 0) looks.push(styles.stack)
  if (props.selected) looks.push(styles.selected)
  if (props.lit) looks.push(styles[props.lit])
  if (props.dimmed) looks.push(styles.dimmed)
  if (props.dragged) looks.push(styles.dragged)
  return looks
}

/** Whether the parser was unsure of a statement and nobody has checked it since. */
export const isUnsure = ({ confidence, reviewed }: Pick<Statement, 'confidence' | 'reviewed'>) =>
  confidence !== null && confidence < sureFrom && reviewed === null

/** The one state a card's foot tells: what waits for a person first, what is certain last. */
function stateOf({ statement, facts, notes = 0 }: StatementCardProps) {
  if (facts.quote) return { icon: MapPinned, text: `quote ${facts.quote}`, look: styles.unsettled }
  if (facts.unanswered) return { icon: CircleDashed, text: 'no reply yet', look: styles.unanswered }
  if (isUnsure(statement))
    return { icon: EqualApproximately, text: `unsure ${tenths(statement.confidence)}` }
  if (notes > 0) return { icon: MessageSquareText, text: counted(notes, 'note') }
  if (statement.reviewed) return { icon: UserCheck, text: 'checked' }
  return null
}

/** A share to one place, never rounded up: what is under 0.7 must not read 0.7. */
const tenths = (share: number | null) => (Math.floor((share ?? 0) * 10 + 1e-9) / 10).toFixed(1)

function State(props: StatementCardProps) {
  const state = stateOf(props)
  if (!state) return null
  return (
    <span className={`${styles.state} ${state.look ?? ''}`}>
      <Icon icon={state.icon} size={12} />
      {state.text}
    </span>
  )
}

/** Where it was said; the way to its quotes where there are any to show. */
function Where({ where, quotes }: StatementCardProps) {
  const words = where ?? 'Yours'
  if (!quotes) return <span className={styles.where}>{words}</span>
  return (
    <button
      type="button"
      className={`${styles.where} ${styles.showsQuotes} nodrag`}
      aria-expanded={quotes.shown}
      aria-label={`${words}: ${quotes.shown ? 'hide' : 'show'} the quote`}
      onClick={quotes.onToggle}
    >
      <span className={styles.place}>{words}</span>
    </button>
  )
}

/** Folds what stands beneath a card away, and back. */
function FoldButton({
  folded,
  unfolded,
  onToggle,
  brief,
}: NonNullable<StatementCardProps['fold']> & { brief: boolean }) {
  const words = unfolded ? 'Fold' : `${folded} more beneath`
  return (
    <button
      type="button"
      className={`${styles.fold} nodrag`}
      aria-expanded={unfolded}
      aria-label={unfolded ? 'Fold what stands beneath' : words}
      title={brief ? (unfolded ? 'Fold what stands beneath' : words) : undefined}
      onClick={onToggle}
    >
      <Icon icon={unfolded ? FoldVertical : UnfoldVertical} size={12} />
      {brief ? (unfolded ? '' : folded) : words}
    </button>
  )
}
