import { useSyncExternalStore } from 'react'
import type { Span } from '../model/schema'

/** Which words of the open text are in view, for what stands beside the page. It changes with every step of scrolling. */
export interface InView {
  span(): Span
  set(span: Span): void
  onChange(listener: () => void): () => void
}

export function createInView(): InView {
  let now: Span = { start: 0, end: 0 }
  const listeners = new Set<() => void>()
  return {
    span: () => now,
    set(span) {
      if (span.start === now.start && span.end === now.end) return
      now = span
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The words in view now; renders again when the page scrolls. */
export const useInView = (inView: InView): Span =>
  useSyncExternalStore(inView.onChange, inView.span)
