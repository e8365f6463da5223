import type { StatementKind } from '../model/debate'
import type { Span } from '../model/schema'
import type { Block, CutText } from './blocks'
import type { Copies } from './copies'
import { isEvidence, wantsToKnow } from './cues'
import type { Furniture } from './furniture'
import { headlineOf } from './headlines'
import { type Judged, judgeKind, type Standing } from './kinds'
import { lastNamed, partsOf } from './parts'
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

/** One thing a turn says: the unit that becomes a statement of the map. Mostly it is a block. */
export interface Said {
  /** The block in which it begins, and the one in which it ends. */
  block: number
  lastBlock: number
  turn: number
  /** The words it rests on, without list signs. */
  span: Span
  headline: Span
  kind: StatementKind
  rule: RuleName
  /** The words that made it this kind. */
  cue: Span | null
  /** Set where somebody outside said it, and the quotation is all there is of it. */
  isOutside: boolean
}

/**
 * Finds what is asserted, asked or granted in a text: one statement for each main point.
 *
 * That is one a block as a rule, two where a block plainly turns to another point, and one for a line and the mere
 * names listed below it.
 */
export function findStatements({ cut, site, copies: { copies }, turns, replies }: Thread): Said[] {
  const said: Said[] = []
  let heading: number[] = []
  let before: { turn: number; kind: StatementKind | 'aside' } | null = null
  let read = -1
  for (const [index, block] of cut.blocks.entries()) {
    if (index <= read) continue
    const turn = turns.ofBlock[index] ?? -1
    const part = site.parts[index]
    if (part?.role === 'heading') heading = stemsOf(cut, block)
    if (part || turn < 0 || !speaks.test(cut.text.slice(block.body, block.end))) continue
    const copy = copies[index]
    if (copy) {
      if (copy.role === 'quotation' && !copy.of && isAnswered(index))
        said.push(outside(index, block, turn))
      continue
    }
    for (const part of partsOf(cut, block)) {
      const judged = judgeKind(cut, part, standingOf(index, turn, part.start === block.start))
      before = { turn, kind: judged.kind }
      if (judged.kind === 'aside') continue
      const one = statement(index, part, turn, { ...judged, kind: judged.kind })
      said.push(one)
      if (part === block) read = takeNames(one)
    }
  }
  return said

  function standingOf(index: number, turn: number, isOpening: boolean): Standing {
    return {
      isPost: index < (site.commentsFrom ?? 0),
      isReply: (replies[turn] ?? null) !== null || quotesBefore(index, turn),
      firstInTurn: isOpening && turns.runs[turn]?.first === index,
      afterQuotation:
        isOpening && copies[index - 1]?.role === 'quotation' && turns.ofBlock[index - 1] === turn,
      afterAsking: isOpening && isAsking(index - 1),
      before: before?.turn === turn ? before.kind : null,
    }
  }

  /** Takes the mere names listed below a line into its statement; gives the last block taken. */
  function takeNames(one: Said): number {
    const isOpen = (index: number) =>
      turns.ofBlock[index] === one.turn && !site.parts[index] && !copies[index]
    one.lastBlock = lastNamed(cut, one.block, isOpen)
    one.span = { start: one.span.start, end: cut.blocks[one.lastBlock]?.end ?? one.span.end }
    return one.lastBlock
  }

  function statement(
    index: number,
    block: Block,
    turn: number,
    judged: Judged & { kind: StatementKind },
  ): Said {
    const headline = headlineOf(cut, block, heading, judged.kind === 'question')
    const { kind, rule, cue } = judged
    const span = { start: block.body, end: block.end }
    return {
      block: index,
      lastBlock: index,
      turn,
      span,
      headline,
      kind,
      rule,
      cue,
      isOutside: false,
    }
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
}

/** A word of two letters: a lone number, a sign or a footnote's mark says nothing. */
const speaks = /\p{L}{2}/u

/** The stems of a block's telling words, those said twice twice. */
function stemsOf({ words: { ids, vocabulary } }: CutText, { firstWord, endWord }: Block): number[] {
  const stems = Array.from(ids.subarray(firstWord, endWord), (id) => vocabulary.tellingStem(id))
  return stems.filter((stem) => stem >= 0)
}
