import { expect, it } from 'vitest'
import { contentsOf } from '../../src/reader/contents'
import { blocksOf } from '../../src/reader/page'
import { source } from '../support/debate'

it('lists turns with their first own words, and headings below the turn they are in', () => {
  const made = source(
    't',
    'Snow on the line\n\nStop the trains.\n\nStop the trains.\n\nNo, they have lamps.',
  )
  const roles = ['heading', 'speech', 'quotation', 'speech'] as const
  const text = {
    ...made,
    turns: [
      { id: 'a', speaker: 'Ada', replyTo: null },
      { id: 'b', speaker: null, replyTo: 'a' },
    ],
    passages: made.passages.map((passage, at) => ({
      ...passage,
      role: roles[at] ?? 'speech',
      turn: at < 2 ? 'a' : 'b',
    })),
  }
  expect(contentsOf(text, blocksOf(text))).toEqual([
    { kind: 'turn', title: 'Post', detail: 'Ada: Stop the trains.', start: 0, depth: 0 },
    { kind: 'heading', title: 'Snow on the line', detail: '', start: 0, depth: 1 },
    { kind: 'turn', title: 'Turn 2', detail: 'No, they have lamps.', start: 36, depth: 1 },
  ])
})
