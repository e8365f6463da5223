import { maxLength } from '../exchange/jsonText'
import { type MapRead, readMapFile } from '../exchange/readMap'

/** Reads a file that should be a map. The page stays quick: size is looked at first, and the reading is done in a worker. */
export async function readAside(file: Blob): Promise<MapRead> {
  if (file.size > maxLength)
    return { ok: false, problem: 'This file is too large: maps of up to 64 MB can be read.' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return typeof Worker === 'undefined' ? readMapFile(bytes) : await readInWorker(bytes)
  } catch (error) {
    const reason = error instanceof Error ? ` ${error.message}` : ''
    return { ok: false, problem: `This file could not be read.${reason}` }
  }
}

function readInWorker(bytes: Uint8Array): Promise<MapRead> {
  const worker = new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' })
  return new Promise<MapRead>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<MapRead>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message || 'The reader did not start.'))
    worker.postMessage(bytes, [bytes.buffer])
  }).finally(() => worker.terminate())
}
