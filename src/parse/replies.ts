import type { Span } from '../model/schema'
import type { CutText } from './blocks'
import type { Copies, Origin } from './copies'
import { addresses, asks, ofThePost } from './cues'
import type { Furniture } from './furniture'
import type { Turns } from './turns'

/** Which turn a turn answers, and by what sign. */
export interface Reply {
  to: number
  rule: 'quoted reply' | 'quoted in passing' | 'speaks of the post' | 'turn before'
  /** The words at both ends, where there are any. */
  from: Span | null
  of: Span | null
}

/**
 * Finds whom each turn answers; null where nothing tells.
 *
 * A flattened page has lost its indents. The words a turn quotes are the best sign, then whether it speaks of
 * the post, and where both are silent it most often answers the turn above it.
 */
export function findReplies(
  cut: CutText,
  site: Furniture,
  copies: Copies,
  turns: Turns,
  ownSource: number,
): (Reply | null)[] {
  const isThread = turns.runs.length > 1 && isConversation(copies, site, turns)
  return turns.runs.map((_, turn) => {
    if (turn === 0) return null
    const bySource =
      byQuotation(copies, turns, turn, ownSource) ?? byCitation(copies, turns, turn, ownSource)
    if (bySource) return bySource
    if (!isThread) return null
    return (
      byAddress(cut, copies, site, turns, turn) ?? {
        to: turn - 1,
        rule: 'turn before',
        from: null,
        of: null,
      }
    )
  })
}

/** In a dump of one person's comments nobody answers anybody: then the turn above says nothing. */
function isConversation({ copies }: Copies, site: Furniture, turns: Turns): boolean {
  if (site.commentsFrom !== null || site.parts.some((part) => part?.opens)) return true
  const quoted = copies.filter((copy) => copy?.role === 'quotation')
  const unfound = quoted.filter((copy) => copy?.of == null).length
  return turns.runs.length < 4 || unfound <= quoted.length * 0.6
}

function byQuotation({ copies }: Copies, turns: Turns, turn: number, own: number): Reply | null {
  for (let index = turns.runs[turn]?.first ?? 0; index < copies.length; index++) {
    if (turns.ofBlock[index] !== turn) break
    const copy = copies[index]
    if (copy?.role !== 'quotation' || !copy.of) continue
    const to = turnOf(copy.of, turns, own)
    if (to !== null && to < turn) return { to, rule: 'quoted reply', from: null, of: copy.of.span }
  }
  return null
}

/** Words cited inside the first paragraphs, from a turn before. */
function byCitation({ citations }: Copies, turns: Turns, turn: number, own: number): Reply | null {
  const first = turns.runs[turn]?.first ?? 0
  for (const { block, span, of } of citations) {
    if (block < first || block > first + 1 || turns.ofBlock[block] !== turn) continue
    const to = turnOf(of, turns, own)
    if (to !== null && to < turn) return { to, rule: 'quoted in passing', from: span, of: of.span }
  }
  return null
}

const turnOf = (of: Origin, { ofBlock }: Turns, own: number): number | null => {
  const turn = of.source === own ? (ofBlock[of.block] ?? -1) : -1
  return turn < 0 ? null : turn
}

/** Speaks of the post from outside, and not to whoever asked just before. */
function byAddress(
  cut: CutText,
  { copies }: Copies,
  site: Furniture,
  turns: Turns,
  turn: number,
): Reply | null {
  if (site.commentsFrom === null) return null
  const first = turns.runs[turn]?.first ?? 0
  const block = cut.blocks[first]
  const before = cut.blocks[first - 1]
  if (!block || !before) return null
  if (first === site.commentsFrom)
    return { to: 0, rule: 'speaks of the post', from: null, of: null }
  const wasAsked =
    copies[first - 1] === null && asks(cut.text.slice(before.start, before.end)) && turn > 1
  const opening = cut.text.slice(block.start, Math.min(block.end, block.start + 300))
  const match = ofThePost.exec(opening)
  if (!match || wasAsked || (addresses.test(opening) && !/\byour (?:post|article)/i.test(opening)))
    return null
  const start = block.start + match.index
  return {
    to: 0,
    rule: 'speaks of the post',
    from: { start, end: start + match[0].length },
    of: null,
  }
}
