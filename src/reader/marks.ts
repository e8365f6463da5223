import { indexOf } from '../graph/debateIndex'
import type { Debate, Quote, Side, Source, Statement } from '../model/debate'
import type { Id, Span } from '../model/schema'
import { kindWords, sideWords } from '../model/words'

/** Words of a text that a statement rests on. */
export interface Mark extends Span {
  statement: Id
  /** Which statement of its text it is, counted from one in the order of their words. */
  number: number
  /** Where its headline stands among the words; all of them where the headline is worded otherwise. */
  point: Span
  /** Marks that share words lie on different levels, the lowest first; from the third on they share one. */
  level: number
}

/** How many lines find room below a line of text. */
const levels = 3

/**
 * The marks of a text, by where they start; of two that start together the longer one first.
 *
 * Takes as long as there are quotes in the debate; the order costs n log n for those of this text.
 */
export function marksOf(debate: Pick<Debate, 'statements'>, source: Source): Mark[] {
  const marks: Mark[] = []
  for (const { id, text, quotes } of debate.statements.values())
    for (const quote of quotes) {
      const { source: of, start, end } = quote
      if (of === source.id && start < end && end <= source.length)
        marks.push({ statement: id, start, end, number: 0, level: 0, point: pointOf(quote, text) })
    }
  marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.statement < b.statement ? -1 : 1))

  const numbers = new Map<Id, number>()
  const busyUntil: number[] = new Array(levels).fill(0)
  for (const mark of marks) {
    const number = numbers.get(mark.statement) ?? numbers.size + 1
    numbers.set(mark.statement, number)
    const free = busyUntil.findIndex((end) => end <= mark.start)
    mark.number = number
    mark.level = free === -1 ? levels - 1 : free
    busyUntil[mark.level] = Math.max(mark.end, busyUntil[mark.level] ?? 0)
  }
  return marks
}

function pointOf({ start, end, exact }: Quote, headline: string): Span {
  const at = exact.indexOf(headline)
  return at === -1 ? { start, end } : { start: start + at, end: start + at + headline.length }
}

/** The side a mark is drawn in: on the open position if it speaks to that, else the first side it takes anywhere. */
export function sideOf(debate: Debate, statement: Id, openPosition: Id | null): Side {
  const stances = indexOf(debate).stancesOf(statement)
  const here = stances.find(({ position }) => position === openPosition)
  return (here ?? stances.find(({ stance }) => stance !== 'neutral'))?.stance ?? 'neutral'
}

/** The name of a mark: “Rebuttal 7: against Property ordering, for Prior plausibility”. */
export function markName(debate: Debate, { id, kind }: Statement, number: number): string {
  const sides = indexOf(debate)
    .stancesOf(id)
    .flatMap(({ stance, position }) => {
      const title = debate.positions.get(position)?.title
      return title ? `${sideWords[stance]}${stance === 'neutral' ? ' on' : ''} ${title}` : []
    })
  const name = `${kindWords[kind]} ${number}`
  return sides.length === 0 ? name : `${name}: ${sides.join(', ')}`
}
