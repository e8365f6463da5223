import { describe, expect, inject, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

describe('the first screen', () => {
  it('shows where the debate stands: every position with its proposition and tally', async () => {
    const page = await person.open()
    await page
      .getByRole('heading', { name: 'Where the debate on deceptive alignment stands' })
      .waitFor()
    const cards = page.locator('article').getByRole('button', { name: /\d+ for, \d+ against/ })
    expect(await cards.count()).toBe(21)
    const names = await cards.evaluateAll((all) => all.map((card) => card.ariaLabel ?? ''))
    for (const title of ['Backdoors vs. inner goals', 'Property ordering'])
      expect(names.some((name) => name.startsWith(title))).toBe(true)
    expect(await page.getByText(/^21 positions read from 4 forum texts\./).isVisible()).toBe(true)
  })

  it('asks nothing of any other server', async () => {
    const profile = await person.profile()
    const asked: string[] = []
    profile.on('request', (request) => asked.push(request.url()))
    await person.open({ profile })
    const own = new URL(inject('address')).origin
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:'))).toEqual([])
  })

  it('narrows the list of positions, and says how to widen it again', async () => {
    const page = await person.open()
    const rail = page.getByRole('navigation', { name: 'Positions' })
    await page.getByRole('searchbox', { name: 'Filter 21 positions' }).fill('safety training')
    expect(await rail.getByRole('listitem').count()).toBeLessThan(5)
    await page.getByRole('searchbox').fill('zebra')
    await rail.getByRole('button', { name: 'Clear the filter' }).click()
    expect(await rail.getByRole('listitem').count()).toBe(21)
  })
})

describe('walking', () => {
  it('unfolds a position, shows statements in its lanes, and folds back with Escape and with Back', async () => {
    const page = await person.open()
    await page.locator('[data-card="property-ordering"]').click()
    await page.getByRole('heading', { name: /^The order in which goal-directedness/ }).waitFor()
    expect(await page.getByRole('heading', { name: /^For \d+/ }).isVisible()).toBe(true)
    expect(await page.getByRole('heading', { name: /^Against \d+/ }).isVisible()).toBe(true)
    expect(
      await page.getByRole('button', { name: /, for Property ordering/ }).count(),
    ).toBeGreaterThan(2)

    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: /^Where the debate/ }).waitFor()
    await page.locator('[data-card="backdoors-vs-inner-goals"]').click()
    await page.getByRole('heading', { name: /^Backdoored models are/ }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: /^Where the debate/ }).waitFor()
  })

  it('shows the whole headline of the selected card over its neighbours, which stay where they are', async () => {
    const page = await person.open({ path: '#position=property-ordering' })
    const cut = page.locator('[data-card]').filter({ hasText: '…' }).first()
    await cut.waitFor()
    const id = await cut.getAttribute('data-card')
    const tops = () =>
      page
        .locator('.react-flow__node:has([data-card])')
        .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).style.transform))
    const before = await tops()
    const { height = 0 } = (await cut.boundingBox()) ?? {}
    await cut.click()
    const card = page.locator(`[data-card="${id}"]`)
    await expect.poll(async () => (await card.boundingBox())?.height).toBeGreaterThan(height)
    expect(await card.textContent()).not.toContain('…')
    expect(await tops()).toEqual(before)
  })

  it('keeps what was clicked under the pointer, and every other card in its place', async () => {
    const page = await person.open()
    await page.locator('[data-card="property-ordering"]').click()
    const fold = page.getByRole('button', { name: /more beneath$/ }).first()
    await fold.waitFor()
    const places = () =>
      page.locator('[data-card]').evaluateAll((cards) =>
        cards.map((card) => {
          const { x, y } = card.getBoundingClientRect()
          return [card.getAttribute('data-card'), Math.round(x), Math.round(y)] as const
        }),
      )
    const id = await fold
      .locator('xpath=ancestor::article')
      .locator('[data-card]')
      .getAttribute('data-card')
    const before = await places()
    await fold.click()
    await expect.poll(async () => (await places()).length).toBeGreaterThan(before.length)
    const after = new Map((await places()).map(([card, ...place]) => [card, place]))
    const [, x, y] = before.find(([card]) => card === id) ?? []
    expect(after.get(id)).toEqual([x, y])
  })

  it('walks with the arrow keys and opens with Enter', async () => {
    const page = await person.open()
    await page.locator('[data-card="backdoors-vs-inner-goals"]').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const card = await page.evaluate(() => document.activeElement?.getAttribute('data-card'))
    expect(card).not.toBe('backdoors-vs-inner-goals')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Where you are' }).waitFor()
    const title = await page.locator('[aria-current="page"] >> visible=true').last().textContent()
    expect(title?.length).toBeGreaterThan(3)
  })

  it('fits everything with Shift+1, and zooms with the buttons', async () => {
    const page = await person.open()
    const share = async () =>
      Number.parseInt((await page.getByText(/^\d+\s%$/).textContent()) ?? '', 10)
    const start = await share()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(share).toBeGreaterThan(start)
    await page.locator('[data-card="property-ordering"]').focus()
    await page.keyboard.press('Shift+1')
    await expect.poll(share).toBeLessThanOrEqual(100)
  })

  it('shows the quote of a statement as a node of its own', async () => {
    const page = await person.open()
    await page.locator('[data-card="property-ordering"]').click()
    await page
      .getByRole('button', { name: /, for Property ordering/ })
      .first()
      .click()
    await page.locator('.react-flow').focus()
    await page.keyboard.press('q')
    expect(
      await page
        .getByRole('button', { name: /^Quote, Text/ })
        .first()
        .isVisible(),
    ).toBe(true)
  })
})

describe('checking', () => {
  it('shows a statement in its words, in its place, with every link’s reason', async () => {
    const page = await person.open()
    await page.locator('[data-card="property-ordering"]').click()
    const card = page
      .getByRole('button', { name: /^Rebuttal: .*against Property ordering/ })
      .first()
    const name = (await card.getAttribute('aria-label')) ?? ''
    await card.click()

    const inspector = page.getByRole('complementary', { name: 'Statement' })
    const headline = await inspector.getByRole('heading', { level: 2 }).textContent()
    expect(name).toContain(headline ?? 'no headline')
    const marked = await inspector.locator('mark').first().textContent()
    expect(marked?.replace(/\s+/g, ' ')).toContain(headline?.replace(/\s+/g, ' ').slice(0, 40))
    expect(await inspector.getByRole('heading', { name: /Why is this here/ }).isVisible()).toBe(
      true,
    )
    expect(await inspector.getByText(/Read by the parser, 0\.\d/).isVisible()).toBe(true)
  })
})
