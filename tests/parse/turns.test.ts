import { describe, expect, it } from 'vitest'
import { mapOf, turnsOf } from './thread'

const claim = 'Deception would survive safety training, because nothing in training looks for it.'
const more = 'Furthermore, the usual methods never show the model anything new.'

/** The turns, and the turn each of them answers, as in "t2 answers t1". */
function answers(...lines: string[]): string[] {
  const [source] = mapOf(...lines).sources
  return (source?.turns ?? []).map(({ id, replyTo }) =>
    `${id} ${replyTo ? `answers ${replyTo}` : 'opens'}`.replaceAll('thread/', ''),
  )
}

describe('turns', () => {
  it('begins one where words of the turn itself are quoted', () =>
    expect(turnsOf(claim, '', more, '', claim, '', 'I doubt it.')).toEqual([claim, claim]))

  it('begins one above a quotation of the turn itself, where the words above it may well answer', () => {
    const confused = 'I am confused about how you think of trains. Are they engines?'
    const page = ['Steam.', '', '2 comments, sorted by', '', claim, '', more, '']
    expect(turnsOf(...page, confused, '', more, '', 'New to whom?')).toEqual([
      'Steam.',
      claim,
      confused,
    ])
  })

  it('begins none without a blank line, where blank lines part paragraphs', () => {
    const lines = ['Snow lies on the tracks.', 'I think nobody clears it.', '']
    expect(turnsOf(...lines, ...lines, ...lines).length).toBeLessThanOrEqual(3)
  })

  it('begins one at thanks', () =>
    expect(turnsOf(claim, '', 'Thanks for the comment! I will think about it.')).toHaveLength(2))

  it('begins one where somebody answers a question', () =>
    expect(
      turnsOf(claim, '', 'Why do you think so?', '', 'My guess is that nobody looks.'),
    ).toEqual([claim, 'Why do you think so?', 'My guess is that nobody looks.']))

  it('goes on where a paragraph only adds to the one above', () =>
    expect(turnsOf(claim, '', more, '', 'For example, nobody checks.')).toEqual([claim]))

  it('keeps a post of many sections one turn', () =>
    expect(
      turnsOf(
        claim,
        '',
        'A section',
        '',
        'Thanks for reading.',
        '',
        '1 comment, sorted by',
        '',
        'No.',
      ),
    ).toEqual([claim, 'No.']))

  it('keeps to the number of comments that the page gives', () => {
    const comments = ['I think so too.', 'I think not.', 'I wonder about it.', 'I see.']
    const page = [claim, '', '4 comments, sorted by', '', ...comments.flatMap((one) => [one, ''])]
    expect(turnsOf(...page)).toEqual([claim, ...comments])
  })

  it('keeps a point-by-point answer one turn, however often it quotes', () => {
    const [snow, ploughs, villages] = [
      'Snow lies on the railway lines of the north for five months of the year.',
      'Every plough that the company owns was built before the war, and looks it.',
      'A closed line costs the villages more than a plough does, whoever counts it.',
    ]
    expect(
      turnsOf(
        ...[`${snow} ${ploughs} ${villages}`, '', snow, '', 'Four months, last year.', ''],
        ...[ploughs, '', 'The paint is new.', '', villages, '', 'Nobody has counted it.'],
      ),
    ).toEqual([`${snow} ${ploughs} ${villages}`, snow])
  })

  it('keeps a reader’s numbered list one turn', () =>
    expect(
      turnsOf(
        ...[claim, '', 'Thanks for this! Three things that I wonder about:', ''],
        ...['1. Is the snow measured?', '2. Is the plough old?', '3. Who pays for it?'],
      ),
    ).toEqual([claim, 'Thanks for this! Three things that I wonder about:']))

  it('begins one at a short reply to an answer', () => {
    const kind =
      'I mean the usual kind, in which nobody looks at what the model would do elsewhere.'
    expect(
      turnsOf(
        ...[claim, '', 'Do you mean all training?', '', kind, ''],
        "In light of that, I'm confused. Didn't you say that nothing looks for it?",
      ).at(-1),
    ).toMatch(/^In light of that/)
  })

  it('begins one where the author answers under the own post', () =>
    expect(
      turnsOf(
        ...[claim, '', '2 comments, sorted by', ''],
        ...['This post proves too much, I fear.', '', 'My claim was narrower than that.'],
      ),
    ).toEqual([claim, 'This post proves too much, I fear.', 'My claim was narrower than that.']))

  it('gives words printed again to the turn that said them', () => {
    const thread = [
      ...[claim, more, 'Thanks, but I doubt it very much, for reasons that I gave before.'],
      'Whoever trains a model looks at what it does, and sees deception there.',
    ]
    const [source] = mapOf(...thread, ...thread).sources
    expect(source?.passages.map(({ role }) => role)).toContain('repeat')
    for (const passage of source?.passages ?? [])
      if (passage.role === 'repeat')
        expect(passage.turn).toBe(source?.passages.find(({ id }) => id === passage.copyOf)?.turn)
  })
})

describe('replies', () => {
  it('answers whoever is quoted', () =>
    expect(
      answers(
        claim,
        '',
        'Why do you think so?',
        '',
        'My guess is that nobody looks.',
        '',
        claim,
        '',
        'No.',
      ),
    ).toEqual(['t1 opens', 't2 answers t1', 't3 answers t2', 't4 answers t1']))

  it('answers the post where it speaks of the post', () =>
    expect(
      answers(
        ...[claim, '', '3 comments, sorted by', '', 'Which training do you mean?', ''],
        ...['I mean the usual training.', '', 'This post proves too much, I fear.'],
      ),
    ).toEqual(['t1 opens', 't2 answers t1', 't3 answers t2', 't4 answers t1']))

  it('tells nothing of comments from one person’s page', () =>
    expect(
      answers(
        ...['Ada Lovelace', 'All engines could want power.', 'This is technically true, but rare.'],
        ...['Most engines are small.', 'This is wrong, most of them are large by now.'],
        ...['Steam will be gone soon.', 'This is plausible, yet nobody has shown it.'],
        ...['Nobody reads notes.', 'This is false, I do read them.'],
      ).every((turn) => turn.endsWith('opens')),
    ).toBe(true))
})
