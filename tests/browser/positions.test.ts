import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

const menu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('menuitem', { name: item }).click()
}
const form = (page: Page) => page.getByRole('dialog', { name: 'Edit a position' })

describe('the positions', () => {
  it('are edited with what each term finds beside it, and read again with', async () => {
    const page = await person.open()
    await menu(page, 'Positions…')
    await page.getByRole('button', { name: 'Edit Counting argument' }).click()

    await form(page).getByLabel('Another word or phrase').fill('prior')
    await page.keyboard.press('Enter')
    const row = form(page).getByRole('row').last()
    const count = async () => Number(await row.getByRole('cell').nth(2).textContent())
    await expect.poll(count).toBeGreaterThan(0)
    await row.getByRole('textbox').fill('prior hedgehog')
    await expect.poll(count).toBe(0)
    await row.getByRole('textbox').fill('prior')
    await form(page).getByText('Where “prior” stands').waitFor()
    await form(page).locator('mark', { hasText: /prior/i }).first().waitFor()

    await row.getByRole('combobox').selectOption('names it')
    await form(page).getByRole('button', { name: 'Save and read again…' }).click()
    const preview = page.getByRole('dialog', { name: 'Read again with these terms' })
    await preview.getByRole('row', { name: /^Counting argument/ }).waitFor()
    await preview.getByRole('button', { name: 'Take it' }).click()
    await page.getByText(/^Read with the new terms: .*added/).waitFor()

    await page.getByRole('button', { name: 'Undo: read again with new terms' }).click()
    await page.getByRole('button', { name: 'Undo: change the terms of Counting argument' }).click()
    await page.getByRole('button', { name: 'Nothing to undo' }).waitFor()
  })

  it('are edited on a phone too, and the form fits', async () => {
    const page = await person.open({ width: 390, height: 844 })
    await menu(page, 'Positions…')
    await page.getByRole('button', { name: 'Edit Oversight' }).click()
    await form(page).getByLabel('Title').fill('Watching')
    const scrolls = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth > clientWidth
    })
    expect(scrolls).toBe(false)
    await form(page).getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Edit Watching' }).waitFor()
  })
})

describe('the page that explains the reading', () => {
  it('opens from a guess at its rule, and its address brings one back there', async () => {
    const page = await person.open()
    await page.locator('[data-card="property-ordering"]').click()
    await page
      .getByRole('button', { name: /, for Property ordering/ })
      .first()
      .click()
    const why = page.getByRole('region', { name: 'Why is this here' })
    await why.getByRole('button', { name: 'Terms', exact: true }).click()
    const explained = page.getByRole('dialog', { name: 'How it reads' })
    const here = explained.getByRole('row', { name: /^Terms/ }).first()
    await expect.poll(() => here.getAttribute('aria-current')).toBe('true')

    await page.reload()
    await expect.poll(() => here.getAttribute('aria-current')).toBe('true')
    expect(await here.evaluate((row) => row.getBoundingClientRect().top < innerHeight)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.url()).not.toContain('explains')
  })
})
