import { describe, expect, it } from 'vitest'
import { mapOf, parsed } from './thread'

const snow = 'Snow lies on the railway lines of the north for five months of the year.'
const ploughs = 'Every plough that the company owns was built before the war, and looks it.'
const villages = 'A closed line costs the villages more than a plough does, whoever counts it.'

/** Whom each turn answers, and by what rule. */
function answers(...lines: string[]): string[] {
  const [source] = mapOf(...lines.flatMap((line) => [line, ''])).sources
  return (source?.turns ?? []).map(({ id, replyTo, because }) =>
    replyTo ? `${id} answers ${replyTo}: ${because?.[1]?.rule}`.replaceAll('thread/', '') : 'opens',
  )
}

/** The words that the reply of the last turn points at. */
function pointsAt(...lines: string[]): string {
  const [source] = mapOf(...lines.flatMap((line) => [line, ''])).sources
  const to = source?.turns.at(-1)?.because?.[1]?.to
  return source?.text?.slice(to?.start, to?.end) ?? ''
}

describe('replies', () => {
  it('points at the sentence that is quoted, of all that was said', () =>
    expect(
      pointsAt(
        `${snow} ${ploughs} ${villages}`,
        'Thanks, I did not know.',
        'was built before the war, and looks it.',
        'Which war do you mean?',
      ),
    ).toBe(ploughs))

  it('points at that sentence though words of it stand elsewhere in the paragraph too', () =>
    expect(
      pointsAt(
        `A closed line costs the villages dearly. ${snow} ${ploughs} ${villages}`,
        'Thanks, I did not know.',
        villages,
        'I count it every year.',
      ),
    ).toBe(villages))

  it('answers whoever spoke last, where the words quoted first were quoted before', () =>
    expect(
      answers(
        snow,
        snow,
        'I disagree: it melts in April, as the station master tells everybody who asks him.',
        snow,
        'I disagree: it melts in April, as the station master tells everybody who asks him.',
        'Neither of you has been there in May.',
      ),
    ).toEqual(['opens', 't2 answers t1: quoted reply', 't3 answers t2: quoted reply']))

  it('answers the post where the author of the post is thanked first', () =>
    expect(
      answers(
        snow,
        '2 comments, sorted by',
        'Great post! I will cite it.',
        'Thank you for reading.',
      ),
    ).toEqual(['opens', 't2 answers t1: speaks of the post', 't3 answers t2: turn before']))

  it('answers by citing in passing', () =>
    expect(
      answers(
        `${snow} ${ploughs}`,
        'Thanks, I did not know that the winters of the north were quite as long as you say they are.',
        'Thanks for asking. You said that “every plough that the company owns was built before the war”, and I doubt it.',
      ).at(-1),
    ).toBe('t3 answers t1: quoted in passing'))

  it('reads a thread without a head as a conversation, however much it quotes from elsewhere', () => {
    const quoting = (words: string) => [`“${words}”`, 'I disagree with that, for one.']
    expect(
      answers(
        ...quoting('Bridges of stone outlive the towns.'),
        ...quoting('Nobody mourns for bridges of wood.'),
        ...quoting('Iron rusts, and that is all there is to it.'),
        ...quoting('Rope bridges swing too much for the cows.'),
      ).slice(1),
    ).not.toContain('opens')
  })

  it('doubts its own reading where the page has another number of comments', () => {
    const { doubts } = parsed('Snow.', '', '30 comments, sorted by', '', snow, '', ploughs)
    expect(doubts.map(({ says }) => says)).toContain(
      'The page says it has 30 comments; 2 were found.',
    )
  })
})
