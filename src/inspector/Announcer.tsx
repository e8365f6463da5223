import { createContext, type ReactNode, useContext, useState } from 'react'

const AnnounceContext = createContext<(text: string) => void>(() => {})

/** Tells screen readers, politely, what has just changed in the inspector. */
export const useAnnounce = () => useContext(AnnounceContext)

/** Hands `useAnnounce` to what it holds, and holds the line that is read out. */
export function Announcer({ children }: { children: ReactNode }) {
  const [text, setText] = useState('')
  return (
    <AnnounceContext.Provider value={setText}>
      {children}
      <p role="status" className="visually-hidden">
        {text}
      </p>
    </AnnounceContext.Provider>
  )
}
