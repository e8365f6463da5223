import { diffArrays } from 'diff'

/** What became of some words: they stand on both sides, on one side only, or others stand in their place. */
export type Fate = 'kept' | 'left out' | 'added' | 'changed'

/**
 * How a quotation tells that it differs here: it begins later or ends earlier than the words it is held against, it has
 * an ellipsis, or words in square brackets; null where it does not tell.
 */
export type Told = 'around' | 'ellipsis' | 'bracket' | null

/** A run of one side's text. The white space and signs that stand alone between runs have no fate. */
export interface Piece {
  text: string
  fate: Fate | null
  told: Told
}

/** How many words have each fate. Said are `kept + changed + leftOut` words, quoted `kept + changed + added`. */
export interface Counts {
  kept: number
  changed: number
  leftOut: number
  added: number
}

/** How a quotation differs from the words it quotes. */
export interface Difference {
  /** The words as they were said; the texts of the pieces put together are that text. */
  said: Piece[]
  /** The words as they are quoted, likewise. */
  quoted: Piece[]
  counts: Counts
  /** The words among these that differ without a sign that says so: what makes it a misquotation. */
  untold: Omit<Counts, 'kept'>
  /** The words left out of which it tells, by how it tells. */
  told: Record<NonNullable<Told>, number>
  /** False where the two have so little in common that no word is held against another. */
  isCompared: boolean
}

/**
 * Compares a quotation with what was said, word by word (Myers 1986, as the library `diff` has it).
 *
 * White space, punctuation, typography and the case of a word's first letter do not count. Where both sides have other
 * words in one place, as many as the shorter has are changed and the rest is left out or added. Swapping the sides swaps
 * what is left out with what is added. Of texts that differ in more than `mostEdits` words nothing is kept.
 */
export function differenceBetween(said: string, quoted: string): Difference {
  const [from, to] = [new Tokens(said), new Tokens(quoted)]
  const runs = runsBetween(from.words, to.words)
  const counts = { kept: 0, changed: 0, leftOut: 0, added: 0 }
  const untold = { changed: 0, leftOut: 0, added: 0 }
  const told = { around: 0, ellipsis: 0, bracket: 0 }
  const fates: [Marked[], Marked[]] = [[], []]

  for (const run of runs ?? [whole(from, to)]) {
    const sign = run.isKept ? null : signIn(to, run)
    for (const { fate, said, quoted, isOutside } of partsOf(run, from, to)) {
      const words = Math.max(said, quoted)
      const how = isOutside ? 'around' : sign
      counts[nameOf[fate]] += words
      if (fate !== 'kept' && how === null) untold[nameOf[fate]] += words
      if (fate === 'left out' && how !== null) told[how] += words
      fates[0].push({ fate, told: how, words: said })
      fates[1].push({ fate, told: how, words: quoted })
    }
  }
  return {
    said: from.pieces(fates[0]),
    quoted: to.pieces(fates[1]),
    counts,
    untold,
    told,
    isCompared: runs !== null,
  }
}

/** Whether a quotation has other words than were said without saying so. What shares less than half quotes nothing. */
export function isMisquotation({ counts, untold, isCompared }: Difference): boolean {
  const quoted = counts.kept + counts.changed + counts.added
  const odd = untold.changed + untold.leftOut + untold.added
  return isCompared && odd > 0 && counts.kept * 2 >= quoted
}

const nameOf = { kept: 'kept', changed: 'changed', 'left out': 'leftOut', added: 'added' } as const

/** In how many words two texts may differ and still be compared: it bounds the time. */
const mostEdits = 800

/** A run of words that both have, or that stand between two such runs. Ends are exclusive, all counted in words. */
interface Run {
  isKept: boolean
  said: [start: number, end: number]
  quoted: [start: number, end: number]
}

const whole = (from: Tokens, to: Tokens): Run => ({
  isKept: false,
  said: [0, from.words.length],
  quoted: [0, to.words.length],
})

/** The runs of two lists of words, in order; null where they differ too much. */
function runsBetween(said: readonly string[], quoted: readonly string[]): Run[] | null {
  // Of several shortest differences the library takes one; it is to be the same one whichever side comes first.
  const isSwapped = said.join(' ') > quoted.join(' ')
  const [one, other] = isSwapped ? [quoted, said] : [said, quoted]
  const changes = diffArrays([...one], [...other], { maxEditLength: mostEdits })
  if (!changes) return null
  const runs: Run[] = []
  let [a, b] = [0, 0]
  for (const { count, added, removed } of changes) {
    const isKept = !added && !removed
    const start: [number, number] = [a, b]
    if (!added) a += count
    if (!removed) b += count
    const last = runs.at(-1)
    const open = last && !last.isKept && !isKept ? last : null
    if (open) [open.said[1], open.quoted[1]] = [a, b]
    else runs.push({ isKept, said: [start[0], a], quoted: [start[1], b] })
  }
  slideBack(runs, one, other)
  return isSwapped
    ? runs.map(({ isKept, said, quoted }) => ({ isKept, said: quoted, quoted: said }))
    : runs
}

/**
 * Moves what stands on one side only as far up as the words allow, and joins it to what differs there.
 *
 * “closes (and the ice bends) the line” and “closes (and) the (ice bends the) line” are equally short differences; the
 * first is the one that a person sees. What the text ends with stays there.
 */
function slideBack(runs: Run[], one: readonly string[], other: readonly string[]) {
  for (let at = 1; at < runs.length - 1; at++) {
    const [before, run, after] = runs.slice(at - 1, at + 2) as [Run, Run, Run]
    const isOfOne = run.quoted[0] === run.quoted[1]
    if (run.isKept || !(isOfOne || run.said[0] === run.said[1])) continue
    const [words, side] = isOfOne ? ([one, 'said'] as const) : ([other, 'quoted'] as const)
    while (before.said[1] > before.said[0] && words[run[side][0] - 1] === words[run[side][1] - 1])
      for (const each of ['said', 'quoted'] as const) {
        before[each][1]--
        run[each][0]--
        run[each][1]--
        after[each][0]--
      }
    const earlier = runs[at - 2]
    if (before.said[1] > before.said[0]) continue
    runs.splice(at - 1, earlier ? 2 : 1)
    if (earlier) [earlier.said[1], earlier.quoted[1]] = [run.said[1], run.quoted[1]]
    at -= earlier ? 2 : 1
  }
}

/** Some words of a run that have one fate: so many as said, so many as quoted. */
interface Part {
  fate: Fate
  said: number
  quoted: number
  /** Said before the quotation begins, or after it ends. */
  isOutside: boolean
}

/** Parts a run: as many words as both have are changed, the others are left out or added. */
function partsOf({ isKept, said, quoted }: Run, from: Tokens, to: Tokens): Part[] {
  const [n, m] = [said[1] - said[0], quoted[1] - quoted[0]]
  if (isKept) return [{ fate: 'kept', said: n, quoted: m, isOutside: false }]
  const opens = said[0] === 0 && quoted[0] === 0
  const closes = said[1] === from.words.length && quoted[1] === to.words.length
  const both = Math.min(n, m)
  const rest: Part = {
    fate: n > m ? 'left out' : 'added',
    said: n - both,
    quoted: m - both,
    isOutside: n > m && opens !== closes,
  }
  const changed: Part = { fate: 'changed', said: both, quoted: both, isOutside: false }
  // What both begin with others of is nearest to the words that follow.
  const parts = opens && !closes ? [rest, changed] : [changed, rest]
  return parts.filter((part) => part.said + part.quoted > 0)
}

/** The sign that a quotation gives from the word before a run to the word after it. */
function signIn(quoted: Tokens, { quoted: [start, end] }: Run): Told {
  const around = quoted.between(start, end)
  if (/\.\.\.|…/.test(around)) return 'ellipsis'
  return /\[[^\]]*\]/.test(around) ? 'bracket' : null
}

/** So many words in a row that have one fate. */
interface Marked {
  fate: Fate
  told: Told
  words: number
}

/** The words of a text: letters and digits, with apostrophes inside and a percent sign behind. */
class Tokens {
  /** Each word, folded so that it compares equal to a copy of it. */
  readonly words: string[] = []
  private readonly spans: { start: number; end: number }[] = []

  constructor(private readonly text: string) {
    for (const { 0: word, index } of text.matchAll(wordPattern)) {
      if (word.startsWith('&')) continue
      this.words.push(folded(word))
      this.spans.push({ start: index, end: index + word.length })
    }
  }

  /** The text from the word before some words to the word after them. */
  between(first: number, end: number): string {
    return this.text.slice(
      this.spans[first - 1]?.end ?? 0,
      this.spans[end]?.start ?? this.text.length,
    )
  }

  /** The text cut where the fate of its words changes. Signs go with the word they touch, white space with none. */
  pieces(marked: readonly Marked[]): Piece[] {
    const pieces: Piece[] = []
    let [word, at] = [0, 0]
    const add = (end: number, fate: Fate | null, told: Told) => {
      if (end > at) pieces.push({ text: this.text.slice(at, end), fate, told })
      at = Math.max(at, end)
    }
    for (const { fate, told, words } of marked) {
      if (words === 0) continue
      const [first, last] = [this.spans[word], this.spans[word + words - 1]]
      if (!first || !last) continue
      let start = first.start
      while (start > at && !isSpace(this.text, start - 1)) start--
      add(start, null, null)
      word += words
      const next = this.spans[word]?.start ?? this.text.length
      let end = last.end
      while (end < next && !isSpace(this.text, end)) end++
      add(end, fate, told)
    }
    add(this.text.length, null, null)
    return pieces
  }
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at))

/** A word, or a sign that is written as HTML writes it. */
const wordPattern = /&(?:#\d+|[a-z]+);|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*%?/gu

function folded(word: string): string {
  const plain = word.normalize('NFKC').replaceAll('’', "'")
  const first = String.fromCodePoint(plain.codePointAt(0) ?? 0)
  return first.toLowerCase() + plain.slice(first.length)
}
