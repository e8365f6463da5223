import { useEffect, useRef, useState } from 'react'
import { clip } from '../model/clip'
import type { Source } from '../model/debate'
import type { SourceSpan } from '../model/schema'
import { useDebate } from '../store'
import { PickBar } from './PickBar'
import { usePickActs } from './pickActs'
import { countWords, type Stride } from './pickedSpan'
import { keepLit, type Places, scrollTo } from './useGoal'
import { usePicking } from './usePicking'
import { usePickKeys } from './usePickKeys'

export interface PickedWordsProps {
  /** The page whose words can be picked, and how its rows are reached. */
  places: Places
  source: Source
}

/** Lets a person pick words on the page, lights them, and offers what can be made of them. */
export function PickedWords({ places, source }: PickedWordsProps) {
  const { page } = places
  const picked = useDebate((state) => (state.picked?.source === source.id ? state.picked : null))
  const pick = useDebate((state) => state.pick)
  const hasDialog = useDebate((state) => state.dialog !== null)
  const [told, setTold] = useState('')
  const bar = useRef<HTMLDivElement>(null)
  const isDrawing = usePicking(page, source)
  const act = usePickActs()

  const onStep = (next: SourceSpan | null, edge: Stride['edge']) => {
    // What was selected by mouse before is not what is picked now.
    document.getSelection()?.removeAllRanges()
    pick(next)
    setTold(next ? toldOf(source, next) : 'Let go of the words.')
    if (!next) return
    const at = edge === 'start' ? next.start : next.end - 1
    scrollTo(places, { start: at, end: at + 1 })
  }
  usePickKeys({
    page,
    source,
    onStep,
    onAct: act,
    onEnter: () => bar.current?.querySelector<HTMLElement>('button')?.focus(),
  })

  useEffect(() => {
    const whole = page.current
    if (!whole || !picked) return
    return keepLit(whole, 'picked', [picked])
  }, [page, picked])
  useEffect(() => {
    if (!picked && page.current) letGoOfSelection(page.current)
  }, [page, picked])

  return (
    <>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {picked && !isDrawing && !hasDialog && (
        <PickBar
          ref={bar}
          page={page}
          picked={picked}
          words={countWords(wordsOf(source, picked))}
          onAct={act}
        />
      )}
    </>
  )
}

/** What the reader says when words are picked by keyboard: how many, and how they begin and end. */
function toldOf(source: Source, picked: SourceSpan): string {
  const words = wordsOf(source, picked)
  const line = words.replace(/\s+/g, ' ').trim()
  const short =
    line.length <= 160 ? line : `${clip(line, 80)} ${line.slice(line.lastIndexOf(' ', -70) + 1)}`
  const count = countWords(words)
  return `${count} ${count === 1 ? 'word' : 'words'} picked: “${short}”`
}

const wordsOf = ({ text = '' }: Source, { start, end }: SourceSpan) => text.slice(start, end)

/** Lets go of what is selected on the page: the words it was picked for are done with. */
function letGoOfSelection(page: HTMLElement) {
  const selection = document.getSelection()
  if (selection && !selection.isCollapsed && selection.containsNode(page, true))
    selection.removeAllRanges()
}
