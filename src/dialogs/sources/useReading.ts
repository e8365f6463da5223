import { useCallback, useEffect, useRef, useState } from 'react'
import type { Choice, Incoming } from '../../exchange/incoming'
import type { Preview } from '../../exchange/preview'
import type { Step } from '../../model/change'
import type { Debate } from '../../model/debate'
import type { Id } from '../../model/schema'
import { useDebateStore } from '../../store'
import { type DeskAside, openDeskAside } from './deskAside'
import { stageWords } from './words'

/** A text that a person wants: a file, or words. */
export interface Wanted extends Omit<Incoming, 'content'> {
  content: Blob | string
}

/** How far a piece of work is, 0..1, and what is being done, in words. */
export interface Work {
  done: number
  says: string
}

export type ReadingView =
  | { status: 'choosing'; problem: string | null }
  | { status: 'reading'; work: Work }
  /** `work` is set while the reading is done anew, as a person has decided. */
  | { status: 'understood'; preview: Preview; work: Work | null }

const beginning: Work = { done: 0, says: 'Opening the texts' }

/**
 * Reads texts beside the page and keeps what was understood of them, until they are taken or let go.
 *
 * Where the map changes meanwhile (in another tab, say) the texts are read again before they are taken.
 */
export function useReading() {
  const store = useDebateStore()
  const [view, setView] = useState<ReadingView>({ status: 'choosing', problem: null })
  const open = useRef<{ desk: DeskAside; debate: Debate } | null>(null)
  const wanted = useRef<readonly Wanted[]>([])

  const close = useCallback(() => {
    open.current?.desk.close()
    open.current = null
  }, [])
  useEffect(() => close, [close])

  const showWork = useCallback(
    (work: Work) => setView((now) => (now.status === 'choosing' ? now : { ...now, work })),
    [],
  )

  /** Lets whatever is under way go, and opens a desk beside the map as it stands. */
  const openDesk = useCallback((): DeskAside => {
    close()
    const { debate } = store.getState()
    const desk = openDeskAside(debate, (done, stage) => {
      if (open.current?.desk !== desk) return
      showWork({ done, says: stageWords[stage] })
    })
    open.current = { desk, debate }
    return desk
  }, [close, showWork, store])

  const fail = useCallback(
    (error: unknown) => {
      close()
      const problem = error instanceof Error ? error.message : String(error)
      setView({ status: 'choosing', problem })
    },
    [close],
  )

  const read = useCallback(
    async (texts: readonly Wanted[]) => {
      wanted.current = texts
      const desk = openDesk()
      setView({ status: 'reading', work: beginning })
      try {
        const preview = await desk.read(await incomingOf(texts))
        if (open.current?.desk === desk) setView({ status: 'understood', preview, work: null })
      } catch (error) {
        if (open.current?.desk === desk) fail(error)
      }
    },
    [openDesk, fail],
  )

  const decide = useCallback(
    async (choices: readonly Choice[]) => {
      const desk = open.current?.desk
      if (!desk) return
      showWork(beginning)
      try {
        const preview = await desk.decide([...choices])
        if (open.current?.desk === desk) setView({ status: 'understood', preview, work: null })
      } catch (error) {
        if (open.current?.desk === desk) fail(error)
      }
    },
    [fail, showWork],
  )

  /** Makes the step of what was understood; null where it was called off meanwhile, or failed. */
  const take = useCallback(
    async (choices: readonly Choice[], positions: readonly Id[]): Promise<Step | null> => {
      showWork(beginning)
      try {
        for (;;) {
          const at = open.current
          if (!at) return null
          const step = await at.desk.take([...choices], [...positions])
          if (open.current !== at) return null
          if (store.getState().debate === at.debate) {
            // Making a long step takes the page a moment: it says so first.
            showWork({ done: 1, says: 'Putting it into the map' })
            await drawn()
            return open.current === at ? step : null
          }
          await openDesk().read(await incomingOf(wanted.current))
        }
      } catch (error) {
        fail(error)
        return null
      }
    },
    [openDesk, fail, showWork, store],
  )

  const cancel = useCallback(() => {
    close()
    setView({ status: 'choosing', problem: null })
  }, [close])

  return { view, read, decide, take, cancel }
}

/** A file larger than this is not even opened, in bytes: its size alone says that it cannot be read. */
const mostOpened = 64 * 2 ** 20

/** Settles once the page has drawn what it shows now. */
const drawn = () => new Promise<void>((done) => setTimeout(done, 32))

const incomingOf = (texts: readonly Wanted[]): Promise<Incoming[]> =>
  Promise.all(
    texts.map(async ({ content, ...rest }) => {
      if (typeof content === 'string') return { ...rest, content }
      if (content.size > mostOpened) return { ...rest, content: '', size: content.size }
      return { ...rest, content: new Uint8Array(await content.arrayBuffer()) }
    }),
  )
