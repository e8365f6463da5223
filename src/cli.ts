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

// The parser from a terminal: texts in, one debate map out. What goes wrong goes to standard error.

const corpus = fileURLToPath(new URL('../corpus', import.meta.url))

/** Reads a file as UTF-8; a problem comes back as one line for a person. */
function readText(path: string): Input | { problem: string } {
  let bytes: Buffer
  try {
    if (statSync(path).isDirectory()) return { problem: `${path} is a folder, not a file.` }
    bytes = readFileSync(path)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { problem: missing ? `${path} does not exist.` : `${path} cannot be read.` }
  }
  if (bytes.length === 0) return { problem: `${path} is empty.` }
  if (bytes.includes(0)) return { problem: `${path} is a binary file, not a text.` }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.trim() === '') return { problem: `${path} is empty.` }
    return { name: basename(path), text, bytes }
  } catch {
    return { problem: `${path} is not UTF-8 text.` }
  }
}

function corpusFiles(): string[] {
  const names = readdirSync(corpus).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => join(corpus, name))
}

function main(args: readonly string[]): number {
  const inputs: Input[] = []
  for (const path of args.length > 0 ? args : corpusFiles()) {
    const input = readText(path)
    if ('problem' in input) {
      process.stderr.write(`${input.problem}\n`)
      return 1
    }
    inputs.push(input)
  }
  const { map, doubts } = parse(inputs, {
    codebook: Codebook.parse(positions),
    known: z.array(KnownSource).parse(sources),
  })
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
