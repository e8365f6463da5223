import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

const open = async (page: Page, position = 'property-ordering') => {
  await page.locator(`[data-card="${position}"]`).click()
  await page.getByRole('navigation', { name: 'Where you are' }).waitFor()
}
const firstFor = (page: Page) =>
  page.getByRole('button', { name: /, for Property ordering/ }).first()
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Statement' })

describe('editing', () => {
  it('adds a rebuttal to what is selected, by keyboard, and takes it back by name', async () => {
    const page = await person.open()
    await open(page)
    await firstFor(page).focus()
    await page.keyboard.press('Enter')
    await inspector(page).waitFor()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'What it says' }).fill('The order can be reversed.')
    await page.keyboard.press('Control+Enter')

    const card = page.getByRole('button', { name: /^Rebuttal: The order can be reversed\./ })
    await card.waitFor()
    await inspector(page).getByText('Made by a person').first().waitFor()

    await page.getByRole('button', { name: 'Undo: add rebuttal' }).click()
    await expect.poll(() => card.count()).toBe(0)
    await page.keyboard.press('Control+Shift+z')
    await card.waitFor()
  })

  it('keeps what was written when the form is closed by accident', async () => {
    const page = await person.open()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('textbox', { name: 'What it says' }).fill('Half a thought')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    expect(await page.getByRole('textbox', { name: 'What it says' }).inputValue()).toBe(
      'Half a thought',
    )
  })

  it('rewords a statement in place; Escape leaves it as it was', async () => {
    const page = await person.open()
    await open(page)
    await firstFor(page).click()
    const before = await inspector(page).getByRole('heading', { level: 2 }).textContent()
    await inspector(page)
      .getByRole('button', { name: before ?? '' })
      .click()
    await page.getByRole('textbox', { name: 'Headline' }).fill('Never mind')
    await page.keyboard.press('Escape')
    expect(await inspector(page).getByRole('heading', { level: 2 }).textContent()).toBe(before)

    await inspector(page)
      .getByRole('button', { name: before ?? '' })
      .click()
    await page.getByRole('textbox', { name: 'Headline' }).fill('Order is what matters.')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^\w+: Order is what matters\./ }).waitFor()
    await page.getByRole('button', { name: /^Undo: reword/ }).waitFor()
  })

  it('moves a card by dragging, as one step, and puts it back', async () => {
    const page = await person.open()
    const card = page.locator('[data-card="credit-assignment"]')
    const place = async () => {
      const { x, y } = (await card.boundingBox()) ?? { x: Number.NaN, y: Number.NaN }
      return [Math.round(x), Math.round(y)]
    }
    await card.waitFor()
    await page.waitForTimeout(500)
    const [x = 0, y = 0] = await place()
    await page.mouse.move(x + 60, y + 40)
    await page.mouse.down()
    await page.mouse.move(x + 90, y + 20, { steps: 4 })
    await page.mouse.move(x + 160, y - 60, { steps: 8 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Undo: move card' }).click()
    await expect.poll(place).toEqual([x, y])
    await page.getByRole('button', { name: 'Redo: move card' }).click()
    await expect.poll(place).not.toEqual([x, y])
  })

  it('starts over from the texts, and can be taken back', async () => {
    const page = await person.open()
    await open(page)
    const card = firstFor(page)
    const name = (await card.getAttribute('aria-label')) ?? ''
    await card.click()
    await page.keyboard.press('Delete')
    await page.getByText(/^Deleted 1 statement/).waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).first().click()
    await page.getByRole('menuitem', { name: /^Start over/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Start over/ })
      .click()
    await page.getByRole('button', { name: /^Undo: start over/i }).waitFor({ timeout: 20_000 })
    await page.locator('[data-card="property-ordering"]').click()
    await page.getByRole('button', { name, exact: true }).waitFor()
  })
})

describe('annotating', () => {
  it('renders a note safely, marks its card, and keeps it over a reload', async () => {
    const page = await person.open()
    await open(page)
    await firstFor(page).click()
    const notes = inspector(page)
    await notes.getByRole('button', { name: 'Write a note' }).first().click()
    await notes
      .getByRole('textbox', { name: 'Note', exact: true })
      .fill(
        '**Crux** <img src=x onerror="document.title=\'hacked\'"> [x](javascript:document.title="hacked") <script>document.title="hacked"</script>',
      )
    await notes.getByRole('textbox', { name: 'Signed' }).fill('a reader')
    await page.keyboard.press('Control+Enter')
    const note = notes.getByRole('article', { name: /^Note, a reader/ })
    await note.waitFor()
    expect(await note.locator('strong').textContent()).toBe('Crux')
    expect(await note.locator('script, img, [onerror], a[href^="javascript"]').count()).toBe(0)
    await page.getByText('Saved in this browser').waitFor()

    await page.reload()
    await inspector(page)
      .getByRole('article', { name: /^Note, a reader/ })
      .waitFor()
    expect(await page.title()).not.toBe('hacked')
    await page.getByText('1 note').first().waitFor()
  })

  it('takes a note on a position, from its proposition', async () => {
    const page = await person.open()
    await open(page)
    await page.getByRole('button', { name: /^The order in which goal-directedness/ }).click()
    const notes = page.getByRole('complementary', { name: 'Position' })
    await notes.getByRole('button', { name: 'Write a note' }).first().click()
    await notes.getByRole('textbox', { name: 'Note', exact: true }).fill('The heart of it.')
    await page.keyboard.press('Control+Enter')
    await notes.getByRole('article', { name: /^Note/ }).waitFor()
    await page.getByRole('button', { name: 'Undo: add note' }).waitFor()
  })
})
