import { fold, isTelling, stem } from './stems'

/**
 * The distinct words of some texts, each with a number, so that two words are compared as two numbers.
 *
 * A text of a million words has some ten thousand distinct ones: what can be said of a word by itself (its stem,
 * whether it tells anything) is worked out once and kept here. Numbers mean nothing outside their vocabulary.
 */
export class Vocabulary {
  /** The folded word of each number. */
  readonly keys: string[] = []
  private hashes = new Int32Array(1 << 6)
  /** An open hash table: the number of a word plus one, 0 where there is room. */
  private slots = new Int32Array(1 << 8)
  /** The number of each word's stem plus one, 0 where nobody has asked for it. */
  private stems = new Int32Array(1 << 6)
  /** The same of words that tell something; -1 for those that do not. */
  private telling = new Int32Array(1 << 6)
  private zeros = new Int32Array(1 << 6)

  /** The number of a folded word, given now if it has none yet. */
  add(key: string): number {
    let hash = hashStart
    for (let at = 0; at < key.length; at++) hash = hashStep(hash, key.charCodeAt(at))
    return this.addAt(key, 0, key.length, hash)
  }

  /** The number of the word that stands in a text, with the hash of its folded letters; ASCII but for apostrophes. */
  addAt(text: string, start: number, end: number, hash: number): number {
    const { slots, hashes, keys } = this
    let slot = spread(hash) & (slots.length - 1)
    for (let held = slots[slot] as number; held > 0; held = slots[slot] as number) {
      if (hashes[held - 1] === hash && isAt(keys[held - 1] as string, text, start, end))
        return held - 1
      slot = (slot + 1) & (slots.length - 1)
    }
    return this.take(slot, hash, fold(text.slice(start, end)))
  }

  private take(slot: number, hash: number, key: string): number {
    const id = this.keys.push(key) - 1
    this.slots[slot] = id + 1
    if (id === this.hashes.length) this.hashes = twice(this.hashes)
    this.hashes[id] = hash
    if (4 * id > this.slots.length) this.makeRoom()
    return id
  }

  private makeRoom() {
    const slots = new Int32Array(4 * this.slots.length)
    for (let id = 0; id < this.keys.length; id++) {
      let slot = spread(this.hashes[id] as number) & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = id + 1
    }
    this.slots = slots
  }

  /** How many words have a number. */
  get size(): number {
    return this.keys.length
  }

  /** A row of zeros, one for each word. Whoever writes into it leaves zeros behind. */
  desk(): Int32Array {
    while (this.zeros.length < this.size) this.zeros = new Int32Array(2 * this.zeros.length)
    return this.zeros
  }

  /** Gives every word's stem its number now. */
  stemAll() {
    for (let id = 0, { size } = this; id < size; id++) this.stem(id)
  }

  /** The number of a word's stem. */
  stem(id: number): number {
    const known = this.stems[id] ?? 0
    if (known > 0) return known - 1
    const found = this.add(stem(this.keys[id] as string))
    while (id >= this.stems.length) this.stems = twice(this.stems)
    this.stems[id] = found + 1
    return found
  }

  /** The number of a word's stem; -1 where the word tells nothing, like "the" and "however". */
  tellingStem(id: number): number {
    const known = this.telling[id] ?? 0
    if (known !== 0) return known === -1 ? -1 : known - 1
    const found = isTelling(this.keys[id] as string) ? this.stem(id) : -1
    while (id >= this.telling.length) this.telling = twice(this.telling)
    this.telling[id] = found === -1 ? -1 : found + 1
    return found
  }
}

/** What a hash of letters begins with. */
export const hashStart = 0x811c9dc5 | 0

/** A hash with one more letter in it (FNV-1a, Fowler, Noll and Vo 1991). */
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** FNV leaves the low bits poor; these are the ones a table looks at. */
const spread = (hash: number): number => hash ^ (hash >>> 15)

const twice = (numbers: Int32Array) => {
  const more = new Int32Array(2 * numbers.length)
  more.set(numbers)
  return more
}

/** Whether a folded word stands in a text, but for case and the form of apostrophes. */
function isAt(key: string, text: string, start: number, end: number): boolean {
  if (key.length !== end - start) return false
  for (let at = 0; at < key.length; at++)
    if (key.charCodeAt(at) !== foldCode(text.charCodeAt(start + at))) return false
  return true
}

/** A letter as `fold` has it: lower case, straight apostrophes. Only for ASCII and ’. */
export const foldCode = (code: number): number =>
  code > 64 && code < 91 ? code + 32 : code === 0x2019 ? 39 : code
