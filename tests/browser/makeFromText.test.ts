import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { writeMap } from '../../src/exchange/writeMap'
import type { Passage, Statement } from '../../src/model/debate'
import { claim, debateWith, position, quote, source, stance } from '../support/debate'
import { somebody } from './person'

const person = somebody()

const asked = 'Ploughs alone keep a railway line open. They run every hour.'
const answered = [
  'Ploughs alone keep a railway line open.',
  'They stop where the drifts are deeper than the blade. Hedges along the line catch the snow first.',
  'A hedge needs ten years to grow.',
]

/** A thread of two turns: the second quotes the first, and answers it in two paragraphs. */
const talk = (() => {
  const whole = source('040', [asked, ...answered].join('\n\n'))
  const [said, quoted, ...replies] = whole.passages as [Passage, Passage, ...Passage[]]
  return {
    ...whole,
    title: 'Keeping lines open',
    turns: [
      { id: '040/t1', speaker: 'Ida', replyTo: null },
      { id: '040/t2', speaker: 'Otto', replyTo: '040/t1' },
    ],
    passages: [
      { ...said, turn: '040/t1' },
      { ...quoted, turn: '040/t2', role: 'quotation' as const, copyOf: said.id },
      ...replies.map((one) => ({ ...one, turn: '040/t2' })),
    ],
  }
})()
const map = writeMap(
  debateWith({
    title: 'Snow on the line',
    sources: [talk],
    positions: [position('ploughs', 'Ploughs')],
    statements: [
      claim('alone', 'Ploughs alone keep a railway line open.', quote(talk, answered[0] as string)),
    ],
    stances: [stance('st-alone', 'alone', 'for', 'ploughs')],
  }),
  { texts: true },
)

/** Opens the map, with its text beside it, and on a phone alone. */
async function reading(size: { width?: number; height?: number } = {}): Promise<Page> {
  const page = await person.open(size)
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('menuitem', { name: /^Open a map file/ }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(map) })
  await page.getByRole('button', { name: 'Open as a new map' }).click()
  await page.getByText(/is open as a new map/).waitFor()
  await page.evaluate(() => {
    location.hash = `${location.hash.slice(1)}&text=040&panes=both`
  })
  await textOf(page).waitFor()
  return page
}
const textOf = (page: Page) => page.getByRole('group', { name: 'The text of Keeping lines open' })
const bar = (page: Page) => page.getByRole('toolbar', { name: /words? picked/ })
const form = (page: Page) => page.getByRole('dialog')
const says = (page: Page) => form(page).getByRole('textbox', { name: 'What it says' })

/** Where words stand on the screen: within their first and their last letter. They lie in one run. */
const endsOf = (page: Page, words: string, nth = 0) =>
  textOf(page).evaluate(
    (text, { words, nth }) => {
      const runs = [...text.querySelectorAll('[data-from]')].filter((run) =>
        run.textContent?.includes(words),
      )
      const node = runs[nth]?.firstChild as Text
      const start = node.data.indexOf(words)
      const boxAt = (at: number) => {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        return range.getBoundingClientRect()
      }
      const [first, last] = [boxAt(start), boxAt(start + words.length - 1)]
      return [
        { x: first.left + 1, y: (first.top + first.bottom) / 2 },
        { x: last.right - 1, y: (last.top + last.bottom) / 2 },
      ]
    },
    { words, nth },
  )

/** Selects words by drawing the mouse over them, roughly. */
async function drawOver(page: Page, words: string, nth = 0) {
  const [from, to] = await endsOf(page, words, nth)
  if (!from || !to) throw new Error(`“${words}” is not on the page`)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  await bar(page).waitFor()
}

/** The statements of the map as it is exported. */
async function exported(page: Page): Promise<Statement[]> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON' }).click(),
  ])
  await page.keyboard.press('Escape')
  return JSON.parse(await readFile(await download.path(), 'utf8')).statements
}

describe('making the map from the text', () => {
  it('makes a rebuttal of the selected statement from words drawn with the mouse, and takes it back', async () => {
    const page = await reading()
    await textOf(page).locator('[data-sign="alone"]').click()
    await page.getByRole('complementary', { name: 'Statement' }).waitFor()
    await drawOver(page, 'They stop where the drifts are deeper than the blade.')
    await bar(page).getByText('10 words picked.', { exact: false }).waitFor()
    await page
      .getByRole('button', { name: 'Rebut “Ploughs alone keep a railway line open.” with' })
      .click()
    expect(await says(page).inputValue()).toMatch(/^They stop where the drifts are deeper/)
    await form(page).getByRole('button', { name: 'Add to this map' }).click()

    await page.getByRole('button', { name: 'Undo: add rebuttal from text 040' }).waitFor()
    await page.getByRole('button', { name: /^Rebuttal \d+: against Ploughs/ }).waitFor()
    await page.getByRole('button', { name: 'Undo: add rebuttal from text 040' }).click()
    await page.getByRole('button', { name: 'Redo: add rebuttal from text 040' }).waitFor()
    expect(await exported(page)).toHaveLength(1)
  })

  it('makes a claim by keyboard alone, whose quote is exact in the exported file', async () => {
    const page = await reading()
    await textOf(page).focus()
    await page.keyboard.press('v')
    const told = page.getByRole('status').filter({ hasText: 'words picked' })
    await expect.poll(() => told.textContent()).toMatch(/^7 words picked: “Ploughs alone/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => told.textContent()).toBe('4 words picked: “They run every hour.”')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await says(page).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Undo: add claim from text 040' }).waitFor()

    const made = (await exported(page)).find(({ id }) => id !== 'alone')
    expect(made).toMatchObject({
      kind: 'claim',
      text: 'They run every hour',
      madeBy: 'person',
      quotes: [
        {
          source: '040',
          start: 40,
          end: 59,
          exact: 'They run every hour',
          prefix: 's alone keep a railway line open. '.slice(-32),
          suffix: `.\n\n${answered[0]}`.slice(0, 32),
        },
      ],
    })
  })

  it('adds words to the quotes of a statement, and removes them in the inspector', async () => {
    const page = await reading()
    await textOf(page).locator('[data-sign="alone"]').click()
    await drawOver(page, 'They run every hour.')
    await page.keyboard.press('q')
    await page.getByText('Added as a quote of “Ploughs alone keep').waitFor()
    const inspector = page.getByRole('complementary', { name: 'Statement' })
    const remove = inspector.getByRole('button', { name: 'Remove this quote' })
    await expect.poll(() => remove.count()).toBe(2)
    expect((await exported(page))[0]?.quotes.map(({ exact }) => exact)).toEqual([
      'Ploughs alone keep a railway line open.',
      'They run every hour.',
    ])
    await remove.last().click()
    await expect.poll(() => remove.count()).toBe(1)
  })

  it('writes a note on words that nothing was made of yet', async () => {
    const page = await reading()
    await drawOver(page, 'A hedge needs ten years to grow.')
    await bar(page).getByRole('button', { name: 'Write a note on these words' }).click()
    await form(page).getByRole('textbox', { name: 'Note' }).fill('Fences do not.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Undo: add claim with a note from text 040' }).waitFor()
    const inspector = page.getByRole('complementary', { name: 'Statement' })
    await inspector.getByRole('article', { name: /^Note/ }).getByText('Fences do not.').waitFor()
  })

  it('warns of a quotation, and takes the words where they first stand', async () => {
    const page = await reading()
    await drawOver(page, 'keep a railway line', 1)
    await bar(page).getByText('These words are quoted from turn 1.').waitFor()
    await page.keyboard.press('n')
    await form(page).getByRole('button', { name: 'Use them where they first stand' }).click()
    await expect
      .poll(() =>
        form(page)
          .getByText(/^Text 040, turn 1, Ida/)
          .count(),
      )
      .toBe(1)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Undo: add claim from text 040' }).waitFor()
    const made = (await exported(page)).find(({ id }) => id !== 'alone')
    expect(made?.quotes).toMatchObject([{ start: 14, exact: 'keep a railway line' }])
  })

  it('does it on a phone, from the bar at its foot', async () => {
    const page = await reading({ width: 390, height: 844 })
    await textOf(page).evaluate((text) => {
      // As a long press and the handles of a touch screen leave it.
      const run = [...text.querySelectorAll('[data-from]')].at(-1)?.firstChild as Text
      getSelection()?.setBaseAndExtent(run, 3, run, 12)
    })
    await bar(page).waitFor()
    const box = await bar(page).boundingBox()
    expect(box && [box.x, Math.round(box.y + box.height)]).toEqual([0, 844])
    for (const button of await bar(page).getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await bar(page).getByRole('button', { name: 'Make a claim from these words' }).tap()
    await expect.poll(() => says(page).inputValue()).toBe('hedge needs')
    await form(page).getByRole('button', { name: 'Add to this map' }).tap()
    await page.getByRole('button', { name: 'Undo: add claim from text 040' }).waitFor()
  })
})
