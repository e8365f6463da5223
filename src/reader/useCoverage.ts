import { useEffect, useMemo, useState } from 'react'
import { type Coverage, coverageOf } from '../graph/coverage'
import type { Source } from '../model/debate'
import { useDebate } from '../store'

/** From how many characters on a text is shown before it is counted what of it is in the map. */
const long = 200_000
/** How long a long text has to show itself first, in milliseconds. */
const pause = 80

/** What of a text is in the map; null for a moment after a long text was opened. */
export function useCoverage(source: Source): Coverage | null {
  const statements = useDebate((state) => state.debate.statements)
  const [shown, setShown] = useState(source.length < long ? source.id : null)
  useEffect(() => {
    const timer = setTimeout(() => setShown(source.id), pause)
    return () => clearTimeout(timer)
  }, [source.id])
  const isReady = shown === source.id || source.length < long
  return useMemo(
    () => (isReady ? coverageOf({ statements }, source) : null),
    [isReady, statements, source],
  )
}
