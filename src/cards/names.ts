import type { Tally } from '../graph/tally'
import type { Position, Side, Statement } from '../model/debate'
import { kindWords, sideWords } from '../model/words'

/** What a card says of a statement besides its words. */
export interface StatementFacts {
  /** The position it is shown under, and the side it takes there. */
  on?: { title: string; side: Side }
  answers?: number
  /** An objection that nobody has answered. */
  unanswered?: boolean
  /** A quote that waits for a person: its words are found at another place, or at several. */
  quote?: 'moved' | 'unclear' | null
}

/** The name of a statement's card: "Rebuttal: …, against Property ordering, 2 answers, no reply yet". */
export function statementName(statement: Statement, facts: StatementFacts = {}): string {
  const { on, answers = 0, unanswered = false, quote = null } = facts
  return [
    `${kindWords[statement.kind]}: ${statement.text}`,
    on && `${sideWords[on.side]}${on.side === 'neutral' ? ' on' : ''} ${on.title}`,
    answers > 0 && counted(answers, 'answer'),
    unanswered && 'no reply yet',
    quote && `quote ${quote}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The name of a position's card: "Property ordering, proposed. 16 for, 4 against, 3 unanswered". */
export const positionName = ({ title, proposed }: Position, tally: Tally): string =>
  `${title}${proposed ? ', proposed' : ''}. ${tallyInWords(tally)}`

/** A tally as a sentence has it: "16 for, 4 against, 3 unanswered". */
export const tallyInWords = (tally: Tally): string =>
  [
    `${tally.for} for`,
    `${tally.against} against`,
    tally.open > 0 && `${tally.open} open`,
    tally.unanswered > 0 && `${tally.unanswered} unanswered`,
  ]
    .filter(Boolean)
    .join(', ')

/** A number and its noun: "1 answer", "2 answers". */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
