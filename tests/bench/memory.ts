import { readFileSync } from 'node:fs'
import { parse } from '../../src/parse'
import { Codebook } from '../../src/parse/codebook'

// Parses the file that is named, and tells what memory it took: run in a process of its own.

const codebook = Codebook.parse(JSON.parse(readFileSync('corpus/positions.json', 'utf8')))
const bytes = readFileSync(process.argv[2] as string)
const text = bytes.toString()

const inUse = () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
const before = inUse()
const residentBefore = process.memoryUsage().rss
const most = { live: 0 }
const parsed = parse([{ name: 'made.txt', text }], {
  codebook,
  onProgress: () => {
    most.live = Math.max(most.live, inUse() - before)
  },
})
const resident = process.resourceUsage().maxRSS * 1024 - residentBefore
const kept = inUse() - before
const lengths = (size: number) => (size / bytes.length).toFixed(1)
console.log(
  `${lengths(most.live)} in use at most between stages, ${lengths(resident)} more resident at the peak, ` +
    `${lengths(kept)} kept by the ${parsed.map.statements.length} statements and all else`,
)
