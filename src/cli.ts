import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import positions from '../corpus/positions.json'
import sources from '../corpus/sources.json'
import { writeMap } from './exchange/writeMap'
import { debateOf } from './model/debateMap'
import { Codebook, KnownSource } from './parse/codebook'
import { type Input, parse } from './parse/index'
import { decodeInput, sizeProblem } from './parse/inputs/decode'
import type { Problem } from './parse/inputs/json'

// The parser from a terminal: texts in, one debate map out. What goes wrong goes to standard error.

const corpus = fileURLToPath(new URL('../corpus', import.meta.url))

/** Reads a file; a problem comes back as one line for a person. */
function readFile(path: string): Input | Problem {
  let bytes: Buffer
  try {
    const about = statSync(path)
    if (about.isDirectory()) return { problem: `${path} is a folder, not a file.` }
    const tooLarge = sizeProblem(path, about.size)
    if (tooLarge) return { problem: tooLarge }
    bytes = readFileSync(path)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { problem: missing ? `${path} does not exist.` : `${path} cannot be read.` }
  }
  const input = decodeInput(path, bytes)
  return 'problem' in input ? input : { ...input, name: basename(path) }
}

function corpusFiles(): string[] {
  const names = readdirSync(corpus).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => join(corpus, name))
}

function main(args: readonly string[]): number {
  const inputs: Input[] = []
  for (const path of args.length > 0 ? args : corpusFiles()) {
    const input = readFile(path)
    if ('problem' in input) {
      process.stderr.write(`${input.problem}\n`)
      return 1
    }
    inputs.push(input)
  }
  const { map, doubts, reports } = parse(inputs, {
    codebook: Codebook.parse(positions),
    known: z.array(KnownSource).parse(sources),
  })
  for (const { source, missing } of reports)
    for (const says of missing) process.stderr.write(`${source}: ${says}\n`)
  for (const { source, start, says } of doubts)
    process.stderr.write(`${source}, at ${start}: ${says}\n`)
  process.stdout.write(writeMap(debateOf(map), { texts: true }))
  return 0
}

// A reader who has seen enough (`| head`) closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// Only the code is set: the process ends by itself once a slow pipe has taken everything.
process.exitCode = main(process.argv.slice(2))
