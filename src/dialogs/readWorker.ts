import { readMapFile } from '../exchange/readMap'

// Reads a map beside the page, so that a large file does not make it stand still.
self.onmessage = ({ data }: MessageEvent<Uint8Array>) => self.postMessage(readMapFile(data))
