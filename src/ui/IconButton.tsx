import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { classes } from './classes'
import { Icon } from './Icon'
import { Tooltip } from './Tooltip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does, for screen readers and as a tooltip. */
  label: string
  icon: LucideIcon
  /** The key that does the same. */
  shortcut?: string
  size?: number
}

/** A button that is only an icon, 30 px square. Its name shows as a tooltip. */
export function IconButton({
  label,
  icon,
  shortcut,
  size = 16,
  className,
  ...rest
}: IconButtonProps) {
  const isPressed = rest['aria-pressed'] === true || rest['aria-pressed'] === 'true'
  return (
    <Tooltip text={label} {...(shortcut && { shortcut })}>
      <button
        type="button"
        aria-label={label}
        // The tooltip says only what the name says.
        aria-describedby={undefined}
        className={classes(
          styles.button,
          styles.quiet,
          styles.icon,
          isPressed && styles.pressed,
          className,
        )}
        {...rest}
      >
        <Icon icon={icon} size={size} />
      </button>
    </Tooltip>
  )
}
