import { describe, expect, it } from 'vitest'
import { linksOf as links, mapOf } from './thread'

const claim = 'Deception would survive safety training, for all that anybody has shown so far.'
const doubt = 'I disagree, training looks for it.'

describe('relations', () => {
  it('rebuts the words that are quoted', () =>
    expect(links(claim, '', claim, '', doubt)).toEqual([`${doubt} — rebuts → ${claim}`]))

  it('answers the question above', () =>
    expect(
      links(claim, '', 'Why do you think so?', '', 'My guess is that nobody looks for it.'),
    ).toEqual(['My guess is that nobody looks for it. — answers → Why do you think so?']))

  it('concedes what it thanks for', () =>
    expect(links(claim, '', 'Thanks, good point, I was wrong about training.')).toEqual([
      `Thanks, good point, I was wrong about training. — concedes → ${claim}`,
    ]))

  it('concedes and rebuts where agreement turns', () =>
    expect(
      links(claim, '', claim, '', 'I agree that it could, but it is far from clear that it would.'),
    ).toEqual([
      `I agree that it could, but it is far from clear that it would. — rebuts → ${claim}`,
      `I agree that it could, but it is far from clear that it would. — concedes → ${claim}`,
    ]))

  it('lets the items of a list support the line that opens it', () =>
    expect(
      links(
        ...['It is hard to see how it could survive:', '  1. Training looks for it everywhere.'],
        ...['  2. Gradients point away from it.', '', '1 comment, sorted by', '', 'Yes, I agree.'],
      ).slice(0, 2),
    ).toEqual([
      'Training looks for it everywhere. — supports → It is hard to see how it could survive:',
      'Gradients point away from it. — supports → It is hard to see how it could survive:',
    ]))

  it('lets reasons support what they conclude', () =>
    expect(
      links(
        claim,
        '',
        claim,
        '',
        doubt,
        '',
        'Again, gradients see it.',
        '',
        'So it cannot survive.',
      ),
    ).toContain('Again, gradients see it. — supports → So it cannot survive.'))

  it('takes a question for no rebuttal', () =>
    expect(links(claim, '', claim, '', 'Which kind of training is that?')).toEqual([]))

  it('says why, on words that stand in the text', () => {
    const { relations, sources } = mapOf(claim, '', claim, '', doubt)
    const text = sources[0]?.text ?? ''
    const reason = relations[0]?.because[0]
    expect(reason?.rule).toBe('quoted reply')
    expect(text.slice(reason?.from?.start, reason?.from?.end)).toBe('I disagree')
    expect(text.slice(reason?.to?.start, reason?.to?.end)).toBe(claim.slice(0, -1))
  })
})
