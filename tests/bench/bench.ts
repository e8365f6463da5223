import { readdirSync, readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { z } from 'zod'
import { fillDebateDoc } from '../../src/document/debateDoc'
import { memoryMap } from '../../src/document/storage'
import { beneathKey, laneKey, layoutPosition } from '../../src/graph/positionPage'
import { tallyOf } from '../../src/graph/tally'
import { rewordStatement } from '../../src/model/edits'
import { Codebook, KnownSource } from '../../src/parse/codebook'
import { createDebateStore } from '../../src/store'
import { benchAnchoring } from './anchoring'
import { bigDebate } from './bigDebate'
import { sideBySide, table } from './measure'
import { benchParsing } from './parsing'
import { benchReading } from './reading'

// What the app costs, each beside the cheapest thing that does the least of the same work, in one run.
// Quote the ratios: absolute times are this machine's.

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const options = {
  codebook: Codebook.parse(json('corpus/positions.json')),
  known: z.array(KnownSource).parse(json('corpus/sources.json')),
}
const corpus = readdirSync('corpus')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(`corpus/${name}`, 'utf8') }))

await benchParsing(
  corpus.map(({ text }) => text),
  options,
)

benchReading()
benchAnchoring(corpus.map(({ text }) => text))

for (const size of [100, 1000]) {
  const debate = bigDebate(size, size)
  const view = {
    unfolded: new Set([
      laneKey('for'),
      laneKey('against'),
      laneKey('open'),
      ...[...debate.statements.keys()].map(beneathKey),
    ]),
    heightOf: () => 126,
    quoteHeightOf: () => 0,
    pitch: 142,
  }
  table(
    `Laying out ${size} statements on one position, all unfolded`,
    sideBySide([
      {
        name: 'one pass over statements and links (floor)',
        run: () => {
          let ends = 0
          for (const { from, to } of debate.relations.values())
            ends += Number(debate.statements.has(from)) + Number(debate.statements.has(to))
          return ends
        },
      },
      // A fresh debate object each time, so that nothing computed before is used again.
      {
        name: 'the page, with all that it asks of the debate',
        run: () => layoutPosition({ ...debate }, 'p0', view),
      },
    ]),
  )
}

{
  const debate = bigDebate(10_000)
  const bare = new Y.Doc()
  fillDebateDoc(bare, debate)
  const records = bare.getMap<unknown>('statements')
  const { doc } = memoryMap(debate, 'A bench keeps nothing.')
  const store = createDebateStore(doc, memoryMap(debate, '').saving, {
    get: () => null,
    set: () => {},
  })
  let edit = 0
  const reword = () => {
    const id = `s${(edit * 37) % 10_000}`
    edit++
    return rewordStatement(store.getState().debate, id, `Reworded ${edit}.`)
  }
  const times = 200
  const repeat = (run: () => void) => () => {
    for (let time = 0; time < times; time++) run()
  }
  table(
    `${times} edits at 10,000 statements`,
    sideBySide([
      {
        name: 'Yjs alone: one record set (floor)',
        run: repeat(() => {
          const id = `s${(edit++ * 37) % 10_000}`
          records.set(id, { ...(records.get(id) as object), text: `Reworded ${edit}.` })
        }),
      },
      {
        name: 'through document, undo, mirror and store',
        run: repeat(() => store.getState().edit(reword())),
      },
      {
        name: 'the same, and the tally of a position after it',
        run: repeat(() => {
          store.getState().edit(reword())
          tallyOf(store.getState().debate, 'p0')
        }),
      },
    ]),
  )
}
