import { useCallback, useState } from 'react'
import { useDebate } from '../store'
import { Announcer } from './Announcer'
import { PlaceProvider } from './Frame'
import { Selected } from './Inspector'

/** The selected item as a sheet from the foot of a phone's screen. Nothing where nothing is selected. */
export function InspectorSheet() {
  const select = useDebate((state) => state.select)
  const [isFull, setFull] = useState(false)
  const close = useCallback(() => select(null), [select])
  return (
    <PlaceProvider value={{ kind: 'sheet', onClose: close, isFull, setFull }}>
      <Announcer>
        <Selected />
      </Announcer>
    </PlaceProvider>
  )
}
