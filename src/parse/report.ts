import type { Role, Source, Statement } from '../model/debate'
import type { Id, Span } from '../model/schema'
import type { InputKind, Told } from './inputs/told'
import { isSpace } from './letters'

/** What was understood of one input: what a person sees before it changes anything. */
export interface SourceReport {
  source: Id
  kind: InputKind
  title: string
  turns: number
  /** The people it names, who speaks most first. */
  speakers: string[]
  statements: number
  /** What share of the text's characters, white space aside, stands in the quote of a statement: 0..1. */
  mapped: number
  /** What makes no statement: how much of it, in characters without white space, most first. */
  leftAside: { role: Role; passages: number; characters: number }[]
  /** What the input itself says is not in it, in sentences. */
  missing: string[]
}

/** Counts what became of a text. */
export function reportOf(
  source: Source,
  statements: readonly Statement[],
  told: Told,
): SourceReport {
  const text = source.text ?? ''
  const visible = ({ start, end }: Span) => {
    let count = 0
    for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) count++
    return count
  }
  const quotes = statements
    .flatMap((statement) => statement.quotes.filter((quote) => quote.source === source.id))
    .sort((a, b) => a.start - b.start)
  const mapped = quotes.reduce((sum, quote) => sum + visible(quote), 0)
  return {
    source: source.id,
    kind: told.kind,
    title: source.title,
    turns: source.turns.length,
    speakers: speakersOf(source),
    statements: statements.filter((one) => one.quotes[0]?.source === source.id).length,
    mapped: mapped / Math.max(1, visible({ start: 0, end: text.length })),
    leftAside: leftAsideOf(source, quotes, visible),
    missing: told.missing,
  }
}

/** The passages in which no quote begins, by their role; the most words first. */
function leftAsideOf(
  { passages }: Source,
  quotes: readonly Span[],
  visible: (span: Span) => number,
): SourceReport['leftAside'] {
  const aside = new Map<Role, SourceReport['leftAside'][number]>()
  let next = 0
  for (const passage of passages) {
    const { role } = passage
    while ((quotes[next]?.start ?? Number.POSITIVE_INFINITY) < passage.start) next++
    if ((quotes[next]?.start ?? Number.POSITIVE_INFINITY) < passage.end) continue
    const sum = aside.get(role) ?? { role, passages: 0, characters: 0 }
    sum.passages++
    sum.characters += visible(passage)
    aside.set(role, sum)
  }
  return [...aside.values()].sort((a, b) => b.characters - a.characters)
}

function speakersOf({ turns }: Source): string[] {
  const times = new Map<string, number>()
  for (const { speaker } of turns)
    if (speaker !== null) times.set(speaker, (times.get(speaker) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1]).map(([speaker]) => speaker)
}
