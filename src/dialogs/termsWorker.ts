import { readTerms } from '../exchange/readTerms'
import type { TermsReply, TermsRequest } from './termsAside'

// Reads the texts of a map again beside the page, which stays live meanwhile.
const reply = (message: TermsReply) => self.postMessage(message)

self.onmessage = ({ data: { debate, at } }: MessageEvent<TermsRequest>) => {
  try {
    const read = readTerms(debate, at, (done) => reply({ kind: 'progress', done }))
    reply({ kind: 'read', read })
  } catch (error) {
    reply({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) })
  }
}
