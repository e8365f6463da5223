import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { TextUnderstood } from '../../src/dialogs/sources/TextUnderstood'
import type { TextPreview } from '../../src/exchange/preview'

const doubt = { says: 'Two people may speak here.', words: 'Nobody ever dug this tunnel…' }
const preview: TextPreview = {
  at: 0,
  name: 'tunnel.txt',
  report: {
    source: 'tunnel',
    kind: 'flattened text',
    title: 'The tunnel',
    turns: 2,
    speakers: [],
    statements: 2,
    mapped: 1,
    leftAside: [],
    missing: [],
  },
  url: null,
  authors: [],
  bears: { statements: 0, positions: 0 },
  across: 0,
  begins: [],
  doubts: [doubt, doubt],
  doubtCount: 2,
  resembles: null,
  again: null,
}

it('tells each of two doubts about a text, though both say the same', () => {
  const errors = vi.spyOn(console, 'error')
  render(<TextUnderstood text={preview} choice={{}} isOne onChoose={() => {}} />)
  expect(screen.getAllByText(`${doubt.says} “${doubt.words}”`)).toHaveLength(2)
  expect(errors).not.toHaveBeenCalled()
  errors.mockRestore()
})
