import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The checksum of some bytes, in hexadecimal. */
export const checksum = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** The checksum of a text as UTF-8. */
export const checksumOf = (text: string): string => checksum(utf8ToBytes(text))

/**
 * Makes ids out of what they name, so that a better parser gives the same words the same id.
 *
 * Words that come again get a number: the same calls in the same order give the same ids. No two are ever alike, since
 * the number counts the id and not the words.
 */
export class Ids {
  private readonly times = new Map<string, number>()

  /** An id such as `s-5f3a9c…`, from its parts alone. */
  make(letter: string, ...parts: readonly string[]): string {
    const id = `${letter}-${hashOf(parts.join('\u0000'))}`
    const time = (this.times.get(id) ?? 0) + 1
    this.times.set(id, time)
    return time === 1 ? id : `${id}-${time}`
  }
}

/**
 * A hash of 64 bits, in hexadecimal: two rows of multiplications in the manner of MurmurHash (Appleby 2008).
 *
 * An id hides nothing and nobody gains by forging one, so that it need not be dear.
 */
function hashOf(name: string): string {
  let one = 0x9e3779b9 | 0
  let two = 0x85ebca6b | 0
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    one = Math.imul(one ^ code, 0x9e3779b1)
    two = Math.imul(two ^ code, 0x5f356495)
    one ^= one >>> 15
    two ^= two >>> 13
  }
  const first = mixed(one ^ Math.imul(two, 0x21f0aaad))
  return hex(first) + hex(mixed(two ^ Math.imul(first, 0x735a2d97)))
}

/** Spreads every bit of a number over all of it. */
function mixed(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x21f0aaad)
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97)
  return mix ^ (mix >>> 15)
}

const hex = (number: number): string => (number >>> 0).toString(16).padStart(8, '0')

/**
 * The ids of sources: those they have, else the file's name up to the first `_` or `.`, with a number where another has
 * that already. `taken` are ids that none may get.
 */
export function sourceIds(
  inputs: readonly { name: string; id?: string }[],
  taken: ReadonlySet<string> = new Set(),
): string[] {
  const used = new Set([...taken, ...inputs.flatMap(({ id }) => id ?? [])])
  return inputs.map(({ name, id: own }) => {
    if (own !== undefined) return own
    const file = name.split(/[/\\]/).at(-1) ?? name
    const base = file.split(/[_.]/)[0] || 'text'
    let id = base
    for (let time = 2; used.has(id); time++) id = `${base}-${time}`
    used.add(id)
    return id
  })
}
