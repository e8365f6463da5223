import { parse } from '../parse'
import type { ReadingReply, ReadingRequest } from './reading'

// Reads texts away from the page, which stays live meanwhile.
const reply = (message: ReadingReply) => postMessage(message)

addEventListener('message', ({ data: { inputs, options } }: MessageEvent<ReadingRequest>) => {
  try {
    const onProgress = (progress: { done: number }) =>
      reply({ kind: 'progress', done: progress.done })
    reply({ kind: 'read', ...parse(inputs, { ...options, onProgress }) })
  } catch (error) {
    reply({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) })
  }
})
