import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { Source } from '../model/debate'
import { useDebate } from '../store'
import { MarkPreview } from './MarkPreview'
import { marksOf } from './marks'
import { PageRow } from './PageRow'
import { PickedWords } from './PickedWords'
import { blocksOf, rowsOf } from './page'
import styles from './page.module.css'
import type { Finding } from './useFind'
import { keepLit, useGoal } from './useGoal'
import { useLinkLit } from './useLinkLit'
import { useMarkActs } from './useMarkActs'
import { usePlaceKept } from './usePlaceKept'
import { useWalk } from './useWalk'

/** A text as a page: only the rows around what is in view are there. One stop for Tab; the keys walk its marks. */
export function Page({ source, finding }: { source: Source; finding: Finding }) {
  const statements = useDebate((state) => state.debate.statements)
  const blocks = useMemo(() => blocksOf(source), [source])
  const marks = useMemo(() => marksOf({ statements }, source), [statements, source])
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => rowsOf(blocks, marks, unfolded), [blocks, marks, unfolded])
  const toggle = useCallback((key: string) => setUnfolded((keys) => toggled(keys, key)), [])

  const page = useRef<HTMLDivElement>(null)
  const list = useRef<VirtualizerHandle>(null)
  const places = { page, list, rows }
  const goal = useDebate((state) => state.readingGoal)
  const isHere = (one: typeof goal) => one?.span.source === source.id
  useGoal(places, { goal: isHere(goal) ? goal : null, name: 'reading-goal', litFor: 4000 }, toggle)
  useGoal(
    places,
    { goal: isHere(finding.goal) ? finding.goal : null, name: 'reader-find-now' },
    toggle,
  )
  useEffect(() => {
    if (page.current && finding.found.length > 0)
      return keepLit(page.current, 'reader-find', finding.found)
  }, [finding.found])
  useLinkLit(page, source.id)
  useMarkActs(page)
  const { kept, onFocus, onBlur } = useWalk(places)
  const keepPlace = usePlaceKept(places, source.id)

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={page}
      role="group"
      className={styles.page}
      aria-label={`The text of ${source.title}`}
      tabIndex={kept === null ? 0 : -1}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <Virtualizer
        ref={list}
        data={rows}
        bufferSize={400}
        keepMounted={kept === null ? [] : [kept]}
        onScroll={keepPlace}
        onResize={keepPlace}
      >
        {(row, index) => (
          <div key={row.key} data-row={index}>
            <PageRow row={row} source={source} onFold={toggle} />
          </div>
        )}
      </Virtualizer>
      <MarkPreview page={page} />
      <PickedWords places={places} source={source} />
    </div>
  )
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
