import { describe, expect, it } from 'vitest'
import { mapOf, roles } from './thread'

const other = 'Nobody has shown that a model would ever be able to do this by itself.'
const speech = 'I think that deception would survive most kinds of safety training.'

describe('the furniture of a page', () => {
  it('knows the words of the site', () => {
    expect(
      roles('Review', '', speech, '', 'New Comment', '3 comments, sorted by', '', other),
    ).toEqual(['furniture', 'speech', 'furniture', 'furniture', 'speech'])
  })

  it('takes names at the head of a page for furniture, outside any turn', () => {
    const [source] = mapOf('Redwood Research', 'Ada Lovelace', speech).sources
    expect(source?.passages.map(({ role, turn }) => [role, turn])).toEqual([
      ['furniture', null],
      ['furniture', null],
      ['speech', 'thread/t1'],
    ])
  })

  it('leaves acknowledgements in their turn', () => {
    const [source] = mapOf(
      'Thanks to Ada Lovelace and Kurt Gödel for comments.',
      '',
      speech,
    ).sources
    expect(source?.passages[0]).toMatchObject({ role: 'furniture', turn: 'thread/t1' })
  })

  it('keeps thanks to somebody who answers as speech', () =>
    expect(roles('Thanks for the comment! I agree with most of it.', speech)).toEqual([
      'speech',
      'speech',
    ]))

  it('takes a short line over a paragraph of a post for a heading', () =>
    expect(
      roles(speech, '', 'How likely is it?', '', speech, '', '2 comments, sorted by', '', other),
    ).toEqual(['speech', 'heading', 'speech', 'furniture', 'speech']))

  it('takes the same line among comments for speech', () =>
    expect(roles(speech, '', '2 comments, sorted by', '', other, '', 'How likely is it?')).toEqual([
      'speech',
      'furniture',
      'speech',
      'speech',
    ]))

  it('takes a title between comments for furniture', () =>
    expect(
      roles('Ada Lovelace', speech, 'The selection model for predicting AI motivations', other),
    ).toEqual(['furniture', 'speech', 'furniture', 'speech']))

  it('takes tags and a neighbour in a sequence for words of the site', () =>
    expect(
      roles(
        speech,
        '',
        'Corrigibility2AI3Frontpage',
        '',
        'Previous:Snow on the lineNo comments31 karma',
        '',
        '2 comments, sorted by',
        '',
        other,
      ),
    ).toEqual(['speech', 'furniture', 'furniture', 'furniture', 'speech']))

  it('keeps short answers', () =>
    expect(roles(speech, '', '1 comment, sorted by', '', 'Yes')).toEqual([
      'speech',
      'furniture',
      'speech',
    ]))

  it('reads who speaks from a byline', () => {
    const { sources } = mapOf(
      '[-]Ada Lovelace2mo*Ω614',
      '',
      speech,
      '',
      '[-]Kurt3d20',
      '',
      'No, it would not.',
    )
    expect(sources[0]?.turns.map((turn) => turn.speaker)).toEqual(['Ada Lovelace', 'Kurt'])
  })

  it('reads who speaks from the head of a letter', () => {
    const { sources } = mapOf(
      'From: Ada Lovelace',
      'Date: Sun, 29 Nov 92',
      'Subject: engines',
      '',
      speech,
    )
    expect(sources[0]?.turns.map((turn) => turn.speaker)).toEqual(['Ada Lovelace'])
    expect(roles('From: Ada', 'Date: Sun, 29 Nov 92', 'Subject: engines', '', speech)).toEqual([
      'furniture',
      'furniture',
      'furniture',
      'speech',
    ])
  })
})
