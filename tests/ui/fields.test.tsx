import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { TextField } from '../../src/ui/Field'
import { Picker } from '../../src/ui/Picker'
import { Sheet } from '../../src/ui/Sheet'
import { TagInput } from '../../src/ui/Tag'

function Tags({ first = [] as string[] }) {
  const [tags, setTags] = useState(first)
  return (
    <>
      <TagInput label="Tags" tags={tags} onChange={setTags} />
      <output>{tags.join('|')}</output>
    </>
  )
}
function OneSheet({ onClose = () => {} }) {
  const [isFull, setFull] = useState(false)
  return (
    <Sheet bar={null} label="Statement" onClose={onClose} isFull={isFull} onFullChange={setFull}>
      Words.
    </Sheet>
  )
}

describe('a field', () => {
  it('says what is wrong to whoever is in it', () => {
    render(<TextField label="Confidence" error="Between 0 and 1." defaultValue="1.4" />)
    const field = screen.getByRole('textbox', { name: 'Confidence' })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const describedBy = field.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(describedBy)?.textContent).toBe('Between 0 and 1.')
  })
})

describe('tags', () => {
  const shown = () => screen.getByRole('status').textContent

  it('end at a comma, at Enter, and when the field is left', async () => {
    render(<Tags />)
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Tags' }),
      'crux, to  check{Enter}cite',
    )
    await userEvent.tab()
    expect(shown()).toBe('crux|to check|cite')
  })

  it('stand once each', async () => {
    render(<Tags first={['crux']} />)
    await userEvent.type(screen.getByRole('combobox', { name: 'Tags' }), 'crux,')
    expect(shown()).toBe('crux')
  })

  it('are removed one by one', async () => {
    render(<Tags first={['crux', 'cite']} />)
    await userEvent.click(screen.getByRole('button', { name: 'Remove the tag crux' }))
    expect(shown()).toBe('cite')
  })
})

describe('a list to pick from', () => {
  const items = [
    { id: 'a', text: 'Models understand the goal first.', detail: 'Claim' },
    { id: 'b', text: 'Gradients shape goals.', detail: 'Claim' },
    { id: 'c', text: 'That order is not given.', detail: 'Rebuttal' },
  ]

  it('is narrowed by words in any order, and picked from by keyboard', async () => {
    const pick = vi.fn()
    render(<Picker label="Statement" items={items} picked={null} onPick={pick} />)
    await userEvent.type(screen.getByRole('combobox', { name: 'Statement' }), 'claim goal')
    expect(screen.getAllByRole('option')).toHaveLength(2)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(pick).toHaveBeenCalledWith('b')
  })

  it('says so when nothing matches', async () => {
    render(<Picker label="Statement" items={items} picked={null} onPick={() => {}} />)
    await userEvent.type(screen.getByRole('combobox', { name: 'Statement' }), 'mesa')
    expect(screen.getByText('Nothing matches “mesa”.')).toBeTruthy()
  })
})

describe('a sheet', () => {
  it('is made full and small again by its grip', async () => {
    render(<OneSheet />)
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
    const grip = screen.getByRole('button', { name: 'Show less' })
    expect(grip.getAttribute('aria-expanded')).toBe('true')
    await userEvent.click(grip)
    expect(screen.getByRole('button', { name: 'Show all' })).toBeTruthy()
  })

  it('is closed by Esc', async () => {
    const close = vi.fn()
    render(<OneSheet onClose={close} />)
    await userEvent.keyboard('{Escape}')
    expect(close).toHaveBeenCalledOnce()
  })
})
