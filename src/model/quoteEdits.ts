import type { Change, Step } from './change'
import type { Annotation, Debate, Quote, Statement } from './debate'
import { supersededBy } from './earlier'
import { addStatement, found, type NewStatement } from './edits'
import { quoteAt } from './quotes'
import type { Id, SourceSpan, Span } from './schema'

// What a person makes of words they have picked in a text, each as one step.

/** A new statement that rests on words of a text, with a note on it where one was written in the same go. */
export interface StatementFromWords extends NewStatement {
  words: SourceSpan
  note?: Omit<Annotation, 'target'>
}

/**
 * Adds a statement that quotes the words at a span, with its side, its link and its note.
 *
 * The step is named after what is added and the text it comes from: "add rebuttal from text 004". Throws where
 * `wordsProblem` or, for the link, `linkProblem` names a problem.
 */
export function addFromWords(debate: Debate, { words, note, ...wish }: StatementFromWords): Step {
  const quotes = [quoteOf(debate, words)]
  const { name, changes } = addStatement(debate, wish)
  const annotation = note && { ...note, target: wish.id }
  return {
    name: `${name}${note ? ' with a note' : ''} from text ${textName(debate, words)}`,
    changes: [
      ...changes.map(
        (change): Change =>
          change.kind === 'statements' && change.record
            ? { ...change, record: { ...change.record, quotes } }
            : change,
      ),
      ...(annotation
        ? [{ kind: 'annotations', id: annotation.id, record: annotation } as const]
        : []),
    ],
  }
}

/** Adds the words at a span to the quotes of a statement. Throws where `quoteProblem` names a problem. */
export function addQuote(debate: Debate, id: Id, words: SourceSpan): Step {
  const statement = found(debate, 'statements', id)
  const problem = quoteProblem(debate, id, words)
  if (problem) throw new RangeError(problem)
  const quotes = [...statement.quotes, quoteOf(debate, words)]
  return {
    name: `add quote from text ${textName(debate, words)}`,
    changes: [{ kind: 'statements', id, record: { ...statement, quotes } }],
  }
}

/**
 * Takes a quote from a statement; the words stay in their text.
 *
 * A statement that loses the last of its words no longer says what somebody wrote in a text. It is a person's own
 * from then on: nothing that the parser said of it is left.
 */
export function removeQuote(debate: Debate, id: Id, quote: Span & { source: Id }): Step {
  const statement = found(debate, 'statements', id)
  const quotes = statement.quotes.filter((one) => !isSamePlace(one, quote))
  if (quotes.length === statement.quotes.length) return { name: 'remove quote', changes: [] }
  const left: Statement = { ...statement, quotes }
  return {
    name: quotes.length > 0 ? 'remove quote' : 'remove the last quote',
    changes: [{ kind: 'statements', id, record: quotes.length > 0 ? left : asOwn(left) }],
  }
}

function asOwn({ because: _, ...statement }: Statement): Statement {
  return { ...statement, madeBy: 'person', confidence: null, reviewed: null }
}

/** Why the words at a span cannot be quoted, as a sentence for a person; null where they can. */
export function wordsProblem(debate: Debate, { source, start, end }: SourceSpan): string | null {
  const from = debate.sources.get(source)
  if (!from) return 'The text of these words is no longer in this map.'
  if (from.text === undefined)
    return 'Only what is known of this text is in the map, not the text itself. Its words cannot be quoted.'
  if (start < 0 || end > from.text.length || from.text.slice(start, end).trim() === '')
    return 'There are no words here to quote.'
  if (cutsCharacter(from.text, start) || cutsCharacter(from.text, end))
    return 'These words begin or end within a character.'
  return null
}

/** Why the words at a span cannot become a further quote of a statement, as a sentence; null where they can. */
export function quoteProblem(debate: Debate, id: Id, words: SourceSpan): string | null {
  const statement = debate.statements.get(id)
  if (!statement) return 'The statement is no longer in the map.'
  if (statement.quotes.some((quote) => isSamePlace(quote, words)))
    return 'These words are among its quotes already.'
  return wordsProblem(debate, words)
}

/** The quotes of a statement that share words with a span. */
export const overlapping = (statement: Statement, words: SourceSpan): Quote[] =>
  statement.quotes.filter((quote) => overlap(quote, words))

function quoteOf(debate: Debate, words: SourceSpan): Quote {
  const problem = wordsProblem(debate, words)
  const text = debate.sources.get(words.source)?.text
  if (problem || text === undefined) throw new RangeError(problem ?? 'There is no text to quote')
  return quoteAt(words.source, text, words)
}

/** The name of a text as a person knows it: an earlier version goes by that of the newest. */
function textName(debate: Debate, { source }: SourceSpan): Id {
  const from = debate.sources.get(source)
  return (from && supersededBy(from)) ?? source
}

const isSamePlace = (a: SourceSpan, b: SourceSpan) =>
  a.source === b.source && a.start === b.start && a.end === b.end

const overlap = (a: SourceSpan, b: SourceSpan) =>
  a.source === b.source && a.start < b.end && b.start < a.end

/** Whether an offset stands between the halves of a surrogate pair. */
const cutsCharacter = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')
