import type { DebateMap } from '../model/debateMap'
import type { Id } from '../model/schema'
import type { Codebook, KnownSource } from './codebook'
import type { Doubt } from './doubts'

/** A text to read, as decoded from UTF-8. */
export interface Input {
  /** The file's name; the source is named after the part up to the first `_` or `.`. */
  name: string
  text: string
  /** The bytes as they came, for the checksum; without them the text is encoded again. */
  bytes?: Uint8Array
}

/** The seven stages, in the order they run. */
export type Stage =
  | 'blocks'
  | 'furniture'
  | 'copies'
  | 'turns'
  | 'statements'
  | 'relations'
  | 'positions'

/** How far the parser is: which stage, with which source, and what share of all the work is done. */
export interface Progress {
  stage: Stage
  source: Id
  done: number
}

/** What the parser reads texts with. */
export interface ParseOptions {
  codebook: Codebook
  known?: readonly KnownSource[]
  onProgress?: (progress: Progress) => void
}

/** A map of the debate, and what the parser was unsure of. */
export interface Parsed {
  map: DebateMap
  doubts: Doubt[]
}
