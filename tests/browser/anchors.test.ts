import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { somebody } from './person'

const person = somebody()

const price = 'A ferry across the bay would be cheaper than a bridge, because it needs no road.'
const storm =
  'I disagree. A ferry does not run in a storm, and storms are when people need the doctor.'
const mole =
  'In fact the old mole was built for this, because the keeper feared the swell of every winter.'
const bell =
  'I think nobody can hear the bell from the hill, because the wind is in the west all winter.'
const tide =
  'The landing should be moved to the north side, because the tide leaves the south side dry.'
const toll =
  'A toll on the bridge would have to pay for it, because the parish cannot raise a tax on boats.'
const fog =
  'Fog is worse than any storm for a ferry, because nobody can tell how long it is going to last.'
const older = [price, storm, mole, bell, tide, toll, fog].join('\n\n')

// One sentence corrected, one gone, one corrected and printed twice.
const midwife = storm.replace('the doctor', 'a midwife')
const mate = mole.replace('the keeper', 'the mate')
const newer = [price, midwife, mate, 'A line that nobody has read.', mate, tide, toll, fog].join(
  '\n\n',
)

const dialog = (page: Page) => page.getByRole('dialog')

async function paste(page: Page, text: string) {
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('menuitem', { name: /^Add a source/ }).click()
  await dialog(page).getByRole('textbox', { name: 'Or paste a thread here' }).fill(text)
  await dialog(page).getByRole('button', { name: 'Read what is pasted' }).click()
  await dialog(page).getByText('of the whole text mapped').waitFor({ timeout: 40_000 })
}

describe('a thread that was corrected', () => {
  it('has its quotes followed, asked about and confirmed, and never moved silently', async () => {
    const page = await person.open()
    await paste(page, older)
    await dialog(page).getByRole('button', { name: 'Add to this map' }).click()
    await page.getByRole('button', { name: 'Show the first' }).click()
    const inspector = page.getByRole('complementary', { name: 'Statement' })
    await inspector.getByRole('button', { name: 'Write a note' }).first().click()
    await inspector.getByRole('textbox', { name: 'Note', exact: true }).fill('Is that so?')
    await page.keyboard.press('Control+Enter')

    await paste(page, newer)
    await dialog(page)
      .getByText(/You will be asked about those/)
      .waitFor()
    await dialog(page).getByRole('button', { name: 'Read again' }).click()
    await page.getByText(/quotes? to settle\./).waitFor()
    await page.getByRole('button', { name: 'Settle', exact: true }).click()
    const rows = dialog(page).getByRole('listitem')
    await dialog(page)
      .getByText(/^2 quotes of words that are no longer where they were/)
      .waitFor()
    expect(await rows.count()).toBe(2)

    // The corrected sentence: confirmed.
    await rows.filter({ hasText: 'the doctor' }).getByRole('button').click()
    const settling = inspector.getByRole('region', { name: 'What has become of these words' })
    await settling.getByText('Moved: found again with 2 words changed.').waitFor()
    await settling.getByRole('button', { name: 'These are the words' }).press('Enter')
    await inspector
      .getByText(/a midwife/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Undo: move quote to its new words' }).waitFor()
    await page.keyboard.press('Control+z')
    await settling.getByText('Moved: found again with 2 words changed.').waitFor()
    await page.keyboard.press('Control+Shift+z')
    await settling.waitFor({ state: 'detached' })

    // The one that stands there twice: chosen.
    await page.getByRole('button', { name: 'More', exact: true }).first().click()
    await page.getByRole('menuitem', { name: /^Sources of this map/ }).click()
    await dialog(page).getByRole('button', { name: '1 quote to settle…' }).click()
    await dialog(page).getByRole('listitem').getByRole('button').click()
    await settling.getByText(/may be meant in 2 places/).waitFor()
    await settling.getByRole('button', { name: 'This one, place 2 of 2' }).click()
    await inspector
      .getByText(/the mate feared/)
      .first()
      .waitFor()
  })
})
