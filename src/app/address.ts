import type { Selection } from '../store/selection'

/** What the part of the address after # says: which map, which position is open, what is selected, what is explained. */
export interface Place {
  map: string | null
  position: string | null
  selected: Selection | null
  /** Where the page that explains the reading is open: at a rule, at a part, or (empty) at its beginning. */
  explains: string | null
}

const kinds = ['statement', 'relation', 'position'] as const

/** Reads a place from `#map=…&position=…&statement=…&explains=…`. What it does not know it leaves out. */
export function readPlace(hash: string): Place {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const kind = kinds.find((one) => fields.has(one === 'position' ? 'about' : one))
  const id = kind && fields.get(kind === 'position' ? 'about' : kind)
  return {
    map: fields.get('map'),
    position: fields.get('position'),
    selected: kind && id ? { kind, id } : null,
    explains: fields.get('explains'),
  }
}

/** Writes a place so that `readPlace` gives it back. */
export function writePlace({ map, position, selected, explains }: Place): string {
  const fields = new URLSearchParams()
  if (map) fields.set('map', map)
  if (position) fields.set('position', position)
  if (selected) fields.set(selected.kind === 'position' ? 'about' : selected.kind, selected.id)
  if (explains !== null) fields.set('explains', explains)
  return `#${fields}`
}
