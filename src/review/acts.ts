import {
  ArrowLeftRight,
  Check,
  Heading1,
  type LucideIcon,
  Merge,
  Scissors,
  Waypoints,
  X,
} from 'lucide-react'
import { kindSigns, relationSigns, sideSigns } from '../cards/signs'
import type { Reading } from '../graph/reviewQueue'
import type { Debate, RelationKind, Side, StatementKind } from '../model/debate'
import type { Judgement } from '../model/operations'
import { kindWords, relationVerbs, sideWords } from '../model/words'
import { capital, judgedWords } from './words'

/** What a form asks for before something can be done. */
export type Asking = 'target' | 'headline' | 'split' | 'merge'

/** One thing that can be done about a reading: by its button, or by its key. */
export interface Act {
  key: string
  label: string
  icon: LucideIcon
  tone?: string
  /** Set where it is one of a choice: whether it holds now. */
  holds?: boolean
  /** What is done at once, and what is told then. */
  does?: { judgement: Judgement; says: string }
  /** What is asked first. */
  asks?: Asking
}

/** What can be done about a reading, in three groups: the verdict, a choice of kind or side, and what asks first. */
export interface Acts {
  verdict: Act[]
  choice: { label: string; acts: Act[] } | null
  forms: Act[]
}

const statementKinds: readonly StatementKind[] = [
  'claim',
  'rebuttal',
  'question',
  'concession',
  'clarification',
]
const linkKinds: readonly RelationKind[] = [
  'supports',
  'rebuts',
  'concedes',
  'clarifies',
  'answers',
]
const sides: readonly { side: Side; key: string }[] = [
  { side: 'for', key: 'f' },
  { side: 'against', key: 'a' },
  { side: 'neutral', key: 'o' },
]

/** What can be done about a reading of a debate; nothing where the debate no longer has it. */
export function actsOn(debate: Debate, { what, id, state }: Reading): Acts {
  const verdict: Act[] = [
    {
      key: 'x',
      label: 'Reject',
      icon: X,
      does: { judgement: { do: 'reject', what, id }, says: `Rejected the ${judgedWords[what]}.` },
    },
  ]
  if (state === 'unchecked')
    verdict.unshift({
      key: 'y',
      label: 'Confirm',
      icon: Check,
      does: { judgement: { do: 'confirm', what, id }, says: 'Confirmed.' },
    })
  if (what === 'statements') return { verdict, ...onStatement(debate, id) }
  if (what === 'relations') return { verdict, ...onLink(debate, id) }
  return { verdict, ...onSide(debate, id) }
}

type Choices = Pick<Acts, 'choice' | 'forms'>
const nothing: Choices = { choice: null, forms: [] }

function onStatement(debate: Debate, id: string): Choices {
  const statement = debate.statements.get(id)
  if (!statement) return nothing
  const forms: Act[] = [
    { key: 'h', label: 'Headline…', icon: Heading1, asks: 'headline' },
    { key: 'm', label: 'Merge into…', icon: Merge, asks: 'merge' },
  ]
  if (statement.quotes.length > 0)
    forms.splice(1, 0, { key: 'p', label: 'Split…', icon: Scissors, asks: 'split' })
  const acts = statementKinds.map((kind, at): Act => {
    const does: Act['does'] = {
      judgement: { do: 'kind', statement: id, kind },
      says: `Now a ${kind}.`,
    }
    return { ...kindSigns[kind], ...keyed(at, kindWords[kind], statement.kind === kind), does }
  })
  return { choice: { label: 'Kind', acts }, forms }
}

function onLink(debate: Debate, id: string): Choices {
  const link = debate.relations.get(id)
  if (!link) return nothing
  const target: Act = { key: 't', label: 'Target…', icon: Waypoints, asks: 'target' }
  if (link.kind === 'undercuts') return nothing
  const flip: Act = {
    key: 'l',
    label: 'Turn round',
    icon: ArrowLeftRight,
    does: { judgement: { do: 'flip', relation: id }, says: 'Turned the link round.' },
  }
  const acts = linkKinds.map((kind, at): Act => {
    const does: Act['does'] = {
      judgement: { do: 'link', relation: id, kind },
      says: `The link now ${relationVerbs[kind]}.`,
    }
    const label = capital(relationVerbs[kind])
    return { ...relationSigns[kind], ...keyed(at, label, link.kind === kind), does }
  })
  return { choice: { label: 'It…', acts }, forms: [flip, target] }
}

function onSide(debate: Debate, id: string): Choices {
  const stance = debate.stances.get(id)
  if (!stance) return nothing
  const acts = sides.map(({ side, key }): Act => {
    const label = capital(sideWords[side])
    const does: Act['does'] = {
      judgement: { do: 'side', stance: id, side },
      says: side === 'neutral' ? 'Left open.' : `Now ${side} it.`,
    }
    return { ...sideSigns[side], key, label, holds: stance.stance === side, does }
  })
  return { choice: { label: 'Side', acts }, forms: [] }
}

const keyed = (at: number, label: string, holds: boolean) => ({ key: String(at + 1), label, holds })

/** All of them, in the order of the pane. */
export const allActs = ({ verdict, choice, forms }: Acts): Act[] => [
  ...verdict,
  ...(choice?.acts ?? []),
  ...forms,
]
