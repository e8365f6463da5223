/** A rule of the parser: what it does, and how often it was right where careful readers had marked the text. */
export interface Rule {
  /** One sentence for a person. */
  says: string
  /** Of the links it makes, the share that careful readers made too. */
  right: number
}

const declared = {
  'quoted reply': { says: 'It quotes these words and answers them.', right: 0.75 },
  'quoted in passing': { says: 'It cites these words in quote marks.', right: 0.5 },
  'answer to a question': { says: 'It comes right after this question, in the reply.', right: 0.6 },
  'turn before': {
    says: 'It replies to this contribution, and speaks of the same matter.',
    right: 0.4,
  },
  list: { says: 'It is an item of the list that these words introduce.', right: 0.6 },
  'heading above': { says: 'It stands under a heading that names this point.', right: 0.5 },
  'goes on': { says: 'It goes on with what was said before in the same contribution.', right: 0.4 },
  conclusion: { says: 'The words at the other end draw a conclusion from it.', right: 0.6 },
  'keeps to its point': {
    says: 'It answers a question about a rebuttal, and so rebuts the same again.',
    right: 0.6,
  },
  'same section': { says: 'It stands in the same section, below this point.', right: 0.4 },
  'main point of the post': { says: 'It serves the main point of the post.', right: 0.3 },
  terms: { says: 'It uses the words by which people speak of this position.', right: 0.6 },
  'terms above': {
    says: 'The heading above it uses the words by which people speak of this position.',
    right: 0.5,
  },
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof declared

/** Every rule, by the name that reasons give. */
export const rules: Readonly<Record<string, Rule>> = declared
