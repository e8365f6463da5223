import { placeInFull, whereIs } from '../graph/whereabouts'
import type { Debate } from '../model/debate'
import type { SourceSpan } from '../model/schema'

/** Words with where they are from, as one line to paste elsewhere: “Snow closes the line.” — Ann, Thread 007, turn 2, https://… */
export function citationOf(debate: Debate, span: SourceSpan): string {
  const source = debate.sources.get(span.source)
  const words = source?.text?.slice(span.start, span.end).replace(/\s+/g, ' ').trim() ?? ''
  const { speaker, place, turn } = whereIs(debate, span)
  const where = turn === null ? placeInFull(whereIs(debate, span)) : place
  const small = where.charAt(0).toLowerCase() + where.slice(1)
  const url = source?.turns.find(({ id }) => id === turn)?.url ?? source?.url
  return `“${words}” — ${[speaker, source?.title, small, url].filter(Boolean).join(', ')}`
}
