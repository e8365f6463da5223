import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { classes } from './classes'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton'

export interface DialogProps {
  title: ReactNode
  onClose(): void
  /** `narrow` 440 px, `middle` 560, `wide` 768, `page` 864; the whole width on a phone. */
  size?: 'narrow' | 'middle' | 'wide' | 'page'
  /** What stands left of the buttons at the foot: what will happen, or that nothing has yet. */
  says?: ReactNode
  /** The buttons at the foot, the primary one last. */
  actions?: ReactNode
  children: ReactNode
}

/**
 * A dialog over the page, shown as long as it is rendered.
 *
 * Focus stays within it and goes back where it came from; Esc, the cross and a click beside it call `onClose`.
 * What has `data-autofocus` takes the focus first.
 */
export function Dialog({ title, onClose, size = 'middle', says, actions, children }: DialogProps) {
  const [cameFrom] = useState(focusToReturn)
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay}>
          <Radix.Content
            className={classes(styles.dialog, styles[size])}
            aria-describedby={undefined}
            // The keys of the page do not act on what lies beneath.
            onKeyDown={(event) => event.stopPropagation()}
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              const dialog = event.target as HTMLElement
              const first = dialog.querySelector<HTMLElement>('[data-autofocus]')
              // Without one the dialog itself, so that its title is read and no button is about to be pressed.
              ;(first ?? dialog).focus()
            }}
            onPointerDownOutside={(event) => {
              if ((event.target as HTMLElement).closest('[role="status"]')) event.preventDefault()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              if (cameFrom?.isConnected) cameFrom.focus()
            }}
          >
            <header className={styles.head}>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton label="Close" icon={X} />
              </Radix.Close>
            </header>
            <div className={styles.body}>{children}</div>
            {(says || actions) && (
              <footer className={styles.foot}>
                <div className={styles.says}>{says}</div>
                {actions}
              </footer>
            )}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** What holds the focus now. An item of a menu is about to go, so the menu's button stands for it. */
function focusToReturn(): HTMLElement | null {
  const focused = document.activeElement
  const menu = focused?.closest('[role="menu"]')
  const trigger = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
  const cameFrom = trigger ?? focused
  return cameFrom instanceof HTMLElement ? cameFrom : null
}
