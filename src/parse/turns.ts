import type { CutText } from './blocks'
import type { Copies } from './copies'
import type { Furniture } from './furniture'
import type { ToldTurn } from './inputs/told'
import type { RuleName } from './rules'
import { oddsOf, strongestOf } from './signs'
import { VoiceReader } from './voices'

/** One author's contribution, as a run of blocks. Blocks printed again belong to the turn they repeat. */
export interface TurnRun {
  /** Its first block. */
  first: number
  speaker: string | null
  rule: RuleName
  /** How surely another voice begins here, as log odds; null where the page itself says so. */
  odds: number | null
  /** What the input says of it, where it gives its turns. */
  told?: ToldTurn
}

/** Who holds the floor: the turns of a text, and the turn of each block (-1 for furniture outside any). */
export interface Turns {
  runs: TurnRun[]
  ofBlock: Int32Array
}

/** Finds where one author stops and the next begins. */
export function findTurns(cut: CutText, site: Furniture, copies: Copies): Turns {
  if (cut.told.turns.length > 0) return toldTurns(cut)
  const starts = site.parts.some((part) => part?.opens)
    ? startsAtBylines(cut, site)
    : startsByVoice(cut, site, copies)
  return runsFrom(cut, site, copies, starts)
}

/** The turns as the input gives them; one without words is none. */
function toldTurns({ blocks, told }: CutText): Turns {
  const runs: TurnRun[] = []
  const ofBlock = new Int32Array(blocks.length).fill(-1)
  for (const [index, { toldTurn }] of blocks.entries()) {
    const turn = told.turns[toldTurn]
    if (!turn) continue
    if (runs.at(-1)?.told !== turn) {
      const { speaker } = turn
      runs.push({ first: index, speaker, rule: 'told by the input', odds: null, told: turn })
    }
    ofBlock[index] = runs.length - 1
  }
  return { runs, ofBlock }
}

type Start = Omit<TurnRun, 'first'>
type Starts = Map<number, Start>

const opening: Start = { speaker: null, rule: 'opening words', odds: null }

/** Where the page divides its contributions, there is nothing to guess. */
function startsAtBylines(cut: CutText, site: Furniture): Starts {
  const starts: Starts = new Map()
  let open: Start | null = opening
  for (const index of cut.blocks.keys()) {
    const part = site.parts[index]
    if (part?.opens) open = { speaker: part.speaker, rule: part.rule, odds: null }
    if (index === site.commentsFrom) open ??= opening
    if (open && isSomebodys(site, index)) {
      starts.set(index, open)
      open = null
    }
  }
  return starts
}

/** Whether a block is a contribution's, and not the site's. */
const isSomebodys = (site: Furniture, index: number): boolean => {
  const part = site.parts[index]
  return !part || part.role === 'heading' || part.rule === 'acknowledgement'
}

/**
 * Weighs at every block whether another voice begins there.
 *
 * Where the page says how many comments it has, the bar is set so that there are about as many.
 */
function startsByVoice(cut: CutText, site: Furniture, copies: Copies): Starts {
  const { commentCount, commentsFrom } = site
  const reader = new VoiceReader(cut, copies, commentsFrom ?? 0)
  // Where wide gaps part contributions, what has none rarely begins one.
  const bar = cut.told.openings?.length ? 2 : 0
  let starts = startsAbove(bar, cut, site, copies, reader)
  if (commentCount === null || commentsFrom === null) return starts
  const comments = (found: Starts) =>
    [...found.keys()].filter((index) => index >= commentsFrom).length
  let low = -6
  let high = 6
  for (let round = 0; round < 12 && comments(starts) !== commentCount; round++) {
    if (comments(starts) > commentCount) low = (low + high) / 2
    else high = (low + high) / 2
    starts = startsAbove((low + high) / 2, cut, site, copies, reader)
  }
  return starts
}

/** How many blocks above a quotation another voice is looked for. */
const reach = 30

/** The blocks at which the odds of another voice are above a bar. */
function startsAbove(
  bar: number,
  cut: CutText,
  site: Furniture,
  copies: Copies,
  reader: VoiceReader,
): Starts {
  const starts: Starts = new Map()
  const from = site.commentsFrom ?? 0
  /** How likely another voice is at each block, whatever is quoted there. */
  const odds = new Map<number, number>()
  const certain = openingsOf(cut, site)
  let previous = -1
  reader.restart()
  for (let index = 0; index < cut.blocks.length; index++) {
    if (!isSomebodys(site, index) || copies.copies[index]?.role === 'repeat') continue
    const isFirst = previous < 0 || (previous < from && index >= from)
    let start = isFirst ? opening : index < from ? null : startAt(index)
    if (start?.rule === 'quotes the turn itself') {
      const beginning = beginningOf(index)
      if (beginning < index) start = { ...start, rule: 'quotes the words above' }
      index = beginning
    }
    if (start) starts.set(index, start)
    reader.take(index, start !== null)
    previous = index
  }
  return starts

  function startAt(index: number): Start | null {
    if (certain.has(index)) return { speaker: null, rule: 'wider gap', odds: null }
    if (site.parts[index]?.role === 'heading') return null
    if (site.parts[index - 1]?.rule === 'title line') return { ...opening, rule: 'title line' }
    const signs = reader.signs(index)
    const sum = oddsOf(signs)
    const rule = sum > bar ? strongestOf(signs) : null
    odds.set(index, signs.delete('quotes the turn itself') ? oddsOf(signs) : sum)
    return rule && { speaker: null, rule, odds: sum }
  }

  /**
   * Where the turn begins that quotes what seemed to be its own words.
   *
   * Somebody else must have begun since those words: with the quotation, or before it where that is likelier.
   */
  function beginningOf(quotation: number): number {
    const quoted = reader.quotedOfItself(quotation) ?? quotation
    let best = quotation
    for (let at = Math.max(quoted + 1, quotation - reach); at < quotation; at++)
      if ((odds.get(at) ?? -Infinity) > (odds.get(best) ?? 0)) best = at
    return best
  }
}

/** The first words of somebody at or below each place where the input says that a turn begins. */
function openingsOf({ blocks, told }: CutText, site: Furniture): ReadonlySet<number> {
  const openings = told.openings ?? []
  const found = new Set<number>()
  let next = 0
  for (const [index, { start }] of blocks.entries()) {
    if ((openings[next] ?? Number.POSITIVE_INFINITY) > start || !isSomebodys(site, index)) continue
    found.add(index)
    while ((openings[next] ?? Number.POSITIVE_INFINITY) <= start) next++
  }
  return found
}

function runsFrom(
  { blocks }: CutText,
  site: Furniture,
  { copies }: Copies,
  starts: ReadonlyMap<number, Start>,
): Turns {
  const runs: TurnRun[] = []
  const ofBlock = new Int32Array(blocks.length).fill(-1)
  let current = -1
  for (const index of blocks.keys()) {
    const start = starts.get(index)
    if (start) {
      runs.push({ first: index, ...start })
      current = runs.length - 1
    }
    if (!isSomebodys(site, index)) continue
    const copy = copies[index]
    if (copy?.role === 'repeat' && copy.of) current = ofBlock[copy.of.block] ?? current
    ofBlock[index] = current
  }
  return { runs, ofBlock }
}
