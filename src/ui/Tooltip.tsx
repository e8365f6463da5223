import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import { Kbd } from './Kbd'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  text: string
  shortcut?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** The one control that it tells about. */
  children: ReactElement
}

/** A control with a line of text that shows on hover and on keyboard focus. Never the only place where that is said. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={500} disableHoverableContent>
      <Radix.Root>
        <Radix.Trigger
          asChild
          // Not where focus only comes back from a menu or a dialog that was used with the mouse.
          onFocus={(event) => {
            if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
          }}
        >
          {children}
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            className={styles.tooltip}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            aria-label={text}
          >
            {text}
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
