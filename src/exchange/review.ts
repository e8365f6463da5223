import { z } from 'zod'
import { applyStep } from '../model/change'
import { type Debate, Verdict } from '../model/debate'
import { applyOperation } from '../model/operations'
import { record } from '../model/schema'
import { verdictsInOrder } from '../model/verdicts'
import { stringify } from './canonicalJson'
import { readJson } from './jsonText'
import { shapeProblem } from './shapeProblem'

/** A review of a map: what was decided about its reading, in the order in which it was. */
export const ReviewFile = record({
  /** Who has made the review. */
  by: z.string(),
  verdicts: z.array(Verdict),
})
export type ReviewFile = z.infer<typeof ReviewFile>

/** A review read from outside, or one sentence for a person on why it was not. */
export type ReviewRead = { ok: true; review: ReviewFile } | { ok: false; problem: string }

/** Reads a review as `writeReview` writes it. Never throws. */
export function readReview(text: string): ReviewRead {
  const json = readJson(text)
  if (!json.ok) return json
  const problem = shapeProblem(ReviewFile, json.value, 'The review')
  return problem ? { ok: false, problem } : { ok: true, review: json.value as ReviewFile }
}

/** Writes the review of a debate: its verdicts, without the records they took out, which doing them again gives. */
export function writeReview(debate: Debate, by: string): string {
  const verdicts = verdictsInOrder(debate).map(({ fell: _, ...verdict }) => verdict)
  return `${stringify({ by, verdicts }, ReviewFile)}\n`
}

/** A reviewed debate, and what of the review could not be done. */
export interface Replayed {
  debate: Debate
  /** The verdicts that no longer fit, each as a sentence for a person. They changed nothing. */
  unfit: string[]
}

/**
 * Does a review again over a debate as the parser gives it, verdict by verdict, as an editor.
 *
 * A verdict that no longer fits is left out and told; it is never applied to something else.
 */
export function replay(debate: Debate, review: ReviewFile): Replayed {
  const unfit: string[] = []
  let now = debate
  for (const verdict of review.verdicts) {
    const { id, by, at, operation } = verdict
    const applied = applyOperation(now, operation, { id, by, at, as: 'editor' })
    if (!applied.ok) {
      unfit.push(`Verdict ${id} (${operation.do}): ${applied.problem}`)
      continue
    }
    now = applyStep(now, applied.step)
    // What else the file says of a verdict stays with it.
    const kept = { ...verdict, ...now.verdicts.get(id) }
    now = applyStep(now, { name: '', changes: [{ kind: 'verdicts', id, record: kept }] })
  }
  return { debate: now, unfit }
}
