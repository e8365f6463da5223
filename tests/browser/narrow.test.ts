import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()
const phone = { width: 390, height: 844 }

describe('on a phone', () => {
  it('reads a position as threads, checks a statement in a sheet, and answers it', async () => {
    const page = await person.open(phone)
    await page.getByRole('button', { name: /^Property ordering/ }).tap()
    await page.getByRole('tab', { name: /^against/i }).tap()
    const card = page.getByRole('button', { name: /, against Property ordering/ }).first()
    const name = (await card.getAttribute('aria-label')) ?? ''
    await card.tap()
    await page.getByText('In its place').waitFor()
    expect(name).toContain((await page.locator('mark').first().textContent())?.slice(0, 30) ?? '-')

    await page.getByRole('button', { name: 'Rebut', exact: true }).tap()
    await page.getByRole('textbox', { name: 'What it says' }).fill('The order still holds.')
    await page.getByRole('button', { name: 'Add to this map' }).tap()
    await page.getByRole('button', { name: 'Undo: add rebuttal' }).waitFor()
  })

  it('never scrolls sideways', async () => {
    const page = await person.open(phone)
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    expect(await overflow()).toBe(0)
    await page.getByRole('button', { name: /^Training setup/ }).tap()
    await page.getByRole('tab', { name: /^for/i }).waitFor()
    expect(await overflow()).toBe(0)
  })

  it('has controls that a thumb can hit', async () => {
    const page = await person.open(phone)
    const small = await page
      .locator('header button, nav button, article button')
      .evaluateAll((all) =>
        all
          .map(
            (one) =>
              [
                one.getAttribute('aria-label') ?? one.textContent,
                one.getBoundingClientRect(),
              ] as const,
          )
          .filter(([, { width, height }]) => width > 0 && (width < 40 || height < 40))
          .map(([name]) => name),
      )
    expect(small).toEqual([])
  })
})

describe('linking without a mouse', () => {
  it('connects two statements by search and keys, and shows the link on both', async () => {
    const page = await person.open()
    await page.locator('[data-card="property-ordering"]').focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('button', { name: /, for Property ordering/ }).first()
    await card.focus()
    await page.keyboard.press('Enter')
    const inspector = page.getByRole('complementary', { name: 'Statement' })
    await inspector.getByRole('button', { name: 'More', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: /^Connect to/ }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Connect to a statement' })
    await dialog.getByRole('combobox', { name: 'This statement' }).fill('library')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Link', exact: true }).press('Enter')
    await page.getByRole('button', { name: /^Undo: link as support/ }).waitFor()
    expect(await inspector.getByRole('button', { name: /^Supports .*library/i }).count()).toBe(1)
  })
})

describe('in the dark', () => {
  it('follows the system, and keeps what a reader has chosen over a reload', async () => {
    const page = await person.open({ dark: true })
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
    expect(await theme()).toBe('dark')
    await page.getByRole('button', { name: 'Light theme' }).click()
    expect(await theme()).toBe('light')
    await page.reload()
    expect(await theme()).toBe('light')
  })
})
