import { type Coverage, coverAt } from '../graph/coverage'
import { nameOfTurn } from '../graph/whereabouts'
import type { Debate, Side, Source } from '../model/debate'
import type { Id } from '../model/schema'
import { kindWords, sideWords } from '../model/words'
import { sideOf } from './marks'

// The strip along a text: the text from its first to its last character as one column, each stretch in the look of what
// becomes of it in the map.

/** How a stretch is drawn: a statement by its side, the rest by what it is. Headings and the site’s words look alike. */
export type Look = Side | 'quotation' | 'repeat' | 'other' | 'unmapped'

/** All stretches of one look, as the path of an SVG whose x goes from 0 to `width` and whose y counts characters. */
export interface Shape {
  look: Look
  path: string
}

/** How wide the column is drawn, in the units of its paths. */
export const width = 10

/** The shapes of a strip, one for each look that occurs: cheap to draw, however many stretches there are. */
export function shapesOf({ covers }: Coverage, sideHere: (statement: Id) => Side): Shape[] {
  const paths = new Map<Look, string[]>()
  let last = null as { look: Look; start: number; end: number } | null
  const close = () => {
    if (!last) return
    const pieces = paths.get(last.look) ?? []
    pieces.push(piece(last.look, last.start, last.end))
    paths.set(last.look, pieces)
  }
  for (const { state, statements, start, end } of covers) {
    const look = state === 'statement' ? sideOfAll(statements, sideHere) : lookOf[state]
    // Only white space lies between, and one shape is drawn faster than two.
    const goesOn: boolean = last?.look === look && look !== 'neutral' && start - last.end < 3
    if (goesOn && last) last = { ...last, end }
    else {
      close()
      last = { look, start, end }
    }
  }
  close()
  return [...paths].map(([look, pieces]) => ({ look, path: pieces.join('') }))
}

const lookOf = {
  quotation: 'quotation',
  repeat: 'repeat',
  heading: 'other',
  furniture: 'other',
  unmapped: 'unmapped',
} as const

/** The first side taken by statements that share words; neutral where none takes one. */
export function sideOfAll(statements: readonly Id[], sideHere: (statement: Id) => Side): Side {
  return statements.map(sideHere).find((side) => side !== 'neutral') ?? 'neutral'
}

/** A quotation fills the right half, a repeat is a hairline at the right, everything else the whole width. */
function piece(look: Look, start: number, end: number): string {
  const left = look === 'quotation' ? width / 2 : look === 'repeat' ? width - 1 : 0
  return `M${left} ${start}H${width}V${end}H${left}Z`
}

/** Lines where turns part, for those that are at least `least` characters long: nearer lines would hide what is between. */
export function gapsOf({ passages, turns }: Source, least: number): string {
  if (turns.length < 2) return ''
  const gaps: string[] = []
  let turn: Id | null = null
  let begun = Number.NEGATIVE_INFINITY
  for (const passage of passages) {
    if (passage.turn === turn) continue
    if (turn !== null && passage.start - begun >= least) {
      gaps.push(`M0 ${passage.start}H${width}`)
      begun = passage.start
    } else if (turn === null) begun = passage.start
    turn = passage.turn
  }
  return gaps.join('')
}

/** What lies at an offset, in words: “Turn 7: rebuttal, against”. */
export function placeInStrip(
  debate: Debate,
  source: Source,
  coverage: Coverage,
  offset: number,
  openPosition: Id | null,
): string {
  const cover = coverAt(coverage, offset)
  if (!cover) return ''
  const at = source.turns.findIndex(({ id }) => id === cover.turn)
  const says = cover.statements.length === 0 ? stateWords[cover.state] : ''
  const named = cover.statements.map((id) => {
    const kind = debate.statements.get(id)?.kind
    const side = sideOf(debate, id, openPosition)
    return kind ? `${kindWords[kind].toLowerCase()}, ${sideWords[side]}` : ''
  })
  const what = says || [...new Set(named.filter(Boolean))].join('; ')
  return at === -1 ? capital(what) : `${nameOfTurn(source, at)}: ${what}`
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What becomes of words, in words. */
const stateWords = {
  statement: 'a statement',
  quotation: 'quotation',
  repeat: 'printed again',
  heading: 'heading',
  furniture: 'the site’s own words',
  unmapped: 'not in the map',
} as const
