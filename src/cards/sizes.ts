import type { Tally } from '../graph/tally'
import type { Position, Quote, Statement } from '../model/debate'
import { loudnessOf } from './PositionCard'
import { lastWords } from './QuoteHanger'
import { isOneLine, statementsPerTick } from './Tally'
import { type Fitted, fitText, type WidthOf } from './textFit'

/** The faces that cards are set in. */
export type Face =
  | 'headline'
  | 'proposition'
  | 'quietProposition'
  | 'quote'
  | 'title'
  | 'loudTitle'
  | 'heading'

/** How wide texts are in each face, and the size of type the reader has chosen. */
export interface Measure {
  widthOf(face: Face): WidthOf
  /** Pixels in a rem: 16 unless the reader wants larger type. */
  rem: number
}

/** How wide a statement's card is. */
export const statementWidth = 204
/** How many lines of its headline a card shows while it is not selected. */
export const headlineLines = 4
const quoteLines = 3

// Card sides and paddings, as the style sheets have them.
const statementText = statementWidth - 2 - 13 - 11
const positionSides = 2 + 11 + 11

/** A statement's headline as it fits its card: all of it when selected. */
export function fitHeadline(statement: Statement, isWhole: boolean, measure: Measure): Fitted {
  const lines = isWhole ? Number.POSITIVE_INFINITY : headlineLines
  return fitText(statement.text, lines, statementText, measure.widthOf('headline'))
}

/** How high a statement's card is with so many lines of headline. */
export const statementHeight = (lines: number, rem: number): number =>
  Math.ceil(28 + (1 + 0.875 + 1.125 * lines) * rem)

/** From one row of statements to the next: a full card and the gap. */
export const rowPitch = (rem: number): number => statementHeight(headlineLines, rem) + 12

/** The words of a quote as they fit under its card, after the few words that stand before it. */
export function fitQuote(quote: Quote, measure: Measure): { words: string; height: number } {
  const before = quote.prefix ? `…${lastWords(quote.prefix)} ` : ''
  const fitted = fitText(before + quote.exact, quoteLines, statementText, measure.widthOf('quote'))
  const words = fitted.text.slice(before.length) || quote.exact
  return { words, height: Math.ceil(23 + (0.875 + 1.0625 * fitted.lines) * measure.rem) }
}

/** How high a position's card is at this width: the proposition is never cut. */
export function positionHeight(
  position: Position,
  tally: Tally,
  width: number,
  { widthOf, rem }: Measure,
): number {
  const loudness = loudnessOf(tally)
  const linesOf = (text: string, face: Face) =>
    fitText(text, Number.POSITIVE_INFINITY, width - positionSides, widthOf(face)).lines
  const title =
    loudness === 'loud'
      ? 1.0625 * linesOf(position.title, 'loudTitle')
      : linesOf(position.title, 'title')
  const words =
    loudness === 'quiet'
      ? 1.03125 * linesOf(position.proposition, 'quietProposition')
      : 1.0625 * linesOf(position.proposition, 'proposition')
  const tallied = 1 + (isOneLine(tally) ? 0 : 0.875) + (statementsPerTick(tally) > 1 ? 0.875 : 0)
  return Math.ceil(29 + (title + words + tallied) * rem)
}

/** How wide the inspector is, in pixels, beside the canvas or over it; its style sheet has it too. */
export const inspectorWidth = 364

/** The heading over an opened position: its height, and how many lines its proposition takes of it. */
export interface HeadSize {
  height: number
  lines: number
}

/**
 * How large the heading over an opened position is in a room of so many pixels: its proposition in one line or two,
 * on a narrow canvas in as many as four, and the heads of the lanes.
 */
export function headSize(position: Position, room: number, { widthOf, rem }: Measure): HeadSize {
  const width = Math.min(50 * rem, room - 40)
  const most = room < 50 * rem ? 4 : 2
  const { lines } = fitText(position.proposition, most, width, widthOf('heading'))
  return { height: Math.ceil(52 + (1 + 1.625 * lines) * rem), lines }
}
