import type { Span } from '../model/schema'
import type { Said } from './statements'

/** The statements of one text, by the blocks they stand in. */
export class Places {
  private readonly byBlock = new Map<number, Said[]>()

  constructor(said: readonly Said[]) {
    for (const one of said)
      for (let block = one.block; block <= one.lastBlock; block++) {
        const here = this.byBlock.get(block)
        if (here) here.push(one)
        else this.byBlock.set(block, [one])
      }
  }

  /** What is said in a block, in order: two statements where it makes two points. */
  in(block: number): readonly Said[] {
    return this.byBlock.get(block) ?? []
  }

  /** The last thing said in a block: what leads over to the next. */
  lastIn(block: number): Said | null {
    return this.in(block).at(-1) ?? null
  }

  /** What is said in a block at certain words: the statement that shares most of them. */
  at(block: number, words: Span): Said | null {
    let best: Said | null = null
    let most = Number.NEGATIVE_INFINITY
    for (const one of this.in(block)) {
      const shared = Math.min(one.span.end, words.end) - Math.max(one.span.start, words.start)
      if (shared > most) {
        best = one
        most = shared
      }
    }
    return best
  }
}
