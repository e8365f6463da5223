import type { FindReply, FindRequest } from './findAside'
import { Finder } from './found'

// Looks terms up beside the page, which stays live while a long debate is searched.
let finder: Finder | null = null

self.onmessage = ({ data }: MessageEvent<FindRequest>) => {
  if (data.kind === 'open') finder = new Finder(data.debate)
  else if (finder) {
    const reply: FindReply = { asked: data.asked, found: finder.find(data.terms, data.shown) }
    self.postMessage(reply)
  }
}
