import { ArrowDown, ArrowUp, Download, Ellipsis, ListFilter, Undo2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { writeReview } from '../exchange/review'
import { openFilter } from '../graph/reviewQueue'
import type { Judgement } from '../model/operations'
import { useDebate, useDebateStore } from '../store'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Kbd } from '../ui/Kbd'
import { Menu, MenuItem } from '../ui/Menu'
import { type Act, type Asking, actsOn, allActs } from './acts'
import { Buttons } from './Buttons'
import { Filters } from './Filters'
import { HeadlineDialog } from './HeadlineDialog'
import { Item } from './Item'
import { PickDialog } from './PickDialog'
import { Rejected } from './Rejected'
import styles from './review.module.css'
import { Signer } from './Signer'
import { SplitDialog } from './SplitDialog'
import { Ticks } from './Ticks'
import { keyOf, useQueue } from './useQueue'
import { type ReviewKeys, useReviewKeys } from './useReviewKeys'
import { counted } from './words'

export interface ReviewPaneProps {
  /** On a phone the map is behind the pane, and is shown when asked for. */
  isPhone?: boolean
  /** Hands the review to the reader as a file. */
  onDownload(review: string): void
}

/** The review of a map: what the parser was least sure of, one after the other, to be confirmed, corrected or rejected. */
export function ReviewPane({ isPhone = false, onDownload }: ReviewPaneProps) {
  const store = useDebateStore()
  const debate = useDebate((state) => state.debate)
  const setReviewing = useDebate((state) => state.setReviewing)
  const queue = useQueue(!isPhone)
  const [asks, setAsks] = useState<Asking | null>(null)
  const [isFiltering, setFiltering] = useState(false)
  const pane = useRef<HTMLElement>(null)
  const { current, filter, shown, at, progress } = queue
  const acts = current && actsOn(debate, current)
  const leave = () => setReviewing(false)

  useEffect(() => {
    pane.current?.focus()
  }, [])

  const act = (one: Act) => {
    if (one.asks) setAsks(one.asks)
    else if (one.does && !one.holds) queue.judge(one.does.judgement, one.does.says)
    // A button that goes with its item must not take the focus along.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) pane.current?.focus()
    })
  }
  const done = (judgement: Judgement, says: string) => {
    setAsks(null)
    queue.judge(judgement, says)
  }
  const keys: Record<string, () => void> = {
    j: () => queue.go(1),
    arrowdown: () => queue.go(1),
    'shift+j': () => queue.go(-1),
    arrowup: () => queue.go(-1),
    k: () => pane.current?.querySelector<HTMLElement>('[data-choice] button')?.focus(),
    b: queue.back,
    z: queue.undo,
    'mod+z': queue.undo,
    escape: leave,
  }
  for (const one of acts ? allActs(acts) : []) keys[one.key] = () => act(one)
  useReviewKeys(asks ? none : keys)

  const statement = current?.what === 'statements' ? debate.statements.get(current.id) : undefined
  const close = () => setAsks(null)
  return (
    <aside ref={pane} className={styles.pane} aria-label="Review" tabIndex={-1}>
      <header className={styles.bar}>
        <h2>Review</h2>
        <IconButton
          icon={ListFilter}
          label="Filter"
          aria-expanded={isFiltering}
          onClick={() => setFiltering(!isFiltering)}
        />
        <Menu trigger={<IconButton icon={Ellipsis} label="More about the review" />}>
          <MenuItem
            icon={Download}
            onSelect={() => onDownload(writeReview(debate, store.getState().author || 'a reader'))}
          >
            Download the review of this map
          </MenuItem>
          <MenuItem
            icon={Undo2}
            onSelect={() => queue.setFilter({ ...openFilter, state: 'rejected' })}
          >
            Show what was rejected
          </MenuItem>
        </Menu>
        <IconButton icon={X} label="Leave the review" shortcut="Esc" onClick={leave} />
      </header>
      <div className={styles.progress}>
        <Ticks {...progress} />
        <p>
          {progress.checked.toLocaleString('en-GB')} of {progress.all.toLocaleString('en-GB')}{' '}
          checked
        </p>
      </div>
      {isFiltering && (
        <Filters readings={queue.readings} filter={filter} onFilter={queue.setFilter} />
      )}
      <div className={styles.body} key={current ? keyOf(current) : filter.state}>
        {filter.state === 'rejected' ? (
          <Rejected onSay={queue.say} />
        ) : current && acts ? (
          <>
            <p className={styles.quiet}>
              {at === -1
                ? 'Looked at again'
                : `${(at + 1).toLocaleString('en-GB')} of ${counted(shown.length, 'reading')}, least sure first`}
            </p>
            <Item reading={current} />
          </>
        ) : (
          <p className={styles.quiet}>
            {filter === openFilter
              ? 'Everything that the parser read here has been checked.'
              : filter.state === 'unchecked'
                ? 'Nothing unchecked is left that matches the filter.'
                : 'Nothing matches the filter.'}
          </p>
        )}
      </div>
      {current && acts && <Buttons acts={acts} onAct={act} />}
      <footer className={styles.foot}>
        <div className={styles.walk}>
          <IconButton icon={ArrowUp} label="Previous" onClick={() => queue.go(-1)} />
          <IconButton icon={ArrowDown} label="Next" onClick={() => queue.go(1)} />
          <Button variant="quiet" icon={Undo2} onClick={queue.undo}>
            Undo
          </Button>
          {isPhone && current && (
            <Button variant="quiet" onClick={() => showInFull(store.getState(), current)}>
              Show in full
            </Button>
          )}
        </div>
        <Keys />
        <Signer />
      </footer>
      {asks && current && (asks === 'target' || asks === 'merge') && (
        <PickDialog asks={asks} id={current.id} onDone={done} onClose={close} />
      )}
      {asks === 'headline' && statement && (
        <HeadlineDialog statement={statement} onDone={done} onClose={close} />
      )}
      {asks === 'split' && statement && (
        <SplitDialog statement={statement} onDone={done} onClose={close} />
      )}
      <p role="status" className="visually-hidden">
        {queue.said}
      </p>
    </aside>
  )
}

const none: ReviewKeys = {}

/** The keys that are on no button. */
function Keys() {
  return (
    <p className={styles.keys}>
      <Kbd>J</Kbd> or <Kbd>↓</Kbd> next, <Kbd>⇧ J</Kbd> or <Kbd>↑</Kbd> previous, <Kbd>B</Kbd> back
      to the last one, <Kbd>Z</Kbd> undo, <Kbd>K</Kbd> to the choice, <Kbd>Esc</Kbd> leave
    </p>
  )
}

/** Opens the sheet of a phone on what a reading is about. */
function showInFull(
  state: ReturnType<ReturnType<typeof useDebateStore>['getState']>,
  { what, id }: { what: string; id: string },
) {
  const statement = what === 'stances' ? state.debate.stances.get(id)?.statement : id
  if (what === 'relations') state.select({ kind: 'relation', id })
  else if (statement) state.select({ kind: 'statement', id: statement })
}
