import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

const pane = (page: Page) => page.getByRole('complementary', { name: 'Review' })
const item = (page: Page) => pane(page).getByRole('article')

/** How many readings have been looked at, as the pane says it. */
const checked = async (page: Page): Promise<number> => {
  const words = await pane(page)
    .getByText(/ of [\d,]+ checked$/)
    .textContent()
  return Number(words?.split(' ')[0]?.replace(',', ''))
}

/** Presses a key and waits until the queue has come to another item. */
async function press(page: Page, key: string): Promise<void> {
  const before = await item(page).getAttribute('aria-label')
  await page.keyboard.press(key)
  await expect.poll(() => item(page).getAttribute('aria-label')).not.toBe(before)
}

/** Opens the review on one kind of record that nobody has checked. */
async function only(page: Page, what: string, state = 'Unchecked'): Promise<void> {
  await pane(page).getByRole('combobox', { name: 'Show' }).selectOption(state)
  await pane(page).getByRole('combobox', { name: 'What' }).selectOption(what)
  await pane(page).focus()
}

describe('the review', () => {
  it('is done by keyboard alone: confirmed, corrected, rejected, taken back, and kept', async () => {
    const profile = await person.profile()
    const page = await person.open({ profile })
    await page.keyboard.press('c')
    await pane(page).waitFor()
    await pane(page).getByRole('textbox', { name: 'Who signs the verdicts?' }).fill('Ada')
    await page.keyboard.press('Enter')
    await pane(page).getByRole('button', { name: 'Filter' }).press('Enter')
    const start = await checked(page)
    await only(page, 'Any')
    await press(page, 'y')

    await only(page, 'Statements', 'All but the rejected')
    const kinds = pane(page).getByRole('group', { name: 'Kind' })
    const isClaim = await kinds.getByRole('button', { name: /^Claim/ }).getAttribute('aria-pressed')
    await press(page, isClaim === 'true' ? '3' : '1')
    await only(page, 'Sides', 'All but the rejected')
    const sides = pane(page).getByRole('group', { name: 'Side' })
    const isFor = await sides.getByRole('button', { name: /^For/ }).getAttribute('aria-pressed')
    await press(page, isFor === 'true' ? 'a' : 'f')
    await only(page, 'Links', 'All but the rejected')
    const link = await item(page).getAttribute('aria-label')
    await press(page, 'x')
    await press(page, 'z')
    expect(await item(page).getAttribute('aria-label')).toBe(link)
    await press(page, 'x')
    expect(await checked(page)).toBeGreaterThan(start)

    await pane(page).getByRole('combobox', { name: 'Show' }).selectOption('Rejected')
    const rejected = pane(page).getByRole('list', { name: 'Rejected' })
    expect(await rejected.getByRole('listitem').first().textContent()).toContain(link)

    await pane(page).getByRole('button', { name: 'More about the review' }).click()
    const loading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Download the review of this map' }).click()
    const file = await (await loading).path()
    const review = JSON.parse(readFileSync(file, 'utf8'))
    const mine = review.verdicts.filter(({ by }: { by: string }) => by === 'Ada')
    expect(mine.map(({ operation }: { operation: { do: string } }) => operation.do)).toEqual([
      'confirm',
      'kind',
      'side',
      'reject',
    ])

    await page.keyboard.press('Escape')
    await page.getByText('Saved in this browser').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'More', exact: true }).first().waitFor()
    await page.keyboard.press('c')
    await pane(page).getByRole('button', { name: 'Filter' }).press('Enter')
    await pane(page).getByRole('combobox', { name: 'Show' }).selectOption('Rejected')
    expect(await rejected.getByRole('listitem').first().textContent()).toContain('Rejected by Ada')
  })
})
