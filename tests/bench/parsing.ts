import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { marked } from 'marked'
import { type ParseOptions, parse, type Stage } from '../../src/parse'
import { cutText } from '../../src/parse/blocks'
import { Shingles } from '../../src/parse/shingles'
import { argdownReader } from './argdown'
import { debateText } from './debateText'
import {
  type Candidate,
  flat,
  median,
  onePass,
  processorTime,
  type Row,
  sideBySide,
  table,
} from './measure'

const floorName = 'one pass over the string (floor)'
const sizes = [88_000, 1_000_000, 10_000_000]
const titles = ['88 KB', '1 MB', '10 MB']

/** What parsing costs: beside its floor and its peers, by stage, as texts grow, after an edit, and in memory. */
export async function benchParsing(corpus: readonly string[], options: ParseOptions) {
  const read = (text: string) => parse([{ name: 'made.txt', text }], options)
  const argdown = await argdownReader()
  if (!argdown)
    console.log('\n@argdown/core is not installed here, so nothing is compared with it.')

  table(
    'Parsing the corpus',
    sideBySide([
      { name: floorName, run: () => onePass(corpus.join('')) },
      {
        name: 'parse, all seven stages',
        run: () =>
          parse(
            corpus.map((text, at) => ({ name: `${at}.txt`, text })),
            options,
          ),
      },
    ]),
  )
  const took: Row[] = []
  for (const [at, size] of sizes.entries()) {
    const text = flat(debateText(corpus, size))
    const spaced = text.replaceAll('\n', '\n\n')
    const candidates: Candidate[] = [
      { name: floorName, run: () => onePass(text) },
      { name: 'marked.lexer, a blank line after each paragraph', run: () => marked.lexer(spaced) },
      { name: 'parse, all seven stages', run: () => read(text) },
    ]
    if (argdown && size < 2_000_000) candidates.push(argdown(text))
    const rows = sideBySide(candidates, size < 2_000_000 ? 5 : 1)
    table(`Parsing ${titles[at]} of debate`, rows)
    took.push(rows[2] as Row)
  }
  growth(took)
  const text = flat(debateText(corpus, 1_000_000))
  stages(text, options)
  copies(flat(debateText(corpus, 88_000)))
  table(
    'Reading 1 MB again after one paragraph has changed',
    sideBySide(
      [
        { name: 'the whole, for the first time', run: () => read(text) },
        {
          name: 'the whole again, with one more word in its middle',
          run: () => read(changed(text)),
        },
      ],
      3,
    ),
  )
  memory(corpus)
}

function changed(text: string): string {
  const middle = text.indexOf(' ', text.length / 2)
  return `${text.slice(0, middle)} surely${text.slice(middle)}`
}

function growth(took: readonly Row[]) {
  console.log('\nHow parsing grows with the text (1 is in proportion, 2 with the square)')
  for (const [at, row] of took.entries()) {
    const before = took[at - 1]
    if (!before) continue
    const factor = (sizes[at] as number) / (sizes[at - 1] as number)
    const exponent = Math.log(row.ms / before.ms) / Math.log(factor)
    console.log(
      `  ${`${titles[at - 1]} to ${titles[at]}`.padEnd(44)}${exponent.toFixed(2).padStart(11)}`,
    )
  }
}

/** The processor time of each stage, in passes over the string. */
function stages(text: string, options: ParseOptions) {
  const times = new Map<Stage | 'map and report', number[]>()
  const floor = sideBySide([{ name: floorName, run: () => onePass(text) }])[0]?.ms ?? Number.NaN
  for (let round = -2; round < 5; round++) {
    let last = processorTime()
    const lap = (stage: Stage | 'map and report') => {
      const now = processorTime()
      if (round >= 0) times.set(stage, [...(times.get(stage) ?? []), now - last])
      last = now
    }
    parse([{ name: 'made.txt', text }], { ...options, onProgress: ({ stage }) => lap(stage) })
    lap('map and report')
  }
  table(
    'Each stage at 1 MB, in passes over the string',
    [...times].map(([name, all]) => ({ name, ms: median(all), ratio: median(all) / floor })),
  )
}

/** How many of the copies that comparing all pairs of blocks finds, four words at a time, the index finds too. */
function copies(text: string) {
  const cut = cutText('made', text)
  const { ids } = cut.words
  const shinglesOf = cut.blocks.map(({ firstWord, endWord }) => {
    const found = new Set<string>()
    for (let at = firstWord; at + 4 <= endWord; at++) found.add(ids.subarray(at, at + 4).join(' '))
    return found
  })
  const index = new Shingles([cut])
  let pairs = 0
  let both = 0
  for (const [block, own] of shinglesOf.entries()) {
    if (own.size < 5) continue
    const isCopy = shinglesOf
      .slice(0, block)
      .some((other) => [...own].filter((one) => other.has(one)).length >= own.size / 2)
    if (!isCopy) continue
    pairs++
    const { firstWord, endWord } = cut.blocks[block] ?? { firstWord: 0, endWord: 0 }
    const like = index.find(ids.subarray(firstWord, endWord), (_, other) => other < block)
    if (like && like.share >= 0.48) both++
  }
  console.log(
    `\nCopies at 88 KB: comparing all pairs of blocks finds ${pairs}, the index ${both} of these (recall ${(both / pairs).toFixed(3)})`,
  )
}

/** The memory that parsing takes, beside the text, in processes of their own. */
function memory(corpus: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'))
  console.log('\nMemory, in lengths of the text')
  for (const size of [1_000_000, 10_000_000]) {
    const path = join(folder, `${size}.txt`)
    writeFileSync(path, debateText(corpus, size))
    const script = fileURLToPath(new URL('memory.ts', import.meta.url))
    const said = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', script, path])
    console.log(`  ${`${size / 1_000_000} MB`.padEnd(6)}${said.toString().trim()}`)
  }
  rmSync(folder, { recursive: true })
}
