import { readFileSync } from 'node:fs'
import { z } from 'zod'
import positions from '../../corpus/positions.json'
import sources from '../../corpus/sources.json'
import type { DebateMap } from '../../src/model/debateMap'
import { Codebook, KnownSource } from '../../src/parse/codebook'
import { parse } from '../../src/parse/index'
import { type Compared, type GoldBlock, type Label, labelsOf } from './score'

export const codebook = Codebook.parse(positions)
export const known = z.array(KnownSource).parse(sources)

/** The corpus by file name. */
export const corpus = [
  '000_a65199931cf7da66.txt',
  '001_4d3dcbf303f56a2e.txt',
  '003_150ca89c3f4e7228.txt',
  '004_575d31b73e7d31e2.txt',
].map((name) => ({ name, text: read(`../../corpus/${name}`) }))

/** The map of the corpus, as the command line prints it. */
export const parseCorpus = () => parse(corpus, { codebook, known })

/** The marked texts, with what a map makes of them. */
export function compareToGold(map: DebateMap): Compared[] {
  return ['000', '001', '004'].map((id) => {
    const { blocks } = JSON.parse(read(`../gold/${id}.blocks.json`)) as { blocks: GoldBlock[] }
    const marks = JSON.parse(read(`../gold/${id}.json`)) as Label[]
    const gold = new Map(
      marks.map((one) => [
        one.id,
        { ...one, relations: one.relations ?? [], positions: one.positions ?? [] },
      ]),
    )
    return { blocks, gold, guess: labelsOf(map, id, blocks) }
  })
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}
