import type { Source } from '../../model/debate'
import type { Id, Span } from '../../model/schema'
import { type InputKind, inputKinds, type Told, type ToldSpan, type ToldTurn } from './told'

/** Kinds whose text still says what it said of its structure when it is read again. */
const plainKinds: readonly InputKind[] = [
  'flattened text',
  'forum page',
  'Markdown',
  'ForumMagnum Markdown',
  'mailing list',
]

/**
 * What an input told of a text, out of the source that was made of it; undefined where the text itself still tells it.
 *
 * Of a saved page or of JSON a map keeps the words, and the structure in turns and passages: this gives it back, so that
 * the text can be read again.
 */
export function toldOf(source: Source): Told | undefined {
  const kind = inputKinds.find((one) => one === source.kind)
  if (!kind || plainKinds.includes(kind) || source.text === undefined) return undefined
  const { text, title, url, authors, publishedAt, passages } = source
  return {
    kind,
    text,
    title,
    url,
    authors,
    publishedAt,
    turns: turnsOf(source),
    spans: passages.flatMap(({ start, end, role }): ToldSpan[] =>
      role === 'speech' || role === 'repeat' ? [] : [{ start, end, role }],
    ),
    missing: [],
    marksQuotations: true,
  }
}

function turnsOf({ turns, passages }: Source): ToldTurn[] {
  const spans = new Map<Id, Span>()
  for (const { turn, start, end } of passages)
    if (turn !== null) spans.set(turn, { start: spans.get(turn)?.start ?? start, end })
  const told = turns.filter(({ id }) => spans.has(id))
  const isThread = told.filter(({ replyTo }) => replyTo === null).length === 1
  const places = new Map(told.map(({ id }, at) => [id, at]))
  return told.map(({ id, speaker, replyTo, postedAt, votes, agreement, url }, at) => {
    const answers = replyTo === null ? null : (places.get(replyTo) ?? at)
    return {
      ...(spans.get(id) as Span),
      speaker,
      // A turn answers one above it; of any other nothing is told.
      ...((answers === null || answers < at) && { replyTo: answers }),
      // The one that answers nobody, and that all the others answer in the end, is the post.
      ...(isThread && answers === null && { isPost: true }),
      ...(postedAt !== undefined && { postedAt }),
      ...(votes !== undefined && { votes }),
      ...(agreement !== undefined && { agreement }),
      ...(url !== undefined && { url }),
    }
  })
}
