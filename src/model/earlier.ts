import type { Passage, Reason, Source, Turn } from './debate'
import type { Id, SourceSpan } from './schema'

// A text that has grown is read again in place of the older one. What somebody quoted from the older and is not in the
// newer keeps standing: the older text stays as a source of its own, which says which newer one has taken its place.

/** The id of the newer text that has taken the place of this one; null where it is the newest. */
export const supersededBy = (source: Source): Id | null => source.supersededBy ?? null

/** The texts of a debate without the earlier versions of any. */
export const newestOf = (sources: ReadonlyMap<Id, Source>): Source[] =>
  [...sources.values()].filter((source) => supersededBy(source) === null)

/** The id under which a text is kept once a newer one has its own: "004@1", "004@2" and so on. */
export function earlierId(id: Id, isTaken: (id: Id) => boolean): Id {
  let time = 1
  while (isTaken(`${id}@${time}`)) time++
  return `${id}@${time}`
}

/** A text as it was before a newer one took its place, with its turns and passages, as a source of its own. */
export function earlierOf(source: Source, id: Id): Source {
  const own = new Set([...source.turns, ...source.passages].map((one) => one.id))
  const nameOf = (one: Id) =>
    one.startsWith(`${source.id}/`) ? one.slice(source.id.length + 1) : one
  const rename = (one: Id): Id => (own.has(one) ? `${id}/${nameOf(one)}` : one)
  const moved = (because: Reason[] | undefined) =>
    because && { because: because.map((reason) => moveReason(reason, source.id, id)) }
  return {
    ...source,
    id,
    supersededBy: source.id,
    title: `${source.title} (${asRead(source)})`,
    turns: source.turns.map(
      (turn): Turn => ({
        ...turn,
        ...moved(turn.because),
        id: rename(turn.id),
        replyTo: turn.replyTo && rename(turn.replyTo),
      }),
    ),
    passages: source.passages.map(
      (passage): Passage => ({
        ...passage,
        ...moved(passage.because),
        id: rename(passage.id),
        turn: passage.turn && rename(passage.turn),
        copyOf: passage.copyOf && rename(passage.copyOf),
      }),
    ),
  }
}

const moveReason = (reason: Reason, from: Id, to: Id): Reason => {
  const move = (span: SourceSpan | null) => (span?.source === from ? { ...span, source: to } : span)
  return { ...reason, from: move(reason.from), to: move(reason.to) }
}

function asRead({ readAt }: Source): string {
  const day = new Date(readAt ?? '')
  if (Number.isNaN(day.getTime())) return 'an earlier version'
  return `as read on ${day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}`
}
