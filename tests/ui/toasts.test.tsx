import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Toast, Toasts } from '../../src/ui/Toasts'

const deleted: Toast = { id: 1, text: 'Deleted 1 statement and 5 links.', tone: 'done' }
const minutes = (n: number) => act(() => vi.advanceTimersByTime(n * 60_000))

describe('a notice', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is read out', () => {
    render(<Toasts notices={[deleted]} onDismiss={() => {}} />)
    expect(screen.getByRole('status').textContent).toContain('Deleted 1 statement and 5 links.')
  })

  it('goes by itself, but not at once', () => {
    const dismiss = vi.fn()
    render(<Toasts notices={[deleted]} onDismiss={dismiss} />)
    act(() => vi.advanceTimersByTime(8_000))
    expect(dismiss).not.toHaveBeenCalled()
    minutes(1)
    expect(dismiss).toHaveBeenCalledWith(1)
  })

  it('goes by itself too where it only says what a key needs first', () => {
    const dismiss = vi.fn()
    render(<Toasts notices={[{ ...deleted, tone: 'hint' }]} onDismiss={dismiss} />)
    minutes(1)
    expect(dismiss).toHaveBeenCalledWith(1)
  })

  it('stays while it is looked at', () => {
    const dismiss = vi.fn()
    render(<Toasts notices={[deleted]} onDismiss={dismiss} />)
    fireEvent.pointerEnter(screen.getByText(deleted.text))
    minutes(1)
    expect(dismiss).not.toHaveBeenCalled()
    fireEvent.pointerLeave(screen.getByText(deleted.text))
    minutes(1)
    expect(dismiss).toHaveBeenCalledWith(1)
  })

  it('stays while the focus is in it', () => {
    const dismiss = vi.fn()
    render(<Toasts notices={[deleted]} onDismiss={dismiss} />)
    act(() => screen.getByRole('button', { name: 'Dismiss' }).focus())
    minutes(1)
    expect(dismiss).not.toHaveBeenCalled()
  })

  it('stays for good where it tells of a problem', () => {
    const dismiss = vi.fn()
    render(<Toasts notices={[{ ...deleted, tone: 'problem' }]} onDismiss={dismiss} />)
    minutes(5)
    expect(dismiss).not.toHaveBeenCalled()
  })

  it('does what it offers, and goes', () => {
    const [dismiss, run] = [vi.fn(), vi.fn()]
    render(
      <Toasts notices={[{ ...deleted, action: { label: 'Undo', run } }]} onDismiss={dismiss} />,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(run).toHaveBeenCalledOnce()
    expect(dismiss).toHaveBeenCalledWith(1)
  })
})
