import type { Id } from '../model/schema'

/** Something the parser was unsure of: where, and a sentence for a person. */
export interface Doubt {
  source: Id
  start: number
  end: number
  says: string
}
