import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The checksum of some bytes, in hexadecimal. */
export const checksum = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** The checksum of a text as UTF-8. */
export const checksumOf = (text: string): string => checksum(utf8ToBytes(text))

/**
 * Makes ids out of what they name, so that a better parser gives the same words the same id.
 *
 * Words that come again get a number: the same calls in the same order give the same ids.
 */
export class Ids {
  private readonly times = new Map<string, number>()

  /** An id such as `s-5f3a9c…`, from its parts alone. */
  make(letter: string, ...parts: readonly string[]): string {
    const name = parts.join('\u0000')
    const key = `${letter}${name}`
    const time = (this.times.get(key) ?? 0) + 1
    this.times.set(key, time)
    return `${letter}-${checksumOf(`${name}\u0000${time}`).slice(0, 16)}`
  }
}

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
