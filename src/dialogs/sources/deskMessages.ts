import positions from '../../../corpus/positions.json'
import { type Desk, type DeskOptions, openDesk } from '../../exchange/addSources'
import type { Choice, Incoming } from '../../exchange/incoming'
import type { Preview } from '../../exchange/preview'
import { joinSlices, type Slice, slicesOf } from '../../exchange/slices'
import { applyStep } from '../../model/change'
import { type About, emptyDebate } from '../../model/debate'
import type { Id } from '../../model/schema'
import type { Progress } from '../../parse'
import { Codebook } from '../../parse/codebook'

/** What the page asks of the desk in the worker. The debate comes first, in slices. */
export type DeskRequest =
  | { kind: 'slice'; slice: Slice }
  | { kind: 'open'; about: About; options: Pick<DeskOptions, 'known' | 'at'> }
  | { kind: 'read'; incoming: Incoming[] }
  | { kind: 'decide'; choices: Choice[] }
  | { kind: 'take'; choices: Choice[]; positions: Id[] }

/** What the desk tells: how far it is, what it understood, and at the end the step, in slices before its name. */
export type DeskReply =
  | { kind: 'progress'; done: number; stage: Progress['stage'] }
  | { kind: 'understood'; preview: Preview }
  | { kind: 'slice'; slice: Slice }
  | { kind: 'step'; name: string }
  | { kind: 'failed'; problem: string }

/** Serves a desk by messages. What goes wrong is told, and does not end it. */
export function serveDesk(reply: (message: DeskReply) => void): (request: DeskRequest) => void {
  const slices = joinSlices()
  let desk: Desk | null = null
  const opened = (): Desk => {
    if (!desk) throw new Error('The map has not come yet.')
    return desk
  }
  const answer = (request: DeskRequest) => {
    if (request.kind === 'slice') slices.add(request.slice)
    else if (request.kind === 'open') {
      const mine = applyStep(emptyDebate, { name: 'open', changes: slices.changes })
      desk = openDesk(
        { ...mine, about: request.about },
        {
          ...request.options,
          positions: Codebook.parse(positions).positions,
          onProgress: (done, stage) => reply({ kind: 'progress', done, stage }),
        },
      )
    } else if (request.kind === 'read')
      reply({ kind: 'understood', preview: opened().read(request.incoming) })
    else if (request.kind === 'decide')
      reply({ kind: 'understood', preview: opened().decide(request.choices) })
    else {
      const { name, changes } = opened().take(request.choices, request.positions)
      for (const slice of slicesOf(changes)) reply({ kind: 'slice', slice })
      reply({ kind: 'step', name })
    }
  }
  return (request) => {
    try {
      answer(request)
    } catch (error) {
      reply({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) })
    }
  }
}
