import type { StatementKind } from '../model/debate'
import type { Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import type { Copies } from './copies'
import { isEvidence, wantsToKnow } from './cues'
import type { Furniture } from './furniture'
import { headlineOf } from './headlines'
import { type Judged, judgeKind, type Standing } from './kinds'
import type { Reply } from './replies'
import type { RuleName } from './rules'
import type { Turns } from './turns'

/** A text as far as its thread is read: who speaks where, and to whom. */
export interface Thread {
  cut: CutText
  site: Furniture
  copies: Copies
  turns: Turns
  replies: readonly (Reply | null)[]
}

/** What a turn says in one block: the unit that becomes a statement of the map. */
export interface Said {
  block: number
  turn: number
  /** The words it rests on: the block without list signs. */
  span: Span
  headline: Span
  kind: StatementKind
  rule: RuleName
  /** The words that made it this kind. */
  cue: Span | null
  /** Set where somebody outside said it, and the quotation is all there is of it. */
  isOutside: boolean
}

/** Finds what is asserted, asked or granted in a text: at most one statement a block. */
export function findStatements({ cut, site, copies: { copies }, turns, replies }: Thread): Said[] {
  const said: Said[] = []
  let heading: number[] = []
  let before: { turn: number; kind: StatementKind | 'aside' } | null = null
  for (const [index, block] of cut.blocks.entries()) {
    const turn = turns.ofBlock[index] ?? -1
    const part = site.parts[index]
    if (part?.role === 'heading') heading = stemsOf(cut, block)
    if (part || turn < 0) continue
    const copy = copies[index]
    if (copy) {
      if (copy.role === 'quotation' && !copy.of && isAnswered(index))
        said.push(outside(index, block, turn))
      continue
    }
    const standing: Standing = {
      isPost: index < (site.commentsFrom ?? 0),
      isReply: (replies[turn] ?? null) !== null || quotesBefore(index, turn),
      firstInTurn: turns.runs[turn]?.first === index,
      afterQuotation: copies[index - 1]?.role === 'quotation' && turns.ofBlock[index - 1] === turn,
      afterAsking: isAsking(index - 1),
      afterQuestion: endedOnQuestion(replies[turn]?.to ?? -1),
      before: before?.turn === turn ? before.kind : null,
    }
    const judged = judgeKind(cut, block, standing)
    before = { turn, kind: judged.kind }
    if (judged.kind !== 'aside')
      said.push(statement(index, block, turn, { ...judged, kind: judged.kind }))
  }
  return said

  function statement(
    index: number,
    block: Block,
    turn: number,
    judged: Judged & { kind: StatementKind },
  ): Said {
    const headline = headlineOf(cut, block, heading, judged.kind === 'question')
    const { kind, rule, cue } = judged
    const span = { start: block.body, end: block.end }
    return { block: index, turn, span, headline, kind, rule, cue, isOutside: false }
  }

  function outside(index: number, block: Block, turn: number): Said {
    return {
      ...statement(index, block, turn, {
        kind: isAsking(index) ? 'question' : 'claim',
        rule: 'quoted from outside',
        cue: null,
      }),
      isOutside: true,
    }
  }

  /** A quotation is answered where the same turn speaks right after it, or after more of the same quotation. */
  function isAnswered(index: number): boolean {
    const turn = turns.ofBlock[index]
    const before = cut.blocks[index - 1]
    if (before && isEvidence(cut.text.slice(before.start, before.end))) return false
    for (let next = index + 1; next < cut.blocks.length; next++) {
      if (turns.ofBlock[next] !== turn) return false
      if (!copies[next]) return !site.parts[next]
    }
    return false
  }

  /** Whether a quotation ends on a question that wants to know something. */
  function isAsking(index: number): boolean {
    const span = cut.blocks[index]?.sentences.at(-1)
    return (
      span !== undefined &&
      copies[index]?.role === 'quotation' &&
      wantsToKnow(cut.text.slice(span.start, span.end))
    )
  }

  function quotesBefore(index: number, turn: number): boolean {
    const first = turns.runs[turn]?.first ?? index
    return copies[first]?.role === 'quotation'
  }

  function endedOnQuestion(turn: number): boolean {
    if (turn < 0) return false
    const last = turns.ofBlock.lastIndexOf(turn)
    const span = cut.blocks[last]?.sentences.at(-1)
    return span !== undefined && copies[last] === null && cut.text[span.end - 1] === '?'
  }
}

/** The stems of a block's telling words, those said twice twice. */
function stemsOf({ words: { ids, vocabulary } }: CutText, { firstWord, endWord }: Block): number[] {
  const stems = Array.from(ids.subarray(firstWord, endWord), (id) => vocabulary.tellingStem(id))
  return stems.filter((stem) => stem >= 0)
}
