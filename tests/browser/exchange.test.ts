import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

/** Exports the open map, and gives the file's words. */
async function exported(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.json$/)
  await page.keyboard.press('Escape')
  return readFile(await download.path(), 'utf8')
}

/** Chooses a file in the dialog that opens maps. */
async function choose(page: Page, body: string | Buffer, name = 'map.json') {
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('menuitem', { name: /^Open a map file/ }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) })
}

describe('taking a map away', () => {
  it('gives one JSON file that opens as a new map and gives the same bytes again', async () => {
    const page = await person.open()
    const first = await exported(page)
    const map = JSON.parse(first)
    expect(map).toMatchObject({ format: 'debate-map', version: 1 })
    expect(map.sources).toHaveLength(4)
    const texts = new Map<string, string>(
      map.sources.map((source: { id: string; text: string }) => [source.id, source.text]),
    )
    for (const { quotes } of map.statements)
      for (const { source, start, end, exact } of quotes)
        expect(texts.get(source)?.slice(start, end)).toBe(exact)

    const before = page.url()
    await choose(page, first)
    await page.getByRole('button', { name: 'Open as a new map' }).click()
    await expect.poll(() => page.url()).not.toBe(before)
    expect(await exported(page)).toBe(first)
  })

  it('leaves the texts out on demand, and says so', async () => {
    const page = await person.open()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('checkbox', { name: /^With the full texts/ }).click()
    await page.getByText(/^The words of 4 texts/).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download JSON' }).click(),
    ])
    const map = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(map.sources.every((source: object) => !('text' in source))).toBe(true)
    expect(map.statements[0].quotes[0].exact.length).toBeGreaterThan(10)
  })

  it('replaces this map in one step that can be taken back', async () => {
    const page = await person.open()
    const small = {
      ...JSON.parse(await exported(page)),
      title: 'The other debate',
      statements: [],
      relations: [],
      stances: [],
      annotations: [],
      layout: {},
    }
    await choose(page, JSON.stringify(small))
    await page.getByRole('button', { name: 'Replace this map' }).click()
    await page.getByRole('heading', { name: 'Where the debate on other stands' }).waitFor()
    await page.getByRole('button', { name: /^Undo: open a map/ }).click()
    await page
      .getByRole('heading', { name: 'Where the debate on deceptive alignment stands' })
      .waitFor()
  })
})

describe('a file that cannot be opened', () => {
  it.each([
    ['is cut off', (map: string) => map.slice(0, 5000), /not.*JSON|ends|cut/i],
    ['is of another program', () => '{"nodes": []}', /not a debate map/],
    [
      'is of a later version',
      (map: string) => map.replace('"version": 1', '"version": 9'),
      /version 9/,
    ],
    [
      'quotes backwards',
      (map: string) =>
        map.replace(/("quotes": \[\s+\{\s+"source": "\d+",\s+"start": )\d+/, '$1999999'),
      /^Statement .+ the end comes before the start|outside|before the start/,
    ],
    ['is no text at all', () => Buffer.from([0xff, 0xfe, 0, 1, 2, 0xc3]), /UTF-8/],
  ])('%s: one sentence says why, and nothing is changed', async (_, spoil, sentence) => {
    const page = await person.open()
    const before = await exported(page)
    await choose(page, spoil(before))
    const refused = page.getByRole('alert').filter({ hasText: 'This map could not be opened.' })
    await refused.waitFor()
    expect((await refused.textContent())?.replace('This map could not be opened.', '')).toMatch(
      sentence,
    )
    expect(await refused.textContent()).toContain('Nothing was changed.')
    await page.keyboard.press('Escape')
    expect(await exported(page)).toBe(before)
  })
})
