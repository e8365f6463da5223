import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Button } from '../../src/ui/Button'
import { Dialog } from '../../src/ui/Dialog'
import { IconButton } from '../../src/ui/IconButton'
import { Menu, MenuChoice, MenuItem } from '../../src/ui/Menu'

function Page() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open it</Button>
      <Menu trigger={<IconButton label="More" icon={X} />}>
        <MenuItem icon={Trash2} onSelect={() => setOpen(true)}>
          Open it from here
        </MenuItem>
      </Menu>
      {isOpen && (
        <Dialog
          title="Start over"
          onClose={() => setOpen(false)}
          actions={<Button data-autofocus>Begin</Button>}
        >
          <p>Words.</p>
        </Dialog>
      )}
    </>
  )
}

describe('a dialog', () => {
  it('is named by its title, and takes the focus where it is wanted', async () => {
    render(<Page />)
    await userEvent.click(screen.getByRole('button', { name: 'Open it' }))
    expect(screen.getByRole('dialog', { name: 'Start over' })).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Begin' }))
  })

  it('keeps the focus within', async () => {
    render(<Page />)
    await userEvent.click(screen.getByRole('button', { name: 'Open it' }))
    await userEvent.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }))
    await userEvent.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Begin' }))
  })

  it('gives the focus back to the button that opened it', async () => {
    render(<Page />)
    const opener = screen.getByRole('button', { name: 'Open it' })
    await userEvent.click(opener)
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await vi.waitFor(() => expect(document.activeElement).toBe(opener))
  })

  it('gives the focus back to the button of the menu that opened it', async () => {
    render(<Page />)
    const opener = screen.getByRole('button', { name: 'More' })
    await userEvent.click(opener)
    await userEvent.click(screen.getByRole('menuitem', { name: 'Open it from here' }))
    await screen.findByRole('dialog')
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(document.activeElement).toBe(opener))
  })
})

describe('a menu', () => {
  it('is walked with the arrow keys', async () => {
    const choose = vi.fn()
    render(
      <Menu trigger={<Button>More</Button>}>
        <MenuItem onSelect={() => choose('first')}>First</MenuItem>
        <MenuItem onSelect={() => choose('second')}>Second</MenuItem>
      </Menu>,
    )
    screen.getByRole('button', { name: 'More' }).focus()
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}')
    expect(choose.mock.calls).toEqual([['second']])
  })

  it('ticks the choice that holds', async () => {
    const choose = vi.fn()
    const options = [
      { value: 'claim', label: 'Claim' },
      { value: 'rebuttal', label: 'Rebuttal' },
    ] as const
    render(
      <Menu trigger={<Button>Kind</Button>}>
        <MenuChoice label="Kind" value="claim" options={options} onChange={choose} />
      </Menu>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Kind' }))
    expect(screen.getByRole('menuitemradio', { name: 'Claim', checked: true })).toBeTruthy()
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Rebuttal' }))
    expect(choose).toHaveBeenCalledWith('rebuttal')
  })
})
