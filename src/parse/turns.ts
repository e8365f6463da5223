import type { CutText } from './blocks'
import type { Copies } from './copies'
import type { Furniture } from './furniture'
import type { ToldTurn } from './inputs/told'
import type { RuleName } from './rules'
import { oddsOf, strongestOf, VoiceReader } from './voices'

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
  const known = site.commentCount
  let starts = startsAbove(0, cut, site, copies)
  if (known === null || site.commentsFrom === null) return starts
  const from = site.commentsFrom
  const comments = (found: Starts) => [...found.keys()].filter((index) => index >= from).length
  let low = -6
  let high = 6
  for (let round = 0; round < 12 && comments(starts) !== known; round++) {
    if (comments(starts) > known) low = (low + high) / 2
    else high = (low + high) / 2
    starts = startsAbove((low + high) / 2, cut, site, copies)
  }
  return starts
}

/** The blocks at which the odds of another voice are above a bar. */
function startsAbove(bar: number, cut: CutText, site: Furniture, copies: Copies): Starts {
  const starts: Starts = new Map()
  const from = site.commentsFrom ?? 0
  const reader = new VoiceReader(cut, copies, from)
  let previous = -1
  for (const index of cut.blocks.keys()) {
    if (!isSomebodys(site, index) || copies.copies[index]?.role === 'repeat') continue
    const isFirst = previous < 0 || (previous < from && index >= from)
    const start = isFirst ? opening : index < from ? null : startAt(index)
    if (start) starts.set(index, start)
    reader.take(index, start !== null)
    previous = index
  }
  return starts

  function startAt(index: number): Start | null {
    if (site.parts[index]?.role === 'heading') return null
    if (site.parts[index - 1]?.rule === 'title line') return { ...opening, rule: 'title line' }
    const signs = reader.signs(index)
    const odds = oddsOf(signs)
    return odds > bar ? { speaker: null, rule: strongestOf(signs), odds } : null
  }
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
