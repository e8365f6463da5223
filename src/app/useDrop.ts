import { useEffect, useState } from 'react'
import { useDebateStore } from '../store'

/** How much of a file is looked at to tell a map from a thread, in bytes. */
const head = 2000

/**
 * Takes files that are dropped anywhere on the page: a map is opened as one, anything else is read as a source.
 *
 * True while files are held over the page. With a dialog open only its own place takes files, and none is ever opened by
 * the browser in place of the app.
 */
export function useDrop(): boolean {
  const store = useDebateStore()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const isFree = () => store.getState().dialog === null
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(isFree())
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = async (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      const [file] = files
      if (!file || !isFree()) return
      const isMap = files.length === 1 && (await seemsMap(file))
      store.getState().showDialog(isMap ? { kind: 'import', file } : { kind: 'addSource', files })
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [store])
  return isOver
}

/** Whether a file begins as a debate map does. */
async function seemsMap(file: File): Promise<boolean> {
  const text = await file.slice(0, head).text()
  return /^\s*\{/.test(text) && /"format"\s*:\s*"debate-map"/.test(text)
}
