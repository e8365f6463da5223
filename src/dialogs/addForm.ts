import { indexOf } from '../graph/debateIndex'
import type { Debate, RelationKind, Side, StatementKind } from '../model/debate'
import type { Id } from '../model/schema'
import { replyKinds } from '../model/words'
import type { Dialog } from '../store/sessionSlice'

/** What the form was opened for. */
export type AddWish = Extract<Dialog, { kind: 'addStatement' }>

/** The form of a new statement as it stands. What is null follows from the rest until a person says otherwise. */
export interface AddForm {
  text: string
  kind: StatementKind | null
  /** What it answers: a statement or, to undercut it, a link. */
  answers: Id | null
  link: RelationKind
  /** '' takes it to no position. */
  position: Id | '' | null
  side: Side | null
}

/** The form as it opens. */
export const newForm = ({ answers, link, on }: AddWish): AddForm => ({
  text: '',
  kind: null,
  answers: answers && answers.kind !== 'position' ? answers.id : null,
  link: link ?? (answers?.kind === 'relation' ? 'undercuts' : 'rebuts'),
  position: on?.position ?? (answers?.kind === 'position' ? answers.id : null),
  side: on?.side ?? null,
})

/** The form with everything decided: what was left open follows from what is answered and what is open on the canvas. */
export function settled(
  debate: Debate,
  form: AddForm,
  openPosition: Id | null,
): { kind: StatementKind; position: Id | null; side: Side } {
  const stance =
    form.answers === null ? undefined : stanceOfAnswered(debate, form.answers, openPosition)
  const wanted = form.position ?? openPosition ?? stance?.position
  const position = wanted && debate.positions.has(wanted) ? wanted : null
  const answered = stance?.position === position ? stance : undefined
  return {
    kind: form.kind ?? (form.answers === null ? 'claim' : replyKinds[form.link]),
    position,
    side: form.side ?? (form.answers === null ? 'for' : sideOfReply(form.link, answered?.stance)),
  }
}

/** The side of what is answered: on the open position, else on the first it bears on. Of a link, that of its start. */
function stanceOfAnswered(debate: Debate, answers: Id, openPosition: Id | null) {
  const statement = debate.relations.get(answers)?.from ?? answers
  const stances = indexOf(debate).stancesOf(statement)
  return stances.find(({ position }) => position === openPosition) ?? stances[0]
}

/** A support stands where it supports, what denies stands across, and the rest takes no side by itself. */
function sideOfReply(link: RelationKind, answered: Side | undefined): Side {
  if (answered === undefined || answered === 'neutral') return 'neutral'
  if (link === 'supports') return answered
  if (link === 'rebuts' || link === 'undercuts') return answered === 'for' ? 'against' : 'for'
  return 'neutral'
}
