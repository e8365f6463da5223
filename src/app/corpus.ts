import { z } from 'zod'
import positions from '../../corpus/positions.json'
import review from '../../corpus/review.json?raw'
import sources from '../../corpus/sources.json'
import type { Input, ParseOptions } from '../parse'
import { Codebook, KnownSource } from '../parse/codebook'

const texts = import.meta.glob<string>('../../corpus/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The texts of the debate that the app opens on, with what is known of them. */
export const corpus = (): { inputs: Input[]; options: ParseOptions } => ({
  inputs: Object.entries(texts).map(([path, text]) => ({
    name: path.split('/').at(-1) ?? path,
    text,
  })),
  options: { codebook: Codebook.parse(positions), known: z.array(KnownSource).parse(sources) },
})

/** What an editor has decided about the reading of these texts, as a file. */
export const corpusReview: string = review
