import { type RefObject, useEffect } from 'react'
import { wordsOfLink } from '../graph/linkEnds'
import type { Id } from '../model/schema'
import { useDebate } from '../store'
import { keepLit } from './useGoal'

/** Lights the words at both ends of the selected link, and the quotation between them, as far as they stand in a text. */
export function useLinkLit(page: RefObject<HTMLElement | null>, source: Id) {
  const debate = useDebate((state) => state.debate)
  const relation = useDebate(({ debate, selected }) =>
    selected?.kind === 'relation' ? debate.relations.get(selected.id) : undefined,
  )
  useEffect(() => {
    if (!page.current || !relation) return
    const words = wordsOfLink(debate, relation)
      .filter((span) => span.source === source)
      .sort((one, other) => one.start - other.start)
    return keepLit(page.current, 'link-ends', apart(words))
  }, [page, source, debate, relation])
}

/** Spans in order, those that share words joined to one. */
function apart<S extends { start: number; end: number }>(spans: readonly S[]): S[] {
  const joined: S[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}
