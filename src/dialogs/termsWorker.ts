import { z } from 'zod'
import sources from '../../corpus/sources.json'
import { readTerms } from '../exchange/readTerms'
import { KnownSource } from '../parse/codebook'
import type { TermsReply, TermsRequest } from './termsAside'

// Reads the texts of a map again beside the page, which stays live meanwhile.
const reply = (message: TermsReply) => self.postMessage(message)

self.onmessage = ({ data: { debate, at } }: MessageEvent<TermsRequest>) => {
  try {
    const known = z.array(KnownSource).parse(sources)
    const onProgress = (done: number) => reply({ kind: 'progress', done })
    const read = readTerms(debate, { known, at, onProgress })
    reply({ kind: 'read', read })
  } catch (error) {
    reply({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) })
  }
}
