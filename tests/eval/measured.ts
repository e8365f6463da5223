import {
  type Figures,
  figureWords,
  readersAgree,
  threadFigures,
  threadWords,
} from '../../src/parse/figures'
import {
  type Compared,
  calibrationBands,
  calibrationError,
  figuresOf,
  ruledIn,
  shownIn,
} from './score'

/** What `corpus/figures.json` says of the marked texts. */
export function measured(compared: readonly Compared[]): Omit<Figures, 'elsewhere'> {
  const shown = shownIn(compared)
  const rules = new Map<string, Figures['rules'][number]>()
  for (const { rule, figure, isRight } of [...ruledIn(compared), ...shown]) {
    const { fired, right } = rules.get(`${figure} ${rule}`) ?? { fired: 0, right: 0 }
    const counts = { fired: fired + 1, right: right + Number(isRight) }
    rules.set(`${figure} ${rule}`, { rule, of: figure, ...counts })
  }
  return {
    texts: '000, 001 and 004',
    blocks: compared.reduce((sum, { blocks }) => sum + blocks.length, 0),
    speech: compared
      .flatMap(({ gold }) => [...gold.values()])
      .filter(({ role }) => role === 'speech').length,
    figures: rounded(figuresOf(compared)),
    rules: [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counts]) => counts),
    bands: calibrationBands(shown).map((band) => rounded(band)),
    calibrationError: toThree(calibrationError(shown)),
  }
}

/** What was measured on other threads, by kind of thread and figure: only what is told to a person. */
export const elsewhereOf = (scored: Figures['elsewhere']): Figures['elsewhere'] =>
  Object.fromEntries(
    Object.keys(threadWords)
      .filter((kind) => scored[kind])
      .map((kind) => {
        const told = Object.entries(scored[kind] ?? {}).filter(([name]) => threadFigures[name])
        return [kind, rounded(Object.fromEntries(told))]
      }),
  )

/** The figures as their file has them: what is short stands on one line. */
export const figuresFile = (figures: Figures): string =>
  `${JSON.stringify(figures, null, 2).replace(/\{[^{}[\]]*\}/g, shortened)}\n`

function shortened(record: string): string {
  const line = record.replace(/\s+/g, ' ')
  return line.length <= 90 ? line : record
}

/** The part of the README that tells the figures: all of it is written by `npm run eval -- --write`. */
export function readmePart({ figures, elsewhere, ...of }: Figures): string {
  const rows = Object.entries(figureWords).map(
    ([key, { name, measure, says }]) => `| ${name} | ${says} | ${measure} | ${two(figures[key])} |`,
  )
  const bands = of.bands.map(
    ({ low, high, count, shown, right }) =>
      `| ${two(low)}–${two(high)} | ${count} | ${two(shown)} | ${two(right)} |`,
  )
  const counted = Object.entries(threadFigures)
  const threads = Object.entries(threadWords).flatMap(([kind, words]) => {
    const reached = elsewhere[kind]
    return reached
      ? [`| ${words} | ${counted.map(([key]) => two(reached[key])).join(' | ')} |`]
      : []
  })
  return [
    `On the marked texts ${of.texts} of the corpus (${of.blocks} paragraphs; the marks are in \`tests/gold/\`):`,
    '',
    '| | what is compared | measure | reached |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Two careful readers agree with each other at ${two(readersAgree.from)}–${two(readersAgree.to)}.`,
    '',
    'What is shown as so sure, and how often careful readers made the same link or side',
    `(mean distance ${two(of.calibrationError)}):`,
    '',
    '| shown at | how many | mean | right |',
    '|---|---|---|---|',
    ...bands,
    '',
    'On ten other threads, whose structure is known, by kind of text (F1; empty where there is nothing to compare):',
    '',
    `| | ${counted.map(([, words]) => words).join(' | ')} |`,
    `|---|${counted.map(() => '---|').join('')}`,
    ...threads,
  ].join('\n')
}

/** A share as tables have it: ".94"; nothing where there is none. */
const two = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(2).replace(/^0/, '')

const toThree = (value: number): number => Math.round(value * 1000) / 1000

const rounded = <Record extends object>(record: Record): Record =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, toThree(value as number)]),
  ) as Record

const [from, to] = [
  '<!-- figures: written by npm run eval -- --write -->',
  '<!-- end of figures -->',
]

/** The README with its figures put in place of those it had; null where it has no place for them. */
export function withFigures(readme: string, figures: Figures): string | null {
  const [start, end] = [readme.indexOf(from), readme.indexOf(to)]
  if (start < 0 || end < start) return null
  return `${readme.slice(0, start + from.length)}\n${readmePart(figures)}\n${readme.slice(end)}`
}
