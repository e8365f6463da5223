import type { SourceSpan } from '../model/schema'
import { useDebate } from '../store'
import { Button } from '../ui/Button'

/** The name of a place in a text, as the way there: reads the words where they stand. Only the name where the text is gone. */
export function PlaceLink({ words, name }: { words: SourceSpan; name: string }) {
  const isThere = useDebate(({ debate }) => debate.sources.get(words.source)?.text !== undefined)
  const readAt = useDebate((state) => state.readAt)
  if (!isThere) return <span>{name}</span>
  const { source, start, end } = words
  return (
    <Button
      variant="link"
      title="Read it in its place"
      onClick={() => readAt({ source, start, end })}
    >
      {name}
    </Button>
  )
}
