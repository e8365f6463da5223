import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Source } from '../model/debate'
import type { Span } from '../model/schema'
import { useDebateStore } from '../store'
import type { ReadingGoal } from '../store/sessionSlice'
import { find } from './find'

/** What is looked for in the open text, and what was found. */
export interface Finding {
  isOpen: boolean
  query: string
  found: readonly Span[]
  /** Which of them is the one gone to; -1 for none. */
  at: number
  /** Where the page is to go for it. */
  goal: ReadingGoal | null
  open(): void
  close(): void
  look(query: string): void
  /** Goes to the next one, or back; from the last on to the first. */
  step(by: 1 | -1): void
}

const nothing: readonly Span[] = []

/** Looks for words in the open text. Starts at what is in view, and goes along when another text is opened. */
export function useFind(source: Source | null): Finding {
  const store = useDebateStore()
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [step, setStep] = useState({ by: 0, time: 0 })
  const [from, setFrom] = useState(0)
  const looked = useDeferredValue(isOpen ? query : '')
  const text = source?.text ?? ''
  const found = useMemo(() => (looked === '' ? nothing : find(text, looked)), [text, looked])

  const first = Math.max(
    0,
    found.findIndex(({ start }) => start >= from),
  )
  const at = found.length === 0 ? -1 : modulo(first + step.by, found.length)
  const now = found[at]
  const id = source?.id
  const goal = useMemo(
    () => (now && id ? { span: { source: id, ...now }, time: step.time } : null),
    [now, id, step.time],
  )

  // Another text is searched from its beginning.
  useEffect(() => {
    if (id === undefined) return
    setFrom(0)
    setStep(({ time }) => ({ by: 0, time }))
  }, [id])

  return {
    isOpen,
    query,
    found,
    at,
    goal,
    open() {
      if (isOpen) return
      setOpen(true)
      setFrom(store.getState().viewed?.start ?? 0)
      setStep(({ time }) => ({ by: 0, time }))
    },
    close: () => setOpen(false),
    look(next) {
      setQuery(next)
      // As one writes on, it stays with the place one has gone to.
      if (now && step.by !== 0) setFrom(now.start)
      setStep(({ time }) => ({ by: 0, time }))
    },
    step: (by) => setStep((last) => ({ by: last.by + by, time: last.time + 1 })),
  }
}

const modulo = (n: number, by: number) => ((n % by) + by) % by
