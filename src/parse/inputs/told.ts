import type { Span } from '../../model/schema'

/** The ways in which a thread reaches us. */
export const inputKinds = [
  'flattened text',
  'forum page',
  'Markdown',
  'saved page',
  'ForumMagnum JSON',
  'ForumMagnum Markdown',
  'Hacker News',
  'Reddit',
  'mailing list',
] as const

/** What an input was taken to be. */
export type InputKind = (typeof inputKinds)[number]

/** A contribution whose bounds the input itself gives. */
export interface ToldTurn extends Span {
  /**
   * The index of the turn it answers, which stands above it; null where it answers none, undefined where the input
   * does not say.
   */
  replyTo?: number | null
  /** How the input tells that, where it does not simply say so. */
  replyRule?: 'quotes its lines' | 'names the writer'
  /** Who wrote it; null where the input does not say. */
  speaker: string | null
  /** When it was written, as the input says it, and in ISO 8601 where it can be told. */
  postedAt?: string
  votes?: number
  agreement?: number
  url?: string
  /** Whether it is the post that the others are comments on. */
  isPost?: boolean
}

/** Words whose role the input itself gives: `>` in front of them, a blockquote around them. */
export interface ToldSpan extends Span {
  role: 'quotation' | 'heading' | 'furniture'
}

/**
 * A thread as its input gives it: the text that is mapped, and what the input says of its structure.
 *
 * Every list is in the order of the text. An empty list means that the input does not say: then it is guessed.
 */
export interface Told {
  kind: InputKind
  /** The text that spans and offsets mean. Of a plain text the input itself, unchanged. */
  text: string
  title: string | null
  url: string | null
  authors: string[]
  publishedAt: string | null
  turns: ToldTurn[]
  spans: ToldSpan[]
  /** What the input says is not in it, in sentences: deleted comments, replies that were not loaded. */
  missing: string[]
  /** Whether every block quotation of the input stands in `spans`: then nothing else is guessed to be one. */
  marksQuotations?: boolean
  /** Where a turn certainly begins, of a text that does not say so of all: the others are guessed, and rarely. */
  openings?: number[]
  /** How many comments the input says it has, where that can be checked against its turns. */
  commentCount?: number
}

/** A text of which nothing is told. */
export const untold = (text: string): Told => ({
  kind: 'flattened text',
  text,
  title: null,
  url: null,
  authors: [],
  publishedAt: null,
  turns: [],
  spans: [],
  missing: [],
})
