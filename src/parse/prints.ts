import type { CutText } from './blocks'
import type { Furniture } from './furniture'
import type { Likeness } from './shingles'

/** What a page that prints its thread twice tells of its blocks. */
export interface Prints {
  /** The blocks of the second print, and where each stands in the first. */
  again: Map<number, Likeness>
  /** The blocks that the second print leaves out. */
  leftOut: Set<number>
}

/**
 * Finds the blocks of a thread that the page prints a second time.
 *
 * A reader quotes a paragraph or two and then answers; a page that repeats itself goes on and on, in order, or runs
 * to its end. Its second print may lack block quotations, a last line, or differ in a few words.
 */
export function findPrints(
  cut: CutText,
  site: Furniture,
  earlier: readonly (Likeness | null)[],
): Prints {
  const prints: Prints = { again: new Map(), leftOut: new Set() }
  const lastPlain = cut.blocks.findLastIndex((_, at) => !site.parts[at])
  for (let index = 0; index < earlier.length; ) {
    if (!isSame(earlier[index])) {
      index++
      continue
    }
    const run = runFrom(index, site, earlier)
    const words = run.blocks.reduce((sum, at) => sum + wordsOf(cut, at), 0)
    if (run.blocks.length >= 4 || (run.next > lastPlain && words >= 25)) {
      const sources = new Set<number>()
      for (const at of run.blocks) {
        const like = earlier[at] as Likeness
        sources.add(like.block)
        prints.again.set(at, like)
      }
      for (const at of leftOut(sources)) if (!site.parts[at]) prints.leftOut.add(at)
    }
    index = run.next
  }
  return prints
}

const isSame = (like: Likeness | null | undefined): boolean =>
  !!like && like.share > 0.85 && like.shareOfBlock > 0.8

const wordsOf = ({ blocks }: CutText, at: number): number =>
  (blocks[at]?.endWord ?? 0) - (blocks[at]?.firstWord ?? 0)

function runFrom(start: number, site: Furniture, earlier: readonly (Likeness | null)[]) {
  const blocks = [start]
  let next = start + 1
  for (let last = earlier[start]?.block ?? 0; next < earlier.length; next++) {
    if (site.parts[next]) continue
    const like = earlier[next]
    const from = like?.block ?? -1
    // What is right in order may differ in a few words.
    const isAgain = isSame(like) || (from === last + 1 && (like?.share ?? 0) > 0.6)
    if (!isAgain || from <= last || from > last + 6) break
    blocks.push(next)
    last = from
  }
  return { blocks, next }
}

/** A second print leaves block quotations out: what it lacks of the first is a quotation. */
function leftOut(printedAgain: ReadonlySet<number>): number[] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (const block of printedAgain) {
    first = Math.min(first, block)
    last = Math.max(last, block)
  }
  if (printedAgain.size < 3 || printedAgain.size * 2 < last + 1) return []
  const lacking: number[] = []
  for (let at = Math.max(0, first - 3); at < last; at++) if (!printedAgain.has(at)) lacking.push(at)
  return lacking
}
