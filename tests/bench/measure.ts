/** One candidate of a table: something to time. */
export interface Candidate {
  name: string
  run(): unknown
}

/** What a candidate took, and its ratio to the first of its table, which is the floor. */
export interface Row {
  name: string
  ms: number
  ratio: number
}

/** How long a candidate is repeated in a round, in milliseconds: clocks of processor time are coarse. */
const atLeast = 40

/**
 * Times candidates side by side: every round runs each of them in turn, so that a slow moment of the machine hits all
 * alike. Gives the median of each in milliseconds of processor time, which does not count what other programs do.
 */
export function sideBySide(candidates: readonly Candidate[], rounds = 9): Row[] {
  const timed = candidates.map(({ name, run }) => {
    const start = performance.now()
    run()
    const once = Math.max(0.001, performance.now() - start)
    return { name, run, times: Math.ceil(atLeast / once), all: [] as number[] }
  })
  for (let round = 0; round < rounds; round++)
    for (const { run, times, all } of timed) {
      const start = processorTime()
      for (let time = 0; time < times; time++) run()
      all.push((processorTime() - start) / times)
    }
  const floor = median(timed[0]?.all ?? [])
  return timed.map(({ name, all }) => ({ name, ms: median(all), ratio: median(all) / floor }))
}

/** The processor time this process has taken so far, in milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Prints one table: what was measured, then a line per candidate. */
export function table(title: string, rows: readonly Row[]) {
  console.log(`\n${title}`)
  for (const { name, ms, ratio } of rows)
    console.log(
      `  ${name.padEnd(44)}${ms.toFixed(3).padStart(11)} ms${ratio.toFixed(1).padStart(9)} ×`,
    )
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** A copy of a text in one piece: one made of many pieces is dear to read the first time. */
export const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')

export function onePass(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0
  return sum
}
