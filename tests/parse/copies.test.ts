import { describe, expect, it } from 'vitest'
import { parse } from '../../src/parse/index'
import { codebook } from '../eval/gold'
import { mapOf, parsed } from './thread'

const claim = 'Deception would survive safety training, because nothing in training looks for it.'
const answer = 'I disagree: adversarial training looks for exactly this kind of behaviour.'
const reply = 'To be clear, I only meant the usual kind of training, not adversarial training.'
const more = 'The usual kind never shows the model anything that it has not seen before.'

/** Expects each line to be the role that is written before it, and to copy the line that is named. */
function copies(...lines: [role: string, words: string, copyOf?: number][]) {
  const [source] = mapOf(...lines.map(([, words]) => words)).sources
  expect(source?.passages.map(({ role, copyOf }) => [role, copyOf])).toEqual(
    lines.map(([role, , of]) => [role, of === undefined ? null : `thread/p${of}`]),
  )
}

/** What is told of the last passage that copies: the rule, its own words, and the words they copy. */
function told(...lines: string[]) {
  const [source] = mapOf(...lines).sources
  const words = (span?: { start: number; end: number } | null) =>
    span ? source?.text?.slice(span.start, span.end) : null
  const copy = source?.passages.findLast(({ copyOf }) => copyOf !== null)
  return copy?.because?.map(({ rule, from, to }) => [rule, words(from), words(to)])
}

describe('copies', () => {
  it('sees a paragraph that is quoted before it is answered', () =>
    copies(['speech', claim], ['speech', more], ['quotation', claim, 1], ['speech', answer]))

  it('sees one sentence quoted out of many', () =>
    copies(
      ['speech', `${claim} ${more} Nobody has shown otherwise.`],
      ['quotation', more, 1],
      ['speech', 'Why not?'],
    ))

  it('forgives punctuation, quote signs and a dropped word', () =>
    copies(
      ['speech', 'It’s “hard” to see how such goals could ever come out of it – really.'],
      ['quotation', 'It\'s "hard" to see how goals could ever come out of it - really...', 1],
      ['speech', answer],
    ))

  it('sees a thread that is printed twice, and takes what is left out the second time for a quotation', () =>
    copies(
      ['quotation', 'Sleeping agents would be found out in the end by any careful reader of them.'],
      ['speech', claim],
      ['speech', answer],
      ['speech', reply],
      ['speech', more],
      ['repeat', claim, 2],
      ['repeat', answer, 3],
      ['repeat', reply, 4],
      ['repeat', more, 5],
    ))

  it('takes marked lines for quotations even where their source is nowhere', () =>
    copies(['speech', claim], ['quotation', '> Nobody ever said that.'], ['speech', answer]))

  it('takes what a line announces for a quotation', () =>
    copies(['speech', 'You write:'], ['quotation', claim], ['speech', answer]))

  it('leaves a list below a colon alone', () =>
    copies(['speech', 'You say three things:'], ['speech', '1. It never works.']))

  it('takes a paragraph in quote marks for a quotation', () =>
    copies(['speech', more], ['quotation', `“${claim}”`], ['speech', answer]))

  it('leaves words that only cite in passing to their author', () =>
    copies(
      ['speech', claim],
      ['speech', `I said it plainly enough, here above: “${claim}” and nothing else at all.`],
    ))

  it('leaves an author his own refrain', () =>
    copies(
      ['speech', claim],
      ['heading', 'Why this matters'],
      ['speech', claim],
      ['furniture', '1 comment, sorted by'],
      ['speech', 'Good point, I had not thought of it.'],
    ))

  it('folds a second print that is not perfect: each lacks a last line, and a few words differ', () => {
    const [first, second, third] = [
      'Snow lies on the railway lines of the north for five months of the year, as a rule.',
      'Ploughs keep the main lines open, and the branch lines wait until somebody finds the time.',
      'A closed line costs the villages more than a plough does, though nobody counts it that way.',
    ]
    copies(
      ['quotation', 'Villages have always managed without any trains in the winter months.'],
      ['speech', first],
      ['speech', second],
      ['speech', third],
      ['speech', answer],
      ['speech', 'So the villages are right, I think.'],
      ['repeat', first, 2],
      ['repeat', second.replace('somebody', 'someone'), 3],
      ['repeat', third, 4],
      ['repeat', answer, 5],
      ['speech', 'This is where more work is needed.'],
    )
  })

  it('joins the pieces of a quotation that leaves words out between them', () => {
    const snow = 'Snow lies on the railway lines of the north for five months of the year.'
    const plough = 'Every plough that the company owns was built before the war, and looks it.'
    const quotation =
      'Snow lies on the railway lines of the north […] Every plough that the company owns was built before the war.'
    const page = [snow, more, plough, quotation, 'Which war?']
    copies(
      ...page.map((line): [string, string, number?] =>
        line === quotation ? ['quotation', line, 1] : ['speech', line],
      ),
    )
    expect(told(...page)).toEqual([
      ['joins pieces', quotation, snow],
      ['same words', 'Snow lies on the railway lines of the north', snow],
      ['same words', 'Every plough that the company owns was built before the war.', plough],
    ])
  })

  it.each(['…', '...', '[...]', '[…]'])(
    'takes %s in a quotation for words left out, not for a change',
    (mark) => {
      const said =
        'Bridges of stone outlive, as every mason knows, the towns that once paid for them.'
      const quotation = said.replace(', as every mason knows,', ` ${mark}`)
      expect(told(said, quotation, 'Do they?')).toEqual([
        ['joins pieces', quotation, said],
        ['same words', 'Bridges of stone outlive', said],
        ['same words', 'the towns that once paid for them.', said],
      ])
    },
  )

  it('forgives what a bracket puts in', () => {
    const said = 'It outlives the towns that once paid for it, as every mason knows quite well.'
    const quotation = 'It [the bridge] outlives the towns that once paid for it.'
    expect(told(said, quotation, 'Does it?')).toEqual([['same words', quotation, said]])
  })

  it('tells which word a quotation drops', () => {
    const quotation = claim.replace('safety ', '')
    expect(told(claim, quotation, answer)).toEqual([
      ['same words', quotation, claim],
      ['drops words', null, 'safety'],
    ])
  })

  it('tells which words a quotation changes and adds', () => {
    const quotation = claim.replace('would', 'will').replace('looks', 'ever looks')
    expect(told(claim, quotation, answer)).toEqual([
      ['same words', quotation, claim],
      ['changes words', 'will', 'would'],
      ['adds words', 'ever', null],
    ])
  })

  it('takes another way of printing the same words for no difference', () => {
    const said = 'It’s “hard” to see – in winter – how the line could ever pay for itself.'
    const quotation =
      'It\'s "hard" to see -- in winter -- how the line could ever pay for itself...'
    expect(told(said, quotation, answer)).toEqual([['same words', quotation, said]])
  })

  it('leads from a quotation of a quotation to the first who said it, and keeps who quoted it', () => {
    const page = [claim, claim, answer, claim, answer, 'Neither of you looks at the snow.']
    const [source] = mapOf(...page).sources
    expect(source?.passages.map(({ copyOf }) => copyOf)).toEqual(
      [null, 1, null, 1, 3, null].map((at) => at && `thread/p${at}`),
    )
    const [, , , again] = source?.passages ?? []
    expect(again?.because?.map(({ rule, to }) => [rule, to?.start])).toEqual([
      ['same words', 0],
      ['quoted before', source?.passages[1]?.start],
    ])
  })

  it.each([
    'You say:',
    'Ada writes:',
    'From the paper that I linked to:',
    'In the earlier discussion, you said:',
    'The footnote of that article has it like this:',
    'I do not follow you when you write that',
  ])('takes what “%s” announces for a quotation', (line) =>
    copies(
      ['speech', line],
      ['quotation', 'Bridges of stone outlive the towns that once paid for them.'],
      ['speech', answer],
    ),
  )

  it.each(['There are two reasons:', 'My answer is this:', 'A few thoughts on this post:'])(
    'leaves what “%s” announces to its author',
    (line) =>
      copies(
        ['speech', line],
        ['speech', 'Bridges of stone outlive the towns that once paid for them.'],
        ['speech', 'Nobody repairs the others.'],
      ),
  )

  it('goes on with an announced quotation until somebody answers', () =>
    copies(
      ['speech', 'The engineer writes:'],
      ['quotation', 'Bridges of stone outlive the towns that once paid for them.'],
      ['quotation', 'Bridges of wood burn, and nobody mourns for them.'],
      ['speech', 'I doubt that this is how bridges end.'],
    ))

  it('takes a piece that breaks off for a quotation where the next words speak of it', () =>
    copies(
      ['speech', 'We went there in the summer, and it rained.'],
      ['quotation', 'stone bridges generally outlive the towns that paid for them'],
      ['speech', 'Sometimes. Towns with stone bridges are seldom the ones that vanish, though.'],
    ))

  it('leaves the items of one list to its author, however alike they are', () =>
    copies(
      ['speech', 'I believe four things, and I say so.'],
      ['speech', '(1) The stone bridge will not be repaired this year.'],
      ['speech', '(2) The iron bridge will not be repaired this year.'],
      ['speech', '(3) The wooden bridge will not be repaired this year.'],
    ))

  it('finds the words of another text', () => {
    const { map } = parse(
      [
        {
          name: 'a.txt',
          text: `${claim} ${more} Nobody has shown otherwise, as far as I can tell.`,
        },
        { name: 'b.txt', text: `${claim}\n${answer}` },
      ],
      { codebook },
    )
    expect(map.sources[1]?.passages[0]).toMatchObject({ role: 'quotation', copyOf: 'a/p1' })
  })

  it('doubts a quotation whose source is nowhere', () => {
    const { doubts } = parsed(claim, '> Nobody ever said that.', answer)
    expect(doubts.map((doubt) => doubt.says)).toEqual([
      'This reads as a quotation, but its source stands in none of the texts.',
    ])
  })
})
