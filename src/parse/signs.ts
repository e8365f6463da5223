import { type RuleName, rules } from './rules'

/**
 * The signs of another voice, and how much each weighs for (above 0) or against a new turn.
 *
 * The weights are those of a logistic regression over threads whose turns are known, rounded. `always` lies
 * above its own: odds of nothing are where the mean of precision and recall is best, which is at a chance of
 * about a third and not at a half (Lipton et al. 2014).
 */
const weights = {
  always: -0.3,
  'after a colon': -3.7,
  'quotes the turn itself': 3.5,
  'first quotation': 1.7,
  'quotation goes on': -3.3,
  'quotes further on': -2.3,
  'quotes another turn': 0.6,
  'quotes further back': 1.1,
  'quotes from outside again': 0,
  'other way of quoting': 4.6,
  'announced by a question': -2.7,
  'after a quotation': -2.5,
  'after evidence': 3.2,
  thanks: 3.1,
  'says what was meant': 1.2,
  'explains words quoted': 2,
  'speaks of what somebody said': 0.4,
  'between quotations of one turn': -2.5,
  disagrees: 0.5,
  agrees: 1.3,
  talks: 1.5,
  'goes on': -0.9,
  'points back': 0.4,
  aside: -0.8,
  'speaks as the author': 1.3,
  'speaks of the post': 1.6,
  'speaks to somebody': 0.8,
  'still speaks to somebody': 0.2,
  'calls somebody': 0.8,
  'says I': 0.7,
  'after a question': -0.1,
  'after a request': 1.3,
  'after nothing but questions': 0.7,
  'after thanks': -1.1,
  'hardly begun': -1.2,
  asks: -0.6,
  'short question': 0.6,
  'other way of writing': 1.5,
  'same matter': -3.8,
  'list goes on': -3.9,
  'after a list': -0.6,
  'wide gap': 1.7,
  'no gap': -3.1,
  'after one paragraph': 0.5,
  short: -0.5,
  'after a short one': -0.3,
} as const satisfies Record<string, number>

/** The name of a sign. */
export type SignName = keyof typeof weights

/** The signs at a block, and how strongly each is there, 0..1. */
export type Signs = Map<SignName, number>

/** How likely it is that another voice begins at these signs, as log odds. */
export function oddsOf(signs: Signs): number {
  let sum = 0
  for (const [name, value] of signs) sum += weights[name] * value
  return sum
}

/** The sign that speaks most for a new voice. */
export function strongestOf(signs: Signs): RuleName {
  let best: RuleName = 'other voice'
  let most = 0
  for (const [name, value] of signs)
    if (weights[name] * value > most && name in rules) {
      best = name as RuleName
      most = weights[name] * value
    }
  return best
}
