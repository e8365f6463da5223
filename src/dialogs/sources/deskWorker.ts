import { type DeskRequest, serveDesk } from './deskMessages'

// Reads texts beside the page, which stays live meanwhile.
const serve = serveDesk((message) => self.postMessage(message))
self.onmessage = ({ data }: MessageEvent<DeskRequest>) => serve(data)
