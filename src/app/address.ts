import type { Selection } from '../store/selection'
import type { Panes } from '../store/sessionSlice'

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
  panes: Panes
  /** Where the page that explains the reading is open: at a rule, at a part, or (empty) at its beginning. */
  explains: string | null
}

const allPanes: readonly Panes[] = ['map', 'both', 'reader']
const kinds = ['statement', 'relation', 'position'] as const

/** Reads a place from `#map=…&position=…&statement=…&text=…&panes=…&explains=…`. What it does not know it leaves out. */
export function readPlace(hash: string): Place {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const kind = kinds.find((one) => fields.has(one === 'position' ? 'about' : one))
  const id = kind && fields.get(kind === 'position' ? 'about' : kind)
  return {
    map: fields.get('map'),
    position: fields.get('position'),
    selected: kind && id ? { kind, id } : null,
    reading: fields.get('text'),
    panes: allPanes.find((one) => one === fields.get('panes')) ?? 'map',
    explains: fields.get('explains'),
  }
}

/** Writes a place so that `readPlace` gives it back. */
export function writePlace(place: Place): string {
  const { map, position, selected, reading, panes, explains } = place
  const fields = new URLSearchParams()
  if (map) fields.set('map', map)
  if (position) fields.set('position', position)
  if (selected) fields.set(selected.kind === 'position' ? 'about' : selected.kind, selected.id)
  if (reading) fields.set('text', reading)
  if (panes !== 'map') fields.set('panes', panes)
  if (explains !== null) fields.set('explains', explains)
  return `#${fields}`
}
