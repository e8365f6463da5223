import type { RelationKind, Side, StatementKind } from './debate'

/** The heading of a statement's card. */
export const kindWords: Record<StatementKind, string> = {
  claim: 'Claim',
  rebuttal: 'Rebuttal',
  question: 'Question',
  concession: 'Concession',
  clarification: 'Clarification',
}

/** What a statement does to the one it is linked to: "supports". */
export const relationVerbs: Record<RelationKind, string> = {
  supports: 'supports',
  rebuts: 'rebuts',
  undercuts: 'undercuts',
  concedes: 'concedes',
  clarifies: 'clarifies',
  answers: 'answers',
}

/** The same link told from its other end: "supported by". */
export const relationPassives: Record<RelationKind, string> = {
  supports: 'supported by',
  rebuts: 'rebutted by',
  undercuts: 'undercut by',
  concedes: 'conceded by',
  clarifies: 'clarified by',
  answers: 'answered by',
}

/** What one adds when one adds such a link: "add support". */
export const relationNouns: Record<RelationKind, string> = {
  supports: 'support',
  rebuts: 'rebuttal',
  undercuts: 'undercut',
  concedes: 'concession',
  clarifies: 'clarification',
  answers: 'answer',
}

/** The side a statement takes; neutral statements are called open. */
export const sideWords: Record<Side, string> = { for: 'for', against: 'against', neutral: 'open' }

/** The kind of statement that a reply of each kind is, unless a person says otherwise. */
export const replyKinds: Record<RelationKind, StatementKind> = {
  supports: 'claim',
  rebuts: 'rebuttal',
  undercuts: 'rebuttal',
  concedes: 'concession',
  clarifies: 'clarification',
  answers: 'claim',
}

/** How telling a word is of a position: three levels, each with the weight it stands for. */
export const tellingWords = [
  { weight: 1, level: 'hints', says: 'hints' },
  { weight: 2, level: 'tells', says: 'tells' },
  { weight: 3, level: 'names', says: 'names it' },
] as const
export type Telling = (typeof tellingWords)[number]['level']

/** The level that comes nearest to a weight. */
export const tellingOf = (weight: number): Telling =>
  weight < 1.5 ? 'hints' : weight < 2.5 ? 'tells' : 'names'
