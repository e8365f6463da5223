/** One candidate of a table: something to time. */
export interface Candidate {
  name: string
  run(): unknown
}

/**
 * Times candidates side by side: every round runs each of them in turn, so that a slow moment of the machine hits all
 * alike. Gives the median of each in milliseconds, and its ratio to the first, which is the floor.
 */
export function sideBySide(candidates: readonly Candidate[], rounds = 9) {
  const times = new Map<string, number[]>(candidates.map(({ name }) => [name, []]))
  for (const { run } of candidates) run()
  for (let round = 0; round < rounds; round++)
    for (const { name, run } of candidates) {
      const start = performance.now()
      run()
      times.get(name)?.push(performance.now() - start)
    }
  const floor = median(times.get(candidates[0]?.name ?? '') ?? [])
  return candidates.map(({ name }) => {
    const ms = median(times.get(name) ?? [])
    return { name, ms, ratio: ms / floor }
  })
}

/** Prints one table: what was measured, then a line per candidate. */
export function table(title: string, rows: ReturnType<typeof sideBySide>) {
  console.log(`\n${title}`)
  for (const { name, ms, ratio } of rows)
    console.log(
      `  ${name.padEnd(44)}${ms.toFixed(3).padStart(11)} ms${ratio.toFixed(1).padStart(9)} ×`,
    )
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
