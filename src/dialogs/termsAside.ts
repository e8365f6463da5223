import type { TermsRead } from '../exchange/readTerms'
import type { Debate } from '../model/debate'
import type { Moment } from '../model/schema'

/** What the page asks of the worker. */
export interface TermsRequest {
  debate: Debate
  at: Moment
}

/** What the worker tells: how far it is (0..1), and at the end what it read or why it could not. */
export type TermsReply =
  | { kind: 'progress'; done: number }
  | { kind: 'read'; read: TermsRead }
  | { kind: 'failed'; problem: string }

/** Reads the texts of a map again, in a worker. Gives a way to stop; `onReply` hears nothing after that. */
export function readTermsAside(request: TermsRequest, onReply: (reply: TermsReply) => void) {
  const worker = new Worker(new URL('./termsWorker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<TermsReply>) => onReply(data)
  worker.onerror = ({ message }) =>
    onReply({ kind: 'failed', problem: message || 'The reader did not start.' })
  worker.postMessage(request)
  return () => worker.terminate()
}
