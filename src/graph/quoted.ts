import type { Debate, Relation } from '../model/debate'
import type { Id, SourceSpan, Span } from '../model/schema'

/** A quote of a statement, by where it stands in its source. */
export interface Quoted extends Span {
  statement: Id
}

const known = new WeakMap<Debate['statements'], Map<Id, Quoted[]>>()
const none: readonly Quoted[] = []

/** The quotes that lie in a source, in the order of the text; of two that begin together the longer first. */
export function quotedIn(
  { statements }: Pick<Debate, 'statements'>,
  source: Id,
): readonly Quoted[] {
  const bySource = known.get(statements) ?? collect(statements)
  known.set(statements, bySource)
  return bySource.get(source) ?? none
}

function collect(statements: Debate['statements']): Map<Id, Quoted[]> {
  const bySource = new Map<Id, Quoted[]>()
  for (const { id, quotes } of statements.values())
    for (const { source, start, end } of quotes) {
      const quoted = bySource.get(source)
      if (quoted) quoted.push({ statement: id, start, end })
      else bySource.set(source, [{ statement: id, start, end }])
    }
  for (const quoted of bySource.values()) quoted.sort((a, b) => a.start - b.start || b.end - a.end)
  return bySource
}

/** The statements made from some of these words, in the order of the text. An empty span is nobody's. */
export function statementsFrom(debate: Pick<Debate, 'statements'>, words: SourceSpan): Id[] {
  const touching = quotedIn(debate, words.source).filter(
    ({ start, end }) => start < words.end && end > words.start && words.start < words.end,
  )
  return [...new Set(touching.map(({ statement }) => statement))]
}

/** The statements at the ends of a link. An undercut ends at those of the link that it denies. */
export function endsOf(
  { statements, relations }: Pick<Debate, 'statements' | 'relations'>,
  { from, to }: Relation,
): Id[] {
  const denied = relations.get(to)
  const ends = denied ? [from, denied.from, denied.to] : [from, to]
  return [...new Set(ends)].filter((id) => statements.has(id))
}

/** The first words that a statement rests on; those of the answering end, for a link. null where it rests on none. */
export function firstWordsOf(
  { sources, statements, relations }: Pick<Debate, 'statements' | 'relations' | 'sources'>,
  { kind, id }: { kind: string; id: Id },
): SourceSpan | null {
  const relation = kind === 'relation' ? relations.get(id) : undefined
  const statement = statements.get(relation?.from ?? (kind === 'statement' ? id : ''))
  const [quote] = statement?.quotes ?? []
  if (!quote || !sources.has(quote.source)) return null
  return { source: quote.source, start: quote.start, end: quote.end }
}
