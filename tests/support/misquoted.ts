import type { Debate, Passage, Relation, Source } from '../../src/model/debate'
import { claim, debateWith, quote, rebuttal, relation, source } from './debate'

const said = 'As I wrote before, snow seldom closes the upper line in March.'
const quotation = '> Snow often closes the upper line in March.'
const answer = 'That is not what the station book says. It names two days in ten years.'

/** A thread about a railway in which the second voice quotes the first with one word changed, and answers. */
export const railway: Source = (() => {
  const one = source('007', `${said}\n\n${quotation}\n\n${answer}`)
  const [first, second, third] = one.passages as [Passage, Passage, Passage]
  const turns = [
    { id: '007/t1', speaker: 'Ada', replyTo: null },
    { id: '007/t2', speaker: null, replyTo: '007/t1' },
  ]
  const quoted: Passage = {
    ...second,
    role: 'quotation',
    turn: '007/t2',
    copyOf: first.id,
    because: [
      {
        rule: 'quote signs',
        from: { source: '007', start: second.start, end: second.end },
        to: { source: '007', start: 0, end: said.length },
      },
    ],
  }
  return { ...one, turns, passages: [first, quoted, { ...third, turn: '007/t2' }] }
})()

const at = (words: string) => {
  const { source, start, end } = quote(railway, words)
  return { source, start, end }
}

/** The link from the answer to what it misquotes, as the parser draws it. */
export const misquoting: Relation = {
  ...relation('r-snow', 'book', 'rebuts', 'snow'),
  madeBy: 'parser',
  confidence: 0.8,
  because: [{ rule: 'quoted reply', from: at('That is not'), to: at(said) }],
}

/** A debate of one misquotation, a link that a person made, and an undercut. */
export const misquoted: Debate = debateWith({
  sources: [railway],
  statements: [
    claim('snow', 'snow seldom closes the upper line in March.', quote(railway, said)),
    rebuttal(
      'book',
      'That is not what the station book says.',
      quote(railway, 'That is not what the station book says.'),
    ),
    claim(
      'days',
      'It names two days in ten years.',
      quote(railway, 'It names two days in ten years.'),
    ),
    rebuttal('old', 'The station book is out of date.'),
  ],
  relations: [
    misquoting,
    relation('r-days', 'days', 'supports', 'book'),
    relation('u-old', 'old', 'undercuts', 'r-days'),
  ],
})
