import { describe, expect, it } from 'vitest'
import { DebateMap } from '../../src/model/debateMap'
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
    expect(text.slice(reason?.to?.start, reason?.to?.end)).toBe(claim)
  })
})

const plough = 'A plough keeps the line to the coast open through most of the winter.'
const reply = ['', plough, '']
const county =
  'The county drives it, and in my experience it is only late when the diesel runs out at the depot in the hills.'

describe('what a statement serves in its own turn', () => {
  it('is the statement its example stands under, and two examples serve the same', () =>
    expect(
      links(
        ...[plough, '', plough, '', 'I disagree, a plough is no help in wet snow.', ''],
        ...['For example, last March it stood still for a week.', ''],
        'Another example is the blizzard that came in April.',
      ).slice(1),
    ).toEqual([
      'For example, last March it stood still for a week. — supports → I disagree, a plough is no help in wet snow.',
      'Another example is the blizzard that came in April. — supports → I disagree, a plough is no help in wet snow.',
    ]))

  it('is what stands above the first of several counted points', () =>
    expect(
      links(
        ...[plough, ...reply, 'I doubt it, the coast line is hard to keep open.', ''],
        ...['First, the wind fills every cutting again within the hour.', ''],
        'Second, nobody is paid to drive at night.',
      ).slice(1),
    ).toEqual([
      'First, the wind fills every cutting again within the hour. — supports → I doubt it, the coast line is hard to keep open.',
      'Second, nobody is paid to drive at night. — supports → I doubt it, the coast line is hard to keep open.',
    ]))

  it('is the line with a colon that it follows, as long as lines begin alike', () =>
    expect(
      links(
        ...[plough, ...reply, 'I doubt it, there is more to a line than snow:', ''],
        ...['When rails shrink in the cold, they break.', ''],
        'When points freeze, no train gets past them.',
      ).slice(1),
    ).toEqual([
      'When rails shrink in the cold, they break. — supports → I doubt it, there is more to a line than snow:',
      'When points freeze, no train gets past them. — supports → I doubt it, there is more to a line than snow:',
    ]))

  it('is the words it leans on, also behind a bracket', () =>
    expect(
      links(
        ...[plough, ...reply, 'I doubt it, wet snow sets like stone.', ''],
        '(And then the drivers need a week to dig it out.)',
      ).at(-1),
    ).toBe(
      'And then the drivers need a week to dig it out. — supports → I doubt it, wet snow sets like stone.',
    ))

  it('is nothing where it neither leans on the words before it nor goes on with their matter', () =>
    expect(links(plough, '', 'Tram drivers in the valley earn less each year.')).toEqual([]))
})

describe('what a statement answers', () => {
  it('is every block of a quotation that runs over several', () => {
    const more = 'It costs less than heating the points would.'
    expect(
      links(
        ...[plough, '', more, '', `> ${plough}`, `> ${more}`, '', 'I disagree, it is dear.'],
      ).filter((link) => link.startsWith('I disagree')),
    ).toEqual([
      `I disagree, it is dear. — rebuts → ${plough}`,
      `I disagree, it is dear. — rebuts → ${more}`,
    ])
  })

  it('is every question of the turn, where that ends on one', () =>
    expect(
      links(
        ...[plough, '', 'Thanks for this post, I have two questions about it:'],
        ...['- Why do you think so?', '- Who drives it at night?', ''],
        `Thanks for asking. ${county}`,
      ),
    ).toEqual([
      `${county} — answers → Why do you think so?`,
      `${county} — answers → Who drives it at night?`,
    ]))

  it('is a question quoted from outside, which it answers rather than rebuts', () =>
    expect(
      links(
        ...['> Is there any newer plough than the one of 1950?', ''],
        'I am not aware of one that runs on this gauge.',
      ),
    ).toEqual([
      'I am not aware of one that runs on this gauge. — answers → Is there any newer plough than the one of 1950?',
    ]))
})

describe('an undercut', () => {
  const reason = 'Indeed, it ran on every day of the blizzard last March.'
  const denial = 'Even if that is true, one blizzard says nothing about the winters to come.'
  const thread = [plough, '', reason, '', `> ${reason}`, '']

  it('denies the link that a reason makes, and leaves the reason alone', () => {
    const map = mapOf(...thread, denial)
    const [link, undercut] = map.relations
    expect(link?.kind).toBe('supports')
    expect(undercut).toMatchObject({ kind: 'undercuts', to: link?.id })
    expect(map.relations).toHaveLength(2)
    const from = undercut?.because[0]?.from
    expect(map.sources[0]?.text?.slice(from?.start, from?.end)).toBe('Even if that is true')
    expect(() => DebateMap.parse(map)).not.toThrow()
  })

  it('is told from a rebuttal, which denies the reason itself', () =>
    expect(
      mapOf(...thread, 'I disagree, it stood in the shed all week.').relations[1],
    ).toMatchObject({ kind: 'rebuts' }))

  it('stays a rebuttal where what it answers supports nothing', () =>
    expect(
      links(
        plough,
        '',
        `> ${plough}`,
        '',
        'Even if that is true, it doesn’t follow that trains run.',
      ),
    ).toEqual([`Even if that is true, it doesn’t follow that trains run. — rebuts → ${plough}`]))

  it.each([
    'I doubt it, the analogy with last March doesn’t hold.',
    'That doesn’t show that it would run in January.',
    'This proves too much, since the tram ran as well.',
    'A blizzard in March is irrelevant to how hard a winter is.',
    'It is not evidence for anything but good luck.',
  ])('reads “%s”', (words) =>
    expect(mapOf(...thread, words).relations.map(({ kind }) => kind)).toEqual([
      'supports',
      'undercuts',
    ]),
  )
})

describe('a post and what is said of it', () => {
  const blade =
    'The blade turns wet snow over instead of packing it, so that nothing sets behind it.'
  const heaters =
    'Each point at the junction has a heater of its own, and a second wire in case the first one breaks.'
  const post = [
    ...['Keeping a railway open', ''],
    ...['In this post I argue that snow will not close the coast line again. In particular:'],
    ...['1. The plough that the county bought clears wet snow.'],
    ...['2. Heated points no longer freeze at the junction.', ''],
    ...['What the new plough can do', '', blade, '', 'Why points do not freeze', '', heaters, ''],
    ...['2 comments, sorted by', ''],
  ]
  const thesis = 'In this post I argue that snow will not close the coast line again.'

  it('lets what stands under a heading support the listed point that the heading names', () =>
    expect(links(...post, 'I have been there.').slice(2, 4)).toEqual([
      `${blade} — supports → The plough that the county bought clears wet snow.`,
      `${heaters} — supports → Heated points no longer freeze at the junction.`,
    ]))

  it('lets a comment that turns on the post rebut its main point', () => {
    const comment = 'Much of this post is plausible, but a single winter is too little to go by.'
    expect(links(...post, comment).at(-1)).toBe(`${comment} — rebuts → ${thesis}`)
  })

  it('lets a comment that takes up a point answer that point', () => {
    const comment = 'I doubt it, heated points freeze at every junction as soon as a fuse blows.'
    expect(links(...post, comment).at(-1)).toBe(
      `${comment} — rebuts → Heated points no longer freeze at the junction.`,
    )
  })

  it('links nothing to a comment that takes no side', () =>
    expect(links(...post, 'Nice photographs of the sheds, by the way.')).toHaveLength(4))

  it('lets the claims of an opening post support what it says it argues for', () =>
    expect(
      links(
        ...[
          'CMV: The county should sell the plough.',
          'It stands in the shed for ten months a year.',
        ],
        ...[
          'Trams earn more.',
          '',
          '> Trams earn more.',
          '',
          'I disagree, trams lose money each night.',
        ],
      ),
    ).toEqual([
      'It stands in the shed for ten months a year. — supports → CMV: The county should sell the plough.',
      'Trams earn more. — supports → CMV: The county should sell the plough.',
      'I disagree, trams lose money each night. — rebuts → Trams earn more.',
    ]))
})
