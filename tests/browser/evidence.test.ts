import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { brokenRules } from '../support/annotationRules'
import { somebody } from './person'

const person = somebody()

/** A thread in which the answer quotes with another word than was said. */
const railway = [
  'The upper line should be closed in winter, because the snow ploughs seldom reach the last station before noon and nobody can rely on the trains.',
  '> The upper line should be closed in winter, because the snow ploughs never reach the last station before noon and nobody can rely on the trains.',
  'I disagree. The station book names forty mornings on which the plough was there at nine.',
].join('\n\n')

const dialog = (page: Page) => page.getByRole('dialog')
const readerOf = (page: Page) => page.getByRole('region', { name: 'Reader' })
const bothEnds = (page: Page) => page.getByRole('region', { name: 'Both ends of the link' })

/** Pastes a thread and adds it to the map. */
async function add(page: Page, text: string) {
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('menuitem', { name: /^Add a source/ }).click()
  await dialog(page).getByRole('textbox', { name: 'Or paste a thread here' }).fill(text)
  await dialog(page).getByRole('button', { name: 'Read what is pasted' }).click()
  await dialog(page).getByText('of the whole text mapped').waitFor({ timeout: 40_000 })
  await dialog(page).getByRole('button', { name: 'Add to this map' }).click()
  await dialog(page).waitFor({ state: 'detached' })
}

/** Opens the text that was added last in the reader, and the first link of its answer. */
async function openItsLink(page: Page) {
  await page.getByRole('button', { name: 'Reader', exact: true }).click()
  await readerOf(page)
    .getByRole('button', { name: /^Text / })
    .click()
  await page.getByRole('menuitemradio').last().click()
  await readerOf(page).getByText('The station book names').waitFor()
  await readerOf(page)
    .getByRole('button', { name: /^Rebuttal 2/ })
    .click()
  // On a phone the sheet shows little until it is pulled up.
  const more = page.getByRole('button', { name: 'Show all', exact: true })
  if (await more.isVisible()) await more.click()
  await page.getByRole('button', { name: /^More about the link: Rebuts/ }).click()
  await page.getByRole('menuitem', { name: 'Show this link' }).click()
}

describe('the words at both ends of a link', () => {
  it('shows a misquotation side by side, in the text, and as the selected link', async () => {
    const page = await person.open()
    await add(page, railway)
    await openItsLink(page)
    const pane = bothEnds(page)
    await pane.getByRole('heading', { name: 'As it was said' }).waitFor()
    await pane.getByText('quotes with 1 word changed').waitFor()
    const changed = await pane.getByRole('insertion').allTextContents()
    expect(changed).toEqual(['(changed: seldom)', '(changed: never)'])
    await readerOf(page).getByText('quotes with 1 word changed').waitFor()

    // Both columns stand beside each other, below the canvas, and cover no other pane.
    const [said, quoted] = await Promise.all(
      ['As it was said', 'As it is quoted'].map((name) =>
        pane.getByRole('heading', { name }).boundingBox(),
      ),
    )
    expect(said?.y).toBe(quoted?.y)
    const canvas = await page.getByRole('main').boundingBox()
    const box = await pane.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual((canvas?.y ?? 0) + (canvas?.height ?? 0) - 1)

    await pane.getByRole('button', { name: 'Fold both ends' }).click()
    await expect.poll(async () => (await pane.boundingBox())?.height).toBeLessThan(60)
    await page.getByText('Saved in this browser').waitFor()
    await page.reload()
    await pane.getByRole('button', { name: 'Unfold both ends' }).click()
    await pane.getByRole('button', { name: 'Confirm' }).click()
    await pane.getByText(/^Checked by/).waitFor()
    await page.getByRole('main').focus()
    await page.keyboard.press('Escape')
    await pane.waitFor({ state: 'detached' })
  })

  it('stands in the sheet on a phone, one passage under the other', async () => {
    const page = await person.open({ width: 390, height: 844 })
    await add(page, railway)
    await openItsLink(page)
    expect(await bothEnds(page).count()).toBe(0)
    const sheet = page.getByRole('complementary', { name: 'Link' })
    const [said, quoted] = await Promise.all(
      ['As it was said', 'As it is quoted'].map((name) =>
        sheet.getByRole('heading', { name }).boundingBox(),
      ),
    )
    expect(quoted?.y).toBeGreaterThan((said?.y ?? 0) + 40)
    expect(said?.width).toBeLessThanOrEqual(390)
    await sheet.getByText('quotes with 1 word changed').waitFor()
  })
})

describe('taking the evidence away', () => {
  it('exports W3C Web Annotations whose positions are code points of the texts', async () => {
    const page = await person.open()
    await add(page, `${railway}\n\n🚂 So the book 📖 is right, and I think the line can stay open.`)
    await page.getByRole('button', { name: 'Export' }).click()
    await dialog(page)
      .getByRole('radio', { name: /^Web Annotations/ })
      .check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog(page).getByRole('button', { name: 'Download JSON-LD' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.jsonld$/)
    const collection = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(brokenRules(collection)).toEqual([])
    const points = [
      ...`${railway}\n\n🚂 So the book 📖 is right, and I think the line can stay open.`,
    ]
    const selected = collection.first.items
      .flatMap(({ target }: { target: unknown }) => target)
      .filter((target: { selector?: [{ exact: string }] }) =>
        target.selector?.[0].exact.includes('the line can stay open'),
      )
    expect(selected.length).toBeGreaterThan(0)
    for (const { selector } of selected)
      expect(points.slice(selector[1].start, selector[1].end).join('')).toBe(selector[0].exact)
  })

  it('prints a whole text with its marks, black on white, on as many pages as it needs', async () => {
    const page = await person.open({ path: '#text=004&panes=both', dark: true })
    await readerOf(page)
      .getByRole('group', { name: /^The text of/ })
      .waitFor()
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const printed = document.querySelector<HTMLElement>('[data-print]')
        const state = window as unknown as { printed: unknown }
        state.printed = {
          words: printed?.textContent,
          signs: printed?.querySelectorAll('sup').length,
          items: printed?.querySelectorAll('ol li').length,
        }
      })
    })
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    const { words, signs, items } = await page.evaluate(
      () =>
        (window as unknown as { printed: { words: string; signs: number; items: number } }).printed,
    )
    expect(items).toBeGreaterThan(100)
    expect(signs).toBeGreaterThanOrEqual(items)
    // The text has 54,000 letters; a page of this type holds some 3,500.
    expect(words.length).toBeGreaterThan(54_000)
    expect(pages).toBeGreaterThan(words.length / 4500)
    expect(pages).toBeLessThan(words.length / 1500)
    // Afterwards the screen is as it was.
    expect(await page.locator('[data-print]').count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const colours = await page.locator('[data-print]').evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element)
      return [color, backgroundColor]
    })
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  })
})
