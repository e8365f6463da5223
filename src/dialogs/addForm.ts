import { indexOf } from '../graph/debateIndex'
import { statementsFrom } from '../graph/quoted'
import type { Debate, RelationKind, Side, StatementKind } from '../model/debate'
import type { Id, SourceSpan } from '../model/schema'
import { replyKinds } from '../model/words'
import { readPiece } from '../parse/piece'
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
  /** What a note on picked words goes on: '' for the statement that is made from them. */
  noteOn: Id | ''
  note: string
}

/** The form as it opens. Words of a text bring the headline and the kind that the parser would propose. */
export const newForm = (debate: Debate, { answers, link, on, words, note }: AddWish): AddForm => ({
  text: '',
  kind: null,
  ...(words && proposedFor(debate, words, answers === undefined)),
  noteOn: (words && note && carrierOf(debate, words)) || '',
  note: '',
  answers: answers && answers.kind !== 'position' ? answers.id : null,
  link: link ?? (answers?.kind === 'relation' ? 'undercuts' : 'rebuts'),
  position: on?.position ?? (answers?.kind === 'position' ? answers.id : null),
  side: on?.side ?? null,
})

function proposedFor(debate: Debate, words: SourceSpan, isFree: boolean) {
  const source = debate.sources.get(words.source)
  if (source?.text === undefined) return {}
  const { headline, kind } = readPiece(source, words)
  const text = source.text.slice(headline.start, headline.end).replace(/\s+/g, ' ').trim()
  // A reply is of the kind that replies so.
  return { text, kind: isFree ? kind : null }
}

/** The statement that rests on all of some words: what one writes on them is most likely on it. */
function carrierOf(debate: Debate, words: SourceSpan): Id | undefined {
  return statementsFrom(debate, words).find((id) =>
    debate.statements
      .get(id)
      ?.quotes.some(
        ({ source, start, end }) =>
          source === words.source && start <= words.start && end >= words.end,
      ),
  )
}

/** What a form comes to. */
export interface Settled {
  kind: StatementKind
  position: Id | null
  side: Side
}

/**
 * The form with everything decided: what was left open follows from what is answered and what is open on the canvas.
 *
 * `near` is a statement that picked words are read beside. It lends them its position, and no side: whose side the
 * words take is for the person to say.
 */
export function settled(
  debate: Debate,
  form: AddForm,
  openPosition: Id | null,
  near?: Id | null,
): Settled {
  const beside = form.answers ?? near ?? null
  const stance = beside === null ? undefined : stanceOfAnswered(debate, beside, openPosition)
  const wanted = form.position ?? openPosition ?? stance?.position
  const position = wanted && debate.positions.has(wanted) ? wanted : null
  const answered = stance?.position === position ? stance : undefined
  return {
    kind: form.kind ?? (form.answers === null ? 'claim' : replyKinds[form.link]),
    position,
    side:
      form.side ??
      (form.answers === null
        ? near === undefined
          ? 'for'
          : 'neutral'
        : sideOfReply(form.link, answered?.stance)),
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
