import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { flags, somebody } from './person'

const person = somebody()

/** Opens a position and deletes the first statement for it. Gives the name its card had. */
async function deleteStatement(page: Page): Promise<string> {
  await page.goto(`${page.url().split('#')[0]}#position=property-ordering`)
  await page.reload()
  const card = page.getByRole('button', { name: /, for Property ordering/ }).first()
  await card.click()
  const name = (await card.getAttribute('aria-label')) ?? ''
  await page.keyboard.press('Delete')
  await page.getByText(/^Deleted 1 statement/).waitFor()
  return name
}

const saved = (page: Page) => page.getByText('Saved in this browser').waitFor()
const cards = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).count()

/** Waits until the opened position shows its cards. */
const shown = (page: Page) =>
  page
    .getByRole('button', { name: /, for Property ordering/ })
    .first()
    .waitFor()

describe('keeping', () => {
  it('shows the last saved edit after a reload, in the same place', async () => {
    const page = await person.open()
    const name = await deleteStatement(page)
    await saved(page)
    await page.reload()
    await shown(page)
    expect(await cards(page, name)).toBe(0)
  })

  it('loses nothing that was saved when the browser is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'counterpoint-'))
    const launch = () =>
      chromium.launchPersistentContext(folder, {
        executablePath: inject('chromium'),
        args: flags,
        viewport: { width: 1440, height: 900 },
      })
    let profile: BrowserContext = await launch()
    try {
      const page = await profile.newPage()
      await page.goto(inject('address'))
      const name = await deleteStatement(page)
      await saved(page)
      const gone = new Promise((closed) => profile.on('close', closed))
      const session = await profile.browser()?.newBrowserCDPSession()
      const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? {
        processInfo: [],
      }
      const main = processInfo.find(({ type }) => type === 'browser')
      expect(main).toBeDefined()
      process.kill(main?.id ?? 0, 'SIGKILL')
      await gone

      profile = await launch()
      const again = await profile.newPage()
      await again.goto(`${inject('address')}#position=property-ordering`)
      await shown(again)
      expect(await cards(again, name)).toBe(0)
    } finally {
      await profile.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  })

  it('keeps two tabs on one map equal, and undoes in each only its own', async () => {
    const profile = await person.profile()
    const one = await person.open({ profile })
    await saved(one)
    const other = await person.open({ profile, path: '#position=property-ordering' })
    await shown(other)

    const name = await deleteStatement(one)
    await expect.poll(() => cards(other, name)).toBe(0)
    expect(await other.getByRole('button', { name: 'Nothing to undo' }).count()).toBe(1)

    await one.getByRole('button', { name: /^Undo: delete/ }).click()
    await expect.poll(() => cards(other, name)).toBe(1)
  })

  it('says so when storage is full, never says saved, and still gives the map away', async () => {
    const page = await person.open()
    await saved(page)
    await page.evaluate(() => {
      for (const method of ['add', 'put'] as const)
        IDBObjectStore.prototype[method] = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        }
    })
    // The page is not loaded anew here: that would bring storage back.
    await page.locator('[data-card="property-ordering"]').click()
    await page
      .getByRole('button', { name: /, for Property ordering/ })
      .first()
      .click()
    await page.keyboard.press('Delete')

    await page.getByText('Not saved.').waitFor()
    expect(await page.getByText('Saved in this browser').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Download a copy' }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: /^Undo: delete/ }).isVisible()).toBe(true)
  })

  it.each([
    ['gives no storage', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'has no room from the start',
      () => {
        for (const method of ['add', 'put'] as const)
          IDBObjectStore.prototype[method] = () => {
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
          }
      },
    ],
  ])('shows the debate, and says that nothing is kept, where the browser %s', async (_, take) => {
    const profile = await person.profile()
    await profile.addInitScript(take)
    const page = await person.open({ profile })
    await page.getByText('Not saved.').waitFor()
    expect(await page.locator('[data-card]').count()).toBe(21)
  })
})
