import type { CutText } from './blocks'
import { cosine, type TextWeights, type WordWeights, weightsOf } from './likeness'
import type { Said } from './statements'
import { tellingStems, wordAt } from './words'

/** What a statement is about. */
interface About {
  words: WordWeights
  /** The stems of its headline. */
  headline: readonly number[]
}

/** How much the share of a headline counts beside the likeness of all words. */
const ofHeadline = 0.5

/** How much two statements of a text speak of the same matter, by the words they share and how rare those are. */
export class Matter {
  private readonly weights: TextWeights
  private readonly known = new Map<Said, About>()

  constructor(private readonly cut: CutText) {
    this.weights = weightsOf(cut)
  }

  /**
   * How much of what `other` says `one` takes up, 0..1.5.
   *
   * The cosine of all their words, and half the share of the headline: a short point is often taken up whole by a
   * long answer that goes on to much else.
   */
  likeness(one: Said, other: Said): number {
    const own = this.about(one)
    const theirs = this.about(other)
    return (
      cosine(own.words, theirs.words) + ofHeadline * this.weights.share(theirs.headline, own.words)
    )
  }

  /** The statement among some that another takes up most; null where it takes up none by more than `least`. */
  mostAlike(one: Said, among: readonly Said[], least: number): Said | null {
    let best: Said | null = null
    let most = least
    for (const other of among) {
      if (other === one) continue
      const likeness = this.likeness(one, other)
      if (likeness > most) {
        best = other
        most = likeness
      }
    }
    return best
  }

  /**
   * The statement among some that says most of what some lines do that are no statements, such as a heading.
   *
   * Half of what a heading says counts by its share: it is short, and the point it names goes on.
   */
  mostLikeBlocks(blocks: readonly number[], among: readonly Said[], least: number): Said | null {
    const words = this.weights.ofBlocks(...blocks)
    const stems = [...words.stems]
    let best: Said | null = null
    let most = least
    for (const other of among) {
      const theirs = this.about(other).words
      const likeness = cosine(words, theirs) + ofHeadline * this.weights.share(stems, theirs)
      if (likeness > most) {
        best = other
        most = likeness
      }
    }
    return best
  }

  private about(one: Said): About {
    let about = this.known.get(one)
    if (!about) {
      const { words } = this.cut
      const { start, end } = one.headline
      const range = { firstWord: wordAt(words, start), endWord: wordAt(words, end) }
      about = {
        words: this.weights.ofBlocks(one.block),
        headline: tellingStems(words, range),
      }
      this.known.set(one, about)
    }
    return about
  }
}
