import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

const readerOf = (page: Page) => page.getByRole('region', { name: 'Reader' })
const textOf = (page: Page) => readerOf(page).getByRole('group', { name: /^The text of/ })

/** The words that are lit as those of the selected statement, and are in view. */
const litWords = async (page: Page) => {
  const view = await textOf(page).boundingBox()
  const marks = readerOf(page).locator('mark[data-lit="selected"]')
  const seen: string[] = []
  for (const mark of await marks.all()) {
    const box = await mark.boundingBox()
    if (box && view && box.y + box.height > view.y && box.y < view.y + view.height)
      seen.push((await mark.textContent()) ?? '')
  }
  return seen.join(' ')
}

const placeIn = (page: Page) =>
  page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))))

/** How far the text is scrolled, when it stands still. */
const scrolled = async (page: Page) => {
  let last = -1
  await expect
    .poll(async () => {
      const now = await textOf(page).evaluate((element) => element.scrollTop)
      const stands = now === last
      last = now
      return stands
    })
    .toBe(true)
  return last
}

/** The reader beside an open position. */
async function besides(page: Page) {
  await page.getByRole('button', { name: 'Reader', exact: true }).click()
  await textOf(page).waitFor()
}

describe('from the map to the text', () => {
  it('scrolls to the words of a card and lights them, in whichever text they stand', async () => {
    const page = await person.open({ path: '#position=property-ordering' })
    await besides(page)
    const card = page.getByRole('button', { name: /, against Property ordering/ }).first()
    const name = (await card.getAttribute('aria-label')) ?? ''
    await card.click()
    await expect.poll(() => litWords(page)).not.toBe('')
    const headline = name.replace(/^\w+: /, '').slice(0, 30)
    expect((await litWords(page)).replace(/\s+/g, ' ')).toContain(headline)
    expect((await placeIn(page)).text).toMatch(/^\d+$/)
  })

  it('lights the words of a card that the pointer rests on, without scrolling', async () => {
    const page = await person.open({ path: '#position=property-ordering&text=004&panes=both' })
    await textOf(page).waitFor()
    const before = await scrolled(page)
    const cards = page.getByRole('button', { name: /, for Property ordering/ })
    const ids = await cards.evaluateAll((all) => all.map((one) => one.getAttribute('data-card')))
    const here = await readerOf(page)
      .locator('mark[data-statements]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-statements')))
    const id = ids.find((one) => here.some((ids) => ids?.split(' ').includes(one ?? '')))
    expect(id).toBeTruthy()
    await page.locator(`[data-card="${id}"]`).hover()
    await expect
      .poll(() => readerOf(page).locator('mark[data-lit="hinted"]').count())
      .toBeGreaterThan(0)
    expect(await scrolled(page)).toBe(before)
  })

  it('lights both ends of a link, and reads the answering one', async () => {
    const page = await person.open({ path: '#position=property-ordering' })
    await besides(page)
    await page.locator('.react-flow__edge[data-id]').first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await placeIn(page)).relation).toBeTruthy()
    await expect.poll(() => litWords(page)).not.toBe('')
  })
})

describe('from the text to the map', () => {
  it('shows the card of a mark: opens its position, and leaves the text where it is', async () => {
    const page = await person.open({ path: '#text=004&panes=both&at=20000' })
    const before = await scrolled(page)
    const sign = readerOf(page).locator('[data-sign]')
    const id = await firstInView(page)
    await sign.and(page.locator(`[data-sign="${id}"]`)).click()
    await page.locator(`[data-card="${id}"][aria-current="true"]`).waitFor()
    expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(4)
    expect((await placeIn(page)).statement).toBe(id)
  })

  it('lights and lists every statement made from words that are selected', async () => {
    const page = await person.open({ path: '#text=004&panes=both&at=20000' })
    const id = await firstInView(page)
    const words = readerOf(page).locator(`mark[data-statements~="${id}"] [data-from]`).first()
    await words.evaluate((element) => getSelection()?.selectAllChildren(element))
    await page.getByText(/statements? made from these words$/).waitFor()
    const made = readerOf(page).getByRole('region', { name: 'In the map' }).getByRole('listitem')
    expect(await made.count()).toBeGreaterThan(0)
    await made.first().getByRole('button').click()
    expect((await placeIn(page)).statement).toBeTruthy()
  })

  it('previews a statement whose card is not in view', async () => {
    const page = await person.open({ path: '#text=004&panes=both&at=20000' })
    const id = await firstInView(page)
    await readerOf(page).locator(`[data-sign="${id}"]`).hover()
    await page
      .getByRole('tooltip')
      .getByText(/^Text 004/)
      .first()
      .waitFor()
    await page.mouse.move(5, 5)
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
  })
})

describe('the way through the map', () => {
  it('walks back and forward, and returns the reader to where it was', async () => {
    const page = await person.open({
      path: '#position=property-ordering&text=004&panes=both&at=30000',
    })
    const before = await scrolled(page)
    expect(before).toBeGreaterThan(500)
    await expect.poll(async () => (await placeIn(page)).at).toBeTruthy()
    await page
      .getByRole('button', { name: /, against Property ordering/ })
      .first()
      .click()
    await expect.poll(() => litWords(page)).not.toBe('')
    const [there, lit] = [await placeIn(page), await litWords(page)]

    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await expect.poll(async () => (await placeIn(page)).statement).toBeUndefined()
    expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(40)
    await page.getByRole('button', { name: 'Forward', exact: true }).click()
    await expect.poll(async () => (await placeIn(page)).statement).toBe(there.statement)
    await expect.poll(() => litWords(page)).toBe(lit)
  })

  it('opens the same statement, position, text, panes and words from a copied address', async () => {
    const profile = await person.profile()
    const page = await person.open({ profile, path: '#position=property-ordering' })
    await besides(page)
    await page
      .getByRole('button', { name: /, against Property ordering/ })
      .first()
      .click()
    await expect.poll(() => litWords(page)).not.toBe('')
    await scrolled(page)
    const [there, lit] = [await placeIn(page), await litWords(page)]

    const fresh = await profile.newPage()
    await fresh.goto(page.url())
    await textOf(fresh).waitFor()
    await expect.poll(() => litWords(fresh)).toBe(lit)
    expect(await fresh.getByRole('complementary', { name: 'Statement' }).isVisible()).toBe(true)
    const { at: _, ...same } = there
    expect(await placeIn(fresh)).toMatchObject(same)
  })

  it('tells of a statement that the address names and the map does not have', async () => {
    const page = await person.open({ path: '#statement=s-of-old' })
    await page.getByText('This map has no statement “s-of-old”.').waitFor()
  })
})

describe('what is not in the map', () => {
  it('is on the strip: a click reads there, and the frame goes along', async () => {
    const page = await person.open({ path: '#text=004&panes=both' })
    const strip = page.getByRole('slider', { name: 'Place in the text' })
    expect(await strip.getAttribute('aria-valuenow')).toBe('1')
    const { x = 0, y = 0, height = 0 } = (await strip.boundingBox()) ?? {}
    await page.mouse.click(x + 12, y + height * 0.75)
    await expect
      .poll(async () => Number(await strip.getAttribute('aria-valuenow')))
      .toBeGreaterThan(10)
    const before = await scrolled(page)
    await strip.press('ArrowUp')
    await expect.poll(() => scrolled(page)).toBeLessThan(before)
  })

  it('is read passage by passage, by button and by key', async () => {
    const page = await person.open({ path: '#text=004&panes=both' })
    await page.getByRole('button', { name: /^\d+ % of the words are in the map$/ }).waitFor()
    await page.getByRole('button', { name: 'Next unmapped passage' }).click()
    await page.getByText(/^Unmapped passage 1 of \d+, /).waitFor()
    const first = (await placeIn(page)).at
    await page.keyboard.press(']')
    await page.getByText(/^Unmapped passage 2 of \d+, /).waitFor()
    await page.keyboard.press('[')
    await page.getByText(/^Unmapped passage 1 of \d+, /).waitFor()
    expect((await placeIn(page)).at).toBe(first)
  })
})

describe('on a phone', () => {
  it('reads a statement in its text and comes back to the map where one was', async () => {
    const page = await person.open({ width: 390, height: 844 })
    await page.getByRole('button', { name: /^Property ordering/ }).tap()
    await page.getByRole('tab', { name: /^against/i }).tap()
    await page
      .getByRole('button', { name: /, against Property ordering/ })
      .first()
      .tap()
    await page.getByRole('button', { name: 'Read', exact: true }).tap()
    await textOf(page).waitFor()
    await expect.poll(() => litWords(page)).not.toBe('')
    // The sheet below leaves the words to be seen.
    const lit = await readerOf(page).locator('mark[data-lit="selected"]').first().boundingBox()
    const sheet = await page.getByRole('complementary', { name: 'Statement' }).boundingBox()
    expect(lit && sheet && lit.y + 20 < sheet.y).toBe(true)
    await page.getByRole('button', { name: 'Close', exact: true }).tap()
    await page.getByRole('navigation', { name: 'Map' }).getByRole('button', { name: 'Map' }).tap()
    await page.getByRole('tab', { name: /^against/i }).waitFor()
  })
})

describe('the width of the reader', () => {
  it('is moved by hand and by keys, and kept', async () => {
    const profile = await person.profile()
    const page = await person.open({ profile, path: '#text=004&panes=both' })
    const edge = page.getByRole('separator', { name: 'Width of the reader' })
    const { x = 0, y = 0 } = (await edge.boundingBox()) ?? {}
    await page.mouse.move(x + 4, y + 300)
    await page.mouse.down()
    await page.mouse.move(900, y + 300)
    await page.mouse.up()
    const width = async () => (await readerOf(page).boundingBox())?.width ?? 0
    expect(Math.abs((await width()) - 900)).toBeLessThan(10)
    await edge.press('ArrowLeft')
    expect(await width()).toBeLessThan(890)
    const kept = await width()
    await page.reload()
    await textOf(page).waitFor()
    expect(await width()).toBe(kept)
  })
})

/** The statement of the first sign in view. */
async function firstInView(page: Page): Promise<string> {
  await textOf(page).waitFor()
  await scrolled(page)
  const id = await textOf(page).evaluate((view) => {
    const { top, bottom } = view.getBoundingClientRect()
    const signs = [...view.querySelectorAll('[data-sign]')]
    const seen = signs.find((sign) => {
      const box = sign.getBoundingClientRect()
      return box.top > top + 60 && box.bottom < bottom - 200
    })
    return seen?.getAttribute('data-sign')
  })
  expect(id).toBeTruthy()
  return id ?? ''
}
