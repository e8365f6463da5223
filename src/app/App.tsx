import { useCallback, useEffect, useRef, useState } from 'react'
import type { Debate } from '../model/debate'
import { StoreProvider } from '../store'
import { Button } from '../ui/Button'
import styles from './App.module.css'
import { Fallen } from './Fallen'
import { type Library, type OpenMap, openFirst, openLibrary } from './opening'
import { Workspace } from './Workspace'

type View =
  | { status: 'opening'; done: number }
  | { status: 'failed'; problem: string }
  | { status: 'open'; library: Library; map: OpenMap }

/** The whole app: opens the debate, and shows it. */
export function App() {
  const [view, setView] = useState<View>({ status: 'opening', done: 0 })
  const hasStarted = useRef(false)

  const show = useCallback(async (library: Library, opening: Promise<OpenMap>) => {
    try {
      setView({ status: 'open', library, map: await opening })
    } catch (error) {
      setView({ status: 'failed', problem: error instanceof Error ? error.message : String(error) })
    }
  }, [])

  useEffect(() => {
    // React runs effects twice in development; a debate is opened once.
    if (hasStarted.current) return
    hasStarted.current = true
    const onProgress = (done: number) => setView({ status: 'opening', done })
    void openLibrary().then((library) => show(library, openFirst(library, onProgress)))
  }, [show])

  if (view.status === 'opening') return <Opening done={view.done} />
  if (view.status === 'failed') return <Failed problem={view.problem} />

  const { library, map } = view
  const leave = async (next: () => Promise<OpenMap>): Promise<OpenMap> => {
    await map.store.getState().saveNow()
    const { save, undoName } = map.store.getState()
    if (save.status === 'unsaved' && undoName !== null && library.problem === null)
      throw new Error(
        'What you changed in this map is not saved. Download a copy of it, then load the page again.',
      )
    const opened = await next()
    await map.close()
    history.replaceState(null, '', location.pathname + location.search)
    setView({ status: 'open', library, map: opened })
    return opened
  }
  const openAsNew = async (debate: Debate) => {
    const { store } = await leave(() => library.openAsNew(debate))
    const kept = library.problem === null ? ' The other is kept in this browser.' : ''
    store.getState().notify(`“${debate.about.title}” is open as a new map.${kept}`)
  }
  return (
    <StoreProvider value={map.store} key={map.id}>
      <Fallen store={map.store}>
        <Workspace
          map={map.id}
          library={library}
          onOpenAsNew={openAsNew}
          onOpenMap={async (id) => void (await leave(() => library.open(id)))}
        />
      </Fallen>
    </StoreProvider>
  )
}

function Opening({ done }: { done: number }) {
  return (
    <main className={styles.opening} aria-busy="true">
      <p>Reading the texts…</p>
      <progress max={1} value={done} aria-label="How much is read" />
    </main>
  )
}

function Failed({ problem }: { problem: string }) {
  return (
    <main className={styles.opening}>
      <div role="alert">
        <h1>The map could not be opened.</h1>
        <p>{problem}</p>
      </div>
      <Button onClick={() => location.reload()}>Try again</Button>
    </main>
  )
}
