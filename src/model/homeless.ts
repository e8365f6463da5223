import { z } from 'zod'
import { type About, Annotation } from './debate'

/** The top-level field in which a map carries annotations whose target is gone. */
export const homelessField = 'homelessAnnotations'

const Homeless = z.array(Annotation)

/**
 * The annotations whose target is gone, oldest first.
 *
 * Somebody wrote them, so they are kept where `about` keeps what else stands at the top of a map: they are exported,
 * read back in, and return to their place once their target is there again.
 */
export function homelessOf(about: About): readonly Annotation[] {
  if (!Object.hasOwn(about.extra, homelessField)) return []
  const { data } = Homeless.safeParse(about.extra[homelessField])
  return data ?? []
}

/** The same `about` with these annotations as its homeless ones. */
export function withHomeless(about: About, homeless: readonly Annotation[]): About {
  const { [homelessField]: _, ...extra } = about.extra
  if (homeless.length === 0) return { ...about, extra }
  return { ...about, extra: { ...extra, [homelessField]: [...homeless].sort(byMoment) } }
}

/** Orders annotations by when they were written. */
export function byMoment(one: Annotation, other: Annotation): number {
  const apart = Date.parse(one.createdAt) - Date.parse(other.createdAt)
  return apart || compare(one.createdAt, other.createdAt) || compare(one.id, other.id)
}

/** Code unit order: the same on every machine, whatever its language. */
export const compare = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0
