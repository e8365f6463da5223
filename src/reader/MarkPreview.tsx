import { type RefObject, useEffect, useState } from 'react'
import { KindLabel } from '../cards/signs'
import { placeInFull, whereaboutsOf } from '../graph/whereabouts'
import type { Id } from '../model/schema'
import { sideWords } from '../model/words'
import { useDebate } from '../store'
import styles from './MarkPreview.module.css'
import { sideOf } from './marks'

/** How long the pointer rests on a mark before the preview shows, in milliseconds. */
const pause = 350

interface Shown {
  ids: readonly Id[]
  /** Below which line of text it stands, in pixels of the window. */
  line: DOMRect
}

/**
 * Shows what stands on a mark that the mouse or the keyboard rests on: kind, side, headline and where it was said.
 * Not where its card is in view, which lights up instead, and not under a finger.
 */
export function MarkPreview({ page }: { page: RefObject<HTMLElement | null> }) {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const element = page.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let mark: Element | null = null
    const leave = () => {
      clearTimeout(timer)
      mark = null
      setShown(null)
    }
    const rest = (target: EventTarget | null, y?: number) => {
      const next = target instanceof Element ? target.closest('[data-statements]') : null
      if (next === mark) return
      leave()
      mark = next
      if (next) timer = setTimeout(() => setShown(previewOf(next, y)), pause)
    }
    const onOver = (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.buttons === 0) rest(event.target, event.clientY)
    }
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches(':focus-visible')) rest(target)
    }
    const leaves = ['pointerleave', 'pointerdown', 'focusout', 'keydown', 'scroll']
    element.addEventListener('pointerover', onOver)
    element.addEventListener('focusin', onFocus)
    for (const name of leaves) element.addEventListener(name, leave, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointerover', onOver)
      element.removeEventListener('focusin', onFocus)
      for (const name of leaves) element.removeEventListener(name, leave)
    }
  }, [page])
  if (!shown) return null
  return (
    <div className={styles.preview} role="tooltip" style={placeBelow(shown.line)}>
      {shown.ids.map((id) => (
        <Preview key={id} id={id} />
      ))}
    </div>
  )
}

function Preview({ id }: { id: Id }) {
  const debate = useDebate((state) => state.debate)
  const openPosition = useDebate((state) => state.openPosition)
  const statement = debate.statements.get(id)
  if (!statement) return null
  const side = sideOf(debate, id, openPosition)
  const where = whereaboutsOf(debate, statement)
  return (
    <section className={styles[side]}>
      <p className={styles.head}>
        <KindLabel kind={statement.kind} /> <span>{sideWords[side]}</span>
      </p>
      <p className={styles.words}>{statement.text}</p>
      {where && <p className={styles.where}>{placeInFull(where)}</p>}
    </section>
  )
}

/** What a mark is to show: the statements of it whose cards are not in view. null where all are. */
function previewOf(mark: Element, y?: number): Shown | null {
  const ids = mark.getAttribute('data-statements')?.split(' ') ?? []
  const hidden = ids.filter((id) => !isCardInView(id))
  const lines = [...mark.getClientRects()]
  const line = lines.find(({ top, bottom }) => y !== undefined && top <= y && y <= bottom)
  const at = line ?? lines.at(-1)
  return hidden.length > 0 && at ? { ids: hidden, line: at } : null
}

/** Whether the card of a statement can be seen: on the screen, and not below a panel. */
function isCardInView(id: Id): boolean {
  return [...document.querySelectorAll(`[data-card="${CSS.escape(id)}"]`)].some((card) => {
    const { left, top, width, height } = card.getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    return seen !== null && card.contains(seen)
  })
}

const width = 300
const edge = 8

/** Below a line of text, or above it in the lower half of the window. */
function placeBelow({ left, top, bottom }: DOMRect) {
  const isLow = bottom > window.innerHeight * 0.6
  return {
    width,
    left: Math.max(edge, Math.min(left, window.innerWidth - width - edge)),
    ...(isLow ? { bottom: window.innerHeight - top + edge } : { top: bottom + edge }),
  }
}
