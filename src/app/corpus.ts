import codebook from '../../corpus/positions.json'
import known from '../../corpus/sources.json'
import type { ReadingRequest } from './reading'

const texts = import.meta.glob<string>('../../corpus/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The texts of the debate that the app opens on, with what is known of them. */
export const corpus = (): ReadingRequest => ({
  inputs: Object.entries(texts).map(([path, text]) => ({
    name: path.split('/').at(-1) ?? path,
    text,
  })),
  options: { codebook, known },
})
