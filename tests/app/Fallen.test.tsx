import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Fallen } from '../../src/app/Fallen'
import { readMap } from '../../src/exchange/readMap'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

function Broken(): never {
  throw new Error('A card could not be drawn.')
}

it('says what has broken, and gives the whole map away', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const files: Blob[] = []
  URL.createObjectURL = (file) => {
    files.push(file as Blob)
    return 'blob:map'
  }
  HTMLAnchorElement.prototype.click = () => {}
  const store = storeOf(sampleDebate)
  renderWith(
    store,
    <Fallen store={store}>
      <Broken />
    </Fallen>,
  )

  expect(screen.getByRole('alert').textContent).toContain('A card could not be drawn.')
  await userEvent.click(screen.getByRole('button', { name: 'Download a copy' }))
  const read = readMap(await wordsOf(files[0] as Blob))
  expect(read.ok && read.debate.statements.size).toBe(sampleDebate.statements.size)
})

/** jsdom's files can only be read the old way. */
const wordsOf = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(file)
  })
