import type { Span } from '../model/schema'
import type { Mark } from './marks'

/** Words that the same marks, and the same headlines, cover from their first to their last character. */
export interface Run extends Span {
  /** The lowest level first. */
  marks: readonly Mark[]
  /** Those of them whose headline these words belong to. */
  points: readonly Mark[]
  /** The marks whose last words these are: their signs stand here. */
  signs: readonly Mark[]
}

/**
 * Cuts words where a mark or its headline begins or ends, so that each run is covered by the same ones throughout.
 *
 * ```text
 * The ploughs carry lamps, so the night trains can run.
 *     ^^^^^^^^^^^^^^^^^^^ a
 *                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ b
 * |   |           |      |                            |   four runs: none, a, a b, b
 * ```
 *
 * The runs follow each other without a gap; `marks` are those that reach into the words, by their start.
 * `signs` are those that end with these words; the others go on elsewhere.
 */
export function runsOf(words: Span, marks: readonly Mark[], signs: readonly Mark[] = marks): Run[] {
  if (words.start >= words.end) return []
  const cuts = [words.start, words.end]
  for (const { start, end, point } of marks)
    for (const cut of [start, end, point.start, point.end])
      if (cut > words.start && cut < words.end) cuts.push(cut)
  cuts.sort((a, b) => a - b)

  const runs: Run[] = []
  let open: Mark[] = []
  let next = 0
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1]
    if (end === undefined || end === start) continue
    open = open.filter((mark) => mark.end > start)
    for (let mark = marks[next]; mark && mark.start <= start; mark = marks[++next])
      if (mark.end > start) open.push(mark)
    const isLast = end === words.end
    const here = open.length === 0 ? none : open.toSorted((a, b) => a.level - b.level)
    runs.push({
      start,
      end,
      marks: here,
      points: here.filter(({ point }) => point.start <= start && end <= point.end),
      signs:
        signs.length === 0
          ? none
          : signs.filter((mark) => mark.end === end || (isLast && mark.end > end)),
    })
  }
  return runs
}

const none: readonly never[] = []
