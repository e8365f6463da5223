import {
  Asterisk,
  CircleDashed,
  CircleMinus,
  CirclePlus,
  CircleQuestionMark,
  Handshake,
  type LucideIcon,
  Pilcrow,
  Scissors,
  X,
} from 'lucide-react'
import type { RelationKind, Side, StatementKind } from '../model/debate'
import { kindWords } from '../model/words'
import styles from './signs.module.css'

/** The colour of a meaning, as a class name. Never alone: an icon and a word say the same. */
export type Tone = 'ink' | 'for' | 'against' | 'question' | 'concession' | 'clarification' | 'open'

interface Sign {
  icon: LucideIcon
  tone: Tone
}

/** How each kind of statement is drawn in the head of its card. */
export const kindSigns: Record<StatementKind, Sign> = {
  claim: { icon: Pilcrow, tone: 'ink' },
  rebuttal: { icon: X, tone: 'against' },
  question: { icon: CircleQuestionMark, tone: 'question' },
  concession: { icon: Handshake, tone: 'concession' },
  clarification: { icon: Asterisk, tone: 'clarification' },
}

/** How each side is drawn; neutral is the open side. */
export const sideSigns: Record<Side, Sign> = {
  for: { icon: CirclePlus, tone: 'for' },
  against: { icon: CircleMinus, tone: 'against' },
  neutral: { icon: CircleDashed, tone: 'open' },
}

/** How each kind of link is drawn in lists and menus. */
export const relationSigns: Record<RelationKind, Sign> = {
  supports: { icon: CirclePlus, tone: 'for' },
  rebuts: { icon: X, tone: 'against' },
  undercuts: { icon: Scissors, tone: 'against' },
  concedes: { icon: Handshake, tone: 'concession' },
  clarifies: { icon: Asterisk, tone: 'clarification' },
  answers: { icon: CircleQuestionMark, tone: 'question' },
}

/** An icon of the reading list: 13 px beside words, stroke as everywhere. Hidden from screen readers: a word says it too. */
export function Icon({ icon: Drawing, size = 13 }: { icon: LucideIcon; size?: number }) {
  return <Drawing size={size} strokeWidth={1.9} aria-hidden="true" focusable="false" />
}

/** The kind of a statement as the head of a card says it: icon and word in its tone. */
export function KindLabel({ kind }: { kind: StatementKind }) {
  const { icon, tone } = kindSigns[kind]
  return (
    <span className={`${styles.kind} ${tone}`}>
      <Icon icon={icon} size={12} />
      {kindWords[kind]}
    </span>
  )
}
