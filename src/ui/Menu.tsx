import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { Kbd } from './Kbd'
import styles from './Menu.module.css'

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}

/** A menu that a button opens. Arrow keys and letters walk it, Esc closes it and gives focus back. */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export interface MenuItemProps {
  icon?: LucideIcon
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  onSelect(): void
  children: ReactNode
}

/** One thing to do, with its icon and its key. */
export function MenuItem({ icon, shortcut, danger, disabled, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item
      className={classes(styles.item, danger && styles.danger)}
      disabled={disabled ?? false}
      onSelect={onSelect}
    >
      <span className={styles.sign}>{icon && <Icon icon={icon} size={14} />}</span>
      {children}
      {shortcut && (
        <span className={styles.shortcut} aria-hidden="true">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </Radix.Item>
  )
}

export interface MenuChoiceProps<Value extends string> {
  label: string
  value: Value | null
  options: readonly { value: Value; label: string; icon?: LucideIcon }[]
  onChange(value: NoInfer<Value>): void
}

/** A choice of one among a few, under its heading. The one that holds is ticked. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  const { label, value, options, onChange } = props
  return (
    <>
      <Radix.Label className={styles.label}>{label}</Radix.Label>
      <Radix.RadioGroup value={value ?? ''} onValueChange={(next) => onChange(next as Value)}>
        {options.map((option) => (
          <Radix.RadioItem key={option.value} value={option.value} className={styles.item}>
            <span className={styles.sign}>
              {option.icon && <Icon icon={option.icon} size={14} />}
            </span>
            {option.label}
            <Radix.ItemIndicator className={styles.shortcut}>
              <Icon icon={Check} size={14} />
            </Radix.ItemIndicator>
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </>
  )
}

/** A menu within a menu. */
export function SubMenu({
  label,
  icon,
  children,
}: {
  label: string
  icon?: LucideIcon
  children: ReactNode
}) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={styles.item}>
        <span className={styles.sign}>{icon && <Icon icon={icon} size={14} />}</span>
        {label}
        <span className={styles.shortcut}>
          <Icon icon={ChevronRight} size={14} />
        </span>
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent className={styles.menu} sideOffset={4} collisionPadding={8} loop>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  )
}

/** A line between groups of a menu. */
export function MenuSeparator() {
  return <Radix.Separator className={styles.separator} />
}
