import { useEffect, useState } from 'react'
import type { Debate } from '../model/debate'
import type { Found, Searched } from './found'

/** What the page asks of the worker: take a debate in, then look terms up in it. */
export type FindRequest =
  | { kind: 'open'; debate: Searched }
  | { kind: 'find'; asked: number; terms: readonly string[]; shown: number | null }

/** What the worker tells, with the number of the question. */
export interface FindReply {
  asked: number
  found: Found
}

/** A place where terms are looked up. Only the last question is answered. */
interface Desk {
  ask(terms: readonly string[], shown: number | null): void
  close(): void
}

/** How long somebody who writes is waited for, in milliseconds. */
const pause = 150

/**
 * What terms find in a debate, as it stands while they are written; null until it is known.
 *
 * Long debates are searched in a worker, so that the page stays live.
 */
export function useFound(
  { sources, statements }: Debate,
  terms: readonly string[],
  shown: number | null,
): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  const [desk, setDesk] = useState<Desk | null>(null)
  useEffect(() => {
    const opened = openDesk({ sources, statements }, setFound)
    setDesk(opened)
    return () => opened.close()
  }, [sources, statements])

  const question = JSON.stringify([terms, shown])
  useEffect(() => {
    const [asked, looked] = JSON.parse(question) as [string[], number | null]
    const timer = setTimeout(() => desk?.ask(asked, looked), pause)
    return () => clearTimeout(timer)
    // A debate that has changed is asked again.
  }, [question, desk])
  return found
}

function openDesk(debate: Searched, tell: (found: Found) => void): Desk {
  const worker = new Worker(new URL('./findWorker.ts', import.meta.url), { type: 'module' })
  const send = (request: FindRequest) => worker.postMessage(request)
  let last = 0
  worker.onmessage = ({ data }: MessageEvent<FindReply>) => {
    if (data.asked === last) tell(data.found)
  }
  send({ kind: 'open', debate })
  return {
    ask: (terms, shown) => send({ kind: 'find', asked: ++last, terms, shown }),
    close: () => worker.terminate(),
  }
}
