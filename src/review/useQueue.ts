import { useEffect, useMemo, useRef, useState } from 'react'
import {
  narrowedTo,
  openFilter,
  progressOf,
  type QueueFilter,
  type Reading,
  readingsOf,
} from '../graph/reviewQueue'
import { positionToShow } from '../graph/standing'
import type { Debate } from '../model/debate'
import type { Judgement } from '../model/operations'
import { useDebate, useDebateStore } from '../store'
import { judgedWords, recordInWords } from './words'

/** The queue of a review as the pane walks it. */
export interface Queue {
  /** All readings there are, whatever the filter. */
  readings: readonly Reading[]
  /** Those that the filter lets through. */
  shown: readonly Reading[]
  current: Reading | null
  /** Where the current one stands among those shown. */
  at: number
  progress: { checked: number; all: number }
  filter: QueueFilter
  setFilter(filter: QueueFilter): void
  /** Goes so many steps on, or back. */
  go(steps: number): void
  /** Does something about the current reading, and goes on to the next. */
  judge(judgement: Judgement, says: string): void
  /** Goes back to what was judged last, without taking it back. */
  back(): void
  /** Takes back the last step, and goes back to what it was about. */
  undo(): void
  /** What has just happened, for screen readers. */
  said: string
  say(words: string): void
}

/** Walks the queue; `follows` tells whether map, inspector and reader show what it is at. */
export function useQueue(follows: boolean): Queue {
  const store = useDebateStore()
  const debate = useDebate((state) => state.debate)
  const [filter, setFilter] = useState(openFilter)
  const [key, setKey] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const judged = useRef<string[]>([])

  const readings = useMemo(() => readingsOf(debate), [debate])
  const progress = useMemo(() => progressOf(debate, readings), [debate, readings])
  const narrowed = useMemo(() => narrowedTo(readings, filter), [readings, filter])
  // Going back to something shows it, though the filter would not.
  const isBeside = key !== null && !narrowed.some((one) => keyOf(one) === key)
  const beside = isBeside ? readings.find((one) => keyOf(one) === key) : undefined
  const current = beside ?? narrowed.find((one) => keyOf(one) === key) ?? narrowed[0] ?? null
  const at = current && !beside ? narrowed.indexOf(current) : -1

  const currentKey = current && keyOf(current)
  // The map follows each turn to another item, not each change to one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the item says may change while one looks at it
  useEffect(() => {
    if (!follows) store.getState().select(null)
    else if (current) show(store.getState(), current)
  }, [follows, currentKey])

  const go = (steps: number) => {
    const from = at === -1 ? (steps > 0 ? -1 : 0) : at
    const next = narrowed[Math.max(0, Math.min(narrowed.length - 1, from + steps))]
    if (!next) return setSaid('There is nothing else to look at.')
    setKey(keyOf(next))
    setSaid(inWords(debate, next))
  }

  return {
    readings,
    shown: narrowed,
    current: filter.state === 'rejected' ? null : current,
    at,
    progress,
    filter,
    said,
    say: setSaid,
    setFilter(next) {
      setFilter(next)
      setKey(null)
    },
    go,
    judge(judgement, says) {
      if (!current || !store.getState().actions.judge(judgement)) return
      judged.current.push(keyOf(current))
      // What was rejected may have taken the next ones along.
      const now = store.getState().debate
      const after = [...narrowed.slice(at + 1), ...narrowed.slice(0, Math.max(0, at)).reverse()]
      const next = after.find(({ what, id }) => now[what].has(id))
      setKey(next ? keyOf(next) : null)
      setSaid(next ? `${says} Next: ${inWords(now, next)}` : `${says} Nothing else is left.`)
    },
    back() {
      const last = judged.current.at(-1)
      if (last) setKey(last)
      setSaid(last ? 'Back at the one before.' : 'Nothing was judged yet.')
    },
    undo() {
      const { undoName, undo } = store.getState()
      if (!undoName) return setSaid('There is nothing to undo.')
      undo()
      const back = judged.current.pop()
      if (back) setKey(back)
      setSaid(`Undone: ${undoName}.`)
    },
  }
}

export const keyOf = ({ what, id }: Pick<Reading, 'what' | 'id'>): string => `${what} ${id}`

/** Shows a reading on the map: its position opens where the open one has not its card, and it is selected. */
function show(state: ReturnType<ReturnType<typeof useDebateStore>['getState']>, item: Reading) {
  const { debate, openPosition, openOnCanvas, select } = state
  const stance = item.what === 'stances' ? debate.stances.get(item.id) : undefined
  const link = item.what === 'relations' ? debate.relations.get(item.id) : undefined
  const statement = stance?.statement ?? link?.from ?? item.id
  const position = stance?.position ?? positionToShow(debate, statement, openPosition)
  if (position !== null && position !== openPosition) openOnCanvas(position)
  select(link ? { kind: 'relation', id: link.id } : { kind: 'statement', id: statement })
}

function inWords(debate: Debate, { what, id }: Reading): string {
  const record = debate[what].get(id)
  return record ? recordInWords(debate, what, record) : `This ${judgedWords[what]} is gone.`
}
