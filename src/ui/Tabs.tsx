import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

export interface TabsProps<Value extends string> {
  /** What the tabs part, for screen readers. */
  label: string
  tabs: readonly { value: Value; label: string; content: ReactNode }[]
  shown: Value
  onShow(value: NoInfer<Value>): void
}

/** Two or three views of one thing, one at a time. */
export function Tabs<Value extends string>({ label, tabs, shown, onShow }: TabsProps<Value>) {
  return (
    <Radix.Root value={shown} onValueChange={(value) => onShow(value as Value)}>
      <Radix.List className={styles.tabs} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={styles.tab}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className={styles.content}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
