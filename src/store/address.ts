import type { Span } from '../model/schema'
import type { Selection } from './selection'
import type { Panes } from './sessionSlice'

/**
 * What the part of the address after # says: which map, which position is open, what is selected,
 * which text is open in which panes, what is explained.
 */
export interface Place {
  map: string | null
  position: string | null
  selected: Selection | null
  /** The text that is open in the reader. */
  reading: string | null
  /** The words in that text to show and light; an empty span is the place one has read to. */
  at: Span | null
  panes: Panes
  /** Where the page that explains the reading is open: at a rule, at a part, or (empty) at its beginning. */
  explains: string | null
}

const allPanes: readonly Panes[] = ['map', 'both', 'reader']
const kinds = ['statement', 'relation', 'position'] as const

/** Reads a place from `#map=…&position=…&statement=…&text=…&at=…&panes=…&explains=…`. What it does not know it leaves out. */
export function readPlace(hash: string): Place {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const kind = kinds.find((one) => fields.has(one === 'position' ? 'about' : one))
  const id = kind && fields.get(kind === 'position' ? 'about' : kind)
  return {
    map: fields.get('map'),
    position: fields.get('position'),
    selected: kind && id ? { kind, id } : null,
    reading: fields.get('text'),
    at: readSpan(fields.get('at')),
    panes: allPanes.find((one) => one === fields.get('panes')) ?? 'map',
    explains: fields.get('explains'),
  }
}

/** Writes a place so that `readPlace` gives it back. */
export function writePlace(place: Place): string {
  const { map, position, selected, reading, at, panes, explains } = place
  const fields = new URLSearchParams()
  if (map) fields.set('map', map)
  if (position) fields.set('position', position)
  if (selected) fields.set(selected.kind === 'position' ? 'about' : selected.kind, selected.id)
  if (reading) fields.set('text', reading)
  if (at) fields.set('at', at.start === at.end ? `${at.start}` : `${at.start}-${at.end}`)
  if (panes !== 'map') fields.set('panes', panes)
  if (explains !== null) fields.set('explains', explains)
  return `#${fields}`
}

/** Reads `120` as a place and `120-160` as words; null where it is neither. */
function readSpan(at: string | null): Span | null {
  const [, from, to = from] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(at ?? '') ?? []
  if (from === undefined) return null
  const [start, end] = [Number(from), Number(to)]
  return start <= end ? { start, end } : null
}
