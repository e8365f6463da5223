import type { Block, CutText } from './blocks'
import { countsFirst, countsOn, grantsInFull, plain, turnsAway, turnsToAnother } from './cues'
import { wordAt } from './words'

/** How many words each of two points of a paragraph must have. */
const leastWords = 18

/** How many items a list of mere names must have to stand in one statement with the line that opens it. */
const leastItems = 4

/** How many words such an item may have. */
const itemWords = 6

/**
 * Cuts a block where it plainly turns to another point; most blocks stay whole.
 *
 * ```text
 * First, snow melts. … Second, nobody ploughs at night. …     two parts, before "Second"
 * I agree that it snows. … That said, trains run. …           two parts, before "That said"
 * ```
 */
export function partsOf(cut: CutText, block: Block): Block[] {
  if (block.sentences.length < 2 || block.endWord - block.firstWord < 2 * leastWords) return [block]
  const parts: Block[] = []
  let from = 0
  for (let at = 1; at < block.sentences.length; at++) {
    if (!turns(cut, block, from, at)) continue
    const part = partOf(cut, block, from, at)
    const rest = partOf(cut, block, at, block.sentences.length)
    if (Math.min(lengthOf(part), lengthOf(rest)) < leastWords) continue
    parts.push(part)
    from = at
  }
  return from === 0 ? [block] : [...parts, partOf(cut, block, from, block.sentences.length)]
}

/** Whether a sentence turns to another point than those since `from` make. */
function turns(cut: CutText, block: Block, from: number, at: number): boolean {
  const words = sentence(cut, block, at)
  if (turnsToAnother.test(words)) return true
  const opening = sentence(cut, block, from)
  if (countsOn.test(words)) return countsFirst.test(opening) || countsOn.test(opening)
  return turnsAway.test(words) && grantsInFull.test(opening)
}

function sentence({ text }: CutText, { sentences }: Block, at: number): string {
  const span = sentences[at]
  return span ? plain(text.slice(span.start, span.end)) : ''
}

/** The sentences of a block from one up to another, as a block of their own. */
function partOf(cut: CutText, block: Block, from: number, to: number): Block {
  const sentences = block.sentences.slice(from, to)
  const start = from === 0 ? block.start : (sentences[0]?.start ?? block.start)
  const end = to === block.sentences.length ? block.end : (sentences.at(-1)?.end ?? block.end)
  return {
    ...block,
    start,
    body: from === 0 ? block.body : start,
    end,
    sentences,
    firstWord: from === 0 ? block.firstWord : wordAt(cut.words, start),
    endWord: to === block.sentences.length ? block.endWord : wordAt(cut.words, end),
  }
}

const lengthOf = ({ firstWord, endWord }: Block): number => endWord - firstWord

/** The last of a run of items that are mere names below a line that opens them; the line itself where there are few. */
export function lastNamed(
  { text, blocks }: CutText,
  line: number,
  isOpen: (block: number) => boolean,
): number {
  const opener = blocks[line]
  if (opener?.shape !== 'paragraph' || text[opener.end - 1] !== ':') return line
  let last = line
  while (isOpen(last + 1)) {
    const item = blocks[last + 1]
    if (item?.shape !== 'item' || lengthOf(item) > itemWords || item.sentences.length > 1) break
    if (/[.!?:]$/.test(text.slice(item.end - 1, item.end))) break
    last++
  }
  return last - line >= leastItems && blocks[last + 1]?.shape !== 'item' ? last : line
}
