import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

const ferry = [
  'A ferry across the bay would be cheaper than a bridge, because it needs no road.',
  'I disagree. A ferry does not run in a storm, and storms are when people need the doctor.',
].join('\n\n')
const grown = `${ferry}\n\nI think the ferry could have a second landing behind the hill, out of the wind.`

const dialog = (page: Page) => page.getByRole('dialog')
const openDialog = async (page: Page) => {
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('menuitem', { name: /^Add a source/ }).click()
}

/** Pastes a thread, and waits until it is understood. */
async function paste(page: Page, text: string) {
  await openDialog(page)
  await dialog(page).getByRole('textbox', { name: 'Or paste a thread here' }).fill(text)
  await dialog(page).getByRole('button', { name: 'Read what is pasted' }).click()
  await dialog(page).getByText('of the whole text mapped').waitFor({ timeout: 40_000 })
}
/** The map holds so many texts, also where a dialog lies over it. */
const texts = (page: Page, count: number) =>
  page.getByText(`read from ${count} forum texts`).waitFor()

describe('adding a source', () => {
  it('reads what is pasted, shows it, adds it, and takes it back and forth', async () => {
    const page = await person.open()
    await paste(page, ferry)
    await texts(page, 4)
    await dialog(page).getByText('Nothing has changed yet. Adding it can be undone.').waitFor()
    await dialog(page).getByRole('button', { name: 'Add to this map' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await texts(page, 5)
    await page.getByRole('button', { name: /^Undo: add “A ferry across/ }).click()
    await page.getByRole('button', { name: /^Redo: add “A ferry across/ }).click()
    await page.getByText('Saved in this browser').waitFor()
    await page.reload()
    await texts(page, 5)
  })

  it('takes files that are dropped on the page, and says which cannot be read', async () => {
    const page = await person.open()
    await page.evaluate((words) => {
      const files = new DataTransfer()
      files.items.add(new File([words], 'ferry.txt'))
      files.items.add(new File([new Uint8Array([9, 0, 0, 7])], 'photo.bin'))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }),
        )
    }, ferry)
    const refused = dialog(page).getByRole('alert')
    await refused.waitFor({ timeout: 40_000 })
    expect(await refused.textContent()).toMatch(/1 text could not be read\..*photo\.bin/)
    await dialog(page).getByRole('button', { name: 'Add to this map' }).click()
    await texts(page, 5)
  })

  it('opens a map that is dropped on the page as a map', async () => {
    const page = await person.open()
    await page.evaluate(() => {
      const files = new DataTransfer()
      files.items.add(new File(['{"format": "debate-map", "version": 9}'], 'map.json'))
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }),
      )
    })
    await dialog(page).getByText('This map could not be opened.').waitFor()
  })

  it('reads a thread again that has grown, and keeps a note and another headline', async () => {
    const page = await person.open()
    await paste(page, ferry)
    await dialog(page).getByRole('button', { name: 'Add to this map' }).click()
    await page.getByRole('button', { name: 'Show the first' }).click()
    const inspector = page.getByRole('complementary', { name: 'Statement' })
    const headline = await inspector.getByRole('heading', { level: 2 }).textContent()
    await inspector.getByRole('button', { name: headline ?? '' }).click()
    await page.getByRole('textbox', { name: 'Headline' }).fill('Ferries cost less.')
    await page.keyboard.press('Enter')
    await inspector.getByRole('button', { name: 'Write a note' }).first().click()
    await inspector.getByRole('textbox', { name: 'Note', exact: true }).fill('Is that so?')
    await page.keyboard.press('Control+Enter')
    await inspector.getByRole('article', { name: /^Note/ }).waitFor()

    await paste(page, grown)
    await dialog(page)
      .getByText(/stands in this text too/)
      .waitFor()
    await dialog(page)
      .getByText(/Your work on 1 statement is kept/)
      .waitFor()
    await dialog(page).getByRole('button', { name: 'Read again' }).click()
    await page.getByRole('button', { name: /^Undo: read “A ferry/ }).waitFor()
    await inspector.getByRole('heading', { level: 2, name: 'Ferries cost less.' }).waitFor()
    await inspector.getByRole('article', { name: /^Note/ }).waitFor()
    await page.getByText(/was read again, with \d new statements?\./).waitFor()
  })

  it('can be called off while it reads, and the page stays live', async () => {
    const page = await person.open()
    await openDialog(page)
    const long = Array.from(
      { length: 6000 },
      (_, n) => `Harbour ${n} needs a ferry because the road over hill ${n % 97} is closed.`,
    ).join('\n\n')
    await dialog(page)
      .getByLabel('Files to add')
      .setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(long) })
    await dialog(page).getByRole('progressbar', { name: 'How much is read' }).waitFor()
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await dialog(page).getByText('Drop threads here.').waitFor()
    await page.keyboard.press('Escape')
    await texts(page, 4)
  })
})
