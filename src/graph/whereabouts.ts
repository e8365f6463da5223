import type { Debate, Quote, Source, Statement } from '../model/debate'
import { supersededBy } from '../model/earlier'
import type { Id } from '../model/schema'

/** Where somebody said something. */
export interface Whereabouts {
  /** "Post" or "Turn 12"; "Text 004" where the turn is not known. */
  place: string
  source: Id
  turn: Id | null
  /** Who speaks there, if the text says. */
  speaker: string | null
  /** The newer text in which these words no longer stand; null where they stand in the newest. */
  goneFrom: Id | null
}

/** Where a statement was said: the turn its first quote lies in. null for what a person wrote into the map. */
export function whereaboutsOf(debate: Debate, statement: Statement): Whereabouts | null {
  const quote = statement.quotes[0]
  return quote ? whereIs(debate, quote) : null
}

/** Where a quote lies, in words: turns are counted from one, and the post that opens a thread is called so. */
export function whereIs(
  debate: Pick<Debate, 'sources'>,
  quote: Pick<Quote, 'source' | 'start'>,
): Whereabouts {
  const source = debate.sources.get(quote.source)
  const turnId = source ? turnAt(source, quote.start) : null
  const at = source?.turns.findIndex((turn) => turn.id === turnId) ?? -1
  const turn = source?.turns[at]
  const goneFrom = (source && supersededBy(source)) ?? null
  if (!source || !turn) {
    const place = `Text ${goneFrom ?? quote.source}`
    return { place, source: quote.source, turn: null, speaker: null, goneFrom }
  }
  return {
    place: nameOfTurn(source, at),
    source: source.id,
    turn: turn.id,
    speaker: turn.speaker,
    goneFrom,
  }
}

/** What the turn at an index of a text is called: "Post", or "Turn 12". */
export const nameOfTurn = (source: Source, at: number): string =>
  at === 0 && opensWithPost(source) ? 'Post' : `Turn ${at + 1}`

/** Where a statement was said, as its card has room for it: "Turn 12", or "Turn 12, gone". null for a person's own. */
export function placeOnCard(debate: Debate, statement: Statement): string | null {
  const where = whereaboutsOf(debate, statement)
  return where && withGone(where)
}

const withGone = ({ place, goneFrom }: Whereabouts): string =>
  goneFrom === null ? place : `${place}, gone`

/** Names a place in full: "Text 004, turn 12", with ", gone" where a newer text no longer has the words. */
export function placeInFull(where: Whereabouts): string {
  const short = withGone(where)
  if (where.turn === null) return short
  return `Text ${where.goneFrom ?? where.source}, ${short.charAt(0).toLowerCase()}${short.slice(1)}`
}

/** The turn of the passage that holds an offset. Passages stand in order, so this halves its way to it. */
function turnAt(source: Source, offset: number): Id | null {
  let [low, high] = [0, source.passages.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const passage = source.passages[middle]
    if (passage && passage.end <= offset) low = middle + 1
    else high = middle
  }
  return source.passages[low]?.turn ?? null
}

const posts = new WeakMap<Source, boolean>()

/** Whether a text opens with a post: its first turn has headings, which comments hardly ever have. */
function opensWithPost(source: Source): boolean {
  const known = posts.get(source)
  if (known !== undefined) return known
  const first = source.turns[0]?.id
  const answer = source.passages.some(({ turn, role }) => turn === first && role === 'heading')
  posts.set(source, answer)
  return answer
}
