import type { Block, CutText } from './blocks'
import type { Furniture } from './furniture'

/** How a text is laid out: which heading stands above a block, and which line opens its list. */
export class Outline {
  /** For each block the heading above it, -1 where there is none. */
  private readonly headingAbove: Int32Array
  /** For each block the block that opens its list, -1 for what is in no list. */
  private readonly opener: Int32Array
  /** For each block the first block after its list. */
  private readonly listEnd: Int32Array
  private readonly timesUsed = new Map<string, number>()

  constructor(
    private readonly cut: CutText,
    private readonly site: Furniture,
  ) {
    const { blocks } = cut
    this.headingAbove = new Int32Array(blocks.length).fill(-1)
    this.opener = new Int32Array(blocks.length).fill(-1)
    this.listEnd = new Int32Array(blocks.length).fill(-1)
    let heading = -1
    for (const index of blocks.keys()) {
      this.headingAbove[index] = heading
      if (!this.isHeading(index)) continue
      heading = index
      this.timesUsed.set(this.words(index), (this.timesUsed.get(this.words(index)) ?? 0) + 1)
    }
    this.readLists()
  }

  /**
   * Items stand under the nearest block above that is less deep: a line of prose, or an item further out.
   *
   * ```text
   * Two things follow:       opener of a and b
   *   a. The first.
   *     1. A detail.         opened by a
   *   b. The second.
   * ```
   */
  private readLists() {
    const { blocks } = this.cut
    let open: number[] = []
    for (const [index, block] of blocks.entries()) {
      if (this.site.parts[index]) open = []
      else if (block.shape !== 'item') {
        open = [index]
      } else {
        while (open.length > 1 && this.isOutside(open.at(-1) ?? 0, block)) open.pop()
        this.opener[index] = open.at(-1) ?? -1
        open.push(index)
      }
    }
    // The first block after a list is the same for each of its items.
    let after = -1
    for (let index = blocks.length - 1; index >= 0; index--) {
      if (blocks[index]?.shape !== 'item') after = this.site.parts[index] ? -1 : index
      else this.listEnd[index] = after
    }
  }

  private isOutside(index: number, block: Block): boolean {
    const other = this.cut.blocks[index]
    return other?.shape === 'item' && other.indent >= block.indent
  }

  /** The heading above a block, -1 where there is none. */
  above(index: number): number {
    return this.headingAbove[index] ?? -1
  }

  /** A heading with the one it belongs under: "Why does this matter?", said again and again, needs its chapter. */
  titles(heading: number): number[] {
    if (heading < 0) return []
    if ((this.timesUsed.get(this.words(heading)) ?? 0) < 2) return [heading]
    let above = this.above(heading)
    for (let step = 0; step < 8 && above >= 0; step++) {
      if ((this.timesUsed.get(this.words(above)) ?? 0) < 2) return [above]
      above = this.above(above)
    }
    return [heading]
  }

  /** Whether a heading says that what follows sums up. */
  isConclusion(heading: number): boolean {
    return /^(?:in )?(?:conclusions?|closing|summing up|takeaways?|tl;?dr)\b/i.test(
      this.words(heading),
    )
  }

  /** The blocks under a heading, up to the next. */
  sectionOf(heading: number): number[] {
    const section: number[] = []
    for (let at = heading + 1; at < this.cut.blocks.length && !this.site.parts[at]; at++)
      section.push(at)
    return section
  }

  /** The block that opens the list an item stands in; null for what is no item of a list. */
  openerOf(index: number): number | null {
    const opener = this.opener[index] ?? -1
    return opener < 0 ? null : opener
  }

  /** The items of the same list below an item. */
  siblingsAfter(index: number): number[] {
    const siblings: number[] = []
    const opener = this.opener[index]
    for (let at = index + 1; at < Math.min(index + 30, this.cut.blocks.length); at++) {
      if (this.cut.blocks[at]?.shape !== 'item') break
      if (this.opener[at] === opener) siblings.push(at)
    }
    return siblings
  }

  /** The first block below a list; null where a heading or the end comes first. */
  afterList(index: number): number | null {
    const after = this.listEnd[index] ?? -1
    return after < 0 ? null : after
  }

  private isHeading(index: number): boolean {
    return this.site.parts[index]?.role === 'heading'
  }

  private words(index: number): string {
    const block = this.cut.blocks[index]
    return block ? this.cut.text.slice(block.start, block.end) : ''
  }
}
