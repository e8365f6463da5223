import type { WebAnnotations } from '../exchange/webAnnotations'
import { writeMap } from '../exchange/writeMap'
import type { Debate } from '../model/debate'
import { counted, listed, textsIn } from './counts'

/** A way to take a map away: what the file is, and what becomes of the map in it. */
export interface Format {
  id: 'map' | 'annotations'
  name: string
  /** What kind of file it is, within a line: "JSON". */
  kind: string
  /** The ending of the file's name, and its media type. */
  ending: string
  type: string
  keeps: string
  /** What is kept only in words; null where nothing is. */
  folds: string | null
  /** What is left out; null where nothing is. */
  leavesOut: string | null
  /** What one can do with it, as a sentence. */
  says: string
  write(): string
}

/** The formats a debate can be taken away in, the one that loses nothing first. */
export const formatsOf = (
  debate: Debate,
  withTexts: boolean,
  annotations: WebAnnotations,
): Format[] => [mapFormat(debate, withTexts), annotationFormat(annotations)]

function mapFormat(debate: Debate, withTexts: boolean): Format {
  const texts = textsIn(debate)
  const missing = debate.sources.size - texts
  const parts = [
    counted(debate.positions.size, 'position'),
    counted(debate.statements.size, 'statement'),
    counted(debate.relations.size, 'link'),
    debate.annotations.size > 0 && counted(debate.annotations.size, 'note'),
    withTexts && counted(texts, 'text'),
  ].filter((part) => part !== false)
  return {
    id: 'map',
    name: 'Counterpoint map',
    kind: 'JSON',
    ending: 'json',
    type: 'application/json',
    keeps: `Everything: ${listed(parts)}, with quotes, sides, reasons and places`,
    folds: null,
    leavesOut:
      texts > 0 && !withTexts
        ? `The words of ${counted(texts, 'text')}, but for what is quoted`
        : missing > 0
          ? `Nothing; ${counted(missing, 'text')} came without words`
          : null,
    says: withTexts
      ? 'Can be opened here again without loss.'
      : 'Can be opened here again. Quotes then show without the text around them.',
    write: () => writeMap(debate, { texts: withTexts }),
  }
}

function annotationFormat({ json, kept, leftOut }: WebAnnotations): Format {
  const wordless = [
    leftOut.statements > 0 && counted(leftOut.statements, 'statement'),
    leftOut.links > 0 && counted(leftOut.links, 'link'),
  ].filter((part) => part !== false)
  const parts = [
    counted(kept.statements, 'statement'),
    counted(kept.links, 'link'),
    ...(kept.notes > 0 ? [counted(kept.notes, 'note')] : []),
  ]
  return {
    id: 'annotations',
    name: 'Web Annotations',
    kind: 'JSON-LD of the W3C',
    ending: 'jsonld',
    type: 'application/ld+json',
    keeps: `${listed(parts)}, with the words they stand on`,
    folds: 'Kinds, sides and verbs become words',
    leavesOut: listed([
      'The texts',
      'propositions',
      'reasons',
      'confidence',
      'verdicts',
      'places',
      ...(wordless.length > 0 ? [`${listed(wordless)} without words of a text`] : []),
    ]),
    says: 'For programs that annotate. It cannot be opened here again.',
    write: () => json,
  }
}
