import type { Span } from './schema'

/** The lines of a text that hold words, without the white space around them. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let at = 0; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at)
    const next = lineBreak === -1 ? text.length : lineBreak
    const line = text.slice(at, next)
    const start = at + line.length - line.trimStart().length
    const end = at + line.trimEnd().length
    if (start < end) lines.push({ start, end })
    at = next + 1
  }
  return lines
}

/** A line this long is hardly written twice by chance, in code units. */
export const tellingLine = 24

/** What share of the words of an older text a newer one holds too, line by line: 0..1. Linear in both. */
export function sharedShare(before: string, after: string): number {
  const held = new Set(linesOf(after).map(({ start, end }) => after.slice(start, end)))
  let [all, shared] = [0, 0]
  for (const { start, end } of linesOf(before)) {
    if (end - start < tellingLine) continue
    all += end - start
    if (held.has(before.slice(start, end))) shared += end - start
  }
  return all === 0 ? 0 : shared / all
}

/**
 * Which line of a newer text each line of an older one has become; -1 where it has gone or cannot be told.
 *
 * A line that stands once in both is the same line, wherever it was moved to, and its neighbours go along (Heckel 1978,
 * “A technique for isolating differences between files”). What stands more often is told apart by the lines around it.
 * Linear in both texts.
 */
export function matchLines(
  [before, old]: [string, readonly Span[]],
  [after, young]: [string, readonly Span[]],
): Int32Array {
  const names = new Map<string, number>()
  const nameOf = (text: string, { start, end }: Span): number => {
    const line = text.slice(start, end)
    const name = names.get(line) ?? names.size
    names.set(line, name)
    return name
  }
  const from = old.map((line) => nameOf(before, line))
  const to = young.map((line) => nameOf(after, line))
  const newOf = new Int32Array(from.length).fill(-1)
  const oldOf = new Int32Array(to.length).fill(-1)
  const match = (at: number, there: number) => {
    newOf[at] = there
    oldOf[there] = at
  }

  /** Matches what goes by the same key as often here as there, the first with the first. */
  const matchBy = (keyOf: (lines: readonly number[], at: number) => string | number | null) => {
    const places = new Map<string | number, number[]>()
    for (const [there, is] of oldOf.entries()) {
      const key = is === -1 ? keyOf(to, there) : null
      if (key === null) continue
      const same = places.get(key)
      if (same) same.push(there)
      else places.set(key, [there])
    }
    const mine = new Map<string | number, number[]>()
    for (const [at, is] of newOf.entries()) {
      const key = is === -1 ? keyOf(from, at) : null
      if (key === null || !places.has(key)) continue
      const same = mine.get(key)
      if (same) same.push(at)
      else mine.set(key, [at])
    }
    for (const [key, ats] of mine) {
      const theres = places.get(key) ?? []
      if (ats.length === theres.length)
        for (const [nth, at] of ats.entries()) match(at, theres[nth] as number)
    }
  }
  const goAlong = (step: 1 | -1) => {
    for (let n = 0; n < from.length; n++) {
      const at = step === 1 ? n : from.length - 1 - n
      const there = newOf[at] as number
      if (there === -1 || newOf[at + step] !== -1 || oldOf[there + step] !== -1) continue
      if (from[at + step] === to[there + step]) match(at + step, there + step)
    }
  }

  const isTelling = new Set<number>()
  for (const [line, name] of names) if (line.length >= tellingLine) isTelling.add(name)
  const once = (lines: readonly number[]) => {
    const times = new Map<number, number>()
    for (const name of lines) times.set(name, (times.get(name) ?? 0) + 1)
    return (name: number) => times.get(name) === 1
  }
  const [onceHere, onceThere] = [once(from), once(to)]
  matchBy((lines, at) => {
    const name = lines[at] as number
    return isTelling.has(name) && onceHere(name) && onceThere(name) ? name : null
  })
  if (from[0] === to[0] && newOf[0] === -1 && oldOf[0] === -1) match(0, 0)
  goAlong(1)
  goAlong(-1)
  matchBy((lines, at) => `${lines[at - 1] ?? ''} ${lines[at]} ${lines[at + 1] ?? ''}`)
  goAlong(1)
  goAlong(-1)
  return newOf
}
