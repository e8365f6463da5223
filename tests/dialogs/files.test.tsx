import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ExportDialog } from '../../src/dialogs/ExportDialog'
import { fileNameOf } from '../../src/dialogs/files'
import { ImportDialog } from '../../src/dialogs/ImportDialog'
import { readMap } from '../../src/exchange/readMap'
import { writeMap } from '../../src/exchange/writeMap'
import type { Debate } from '../../src/model/debate'
import { brokenRules } from '../support/annotationRules'
import { claim, debateWith, sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

// jsdom has files, but not the ways to read them that browsers have.
const reading = (blob: Blob) =>
  new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.readAsArrayBuffer(blob)
  })
Blob.prototype.arrayBuffer ??= function () {
  return reading(this)
}
Blob.prototype.text ??= async function () {
  return new TextDecoder().decode(await reading(this))
}

const dialog = () => within(screen.getByRole('dialog'))

describe('the export', () => {
  let files: { name: string; blob: Blob }[] = []
  beforeEach(() => {
    files = []
    let last: Blob
    URL.createObjectURL = (blob) => {
      last = blob as Blob
      return 'blob:here'
    }
    URL.revokeObjectURL = () => {}
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      files.push({ name: this.download, blob: last })
    })
  })
  afterEach(() => void vi.restoreAllMocks())

  it('downloads a map that can be opened again without loss', async () => {
    renderWith(storeOf(sampleDebate), <ExportDialog onClose={() => {}} />)
    await userEvent.click(dialog().getByRole('button', { name: 'Download JSON' }))
    const [file] = files
    expect(file?.name).toMatch(/^a-sample-debate-\d{4}-\d\d-\d\d\.json$/)
    const read = readMap((await file?.blob.text()) ?? '')
    expect(read.ok && read.debate.statements).toEqual(sampleDebate.statements)
    expect(read.ok && read.debate.sources).toEqual(sampleDebate.sources)
  })

  it('says what it leaves out without the texts, and leaves it out', async () => {
    renderWith(storeOf(sampleDebate), <ExportDialog onClose={() => {}} />)
    const map = within(dialog().getByRole('row', { name: /^Counterpoint map/ }))
    expect(map.getAllByText('nothing')).toHaveLength(2)
    await userEvent.click(dialog().getByRole('checkbox', { name: /^With the full texts/ }))
    expect(dialog().getByText(/The words of 2 texts/)).toBeTruthy()
    await userEvent.click(dialog().getByRole('button', { name: 'Download JSON' }))
    const json = (await files[0]?.blob.text()) ?? ''
    expect(json).not.toContain('Gradients can also keep a bad goal')
    expect(json).toContain('Why would a model wait?')
  })

  it('counts its size', async () => {
    renderWith(storeOf(sampleDebate), <ExportDialog onClose={() => {}} />)
    const bytes = new Blob([writeMap(storeOf(sampleDebate).getState().debate, { texts: true })])
      .size
    expect(await dialog().findByText(`JSON, ${Math.round(bytes / 1000)} KB`)).toBeTruthy()
  })

  it('is copied', async () => {
    const user = userEvent.setup()
    renderWith(storeOf(sampleDebate), <ExportDialog onClose={() => {}} />)
    await user.click(dialog().getByRole('button', { name: 'Copy' }))
    expect(await dialog().findByText('Copied.')).toBeTruthy()
    expect(readMap(await navigator.clipboard.readText()).ok).toBe(true)
  })

  it('is told apart by what each format keeps, and downloads the one that is chosen', async () => {
    renderWith(storeOf(sampleDebate), <ExportDialog onClose={() => {}} />)
    const row = within(dialog().getByRole('row', { name: /^Web Annotations/ }))
    expect(
      row.getByText('5 statements, 3 links and 1 note, with the words they stand on'),
    ).toBeTruthy()
    expect(row.getByText(/and 1 statement and 1 link without words of a text$/)).toBeTruthy()
    await userEvent.click(dialog().getByRole('radio', { name: /^Web Annotations/ }))
    expect(dialog().queryByRole('checkbox')).toBeNull()
    expect(dialog().getByText(/cannot be opened here again/)).toBeTruthy()
    await userEvent.click(dialog().getByRole('button', { name: 'Download JSON-LD' }))
    expect(files[0]?.name).toMatch(/\.jsonld$/)
    expect(files[0]?.blob.type).toBe('application/ld+json')
    expect(brokenRules(JSON.parse((await files[0]?.blob.text()) ?? ''))).toEqual([])
  })

  it('is named by words and a day that any system takes', () => {
    const day = new Date('2026-11-20T12:00:00Z')
    expect(fileNameOf('Où est-ce? <b>/..\\', day)).toBe('ou-est-ce-b-2026-11-20.json')
    expect(fileNameOf('???', day)).toBe('map-2026-11-20.json')
  })
})

describe('opening a file', () => {
  const other = debateWith({ title: 'Another debate', statements: [claim('c1', 'It works.')] })
  const fileOf = (text: string) => new File([text], 'map.json', { type: 'application/json' })

  function opening(onOpenAsNew: (debate: Debate) => Promise<void> = async () => {}) {
    const store = storeOf(sampleDebate)
    const close = vi.fn()
    renderWith(store, <ImportDialog onClose={close} onOpenAsNew={onOpenAsNew} />)
    return { store, close }
  }
  const choose = (file: File) => userEvent.upload(dialog().getByLabelText('A map file'), file)

  it('shows what was understood before anything changes', async () => {
    const { store } = opening()
    const before = store.getState().debate
    await choose(fileOf(writeMap(sampleDebate, { texts: false })))
    expect(await screen.findByRole('dialog', { name: 'Open a map: A sample debate' })).toBeTruthy()
    const count = (noun: string) => dialog().getByText(noun).previousElementSibling?.textContent
    expect(['positions', 'statements', 'links', 'note', 'texts'].map(count)).toEqual([
      ...['2', '6', '4', '1', '2'],
    ])
    expect(dialog().getByText(/The texts are not in this file/)).toBeTruthy()
    expect(store.getState().debate).toBe(before)
  })

  it('opens it as a new map', async () => {
    const opened: Debate[] = []
    const { store, close } = opening(async (debate) => void opened.push(debate))
    await choose(fileOf(writeMap(other, { texts: true })))
    await userEvent.click(await screen.findByRole('button', { name: 'Open as a new map' }))
    expect(opened[0]?.about.title).toBe('Another debate')
    expect(store.getState().debate.about.title).toBe('A sample debate')
    expect(close).toHaveBeenCalled()
  })

  it('replaces this map in one step that can be undone', async () => {
    const { store } = opening()
    await choose(fileOf(writeMap(other, { texts: true })))
    await userEvent.click(await screen.findByRole('button', { name: 'Replace this map' }))
    expect([...store.getState().debate.statements.keys()]).toEqual(['c1'])
    act(() => store.getState().notices.at(-1)?.action?.run())
    expect(store.getState().debate.about.title).toBe('A sample debate')
    expect(store.getState().debate.statements.size).toBe(6)
  })

  it('takes back nothing else where the file is the same as this map', async () => {
    const { store } = opening()
    act(() => store.getState().actions.reword('gradual', 'Gradients go slowly.'))
    await choose(fileOf(writeMap(store.getState().debate, { texts: true })))
    await userEvent.click(await screen.findByRole('button', { name: 'Replace this map' }))
    expect(store.getState().notices.at(-1)?.action).toBeUndefined()
    expect(store.getState().undoName).toBe('reword claim')
  })

  it('reads what is pasted', async () => {
    opening()
    await userEvent.click(dialog().getByRole('textbox', { name: 'Or paste a map here' }))
    await userEvent.paste(writeMap(other, { texts: true }))
    await userEvent.click(dialog().getByRole('button', { name: 'Read what is pasted' }))
    expect(await screen.findByRole('dialog', { name: 'Open a map: Another debate' })).toBeTruthy()
  })

  it('refuses a file with the reason, and changes nothing', async () => {
    const { store } = opening()
    const before = store.getState().debate
    await choose(fileOf('{"format":"debate-map","version":7}'))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('This map could not be opened.')
    expect(alert.textContent).toContain('version 7')
    expect(alert.textContent).toMatch(/Nothing was changed\.$/)
    expect(store.getState().debate).toBe(before)
  })

  it('turns a file that is too large away unread', async () => {
    opening()
    const large = fileOf('')
    Object.defineProperty(large, 'size', { value: 65 * 2 ** 20 })
    large.arrayBuffer = () => Promise.reject(new Error('It was read.'))
    await choose(large)
    expect((await screen.findByRole('alert')).textContent).toContain('too large')
  })

  it('says why a new map could not be made', async () => {
    opening(() => Promise.reject(new Error('The storage is full.')))
    await choose(fileOf(writeMap(other, { texts: true })))
    await userEvent.click(await screen.findByRole('button', { name: 'Open as a new map' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The storage is full.')
  })
})
