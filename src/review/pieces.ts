import { nanoid } from 'nanoid'
import type { Piece, Statement } from '../model/debate'
import type { Span } from '../model/schema'
import { sentencesOf } from '../parse/sentences'

/** The parts of some words between which they can be split: sentences, or where there is only one its clauses. */
export function partsOf(words: string): Span[] {
  const sentences = sentencesOf(words, { start: 0, end: words.length })
  if (sentences.length > 1) return sentences.map(({ start, end }) => ({ start, end }))
  const clauses = [...words.matchAll(/\S[^,;:—–]*[,;:—–]*/g)]
  return clauses.map(({ index, 0: clause }) => ({
    start: index,
    end: index + clause.trimEnd().length,
  }))
}

/**
 * The pieces of a statement that is split ahead of some of its parts. The first goes on as the statement, with its
 * headline where that still stands in its words; each other begins with its first part for a headline.
 */
export function piecesOf(
  statement: Statement,
  parts: readonly Span[],
  starts: ReadonlySet<number>,
): Piece[] {
  const words = statement.quotes[0]?.exact ?? ''
  const groups: Span[][] = []
  for (const [at, part] of parts.entries()) {
    const group = groups.at(-1)
    if (!group || starts.has(at)) groups.push([part])
    else group.push(part)
  }
  return groups.map((group, nth): Piece => {
    const [first, last] = [group[0] as Span, group.at(-1) as Span]
    const own = words.slice(first.start, last.end)
    const isOwn = nth === 0 && own.includes(statement.text)
    return {
      id: nth === 0 ? statement.id : `s-${nanoid(10)}`,
      start: first.start,
      end: last.end,
      kind: statement.kind,
      text: isOwn ? statement.text : words.slice(first.start, first.end),
    }
  })
}
