import { compareToGold, parseCorpus } from './gold'
import {
  type Compared,
  calibrationBands,
  calibrationError,
  figuresOf,
  ruledIn,
  type Shown,
  shownIn,
} from './score'
import { writeFigures } from './write'

// Prints how well the parser reads the corpus: by stage, by rule, and how true its confidence is.
// `--write` also takes the figures down for the app and the README; a file of JSON after it brings those of
// threads outside the corpus.

const compared = compareToGold(parseCorpus().map)
const shown = shownIn(compared)
const print = (...cells: string[]) => process.stdout.write(`${cells.join(' ')}\n`)

// Beside the figures of all texts those of each: a rule that suits one of them alone shows here.
const each = compared.map((one) => ({ text: textOf(one), figures: figuresOf([one]) }))
print('By stage'.padEnd(28), '  all', ...each.map(({ text }) => text.padStart(7)))
for (const [name, value] of Object.entries(figuresOf(compared)))
  print(
    name.padEnd(28),
    value.toFixed(3),
    ...each.map(({ figures }) => (figures[name] ?? 0).toFixed(3).padStart(7)),
  )

print('\nBy rule'.padEnd(33), 'fired', 'right', 'shown at')
const byRule = new Map<string, Shown[]>()
for (const one of [...ruledIn(compared), ...shown]) {
  const name = `${one.figure}: ${one.rule}`
  byRule.set(name, [...(byRule.get(name) ?? []), one])
}
for (const [name, all] of [...byRule].sort()) {
  const right = all.filter((one) => one.isRight).length / all.length
  const mean = all.reduce((sum, one) => sum + one.confidence, 0) / all.length
  print(
    name.padEnd(32),
    String(all.length).padStart(5),
    right.toFixed(2).padStart(5),
    mean.toFixed(2).padStart(8),
  )
}

print('\nBy confidence')
for (const { low, high, count, shown: mean, right } of calibrationBands(shown))
  print(
    `shown ${low}–${high}`.padEnd(28),
    `${count} links, mean ${mean.toFixed(2)}, right ${right.toFixed(2)}`,
  )
print('calibration error'.padEnd(28), calibrationError(shown).toFixed(3))

const [option, elsewhere] = process.argv.slice(2)
if (option === '--write') writeFigures(elsewhere)

/** The id of the text that was compared, which its blocks begin with. */
function textOf({ blocks }: Compared): string {
  return blocks[0]?.id.split(':')[0] ?? ''
}
