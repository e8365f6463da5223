import { z } from 'zod'
import { type Debate, Position } from '../model/debate'
import { Id, record } from '../model/schema'

/** The positions of a debate, in the order they are shown in, with the words by which people speak of them. */
export const Codebook = record({ title: z.string(), positions: z.array(Position) })
export type Codebook = z.infer<typeof Codebook>

/** The codebook that a map carries, to read another text of the same debate with. */
export const codebookOf = ({
  about,
  positions,
}: Pick<Debate, 'about' | 'positions'>): Codebook => ({
  title: about.title,
  positions: [...positions.values()],
})

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
