import type { CutText } from './blocks'

/** How many words make a shingle. */
const size = 4
/** How many places of the same four words are remembered: a text that says one thing a thousand times stays quick. */
const most = 12

/** Where words come from: a stretch of another block that says the same. */
export interface Likeness {
  /** The text and the block that have the words too. */
  source: number
  block: number
  /** The words that are alike there, from the first to the last, as indices into that text's words. */
  firstWord: number
  endWord: number
  /** What share of the words asked for stands there. */
  share: number
  /** What share of that block's words was asked for. */
  shareOfBlock: number
}

/**
 * An index of every four words in a row in some texts.
 *
 * Broder's shingles (1997): two passages share nearly all their shingles where one copies the other, whatever
 * was changed in a few places. Looking a passage up costs its length, not the number of passages.
 */
export class Shingles {
  private readonly places = new Map<string, number[]>()
  private readonly blockOf: Int32Array[]

  constructor(private readonly texts: readonly CutText[]) {
    this.blockOf = texts.map(blockOfEachWord)
    for (const [source, { words, blocks }] of texts.entries())
      for (const block of blocks)
        for (let at = block.firstWord; at + size <= block.endWord; at++) {
          const key = words.keys.slice(at, at + size).join(' ')
          const places = this.places.get(key)
          if (!places) this.places.set(key, [source, at])
          else if (places.length < 2 * most) places.push(source, at)
        }
  }

  /**
   * The block that shares most with some words, among those that are allowed; null where none shares anything.
   *
   * Of two that share as much, the earlier wins: the first to say it is the source.
   */
  find(keys: readonly string[], allowed: (source: number, block: number) => boolean) {
    const found = new Map<string, Candidate>()
    for (let at = 0; at + size <= keys.length; at++) {
      const places = this.places.get(keys.slice(at, at + size).join(' ')) ?? []
      for (let i = 0; i < places.length; i += 2)
        this.count(found, places[i] as number, places[i + 1] as number, at, allowed)
    }
    let best: Candidate | null = null
    for (const candidate of found.values())
      if (!best || candidate.covered > best.covered) best = candidate
    return best && this.likeness(best, keys.length)
  }

  private count(
    found: Map<string, Candidate>,
    source: number,
    word: number,
    at: number,
    allowed: (source: number, block: number) => boolean,
  ) {
    const block = this.blockOf[source]?.[word] ?? -1
    if (block < 0 || !allowed(source, block)) return
    const key = `${source} ${block}`
    let candidate = found.get(key)
    if (!candidate) {
      candidate = { source, block, first: word, end: word + size, upTo: 0, covered: 0 }
      found.set(key, candidate)
    }
    candidate.first = Math.min(candidate.first, word)
    candidate.end = Math.max(candidate.end, word + size)
    // Shingles overlap: only words not yet counted count.
    candidate.covered += Math.max(0, at + size - Math.max(candidate.upTo, at))
    candidate.upTo = Math.max(candidate.upTo, at + size)
  }

  private likeness({ source, block, first, end, covered }: Candidate, asked: number): Likeness {
    const there = this.texts[source]?.blocks[block]
    const length = there ? there.endWord - there.firstWord : 1
    return {
      source,
      block,
      firstWord: first,
      endWord: end,
      share: covered / asked,
      shareOfBlock: Math.min(covered, end - first) / length,
    }
  }
}

interface Candidate {
  source: number
  block: number
  first: number
  end: number
  upTo: number
  covered: number
}

function blockOfEachWord({ words, blocks }: CutText): Int32Array {
  const blockOf = new Int32Array(words.keys.length).fill(-1)
  for (const [index, block] of blocks.entries()) blockOf.fill(index, block.firstWord, block.endWord)
  return blockOf
}
