import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon, relationSigns } from '../cards/signs'
import type { RelationKind } from '../model/debate'
import type { Point } from '../model/schema'
import { relationVerbs } from '../model/words'
import styles from './LinkMenu.module.css'

const kinds: readonly RelationKind[] = ['supports', 'rebuts', 'answers', 'concedes', 'clarifies']

export interface LinkMenuProps {
  /** Where it opens, on the screen. */
  at: Point
  onChoose(kind: RelationKind): void
  onClose(): void
}

/** Asks what a new link does. Opens where the link was dropped, with the first kind in focus. */
export function LinkMenu({ at, onChoose, onClose }: LinkMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    menu.current?.querySelector('button')?.focus()
    const onPress = (event: PointerEvent) => {
      if (!menu.current?.contains(event.target as Node)) onClose()
    }
    addEventListener('pointerdown', onPress, true)
    return () => removeEventListener('pointerdown', onPress, true)
  }, [onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])]
    const here = items.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) items[(here + step + items.length) % items.length]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (event.key !== 'Enter' && event.key !== ' ') return
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== ' ') event.preventDefault()
  }
  const left = Math.min(at.x, window.innerWidth - 190)
  const top = Math.min(at.y, window.innerHeight - 190)
  return (
    <div
      ref={menu}
      role="menu"
      aria-label="What the link does"
      tabIndex={-1}
      className={styles.menu}
      style={{ left, top }}
      onKeyDown={onKeyDown}
    >
      {kinds.map((kind) => (
        <button key={kind} type="button" role="menuitem" onClick={() => onChoose(kind)}>
          <span className={relationSigns[kind].tone}>
            <Icon icon={relationSigns[kind].icon} />
          </span>
          {relationVerbs[kind]}
        </button>
      ))}
    </div>
  )
}
