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
 * An index of every four words in a row that stand more than once in some texts.
 *
 * Broder's shingles (1997): two passages share nearly all their shingles where one copies the other, whatever
 * was changed in a few places. Looking a passage up costs its length, not the number of passages.
 *
 * The texts share one vocabulary. Most shingles stand once, so two bits for each hash (Bloom 1970) sift those out
 * before anything is kept of them; what is kept is compared word by word, so that no two shingles are ever mixed up.
 */
export class Shingles {
  /** The words of all the texts, one after the other, and where each text's begin. */
  private readonly ids: Int32Array
  private readonly firstWord: number[] = []
  /** The blocks of all the texts, numbered on, and where each text's begin. */
  private readonly blockOf: Int32Array
  private readonly firstBlock: number[] = []
  private readonly sourceOf: Int32Array
  private readonly index: PlaceIndex
  private readonly tally: Tally

  constructor(private readonly texts: readonly CutText[]) {
    let words = 0
    let blocks = 0
    for (const text of texts) {
      this.firstWord.push(words)
      this.firstBlock.push(blocks)
      words += text.words.count
      blocks += text.blocks.length
    }
    this.ids = texts.length === 1 ? (texts[0] as CutText).words.ids : new Int32Array(words)
    this.blockOf = new Int32Array(words)
    this.sourceOf = new Int32Array(blocks)
    for (const [source, text] of texts.entries()) {
      const from = this.firstWord[source] ?? 0
      if (texts.length > 1) this.ids.set(text.words.ids, from)
      for (const [at, block] of text.blocks.entries()) {
        const number = (this.firstBlock[source] ?? 0) + at
        this.sourceOf[number] = source
        this.blockOf.fill(number, from + block.firstWord, from + block.endWord)
      }
    }
    this.index = this.indexed()
    this.tally = new Tally(blocks)
  }

  private indexed(): PlaceIndex {
    const sieve = new Sieve(this.ids.length)
    this.eachPlace((hash) => sieve.add(hash))
    const index = new PlaceIndex(this.ids, sieve)
    this.eachPlace((hash, place) => index.add(hash, place))
    return index
  }

  /** Goes over the shingles of all blocks: the hash of each, and where it stands among all words. */
  private eachPlace(take: (hash: number, place: number) => void) {
    const { ids } = this
    for (const [source, { blocks }] of this.texts.entries()) {
      const from = this.firstWord[source] ?? 0
      for (const block of blocks) {
        const end = from + block.endWord - size
        for (let place = from + block.firstWord; place <= end; place++)
          take(hashAt(ids, place), place)
      }
    }
  }

  /**
   * The block that shares most with some words, among those that are allowed; null where none shares anything.
   *
   * Of two that share as much, the earlier wins: the first to say it is the source. The words are numbers of the
   * texts' vocabulary. Four words that stand only once in all the texts count for nothing.
   */
  find(words: Int32Array, allowed: (source: number, block: number) => boolean): Likeness | null {
    const { tally, index } = this
    tally.clear()
    for (let at = 0; at + size <= words.length; at++)
      for (let i = index.first(words, at); i > 0; i = index.next(i)) {
        const place = index.place(i)
        const block = this.blockOf[place] as number
        if (tally.isNew(block)) tally.start(block, place, this.isAllowed(block, allowed))
        tally.count(block, place, at)
      }
    const best = tally.best()
    return best < 0 ? null : this.likeness(best, words.length)
  }

  private isAllowed(block: number, allowed: (source: number, block: number) => boolean): boolean {
    const source = this.sourceOf[block] as number
    return allowed(source, block - (this.firstBlock[source] ?? 0))
  }

  private likeness(number: number, asked: number): Likeness {
    const source = this.sourceOf[number] as number
    const block = number - (this.firstBlock[source] ?? 0)
    const from = this.firstWord[source] ?? 0
    const { first, end, covered } = this.tally.of(number)
    const there = this.texts[source]?.blocks[block]
    const length = there ? there.endWord - there.firstWord : 1
    return {
      source,
      block,
      firstWord: first - from,
      endWord: end - from,
      share: covered / asked,
      shareOfBlock: Math.min(covered, end - first) / length,
    }
  }
}

/** Tells which hashes come more than once, without keeping them. May take one for another, now and then. */
class Sieve {
  private readonly once: Int32Array
  private readonly again: Int32Array
  private readonly mask: number

  constructor(count: number) {
    const bits = 2 ** Math.max(10, Math.ceil(Math.log2(8 * count + 1)))
    this.once = new Int32Array(bits >> 5)
    this.again = new Int32Array(bits >> 5)
    this.mask = bits - 1
  }

  add(hash: number) {
    const bit = hash & this.mask
    const flag = 1 << (bit & 31)
    const word = bit >>> 5
    if ((this.once[word] as number) & flag) this.again[word] = (this.again[word] as number) | flag
    else this.once[word] = (this.once[word] as number) | flag
  }

  comesAgain(hash: number): boolean {
    const bit = hash & this.mask
    return ((this.again[bit >>> 5] as number) & (1 << (bit & 31))) !== 0
  }
}

/** The places of shingles that stand more than once, as lists in typed arrays: links start at 1, 0 ends a list. */
class PlaceIndex {
  /** An open hash table: the first link of a shingle's list, 0 where there is room. */
  private slots = new Int32Array(1 << 10)
  private shingles = 0
  private links = 1
  private places = new Int32Array(1 << 10)
  private following = new Int32Array(1 << 10)
  /** For the first link of a list: its hash, its last link and how long it is. */
  private hashes = new Int32Array(1 << 10)
  private last = new Int32Array(1 << 10)
  private lengths = new Uint8Array(1 << 10)

  constructor(
    private readonly ids: Int32Array,
    private readonly sieve: Sieve,
  ) {}

  add(hash: number, place: number) {
    if (!this.sieve.comesAgain(hash)) return
    const slot = this.slotOf(hash, this.ids, place)
    const first = this.slots[slot] as number
    if (first > 0 && (this.lengths[first] as number) >= most) return
    const link = this.link(place)
    if (first > 0) {
      this.following[this.last[first] as number] = link
      this.last[first] = link
      this.lengths[first] = (this.lengths[first] as number) + 1
      return
    }
    this.slots[slot] = link
    this.hashes[link] = hash
    this.last[link] = link
    this.lengths[link] = 1
    if (2 * ++this.shingles > this.slots.length) this.makeRoom()
  }

  /** The first link of the list of four words in a row; 0 where they stand but once. */
  first(words: Int32Array, at: number): number {
    const hash = hashAt(words, at)
    return this.sieve.comesAgain(hash) ? (this.slots[this.slotOf(hash, words, at)] as number) : 0
  }

  next = (link: number): number => this.following[link] as number
  place = (link: number): number => this.places[link] as number

  private slotOf(hash: number, words: Int32Array, at: number): number {
    const mask = this.slots.length - 1
    let slot = (hash >>> 7) & mask
    for (let link = this.slots[slot] as number; link > 0; link = this.slots[slot] as number) {
      if (this.hashes[link] === hash && isSame(this.ids, this.places[link] as number, words, at))
        break
      slot = (slot + 1) & mask
    }
    return slot
  }

  private link(place: number): number {
    const link = this.links++
    if (link === this.places.length) {
      this.places = twice(this.places)
      this.following = twice(this.following)
      this.hashes = twice(this.hashes)
      this.last = twice(this.last)
      const lengths = new Uint8Array(2 * link)
      lengths.set(this.lengths)
      this.lengths = lengths
    }
    this.places[link] = place
    return link
  }

  private makeRoom() {
    const old = this.slots
    this.slots = new Int32Array(4 * old.length)
    const mask = this.slots.length - 1
    for (const link of old) {
      if (link === 0) continue
      let slot = ((this.hashes[link] as number) >>> 7) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = link
    }
  }
}

/** How much of the words asked for each block has: one row of numbers a block, used again for every question. */
class Tally {
  private round = 0
  private readonly rounds: Int32Array
  private readonly firsts: Int32Array
  private readonly ends: Int32Array
  private readonly upTo: Int32Array
  private readonly covered: Int32Array
  private readonly met: number[] = []

  constructor(blocks: number) {
    this.rounds = new Int32Array(blocks)
    this.firsts = new Int32Array(blocks)
    this.ends = new Int32Array(blocks)
    this.upTo = new Int32Array(blocks)
    this.covered = new Int32Array(blocks)
  }

  clear() {
    this.round++
    this.met.length = 0
  }

  isNew(block: number): boolean {
    return this.rounds[block] !== this.round
  }

  start(block: number, place: number, isAllowed: boolean) {
    this.rounds[block] = this.round
    this.firsts[block] = place
    this.ends[block] = place + size
    this.upTo[block] = isAllowed ? 0 : refused
    this.covered[block] = 0
    if (isAllowed) this.met.push(block)
  }

  count(block: number, place: number, at: number) {
    const upTo = this.upTo[block] as number
    if (upTo === refused) return
    if (place < (this.firsts[block] as number)) this.firsts[block] = place
    if (place + size > (this.ends[block] as number)) this.ends[block] = place + size
    // Shingles overlap: only words not yet counted count.
    const fresh = at + size - Math.max(upTo, at)
    if (fresh > 0) this.covered[block] = (this.covered[block] as number) + fresh
    this.upTo[block] = at + size
  }

  /** The block that has most; of two that have as much, the one that was met first. */
  best(): number {
    let best = -1
    let most = 0
    for (const block of this.met)
      if ((this.covered[block] as number) > most) {
        best = block
        most = this.covered[block] as number
      }
    return best
  }

  of(block: number) {
    return {
      first: this.firsts[block] as number,
      end: this.ends[block] as number,
      covered: this.covered[block] as number,
    }
  }
}

/** Stands for a block that is not allowed. */
const refused = -1

/** A hash of four words in a row, spread over all 32 bits (the last steps are murmur's). */
function hashAt(ids: Int32Array, at: number): number {
  let hash = ids[at] as number
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + (ids[at + 1] as number)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + (ids[at + 2] as number)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + (ids[at + 3] as number)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return hash ^ (hash >>> 15)
}

function isSame(ids: Int32Array, place: number, words: Int32Array, at: number): boolean {
  for (let step = 0; step < size; step++) if (ids[place + step] !== words[at + step]) return false
  return true
}

function twice(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length)
  more.set(numbers)
  return more
}
