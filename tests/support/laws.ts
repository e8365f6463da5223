/**
 * How often a law is tried: the given number of times in the ordinary run, `LAWS` times as often in a long one,
 * as in `LAWS=50 npx vitest run --project unit tests/document`. Second comes the time it may take.
 */
export function tries(numRuns: number): [{ numRuns: number }, number] {
  const factor = Number(process.env.LAWS ?? 1)
  return [{ numRuns: numRuns * factor }, 20_000 * factor]
}
