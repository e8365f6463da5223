import { describe, expect, it } from 'vitest'
import { mapOf } from './thread'

const claim = 'Deception would survive safety training, because nothing in training looks for it.'

/** The kind of the last statement of a thread; "nothing" where the last line makes none. */
function kind(...lines: string[]): string {
  const { statements, sources } = mapOf(...lines)
  const last = statements.at(-1)
  const end = sources[0]?.passages.at(-1)?.end
  return last?.quotes[0]?.end === end ? (last?.kind ?? 'nothing') : 'nothing'
}

/** The headline of the last statement. */
const headline = (...lines: string[]) => mapOf(...lines).statements.at(-1)?.text

describe('the kind of a statement', () => {
  it('is a claim unless something tells', () => expect(kind(claim)).toBe('claim'))
  it('is a question where it asks', () =>
    expect(kind('Has anybody seen this happen?')).toBe('question'))
  it('is a rebuttal where it disagrees', () =>
    expect(kind(claim, claim, 'I disagree, this is simply wrong.')).toBe('rebuttal'))
  it('is a rebuttal where the question answers itself', () =>
    expect(kind(claim, claim, 'Doesn’t this prove too much?')).toBe('rebuttal'))
  it('is a rebuttal where agreement turns', () =>
    expect(kind(claim, claim, 'I agree that it is rare. But it is far from clear.')).toBe(
      'rebuttal',
    ))
  it('is a concession where it grants', () =>
    expect(kind(claim, claim, 'Good point, I stand corrected.')).toBe('concession'))
  it('is a clarification where it says what was meant', () =>
    expect(kind(claim, '', claim, '', 'Why?', '', 'To clarify, I meant the usual training.')).toBe(
      'clarification',
    ))
  it('is a rebuttal where it would agree only under a condition', () =>
    expect(kind(claim, claim, 'If anybody had measured it, then I would agree with that.')).toBe(
      'rebuttal',
    ))
  it('is a rebuttal where it says with irony what it does not believe', () =>
    expect(kind(claim, claim, 'How reassuring that the makers found nothing at all.')).toBe(
      'rebuttal',
    ))
  it('is a rebuttal where it tells what others say and denies it', () =>
    expect(
      kind('The literature argues that snow is soft. However, this is unlikely in the hills.'),
    ).toBe('rebuttal'))
  it('is so too where the spaces do not break', () =>
    expect(
      kind('The\u00a0literature argues that snow is soft. However, this\u00a0is unlikely.'),
    ).toBe('rebuttal'))
  it('is a question where one sentence asks without a question mark', () =>
    expect(kind(claim, claim, 'If so, I’d be very interested to see an example of it!')).toBe(
      'question',
    ))
  it('is nothing for mere thanks', () => expect(kind(claim, '', 'Thanks a lot!')).toBe('nothing'))
  it('is nothing for a mere link', () =>
    expect(kind(claim, '', 'https://example.org/a')).toBe('nothing'))
})

describe('what makes a statement', () => {
  it('is each passage of speech, once', () =>
    expect(mapOf(claim, claim, 'I doubt it.').statements.map((one) => one.text)).toEqual([
      claim,
      'I doubt it.',
    ]))

  it('is a quotation from outside, if it is answered', () =>
    expect(
      mapOf(
        'You write:',
        'Gradients never lie to anybody.',
        'I doubt that they never do.',
      ).statements.map((one) => one.text),
    ).toEqual(['Gradients never lie to anybody.', 'I doubt that they never do.']))

  it('is no quotation that is only evidence', () =>
    expect(
      mapOf(
        claim,
        'There is more on this in the paper:',
        'Gradients never lie to anybody.',
      ).statements.map((one) => one.text),
    ).not.toContain('Gradients never lie to anybody.'))

  it('keeps its id when lines are put before it', () => {
    const id = mapOf(claim).statements[0]?.id
    expect(mapOf('Something else entirely stands here.', claim).statements[1]?.id).toBe(id)
  })

  it('has another id for the same words said again', () => {
    const ids = mapOf('I doubt it.', claim, '', 'I doubt it.').statements.map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the headline', () => {
  it('is the sentence that takes a side', () =>
    expect(
      headline(
        'I have read this twice. I think deception would never survive training. See above.',
      ),
    ).toBe('I think deception would never survive training.'))
  it('is not the bare disagreement', () =>
    expect(headline('I disagree. Nothing in training looks for deception.')).toBe(
      'Nothing in training looks for deception.',
    ))
  it('is not the example', () =>
    expect(
      headline('For example, nobody checks the weights. Deception is very hard to find there.'),
    ).toBe('Deception is very hard to find there.'))
  it('leaves the brackets round it out', () =>
    expect(headline('(Deception is very hard to find there.)')).toBe(
      'Deception is very hard to find there.',
    ))
  it('leaves the sign of a list item out', () =>
    expect(headline('  1. Deception is very hard to find.')).toBe(
      'Deception is very hard to find.',
    ))
  it('is a clause where the sentence is too long for a card', () => {
    const long = `Deception is very hard to find${', and nobody looks for it there'.repeat(20)}.`
    expect(headline(long)?.length).toBeLessThan(270)
    expect(headline(long)).toMatch(/^Deception is very hard to find.*there$/)
  })
})
