import type { Source, StatementKind } from '../model/debate'
import type { Span } from '../model/schema'
import { cutText } from './blocks'
import { headlineOf } from './headlines'
import { judgeKind, type Standing } from './kinds'

/** How the parser reads a few words by themselves. */
export interface PieceRead {
  /** The sentence of them that best says what they assert, as a span of the source that can stand alone. */
  headline: Span
  kind: StatementKind
}

/**
 * Reads words of a source as the parser reads a paragraph: the headline and the kind it would propose.
 *
 * What it cannot tell from the words and their turn alone stays open: such words are a claim.
 */
export function readPiece(source: Source, { start, end }: Span): PieceRead {
  const cut = cutText(source.id, (source.text ?? '').slice(start, end))
  const [first] = cut.blocks
  const last = cut.blocks.at(-1)
  if (!first || !last) return { headline: { start, end }, kind: 'claim' }
  const whole = {
    ...first,
    end: last.end,
    sentences: cut.blocks.flatMap(({ sentences }) => sentences),
    endWord: last.endWord,
  }
  const { kind } = judgeKind(cut, whole, standingOf(source, start))
  const headline = headlineOf(cut, whole, [], kind === 'question')
  return {
    headline: { start: start + headline.start, end: start + headline.end },
    kind: kind === 'aside' ? 'claim' : kind,
  }
}

/** Where words stand in their thread, as far as the turn and the passage before them tell. */
function standingOf({ passages, turns }: Source, at: number): Standing {
  const here = passages.findIndex(({ end }) => end > at)
  const [passage, before] = [passages[here], passages[here - 1]]
  const turn = turns.find(({ id }) => id === passage?.turn)
  const opensPassage = passage !== undefined && at <= passage.start
  const isSameTurn = before !== undefined && before.turn === passage?.turn
  return {
    isPost: turn !== undefined && turn === turns[0],
    isReply: turn?.replyTo != null,
    firstInTurn: opensPassage && !isSameTurn,
    afterQuotation: opensPassage && isSameTurn && before.role === 'quotation',
    afterAsking: false,
    before: null,
  }
}
