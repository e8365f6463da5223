import { indexOf } from '../graph/debateIndex'
import { placeInFull, whereaboutsOf } from '../graph/whereabouts'
import type { Debate, Relation, Statement } from '../model/debate'
import type { Id, Moment } from '../model/schema'
import { kindWords, relationVerbs, sideWords } from '../model/words'
import type { Selection } from '../store/selection'

/** How sure, with at most two digits after the point: "0.86". */
export const share = (value: number): string => String(Math.round(value * 100) / 100)

/** Under this the parser is unsure, and every place says so. */
export const sureFrom = 0.7

export const isUnsure = (confidence: number | null): confidence is number =>
  confidence !== null && confidence < sureFrom

/** The first letter large: "supports" as the head of a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Where a statement was said, within a line: "turn 12"; null for what a person wrote into the map. */
export function placeOf(debate: Debate, statement: Statement): string | null {
  const where = whereaboutsOf(debate, statement)
  return where && lower(where.place)
}

/** The same in full: "Text 004, turn 12". */
export function fullPlaceOf(debate: Debate, statement: Statement): string {
  const where = whereaboutsOf(debate, statement)
  return where ? placeInFull(where) : 'made by a person'
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

/** What a link says, in one sentence: "“A” rebuts “B”". Undercuts are told with the link they deny. */
export function linkInWords(debate: Debate, relation: Relation): string {
  return `“${textOf(debate, relation.from)}” ${relationVerbs[relation.kind]} ${targetInWords(debate, relation.to)}`
}

function targetInWords(debate: Debate, to: Id, depth = 0): string {
  const link = debate.relations.get(to)
  if (!link) return `“${textOf(debate, to)}”`
  if (depth > 3) return 'the link it denies'
  const from = textOf(debate, link.from)
  return `that “${from}” ${relationVerbs[link.kind]} ${targetInWords(debate, link.to, depth + 1)}`
}

const textOf = (debate: Debate, id: Id) =>
  debate.statements.get(id)?.text ?? 'a statement that is gone'

/** What is selected, as it is told to a screen reader: "Rebuttal, against Property ordering: That order is not given." */
export function itemInWords(debate: Debate, { kind, id }: Selection, open: Id | null): string {
  if (kind === 'relation') {
    const relation = debate.relations.get(id)
    return relation ? `Link: ${linkInWords(debate, relation)}` : ''
  }
  if (kind === 'position') return `Position: ${debate.positions.get(id)?.title ?? ''}`
  const statement = debate.statements.get(id)
  if (!statement) return ''
  const side = sideInWords(debate, id, open)
  return `${kindWords[statement.kind]}${side && `, ${side}`}: ${statement.text}`
}

/** The side a statement takes on the open position, else on the first it bears on: "against Property ordering". */
export function sideInWords(debate: Debate, statement: Id, open: Id | null): string {
  const stances = indexOf(debate).stancesOf(statement)
  const stance = stances.find(({ position }) => position === open) ?? stances[0]
  const position = stance && debate.positions.get(stance.position)
  if (!position) return ''
  return `${sideWords[stance.stance]}${stance.stance === 'neutral' ? ' in' : ''} ${position.title}`
}

/** A day as a note bears it: "20 November", with the year where it is another. */
export function dayOf(moment: Moment, now = new Date()): string {
  const date = new Date(moment)
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
  })
}
