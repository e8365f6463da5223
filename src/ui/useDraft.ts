import { useCallback, useState } from 'react'

/** What is kept where the browser gives no storage: it lasts as long as the page. */
const fallback = new Map<string, string>()

/**
 * Something being written that is not lost when its form closes: kept for this tab until it is cleared.
 *
 * Gives what was kept under the key, or `initial`; a way to write it; and a way to let go of it. Values must be JSON.
 */
export function useDraft<Value>(key: string, initial: Value) {
  const [held, setHeld] = useState(() => ({ key, value: readDraft<Value>(key) ?? initial }))
  const current = held.key === key ? held : { key, value: readDraft<Value>(key) ?? initial }
  if (current !== held) setHeld(current)

  const write = useCallback(
    (value: Value) => {
      keep(key, JSON.stringify(value))
      setHeld({ key, value })
    },
    [key],
  )
  const clear = useCallback(() => dropDraft(key), [key])
  return { value: current.value, write, clear }
}

/** What is kept under a key; null where nothing is. */
export function readDraft<Value>(key: string): Value | null {
  try {
    const json = fallback.get(key) ?? sessionStorage.getItem(prefix + key)
    return json === null ? null : (JSON.parse(json) as Value)
  } catch {
    return null
  }
}

/** Lets go of what is kept under a key. */
export function dropDraft(key: string): void {
  fallback.delete(key)
  try {
    sessionStorage.removeItem(prefix + key)
  } catch {
    // There is no storage, so nothing is left in it.
  }
}

function keep(key: string, json: string) {
  try {
    sessionStorage.setItem(prefix + key, json)
    fallback.delete(key)
  } catch {
    fallback.set(key, json)
  }
}

const prefix = 'counterpoint:draft:'
