import known from '../../../corpus/sources.json'
import type { Choice, Incoming } from '../../exchange/incoming'
import type { Preview } from '../../exchange/preview'
import { changesThatMake, joinSlices, slicesOf } from '../../exchange/slices'
import type { Step } from '../../model/change'
import { type Debate, recordKinds } from '../../model/debate'
import type { Id } from '../../model/schema'
import type { Progress } from '../../parse'
import type { DeskReply, DeskRequest } from './deskMessages'

/** A desk in a worker, beside the page. */
export interface DeskAside {
  /** Tells what was understood of some texts; rejects with a sentence for a person. */
  read(incoming: Incoming[]): Promise<Preview>
  decide(choices: Choice[]): Promise<Preview>
  take(choices: Choice[], positions: Id[]): Promise<Step>
  /** Calls off whatever is under way: what was asked is never answered. */
  close(): void
}

/** Opens a desk beside a debate that does not change meanwhile. */
export function openDeskAside(
  debate: Debate,
  onProgress: (done: number, stage: Progress['stage']) => void,
): DeskAside {
  let isClosed = false
  let settle: { onReply(reply: DeskReply): void; onError(problem: string): void } | null = null
  const port = openPort(
    (reply) => {
      if (reply.kind === 'progress') onProgress(reply.done, reply.stage)
      else settle?.onReply(reply)
    },
    (problem) => settle?.onError(problem),
  )

  /** The debate goes over in pieces, with a breath between them. */
  const sent = (async () => {
    for (const slice of slicesOf(changesThatMake(debate, recordKinds))) {
      if (isClosed) return
      port.post({ kind: 'slice', slice })
      await breath()
    }
    port.post({
      kind: 'open',
      about: debate.about,
      options: { known, at: new Date().toISOString() },
    })
  })()

  const ask = <Answer>(
    request: DeskRequest,
    take: (reply: DeskReply) => Answer | null,
    transfer: Transferable[] = [],
  ) =>
    new Promise<Answer>((resolve, reject) => {
      const no = (problem: string) => reject(new Error(`The texts could not be read. ${problem}`))
      settle = {
        onError: no,
        onReply(reply) {
          if (reply.kind === 'failed') no(reply.problem)
          const answer = take(reply)
          if (answer !== null) resolve(answer)
        },
      }
      void sent.then(() => isClosed || port.post(request, transfer))
    })

  const preview = (reply: DeskReply) => (reply.kind === 'understood' ? reply.preview : null)
  return {
    read: (incoming) =>
      ask(
        { kind: 'read', incoming },
        preview,
        incoming.flatMap(({ content }) => (typeof content === 'string' ? [] : [content.buffer])),
      ),
    decide: (choices) => ask({ kind: 'decide', choices }, preview),
    take(choices, positions) {
      const slices = joinSlices()
      return ask({ kind: 'take', choices, positions }, (reply): Step | null => {
        if (reply.kind === 'slice') slices.add(reply.slice)
        return reply.kind === 'step' ? { name: reply.name, changes: slices.changes } : null
      })
    },
    close() {
      isClosed = true
      port.close()
    },
  }
}

/** A turn of the event loop, in which the page can draw and answer. */
const breath = () => new Promise<void>((done) => setTimeout(done))

interface Port {
  post(request: DeskRequest, transfer?: Transferable[]): void
  close(): void
}

/** A worker, or where there is none the page itself. */
function openPort(onReply: (reply: DeskReply) => void, onError: (problem: string) => void): Port {
  if (typeof Worker === 'undefined') {
    let isOpen = true
    const serving = import('./deskMessages').then(({ serveDesk }) =>
      serveDesk((reply) => isOpen && onReply(reply)),
    )
    return {
      post: (request) => void serving.then((serve) => isOpen && serve(request)),
      close: () => {
        isOpen = false
      },
    }
  }
  const worker = new Worker(new URL('./deskWorker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<DeskReply>) => onReply(data)
  worker.onerror = ({ message }) => onError(message || 'The reader did not start.')
  return {
    post: (request, transfer = []) => worker.postMessage(request, transfer),
    close: () => worker.terminate(),
  }
}
