import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Dialogs } from '../../src/dialogs/Dialogs'
import type { FindRequest } from '../../src/dialogs/findAside'
import { Finder } from '../../src/dialogs/found'
import type { TermsRequest } from '../../src/dialogs/termsAside'
import { readTerms } from '../../src/exchange/readTerms'
import { Inspector } from '../../src/inspector/Inspector'
import type { Debate, Position } from '../../src/model/debate'
import type { Dialog } from '../../src/store/sessionSlice'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

/** The workers of the page, at work in its own thread. */
class NearWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  private finder: Finder | null = null
  private isOver = false

  postMessage(request: FindRequest | TermsRequest) {
    const reply = (data: unknown) =>
      queueMicrotask(() => this.isOver || act(() => this.onmessage?.({ data })))
    if (!('kind' in request))
      reply({ kind: 'read', read: readTerms(request.debate, { known: [], at: request.at }) })
    else if (request.kind === 'open') this.finder = new Finder(request.debate)
    else {
      const { asked, terms, shown } = request
      reply({ asked, found: this.finder?.find(terms, shown) })
    }
  }
  terminate() {
    this.isOver = true
  }
}
vi.stubGlobal('Worker', NearWorker)

const withPosition = (part: Partial<Position>, id = 'property-ordering'): Debate => ({
  ...sampleDebate,
  positions: new Map(sampleDebate.positions).set(id, {
    ...(sampleDebate.positions.get(id) as Position),
    ...part,
  }),
})

function showing(wish: Dialog, debate = sampleDebate) {
  sessionStorage.clear()
  const store = storeOf(debate)
  store.getState().showDialog(wish)
  renderWith(
    store,
    <Dialogs
      map="m1"
      library={{ maps: async () => [], remove: async () => null, problem: null }}
      readCorpus={async () => sampleDebate}
      readTexts={async () => []}
      onOpenAsNew={async () => {}}
      onOpenMap={async () => {}}
    />,
  )
  return store
}
const dialog = () => within(screen.getByRole('dialog'))
const field = (name: string | RegExp) => dialog().getByRole('textbox', { name })
const press = (name: string | RegExp) => userEvent.click(dialog().getByRole('button', { name }))
const edit = { kind: 'editPosition', position: 'property-ordering' } as const
const titles = (store: ReturnType<typeof storeOf>) =>
  [...store.getState().debate.positions.values()].map(({ title }) => title)

describe('the list of positions', () => {
  it('shows them under their themes, with how they stand', () => {
    showing({ kind: 'positions' })
    const theme = within(dialog().getByRole('region', { name: 'Do the properties line up?' }))
    expect(theme.getByRole('listitem').textContent).toContain('1 for, 1 against')
  })

  it('leads to the form of one, and back', async () => {
    const store = showing({ kind: 'positions' })
    await press('Edit Property ordering')
    expect((field('Title') as HTMLInputElement).value).toBe('Property ordering')
    await press('Cancel')
    expect(store.getState().dialog).toEqual({ kind: 'positions' })
  })

  it('marks a proposal with a word, and takes it on', async () => {
    const store = showing({ kind: 'positions' }, withPosition({ proposed: true }))
    expect(dialog().getByText('proposed')).toBeTruthy()
    await press('Keep Property ordering')
    expect(dialog().queryByText('proposed')).toBeNull()
    expect(store.getState().undoName).toBe('keep position Property ordering')
  })

  it('offers to read again only where terms have changed', () => {
    showing({ kind: 'positions' }, withPosition({ readWith: [] }))
    expect(dialog().getByText(/One position has terms that the texts were not read/)).toBeTruthy()
  })
})

describe('the form of a position', () => {
  it('writes it anew, as one step', async () => {
    const store = showing(edit)
    await userEvent.clear(field(/^Proposition/))
    await userEvent.type(field(/^Proposition/), 'They come in the wrong order.')
    await press('Save')
    expect(store.getState().debate.positions.get('property-ordering')?.proposition).toBe(
      'They come in the wrong order.',
    )
    expect(store.getState().undoName).toBe('change the proposition of Property ordering')
    expect(store.getState().dialog).toBeNull()
  })

  it('counts what a term finds, and marks where it stands', async () => {
    showing(edit)
    await userEvent.type(field(/^An?(other)? word or phrase/), 'gradient{Enter}')
    const row = dialog().getAllByRole('row')[1] as HTMLElement
    await within(row).findByRole('cell', { name: '1' })
    await dialog().findByText('All together: 1 statement, 2 passages.')
    expect(dialog().getAllByText('Gradients', { selector: 'mark' })).toHaveLength(2)
    await userEvent.click(within(row).getByRole('textbox', { name: 'Word or phrase 1' }))
    expect(await dialog().findByText('Where “gradient” stands')).toBeTruthy()
  })

  it('says so where words stand nowhere', async () => {
    showing(edit)
    await userEvent.type(field(/^An?(other)? word or phrase/), 'hedgehog{Enter}')
    expect(await dialog().findByText('These words stand nowhere in the texts.')).toBeTruthy()
  })

  it('keeps how telling a term is, in three levels', async () => {
    const store = showing(edit, withPosition({ terms: [{ words: 'order', weight: 1.2 }] }))
    const telling = dialog().getByRole('combobox', { name: 'How telling order is' })
    expect((telling as HTMLSelectElement).value).toBe('hints')
    await userEvent.selectOptions(telling, 'names it')
    await press('Save')
    const terms = () => store.getState().debate.positions.get('property-ordering')?.terms
    expect(terms()).toEqual([{ words: 'order', weight: 3 }])
  })

  it('takes a term away, with the focus where one writes the next', async () => {
    showing(edit, withPosition({ terms: [{ words: 'order', weight: 2 }] }))
    await press('Remove order')
    expect(dialog().queryByRole('table')).toBeNull()
    expect(document.activeElement).toBe(field(/^An?(other)? word or phrase/))
  })

  it('adds a position, which needs a title and a proposition', async () => {
    const store = showing({ kind: 'editPosition', position: null })
    await press('Add to this map')
    expect(dialog().getByText('A position needs a title.')).toBeTruthy()
    await userEvent.type(field('Title'), 'Early warning')
    await userEvent.type(field(/^Proposition/), 'There would be a warning.')
    await press('Add to this map')
    expect(titles(store)).toEqual(['Property ordering', 'Prior plausibility', 'Early warning'])
    expect(store.getState().selected?.kind).toBe('position')
  })

  it('says what goes with a position that is deleted, and offers it back', async () => {
    const store = showing(edit)
    expect(dialog().getByText(/^Deleting it takes 2 sides along\. The statements/)).toBeTruthy()
    await press('Delete this position')
    expect(titles(store)).toEqual(['Prior plausibility'])
    expect(store.getState().dialog).toBeNull()
    const [notice] = store.getState().notices
    expect(notice?.text).toBe('Deleted 1 position and 2 sides.')
    notice?.action?.run()
    expect(titles(store)).toEqual(['Property ordering', 'Prior plausibility'])
  })

  it('keeps what was written when it is closed by accident, and lets go of it when asked', async () => {
    const store = showing(edit)
    await userEvent.type(field('Title'), ' and more')
    await userEvent.keyboard('{Escape}')
    expect(store.getState().dialog).toBeNull()
    act(() => store.getState().showDialog(edit))
    expect((field('Title') as HTMLInputElement).value).toBe('Property ordering and more')
    await press('Discard')
    act(() => store.getState().showDialog(edit))
    expect((field('Title') as HTMLInputElement).value).toBe('Property ordering')
  })
})

describe('reading again with new terms', () => {
  it('shows what would change before anything does, and is one step', async () => {
    const store = showing(edit)
    await userEvent.type(field(/^An?(other)? word or phrase/), 'gradients{Enter}')
    await press('Save and read again…')
    await dialog().findByRole('button', { name: 'Take it' })
    expect(store.getState().undoName).toBe('change the terms of Property ordering')
    await press('Take it')
    expect(store.getState().undoName).toBe('read again with new terms')
    const { readWith } = store.getState().debate.positions.get('property-ordering') ?? {}
    expect(readWith).toBeUndefined()
  })

  it('is called off without a trace', async () => {
    const store = showing({ kind: 'readTerms' }, withPosition({ readWith: [] }))
    await press('Cancel')
    expect(store.getState().undoName).toBeNull()
    expect(store.getState().dialog).toBeNull()
  })
})

describe('a position in the inspector', () => {
  function inspecting(part: Partial<Position>) {
    const store = storeOf(withPosition(part))
    store.getState().select({ kind: 'position', id: 'property-ordering' })
    renderWith(store, <Inspector onClose={() => {}} />)
    return store
  }

  it('opens its form', async () => {
    const store = inspecting({})
    await userEvent.click(screen.getByRole('button', { name: 'Edit this position…' }))
    expect(store.getState().dialog).toEqual(edit)
  })

  it('says that it is a proposal until it is kept', async () => {
    const store = inspecting({ proposed: true })
    expect(screen.getByText('Proposed by the parser')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Keep this position' }))
    expect(screen.queryByText('Proposed by the parser')).toBeNull()
    store.getState().undo()
    expect(store.getState().debate.positions.get('property-ordering')?.proposed).toBe(true)
  })

  it('offers to read again where its terms have changed since', async () => {
    const store = inspecting({ readWith: [] })
    await userEvent.click(screen.getByRole('button', { name: 'Read again with these terms…' }))
    expect(store.getState().dialog).toEqual({ kind: 'readTerms' })
  })
})
