import { readFileSync, writeFileSync } from 'node:fs'
import type { Figures } from '../../src/parse/figures'
import { compareToGold, parseCorpus } from './gold'
import { elsewhereOf, figuresFile, measured, withFigures } from './measured'

const file = new URL('../../corpus/figures.json', import.meta.url)
const readme = new URL('../../README.md', import.meta.url)

/**
 * Takes down how well the parser reads: in `corpus/figures.json`, which the app shows, and in the README.
 *
 * The figures of threads outside the corpus come as a file of JSON, by kind of thread and figure; without one those
 * known stay.
 */
export function writeFigures(elsewhereFrom?: string): void {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Figures
  const elsewhere: Figures['elsewhere'] = elsewhereFrom
    ? JSON.parse(readFileSync(elsewhereFrom, 'utf8'))
    : kept.elsewhere
  const figures = {
    ...measured(compareToGold(parseCorpus().map)),
    elsewhere: elsewhereOf(elsewhere),
  }
  const told = withFigures(readFileSync(readme, 'utf8'), figures)
  if (told === null) throw new Error('The README has no place for the figures.')
  writeFileSync(file, figuresFile(figures))
  writeFileSync(readme, told)
}
