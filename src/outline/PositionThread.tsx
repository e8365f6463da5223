import { ArrowLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Icon, sideSigns } from '../cards/signs'
import { Tally } from '../cards/Tally'
import { sidesOn, tallyOf } from '../graph/tally'
import { threadsOn } from '../graph/threads'
import type { Debate, Side } from '../model/debate'
import type { Id } from '../model/schema'
import { sideWords } from '../model/words'
import { useDebate } from '../store'
import styles from './outline.module.css'
import { ThreadItem } from './ThreadItem'

const sides: readonly Side[] = ['for', 'neutral', 'against']

/** One position as a thread to read from above: its proposition, and a tab for each side. */
export function PositionThread({ position: id }: { position: Id }) {
  const debate = useDebate((state) => state.debate)
  const openOnCanvas = useDebate((state) => state.openOnCanvas)
  const selected = useDebate((state) => state.selected)
  const position = debate.positions.get(id)
  const [chosen, setSide] = useState<Side | null>(null)
  const tally = tallyOf(debate, id)
  const counts = { for: tally.for, against: tally.against, neutral: tally.open }
  const side = chosen ?? sideOf(debate, selected?.id, id) ?? firstSide(counts)
  const threads = useMemo(() => threadsOn(debate, id, side), [debate, id, side])
  if (!position) return null

  return (
    <main className={styles.page}>
      <button type="button" className={styles.back} onClick={() => openOnCanvas(null)}>
        <Icon icon={ArrowLeft} />
        All positions
      </button>
      <h2 className={styles.proposition}>{position.proposition}</h2>
      <div className={styles.tally}>
        <Tally tally={tally} />
      </div>
      <div role="tablist" aria-label="Sides" className={styles.tabs}>
        {sides.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={one === side}
            aria-controls="thread"
            tabIndex={one === side ? 0 : -1}
            className={sideSigns[one].tone}
            onClick={() => setSide(one)}
            onKeyDown={(event) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
              const next = step && sides[(sides.indexOf(one) + step + sides.length) % sides.length]
              if (!next) return
              setSide(next)
              document.getElementById(`tab-${next}`)?.focus()
            }}
          >
            <Icon icon={sideSigns[one].icon} size={15} />
            <span className={styles.side}>{sideWords[one]}</span> {counts[one]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="thread" aria-labelledby={`tab-${side}`}>
        {threads.length === 0 && (
          <p className={styles.empty}>
            {side === 'neutral'
              ? 'Nothing here leaves the question open.'
              : `Nobody has said anything ${side} this yet.`}
          </p>
        )}
        <ul className={styles.threads}>
          {threads.map((thread) => (
            <ThreadItem key={thread.statement} thread={thread} position={id} />
          ))}
        </ul>
      </div>
    </main>
  )
}

/** The side that a statement takes on a position, so that what is selected is in view. */
const sideOf = (debate: Debate, statement: Id | undefined, position: Id): Side | null =>
  (statement !== undefined && sidesOn(debate, position).get(statement)) || null

const firstSide = (counts: Record<Side, number>): Side =>
  counts.for > 0 || counts.against === 0 ? 'for' : 'against'
