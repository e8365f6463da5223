import type { Quote } from '../../src/model/debate'
import { quoteAt } from '../../src/model/quotes'
import type { Span } from '../../src/model/schema'

// Made threads, with random edits of which it is known where every letter has gone.

/** A source of chance, 0 up to but not 1, the same for the same seed. */
export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const below = (random: Random, n: number) => Math.floor(random() * n)
const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T

const words =
  'snow trains points frozen winter plough signals dark bridge harbour ferry garden hedge wall road hill bus driver ticket morning keeper gate river flood stone lamp the a of and because if never often which would cannot must on under before after every no more less costs keeps opens fails holds'.split(
    ' ',
  )
const short = ['I agree.', 'Yes.', 'No.', 'Reply', '3 points', 'Why not?']

const sentence = (random: Random): string => {
  const some = Array.from({ length: 6 + below(random, 14) }, () => pick(random, words)).join(' ')
  return `${some.charAt(0).toUpperCase()}${some.slice(1)}${pick(random, ['.', '.', '?', ', I think.'])}`
}

/** A thread of a few dozen lines; a third of them stand there already, as lookalikes. */
export function madeThread(random: Random): string {
  const lines = [sentence(random)]
  const count = 6 + below(random, 24)
  while (lines.length < count) {
    const dice = random()
    if (dice < 0.15) lines.push(pick(random, short))
    else if (dice < 0.4) lines.push(pick(random, lines))
    else if (dice < 0.5 && lines.length > 1) {
      const from = below(random, lines.length - 1)
      lines.push(...lines.slice(from, from + 2))
    } else
      lines.push(Array.from({ length: 1 + below(random, 4) }, () => sentence(random)).join(' '))
  }
  return lines.join(random() < 0.5 ? '\n\n' : '\n')
}

/** Sentences of a thread as quotes, and now and then some other piece of it. */
export function someQuotes(random: Random, text: string, count: number): Quote[] {
  const sentences = [...text.matchAll(/[^.?\s][^.?\n]*[.?]/g)].map(({ index, 0: one }) => ({
    start: index,
    end: index + one.length,
  }))
  return Array.from({ length: count }, () => {
    const one = pick(random, sentences)
    const other = pick(random, sentences)
    const isLong = random() < 0.15 && other.start > one.start && other.end - one.start < 600
    const span: Span = isLong ? { start: one.start, end: other.end } : one
    return quoteAt('old', text, span)
  })
}

/** An edited text. For each letter `from` says where it stood in the older one; -1 for a new one. */
export interface Edited {
  text: string
  from: Int32Array
  /** The same for letters that were copied: where the letter stood that each was copied from. */
  copied: Int32Array
}

/** Makes random edits, the half of them in or near some spans. */
export function editText(
  random: Random,
  text: string,
  count: number,
  near: readonly Span[],
): Edited {
  let letters = text
  let from = Array.from({ length: text.length }, (_, at) => at)
  let copied = Array.from({ length: text.length }, () => -1)
  const none = (length: number) => Array.from({ length }, () => -1)
  const splice = (at: number, gone: number, come: string, copies = none(come.length)) => {
    letters = letters.slice(0, at) + come + letters.slice(at + gone)
    from = [...from.slice(0, at), ...none(come.length), ...from.slice(at + gone)]
    copied = [...copied.slice(0, at), ...copies, ...copied.slice(at + gone)]
  }
  const place = (): number => {
    const span = pick(random, near)
    if (!span || random() < 0.5) return below(random, letters.length + 1)
    const at = from.indexOf(span.start + below(random, span.end - span.start))
    return Math.max(0, Math.min(letters.length, at + below(random, 80) - 40))
  }
  const lineAt = (at: number): [number, number] => {
    const start = letters.lastIndexOf('\n', at - 1) + 1
    const end = letters.indexOf('\n', at)
    return [start, end === -1 ? letters.length : end]
  }
  const edits: (() => void)[] = [
    () => splice(place(), 0, pick(random, ['very ', ' not', 'x', 'EDIT: ', ' (see below) '])),
    () => splice(place(), 1 + below(random, 30), ''),
    () => splice(place(), 1 + below(random, 12), pick(random, words)),
    () => splice(place(), 0, pick(random, [' ', '  ', '\n', '\t', '\u00a0'])),
    () => splice(place(), 0, pick(random, ['🙂', '🌨️', '👩‍🚒', 'e\u0301'])),
    () => {
      const space = letters.indexOf(' ', place())
      if (space !== -1) splice(space, 1, '\n')
    },
    () => splice(lineAt(place())[0], 0, `${sentence(random)}\n`),
    () => {
      const [start, end] = lineAt(place())
      splice(start, end - start + 1, '')
    },
    () => {
      // A paragraph printed again somewhere else, as it is or behind the sign of a quotation.
      const [start, end] = lineAt(place())
      const sign = random() < 0.4 ? '> ' : ''
      const origin = from
        .slice(start, end)
        .map((at, nth) => (at === -1 ? (copied[start + nth] ?? -1) : at))
      const to = lineAt(random() < 0.3 ? place() : below(random, letters.length + 1))[0]
      splice(to, 0, `${sign}${letters.slice(start, end)}\n`, [...none(sign.length), ...origin, -1])
    },
  ]
  for (let edit = 0; edit < count; edit++) pick(random, edits)()
  return { text: letters, from: Int32Array.from(from), copied: Int32Array.from(copied) }
}

/** What share of the letters in a span of an edited text are those of a span of the older one, white space aside. */
export function shareOf({ text, from }: { text: string; from: Int32Array }, now: Span, then: Span) {
  let [all, own] = [0, 0]
  for (let at = now.start; at < now.end; at++) {
    if (/\s/.test(text[at] ?? ' ')) continue
    all++
    const was = from[at] ?? -1
    if (was >= then.start && was < then.end) own++
  }
  return all === 0 ? 0 : own / all
}

/** What share of the letters of an older span are still in an edited text, and lie close together. */
export function leftOf({ from }: Edited, older: string, then: Span): number {
  const letters = older.slice(then.start, then.end).replace(/\s/g, '').length
  let [left, first, last] = [0, -1, -1]
  for (const [at, was] of from.entries()) {
    if (was < then.start || was >= then.end) continue
    if (first === -1) first = at
    last = at
    if (/\S/.test(older[was] ?? ' ')) left++
  }
  const isTogether = last - first <= 1.25 * (then.end - then.start)
  return isTogether ? left / Math.max(1, letters) : 0
}
