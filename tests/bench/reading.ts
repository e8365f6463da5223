import type { Debate, Passage, Source, Statement } from '../../src/model/debate'
import { find } from '../../src/reader/find'
import { marksOf } from '../../src/reader/marks'
import { blocksOf, rowsOf } from '../../src/reader/page'
import { runsOf } from '../../src/reader/runs'
import { flat, onePass, sideBySide, table } from './measure'

/** A frame in which the page is opened holds about so many rows. */
const rowsAtOnce = 40

/** What it costs to open a text in the reader and to find words in it, beside one pass over the text. */
export function benchReading(length = 1_000_000) {
  const { source, debate } = longThread(length)
  const text = source.text ?? ''
  const none: ReadonlySet<string> = new Set()
  table(
    `Opening a text of ${(length / 1e6).toFixed(1)} MB with ${debate.statements.size} statements`,
    sideBySide([
      { name: 'one pass over the text (floor)', run: () => onePass(text) },
      { name: 'its blocks', run: () => blocksOf(source) },
      {
        name: 'blocks, marks, rows, and what is first seen',
        run: () => {
          const rows = rowsOf(blocksOf(source), marksOf(debate, source), none)
          return rows
            .slice(0, rowsAtOnce)
            .map((row) => (row.kind === 'words' ? runsOf(row, row.marks, row.signs) : []))
        },
      },
      { name: 'finding a common word', run: () => find(text, 'the') },
      { name: 'finding words that are not there', run: () => find(text, '“never” – in snow') },
    ]),
  )
}

/** A thread of posts of four passages each, one of them a repeat, with a statement on every other paragraph. */
export function longThread(length: number): { source: Source; debate: Pick<Debate, 'statements'> } {
  const sentence = 'The ploughs come late when snow lies on the line, and the night trains wait. '
  const paragraphs: string[] = []
  for (let size = 0; size < length; ) {
    const paragraph = `${paragraphs.length}. ${sentence.repeat(1 + (paragraphs.length % 5))}`.trim()
    paragraphs.push(paragraph)
    size += paragraph.length + 2
  }
  const text = flat(paragraphs.join('\n\n'))
  const statements = new Map<string, Statement>()
  const passages: Passage[] = []
  let start = 0
  for (const [at, words] of paragraphs.entries()) {
    const end = start + words.length
    const role = at % 4 === 3 ? 'repeat' : at % 4 === 0 ? 'quotation' : 'speech'
    passages.push({ id: `p${at}`, start, end, role, turn: `t${at >> 2}`, copyOf: null })
    if (at % 2 === 1) statements.set(`s${at}`, statementOn(`s${at}`, start, end - 5, words))
    start = end + 2
  }
  const turns = Array.from({ length: (paragraphs.length >> 2) + 1 }, (_, at) => ({
    id: `t${at}`,
    speaker: null,
    replyTo: at === 0 ? null : `t${at >> 1}`,
  }))
  const source: Source = {
    ...{ id: 'long', title: 'A long thread', url: null, authors: [], publishedAt: null },
    ...{ length: text.length, sha256: '', text, turns, passages },
  }
  return { source, debate: { statements } }
}

const statementOn = (id: string, start: number, end: number, words: string): Statement => ({
  ...{ id, kind: 'claim', text: words.slice(0, 40), madeBy: 'parser', confidence: 0.8 },
  quotes: [{ source: 'long', start, end, exact: words.slice(0, -5), prefix: '', suffix: '' }],
  ...{ reviewed: null, credence: null },
})
