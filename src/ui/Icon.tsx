import type { LucideIcon } from 'lucide-react'

/** An icon beside words, 13 px unless told. Hidden from screen readers: a word says it too. */
export function Icon({ icon: Drawing, size = 13 }: { icon: LucideIcon; size?: number }) {
  return <Drawing size={size} strokeWidth={1.9} aria-hidden="true" focusable="false" />
}
