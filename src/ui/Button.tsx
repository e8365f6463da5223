import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { classes } from './classes'
import { Icon } from './Icon'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one thing to do in a dialog, `link` stands in a line of text. */
  variant?: 'plain' | 'primary' | 'quiet' | 'danger' | 'link'
  icon?: LucideIcon
}

/** A button with words on it. Where it is disabled its words say why: “Nothing to undo”. */
export function Button({ variant = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classes(styles.button, styles[variant], className)} {...rest}>
      {icon && <Icon icon={icon} size={14} />}
      {children}
    </button>
  )
}
