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

  it('is no block without a word: a footnote’s mark, a lone number, a bare sign of quoting', () =>
    expect(mapOf(claim, '', '**^**', '', '1.', '', '>', '', 'I doubt it.').statements).toHaveLength(
      2,
    ))

  it('keeps its id when lines are put before it', () => {
    const id = mapOf(claim).statements[0]?.id
    expect(mapOf('Something else entirely stands here.', claim).statements[1]?.id).toBe(id)
  })

  it('has another id for the same words said again', () => {
    const ids = mapOf('I doubt it.', claim, '', 'I doubt it.').statements.map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a paragraph that makes two points', () => {
  const first =
    'First, wet snow sets like stone as soon as the wind drops, and no blade that fits this gauge lifts it.'
  const second =
    'Second, nobody is paid to drive at night, so that the drifts are left to grow until the morning shift begins.'
  const granted =
    'I agree that it kept the line open last year, when hardly any snow fell on the hills before the end of March.'
  const turned =
    'That said, a mild winter is no test, and in a hard one the same plough stood still for three weeks.'
  const quotesOf = (...lines: string[]) =>
    mapOf(...lines).statements.map(({ quotes }) => quotes[0]?.exact)

  it('makes two statements where it counts them', () =>
    expect(quotesOf(claim, `> ${claim}`, '', `${first} ${second}`).slice(1)).toEqual([
      first,
      second,
    ]))

  it('makes a concession and a rebuttal where it grants and then turns away', () => {
    const map = mapOf(claim, `> ${claim}`, '', `${granted} ${turned}`)
    expect(map.statements.slice(1).map(({ kind, text }) => [kind, text])).toEqual([
      ['concession', granted],
      ['rebuttal', turned],
    ])
    expect(map.relations.map(({ kind }) => kind)).toEqual(['concedes', 'rebuts'])
  })

  it('makes one where the turn is too short to stand alone', () =>
    expect(quotesOf(claim, `> ${claim}`, '', `${granted} That said, no.`)).toHaveLength(2))

  it('makes one where nothing says that it turns', () =>
    expect(
      quotesOf(`${granted} The wind had packed what there was of it into the cuttings by then.`),
    ).toHaveLength(1))

  it('is quoted by its point: the answer goes to the one whose words it quotes', () => {
    const map = mapOf(`${first} ${second}`, '', `> ${second}`, '', 'I disagree, the county pays.')
    const [, nobody] = map.statements
    expect(map.relations.at(-1)).toMatchObject({ kind: 'rebuts', to: nobody?.id })
  })
})

describe('a run of list items', () => {
  const line = 'Many things can block a line in winter:'
  const names = ['- wet snow', '- fallen trees', '- frozen points', '- strong drifts']

  it('stands in one statement with its line where the items are mere names', () => {
    const { statements } = mapOf(line, ...names)
    expect(statements.map(({ text }) => text)).toEqual([line])
    expect(statements[0]?.quotes[0]?.exact).toBe([line, ...names].join('\n'))
  })

  it('makes a statement each where they are few', () =>
    expect(mapOf(line, ...names.slice(0, 3)).statements).toHaveLength(4))

  it('makes a statement each where they assert something', () =>
    expect(
      mapOf(
        ...[line, '- Wet snow sets like stone.', '- Trees fall when the ground thaws.'],
        ...['- Points freeze at dusk.', '- Drifts grow under bridges.'],
      ).statements,
    ).toHaveLength(5))
})

describe('the headline', () => {
  it('is not what others are said to think, nor mere disagreement', () =>
    expect(
      headline(
        'I sometimes hear people say that snow fences are useless. I disagree with this view. ' +
          'Snow fences should stand along the whole line.',
      ),
    ).toBe('Snow fences should stand along the whole line.'))

  it('leaves out what only ties it to the words before, where a capital follows', () => {
    expect(headline('But I think the fences would hold.')).toBe('I think the fences would hold.')
    expect(headline('But the fences would hold in a storm.')).toBe(
      'But the fences would hold in a storm.',
    )
  })

  it('stops before a bracket that never closes', () =>
    expect(headline('The fences along the northern line would hold in any storm (as the')).toBe(
      'The fences along the northern line would hold in any storm',
    ))

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
  it('never breaks off inside a quotation or a bracket, or before its sentence has said anything', () => {
    const rest = 'and the crews that came out in the night could not see the gates for the drift'
    const quoted = `I think the sign at the crossing that reads “Winter service: no trains (see the board)” was hung there long before the fences were built along the northern line, because the paint on it had come off, ${rest}.`
    expect(headline(quoted)).toMatch(/^I think the sign.*(?:come off|northern line)$/)
    const conditional = `If the fences are left where they stand and nobody looks after the gates in the cuttings, where most of the snow of a long winter comes to lie: on the rails, in the ditches and on the platforms of the smaller stations along the line, then the trains stop.`
    expect(headline(conditional)).toMatch(/then the trains stop\.$/)
  })
  it('is a clause where the sentence is too long for a card', () => {
    const long = `Deception is very hard to find${', and nobody looks for it there'.repeat(20)}.`
    expect(headline(long)?.length).toBeLessThan(270)
    expect(headline(long)).toMatch(/^Deception is very hard to find.*there$/)
  })
})
