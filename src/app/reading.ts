import type { Debate } from '../model/debate'
import { debateOf } from '../model/debateMap'
import type { Input, Parsed, ParseOptions } from '../parse'

/** What the page asks of the worker: read these texts. */
export interface ReadingRequest {
  inputs: Input[]
  options: Omit<ParseOptions, 'onProgress'>
}

/** What the worker tells: how far it is (0..1), and at the end what it read or why it could not. */
export type ReadingReply =
  | { kind: 'progress'; done: number }
  | ({ kind: 'read' } & Parsed)
  | { kind: 'failed'; problem: string }

/**
 * The debate that the corpus gives, read in a worker and then reviewed as `corpus/review.json` says. What of the review
 * does not fit the reading is left out. Rejects with a sentence for a person.
 */
export async function readCorpus(onProgress: (done: number) => void = () => {}): Promise<Debate> {
  const { corpus, corpusReview } = await import('./corpus')
  const { map } = await parsed(corpus(), onProgress)
  const now = new Date().toISOString()
  const debate = debateOf({ ...map, createdAt: now, updatedAt: now })
  const { readReview, replay } = await import('../exchange/review')
  const read = readReview(corpusReview)
  if (!read.ok) throw new Error(`The review of the texts could not be read. ${read.problem}`)
  return replay(debate, read.review).debate
}

/** The texts of the corpus, unread. */
export async function readTexts(): Promise<readonly Input[]> {
  const { corpus } = await import('./corpus')
  return corpus().inputs
}

function parsed(request: ReadingRequest, onProgress: (done: number) => void): Promise<Parsed> {
  const worker = new Worker(new URL('./parseWorker.ts', import.meta.url), { type: 'module' })
  return new Promise<Parsed>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReadingReply>) => {
      if (data.kind === 'progress') onProgress(data.done)
      else if (data.kind === 'read') resolve(data)
      else reject(new Error(`The texts could not be read. ${data.problem}`))
    }
    worker.onerror = ({ message }) =>
      reject(new Error(`The texts could not be read. ${message || 'The reader did not start.'}`))
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}
