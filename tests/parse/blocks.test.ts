import { describe, expect, it } from 'vitest'
import { cutText } from '../../src/parse/blocks'
import { drawn } from './drawn'

/** Expects the blocks of a text to be the pieces drawn in ⟦brackets⟧. */
function blocks(...lines: string[]) {
  const { source, spans } = drawn(lines.join('\n'))
  expect(cutText('t', source).blocks.map(({ start, end }) => ({ start, end }))).toEqual(spans)
}

const first = (text: string) => {
  const block = cutText('t', text).blocks[0]
  if (!block) throw new RangeError('The text has no block')
  return block
}

describe('cutText', () => {
  it('takes each line for a block', () => blocks('⟦It never works.⟧', '⟦It worked for us.⟧'))
  it('leaves white space out', () => blocks('  ⟦It never works.⟧ \t', '', '⟦No.⟧ '))
  it('takes \\r\\n for one break', () => blocks('⟦One.⟧\r', '⟦Two.⟧\r', '\r', '⟦Three.⟧'))
  it('takes a lone \\r for a break', () => blocks('⟦One.⟧\r⟦Two.⟧'))
  it('finds nothing in an empty text', () => blocks(''))
  it('finds nothing in white space', () => blocks('  \t', ' '))

  it('joins lines that were wrapped by hand', () => {
    const wide = 'All of the above applies to your escrow agent as well, who may be'
    blocks(
      `⟦${wide}`,
      `${wide}`,
      'your bank.⟧',
      '',
      `⟦${wide}`,
      `${wide}`,
      `${wide}`,
      'your bank for the same reasons.⟧',
      '',
      '⟦No.⟧',
    )
  })

  it('counts the marks of a quoted line', () => {
    expect(first('> > It never works.').depth).toBe(2)
    expect(first('&gt; It never works.').depth).toBe(1)
    expect(first('5 > 3').depth).toBe(0)
  })

  it('tells a list item from a paragraph, and its number', () => {
    expect(first('  2. It never works.')).toMatchObject({ shape: 'item', number: 2, indent: 2 })
    expect(first('(3) You say:')).toMatchObject({ shape: 'item', number: 3 })
    expect(first('- Goal-directed behavior').shape).toBe('item')
    expect(first('1992 was the year.').shape).toBe('paragraph')
    expect(first('-5 degrees').shape).toBe('paragraph')
  })

  it('counts the breaks above a block', () => {
    expect(cutText('t', 'One.\r\n\r\n\r\nTwo.\nThree.').blocks.map((one) => one.gap)).toEqual([
      0, 3, 1,
    ])
  })
})
