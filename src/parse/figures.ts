import measured from '../../corpus/figures.json'

/** What a figure of the reading is about: one thing that the parser decides. */
export type Decision = 'role' | 'turn start' | 'reply' | 'kind' | 'relation' | 'position'

/** How well the parser reads the marked texts. All shares are 0..1. */
export interface Figures {
  /** The texts that were marked, by id. */
  texts: string
  /** How many paragraphs were marked, and how many of them are somebody’s own words. */
  blocks: number
  speech: number
  /** By name: "turn starts F1". */
  figures: Readonly<Record<string, number>>
  /** How often a rule decided something that readers had marked too, and how often they agree. */
  rules: readonly { rule: string; of: string; fired: number; right: number }[]
  /** Links and sides by the confidence they are shown at: the mean of it, and the share that readers made too. */
  bands: readonly { low: number; high: number; count: number; shown: number; right: number }[]
  /** The mean distance between the confidence shown and how often that was right. */
  calibrationError: number
  /** The same of other threads, whose structure is known, by the kind of thread and the figure. */
  elsewhere: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** The figures as `npm run eval -- --write` took them down last. */
export const figures: Figures = measured

/** How far two careful readers agree with each other, by what is compared: the least and the most. */
export const readersAgree = { from: 0.81, to: 1 }

/** What a figure is called, how it is counted, and what it says, in words. */
export interface FigureWords {
  name: string
  measure: string
  says: string
}

/** The figures that are told to a person, by their name in the record, in the order of the stages. */
export const figureWords: Readonly<Record<string, FigureWords>> = {
  'roles macro-F1': {
    name: 'Roles',
    measure: 'macro-F1',
    says: 'What each paragraph is: speech, a quotation, a repeat, a heading, or the site’s.',
  },
  'copies F1': {
    name: 'Copies',
    measure: 'F1',
    says: 'Which words are taken from where.',
  },
  'turn starts F1': {
    name: 'Turn starts',
    measure: 'F1',
    says: 'Where another voice begins.',
  },
  'replies accuracy': {
    name: 'Replies',
    measure: 'accuracy',
    says: 'Which turn a turn answers.',
  },
  'kinds macro-F1': {
    name: 'Kinds',
    measure: 'macro-F1',
    says: 'Whether a paragraph claims, rebuts, asks, concedes, clarifies, or says nothing to the matter.',
  },
  'headlines hit': {
    name: 'Headlines',
    measure: 'hits',
    says: 'The sentence on the card is one that readers chose too.',
  },
  'relations F1 (untyped)': {
    name: 'Links',
    measure: 'F1, untyped',
    says: 'Which statement speaks to which.',
  },
  'relations F1 (typed)': {
    name: 'Links and what they do',
    measure: 'F1, typed',
    says: 'Which statement speaks to which, and whether it supports, rebuts, concedes, clarifies or answers.',
  },
  'positions micro-F1': {
    name: 'Positions',
    measure: 'micro-F1',
    says: 'Which positions a statement bears on.',
  },
  'stance accuracy': {
    name: 'Stances',
    measure: 'accuracy',
    says: 'Its side there: for, against or open.',
  },
}

/** The kinds of threads that were read beside the corpus, in words, by their name in the record. */
export const threadWords: Readonly<Record<string, string>> = {
  'lw-page': 'Forum page, with names and buttons',
  'lw-flat': 'Forum page, flattened',
  'lw-tree': 'Comments without their indents',
  'lw2009-tree': 'The same, of an old thread',
  'lw-profile': 'One person’s comments',
  cmv: 'Reddit text',
  maillist: 'Mailing list',
}

/** What is counted on those threads, in words, by its name in the record. */
export const threadFigures: Readonly<Record<string, string>> = {
  'turn starts': 'turn starts',
  'parents found': 'whom a turn answers',
  quotations: 'all quotations',
  'quotations from this text': 'those of words above',
  'their source found': 'their source',
  furniture: 'furniture',
}
