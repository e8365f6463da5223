import { nameOfTurn } from '../graph/whereabouts'
import type { Passage, Role, Source, Turn } from '../model/debate'
import type { Id, Span } from '../model/schema'
import { linesOf } from '../model/textLines'
import type { Mark } from './marks'

// A text as the reader sets it: a flat list of blocks, and of these the rows that are shown now. Spans count into the
// text of the source. The blocks depend on the text alone and are made once for it; what is folded or marked comes after.

/** What stands in the margin where a turn begins. */
export interface TurnHead {
  turn: Turn
  /** "Post" or "Turn 3". */
  name: string
  /** The turn it answers, and where that one begins. */
  answers: { name: string; start: number } | null
  /** Somebody else has spoken since this turn began. */
  goesOn: boolean
}

/** Words that are set as one piece: a passage, a part of a very long one, or words that lie outside every passage. */
export interface Block extends Span {
  kind: 'words'
  key: string
  role: Role
  passage: Passage | null
  /** It goes on where the block before it was cut. */
  isCut: boolean
  /** The block before it has another role. */
  isFirst: boolean
  head: TurnHead | null
  /** How far it is indented: how many turns lie between it and one that answers nobody, up to `deepest`. */
  depth: number
  /** The marks that reach into it, by their start. */
  marks: readonly Mark[]
  /** Those of them that end with it. */
  signs: readonly Mark[]
}

/** A block on the page, with its marks. */
export type WordsRow = Block

/** Stands for a run of repeats, or of the site's own words, and above them where they are shown. */
export interface FoldRow extends Span {
  kind: 'fold'
  key: string
  role: 'repeat' | 'furniture'
  count: number
  /** How many statements are marked in it. */
  marked: number
  isOpen: boolean
  head: TurnHead | null
  depth: number
}

/** The first and the last row: what the text is called and where it is from; what can no longer be shown in it. */
export interface EdgeRow extends Span {
  kind: 'title' | 'foot'
  key: string
}

/** One row of the page. The rows stand in the order of the text; an open fold spans nothing. */
export type Row = EdgeRow | WordsRow | FoldRow

/** Threads go deeper than this; their text would become too narrow. */
export const deepest = 5

/** A block longer than this is cut at a line break, in code units: what is shown at once stays small. */
const longBlock = 4000
/** One without a line break is cut at a space. */
const longestBlock = 20_000

/** From how many of the site's own lines on they are folded at first. */
const longFurniture = 5

/** The blocks of a text: in order, without overlap, with every word in them, and as yet without marks. */
export function blocksOf(source: Source): Block[] {
  const { text = '', passages } = source
  const heads = headsOf(source)
  const depths = depthsOf(source.turns)
  const blocks: Block[] = []
  const put = (span: Span, passage: Passage | null, head: TurnHead | null) => {
    const depth = Math.min(deepest, depths.get(passage?.turn ?? '') ?? 0)
    const role = passage?.role ?? 'speech'
    let { start } = span
    for (const end of cutsOf(text, span)) {
      const isCut = start > span.start
      const key = `words:${start}`
      const isFirst = blocks.at(-1)?.role !== role
      const own = { role, passage, isCut, isFirst, head: isCut ? null : head, depth }
      blocks.push({ kind: 'words', key, start, end, ...own, marks: none, signs: none })
      start = end
    }
  }

  let at = 0
  for (const passage of passages) {
    for (const span of paragraphsOf(text, { start: at, end: passage.start })) put(span, null, null)
    put(passage, passage, heads(passage))
    at = Math.max(at, passage.end)
  }
  for (const span of paragraphsOf(text, { start: at, end: text.length })) put(span, null, null)
  return blocks
}

/** The rows that are shown, with their marks: `unfolded` holds the keys of the folds that are open. */
export function rowsOf(
  blocks: readonly Block[],
  marks: readonly Mark[],
  unfolded: ReadonlySet<string>,
): Row[] {
  const rows: Row[] = [{ kind: 'title', key: 'title', start: 0, end: 0 }]
  const marked = spread(blocks, marks)
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block
    const end = runEnd(blocks, at)
    if (!isFoldable(block, end - at)) {
      rows.push(wordsRow(block, marked(at)))
      at++
      continue
    }
    const run = blocks.slice(at, end)
    const all = run.map((_, nth) => marked(at + nth))
    const fold = foldRow(run, all, unfolded)
    rows.push(fold)
    if (fold.isOpen)
      for (const [nth, one] of run.entries())
        rows.push(wordsRow(nth === 0 ? { ...one, head: null } : one, all[nth] ?? unmarked))
    at = end
  }
  const { end } = blocks.at(-1) ?? { end: 0 }
  rows.push({ kind: 'foot', key: 'foot', start: end, end })
  return rows
}

/** The row that holds an offset, or the last one before it; 0 where none does. Halves its way to it. */
export function rowAt(rows: readonly Span[], offset: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

const isFoldable = ({ role }: Block, count: number) =>
  role === 'repeat' || (role === 'furniture' && count >= longFurniture)

/** Where the run of blocks ends that have the role of the one at `from`. */
function runEnd(blocks: readonly Block[], from: number): number {
  const role = blocks[from]?.role
  if (role !== 'repeat' && role !== 'furniture') return from + 1
  let end = from + 1
  while (blocks[end]?.role === role) end++
  return end
}

function foldRow(run: readonly Block[], all: readonly Marked[], unfolded: ReadonlySet<string>) {
  const first = run[0] as Block
  const key = `fold:${first.start}`
  const isOpen = unfolded.has(key)
  const marked = new Set(all.flatMap(({ marks }) => marks.map(({ statement }) => statement)))
  return {
    kind: 'fold',
    key,
    role: first.role as FoldRow['role'],
    start: first.start,
    end: isOpen ? first.start : (run.at(-1) as Block).end,
    count: run.filter(({ isCut }) => !isCut).length,
    marked: marked.size,
    isOpen,
    head: first.head,
    depth: first.depth,
  } satisfies FoldRow
}

type Marked = Pick<WordsRow, 'marks' | 'signs'>
const none: readonly never[] = []
const unmarked: Marked = { marks: none, signs: none }

/** A block without marks is its own row, the same one each time. */
const wordsRow = (block: Block, { marks, signs }: Marked): WordsRow =>
  marks.length === 0 ? block : { ...block, marks, signs }

/** Gives each block its marks, asked for in order: one walk along both. */
function spread(blocks: readonly Block[], marks: readonly Mark[]): (at: number) => Marked {
  let [next, open]: [number, Mark[]] = [0, []]
  return (at) => {
    const { start, end } = blocks[at] as Block
    if (open.length > 0) open = open.filter((mark) => mark.end > start)
    for (let mark = marks[next]; mark && mark.start < end; mark = marks[++next])
      if (mark.end > start) open.push(mark)
    if (open.length === 0) return unmarked
    const then = blocks[at + 1]?.start ?? Number.POSITIVE_INFINITY
    return { marks: [...open], signs: open.filter((mark) => mark.end <= then) }
  }
}

const speaks = (role: Role) => role !== 'repeat' && role !== 'furniture'

/** Tells for the passages of a text, asked for in order, which of them begin a turn. */
function headsOf(source: Source): (passage: Passage) => TurnHead | null {
  const starts = new Map<Id, number>()
  for (const { turn, start, role } of source.passages)
    if (turn !== null && speaks(role) && !starts.has(turn)) starts.set(turn, start)
  const at = new Map(source.turns.map((turn, index) => [turn.id, index]))
  const begun = new Set<Id>()
  let speaking: Id | null = null

  return ({ turn: id, role }) => {
    const index = at.get(id ?? '')
    // What is printed again, or by the site, is nobody's turn: who spoke before goes on after it.
    if (id === null || index === undefined || !speaks(role) || id === speaking) return null
    speaking = id
    const turn = source.turns[index] as Turn
    const goesOn = begun.has(id)
    begun.add(id)
    const answered = at.get(turn.replyTo ?? '')
    const start = starts.get(turn.replyTo ?? '')
    const answers =
      goesOn || answered === undefined || start === undefined
        ? null
        : { name: nameOfTurn(source, answered), start }
    return { turn, name: nameOfTurn(source, index), answers, goesOn }
  }
}

/** How many turns each turn is away from one that answers nobody. A circle of answers counts from where it closes. */
function depthsOf(turns: readonly Turn[]): ReadonlyMap<Id, number> {
  const above = new Map(turns.map(({ id, replyTo }) => [id, replyTo]))
  const depths = new Map<Id, number>()
  for (const { id } of turns) {
    const trail: Id[] = []
    const seen = new Set<Id>()
    let at: Id | null | undefined = id
    while (at && above.has(at) && !depths.has(at) && !seen.has(at)) {
      trail.push(at)
      seen.add(at)
      at = above.get(at)
    }
    let depth = at && depths.has(at) ? (depths.get(at) ?? 0) + 1 : 0
    for (const one of trail.reverse()) depths.set(one, depth++)
  }
  return depths
}

/** The paragraphs of a part of a text that lies in no passage: what blank lines part. */
function paragraphsOf(text: string, { start, end }: Span): Span[] {
  const paragraphs: Span[] = []
  const part = text.slice(start, end)
  if (part.trim() === '') return paragraphs
  for (const line of linesOf(part)) {
    const before = paragraphs.at(-1)
    const isNext = before && !/\n\s*\n/.test(part.slice(before.end - start, line.start))
    if (isNext) before.end = start + line.end
    else paragraphs.push({ start: start + line.start, end: start + line.end })
  }
  return paragraphs
}

/** Where a span is cut so that its pieces are small enough to be shown at once, and its end. */
function cutsOf(text: string, { start, end }: Span): number[] {
  const cuts: number[] = []
  for (let at = start; end - at > longBlock; at = cuts.at(-1) as number) {
    const lineBreak = text.indexOf('\n', at + longBlock)
    const isNear = lineBreak !== -1 && lineBreak < at + longestBlock
    const cut = isNear ? lineBreak : text.indexOf(' ', at + longestBlock)
    if (cut === -1 || cut + 1 >= end) break
    cuts.push(cut + 1)
  }
  cuts.push(end)
  return cuts
}
