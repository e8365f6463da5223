import type { Source } from '../model/debate'
import type { Block } from './page'

/** A line of the table of contents. */
export interface Entry {
  kind: 'turn' | 'heading'
  /** "Turn 3", or the words of the heading. */
  title: string
  /** Who speaks, and how the turn begins. */
  detail: string
  /** Where it begins, in code units of the text. */
  start: number
  /** How far it is indented. */
  depth: number
}

/** How much of a turn's first words stands beside its name, in code units. */
const beginning = 90

/** The turns and the headings of a text, in order. A heading stands below the turn it is in. */
export function contentsOf({ text = '' }: Source, blocks: readonly Block[]): Entry[] {
  const entries: Entry[] = []
  let turn: Entry | null = null
  for (const { head, role, start, end, depth, isCut } of blocks) {
    const words = () => text.slice(start, Math.min(end, start + beginning)).replace(/\s+/g, ' ')
    if (head && !head.goesOn) {
      const detail = head.turn.speaker ?? ''
      turn = { kind: 'turn', title: head.name, detail, start, depth }
      entries.push(turn)
    }
    if (role === 'heading' && !isCut)
      entries.push({ kind: 'heading', title: words().trim(), detail: '', start, depth: depth + 1 })
    else if (turn && role === 'speech') {
      // What a turn quotes comes first in it, and is somebody else's.
      turn.detail = [turn.detail, words().trim()].filter(Boolean).join(': ')
      turn = null
    }
  }
  return entries
}
