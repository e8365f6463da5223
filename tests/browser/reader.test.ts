import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

/** The reader, its page, and what the page is scrolled to. */
function readerOf(page: Page) {
  const reader = page.getByRole('region', { name: 'Reader' })
  return { reader, text: reader.getByRole('group', { name: /^The text of/ }) }
}

/** Scrolls a page on until something is on it. */
async function scrollTo(text: Locator, wanted: Locator) {
  for (let step = 0; step < 60 && (await wanted.count()) === 0; step++) {
    await text.evaluate((page) => page.scrollBy(0, page.clientHeight / 2))
    await text.page().waitForTimeout(50)
  }
  await wanted.first().scrollIntoViewIfNeeded()
}

/** Whether some words are lit on the page under this name, and in view. */
const isLit = (page: Page, name: string) =>
  page.evaluate((name) => {
    const [range] = CSS.highlights.get(name) ?? []
    if (!(range instanceof Range)) return null
    const { top, bottom } = range.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight ? range.toString() : null
  }, name)

describe('the reader', () => {
  it('shows a text with its turns, quotations, repeats and marks', async () => {
    const page = await person.open({ path: '#text=001&panes=both' })
    const { reader, text } = readerOf(page)
    await reader.getByRole('heading', { name: 'Turn 1', exact: true }).waitFor()
    expect(await reader.getByText('9 speech').count()).toBe(1)

    const mark = reader.getByRole('button', { name: /^Rebuttal 2: against Backdoors/ })
    await mark.click()
    expect(await mark.getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('complementary', { name: 'Statement' }).waitFor()

    const quoted = reader.getByRole('button', { name: 'from turn 3' })
    await scrollTo(text, quoted)
    await quoted.click()
    await expect.poll(() => isLit(page, 'reading-goal')).toMatch(/^model ~always is being/)

    const show = reader.getByRole('button', {
      name: 'Show 7 passages printed again, word for word',
    })
    await scrollTo(text, show)
    expect(await reader.locator('[data-role="repeat"]').count()).toBe(0)
    await show.click()
    await reader.locator('[data-role="repeat"]').first().waitFor()
    expect(await reader.getByRole('button', { name: /^again, turn/ }).count()).toBeGreaterThan(0)
  })

  it('goes by the table of contents, and names what is the site’s own', async () => {
    const page = await person.open({ path: '#text=004&panes=both' })
    const { reader } = readerOf(page)
    await reader.getByText('furniture', { exact: true }).first().waitFor()
    await reader.getByRole('button', { name: 'Contents' }).click()
    const contents = reader.getByRole('navigation', { name: 'Contents' })
    await contents.getByRole('button', { name: /^Post/ }).waitFor()
    await page.keyboard.press('End')
    await contents.locator(':focus', { hasText: 'Turn 33' }).waitFor()
    await page.keyboard.press('Enter')
    await reader.getByRole('heading', { name: 'Turn 33' }).waitFor()
    expect(await contents.count()).toBe(0)
  })

  it('finds words in what is folded, with the key of the browser', async () => {
    const page = await person.open({ path: '#text=000&panes=both' })
    const { reader } = readerOf(page)
    await reader.locator('[data-passage]').first().waitFor()
    await page.keyboard.press('Control+f')
    await page.keyboard.type(`they  DON'T need "re-derive`)
    const count = reader.getByRole('search').getByRole('status')
    await expect.poll(() => count.textContent()).toMatch(/^1 of \d+$/)
    const all = Number(/\d+$/.exec((await count.textContent()) ?? '')?.[0])
    expect(all).toBeGreaterThan(1)
    // The last one stands in what is printed again.
    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => count.textContent()).toBe(`${all} of ${all}`)
    await expect.poll(() => isLit(page, 'reader-find-now')).toMatch(/^They don’t need “re-derive$/)
    expect(await reader.locator('[data-role="repeat"]').count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    expect(await reader.getByRole('search').count()).toBe(0)
    await expect.poll(() => isLit(page, 'reader-find')).toBe(null)
  })

  it('is read by keyboard alone, from the map to a statement', async () => {
    const page = await person.open()
    await page.getByRole('button', { name: 'Reader', exact: true }).press('Enter')
    const { reader, text } = readerOf(page)
    await text.waitFor()
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press('Tab')
      if (await text.evaluate((one) => one === document.activeElement)) break
    }
    await page.keyboard.press('j')
    const focused = page.locator(':focus')
    await expect.poll(() => focused.getAttribute('data-sign')).not.toBe(null)
    const first = await focused.getAttribute('data-sign')
    await page.keyboard.press('j')
    await expect.poll(() => focused.getAttribute('data-sign')).not.toBe(first)
    await page.keyboard.press('k')
    await expect.poll(() => focused.getAttribute('data-sign')).toBe(first)
    await page.keyboard.press('Enter')
    expect(await focused.getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('complementary', { name: 'Statement' }).waitFor()
    // However far one walks, the mark that has the focus is in view.
    for (let step = 0; step < 12; step++) await page.keyboard.press('j')
    await expect
      .poll(() => focused.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight))
      .toBe(true)
    expect(await reader.locator(':focus').count()).toBe(1)
  })

  it('keeps the words at the top where they are when it becomes wider', async () => {
    const page = await person.open({ path: '#text=004&panes=both' })
    const { reader, text } = readerOf(page)
    await reader.locator('[data-passage]').first().waitFor()
    await text.evaluate((one) => one.scrollBy(0, 9000))
    await page.waitForTimeout(300)
    const atTop = () =>
      text.evaluate((one) => {
        const { top } = one.getBoundingClientRect()
        const rows = [...one.querySelectorAll('[data-passage]')]
        const first = rows.find((row) => row.getBoundingClientRect().bottom > top)
        return first?.getAttribute('data-passage')
      })
    const before = await atTop()
    await reader.getByRole('button', { name: 'Read in full width' }).click()
    await page.waitForTimeout(300)
    expect(await atTop()).toBe(before)
    await reader.getByRole('button', { name: 'Read beside the map' }).click()
    await page.waitForTimeout(300)
    expect(await atTop()).toBe(before)
  })
})
