import { z } from 'zod'
import { Position } from '../model/debate'
import { Id, record } from '../model/schema'

/** A debated position, and the words by which people speak of it. */
export const CodebookEntry = record({
  ...Position.shape,
  /** Words and phrases, each with how telling it is (1 hints, 3 names the position). */
  terms: z.record(z.string(), z.number().positive()),
  /** Words that take the side of the proposition, and words that take the other. */
  for: z.array(z.string()).optional(),
  against: z.array(z.string()).optional(),
  /** The side of somebody who speaks of it without a sign of either. */
  usually: z.enum(['for', 'against', 'neutral']).optional(),
})
export type CodebookEntry = z.infer<typeof CodebookEntry>

/** The positions of a debate, in the order they are shown in. */
export const Codebook = record({ title: z.string(), positions: z.array(CodebookEntry) })
export type Codebook = z.infer<typeof Codebook>

/** What is known of a text from elsewhere. What is not known stays empty. */
export const KnownSource = record({
  id: Id,
  title: z.string(),
  url: z.string().nullable(),
  authors: z.array(z.string()),
  publishedAt: z.string().nullable(),
  /** Who wrote the post the text opens with, where it opens with one. */
  postBy: z.string().nullable(),
  /** Whose contributions all of the text is, where it comes from one person's page. */
  profileOf: z.string().nullable(),
  /** Where the words come from, and whose they are. */
  attribution: z.string(),
})
export type KnownSource = z.infer<typeof KnownSource>
