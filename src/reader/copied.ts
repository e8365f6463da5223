import { whereIs } from '../graph/whereabouts'
import type { Passage, Source } from '../model/debate'
import type { Id, SourceSpan } from '../model/schema'
import { find } from './find'

/** Where copied words first stand. */
export interface CopiedFrom {
  /** "turn 3"; "text 000, turn 2" where that is another text. */
  place: string
  /** The words there: those that were copied, or the whole passage where they were changed. */
  span: SourceSpan
}

interface Placed {
  source: Source
  passage: Passage
}

const passages = new WeakMap<Source, ReadonlyMap<Id, Passage>>()

/** The passages of a text by id, looked up once for each text. */
function passagesOf(source: Source): ReadonlyMap<Id, Passage> {
  const known = passages.get(source)
  if (known) return known
  const made = new Map(source.passages.map((passage) => [passage.id, passage]))
  passages.set(source, made)
  return made
}

/** Where the words of a quotation or a repeat first stand; null where that was not found. */
export function copiedFrom(sources: ReadonlyMap<Id, Source>, copy: Passage): CopiedFrom | null {
  const [here, there] = [placed(sources, copy.id), placed(sources, copy.copyOf)]
  if (!here || !there) return null
  const words = here.source.text?.slice(copy.start, copy.end) ?? ''
  const { id: source, text = '' } = there.source
  const { start, end } = there.passage
  const [same] = find(text.slice(start, end), words.replace(/^[>\s]+/, ''))
  const span = same
    ? { source, start: start + same.start, end: start + same.end }
    : { source, start, end }
  const place = whereIs({ sources }, span).place
  const short = place.charAt(0).toLowerCase() + place.slice(1)
  const isHere = source === here.source.id
  return { place: isHere ? short : `text ${source}, ${short}`, span }
}

function placed(sources: ReadonlyMap<Id, Source>, id: Id | null): Placed | null {
  if (id === null) return null
  for (const source of sources.values()) {
    const passage = passagesOf(source).get(id)
    if (passage) return { source, passage }
  }
  return null
}
