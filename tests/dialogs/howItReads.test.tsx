import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { HowItReadsDialog } from '../../src/dialogs/HowItReadsDialog'
import { parts, stages } from '../../src/dialogs/stages'
import { Inspector } from '../../src/inspector/Inspector'
import type { Debate, Relation } from '../../src/model/debate'
import { figures, figureWords } from '../../src/parse/figures'
import { type RuleName, ruleGroups, rules } from '../../src/parse/rules'
import { useDebate } from '../../src/store'
import { sampleDebate } from '../support/debate'
import { renderWith, storeOf } from '../support/store'

/** The page, where the store asks for it. */
function Asked() {
  const dialog = useDebate((state) => state.dialog)
  const showDialog = useDebate((state) => state.showDialog)
  if (dialog?.kind !== 'howItReads') return null
  return <HowItReadsDialog wish={dialog} onClose={() => showDialog(null)} />
}

function showing(at?: string) {
  const store = storeOf(sampleDebate)
  store.getState().showDialog({ kind: 'howItReads', ...(at !== undefined && { at }) })
  renderWith(store, <Asked />)
  return store
}
const page = () => within(screen.getByRole('dialog', { name: 'How it reads' }))
/** The rows of its tables, each as the words of its head and of its cells. */
const rows = () =>
  [...screen.getByRole('dialog').querySelectorAll('tbody tr')].map((row) => {
    const [head = '', ...cells] = [...row.children].map((cell) => cell.textContent ?? '')
    return { row, head, cells }
  })
const rowOf = (rule: string) => {
  const found = rows().find(({ head }) => head.toLowerCase().startsWith(rule.toLowerCase()))
  if (!found) throw new Error(`No row explains ${rule}`)
  return found
}

describe('the page that explains the reading', () => {
  it('tells of seven stages, under a heading each', () => {
    showing()
    const titles = page()
      .getAllByRole('heading', { level: 3 })
      .map((one) => one.textContent)
    expect(titles.slice(2)).toEqual(stages.map(({ title }, at) => `${at + 1}. ${title}`))
    expect(stages).toHaveLength(7)
  })

  it('explains every rule once, with how often it is right', () => {
    showing()
    const explained = rows()
    for (const [name, { says, right }] of Object.entries(rules)) {
      const here = explained.filter(
        ({ head }) => head.toLowerCase() === `${name}${says}`.toLowerCase(),
      )
      expect(here.map(({ cells }) => cells[0])).toEqual([right.toFixed(2)])
    }
  })

  it('tells what a rule did on the marked texts, and where it was not met', () => {
    showing()
    const [link] = figures.rules.filter(
      ({ rule, of }) => rule === 'quoted reply' && of === 'relation',
    )
    expect(rowOf('Quoted reply').cells[1]).toContain(`${link?.right} of ${link?.fired} links`)
    const met = new Set(figures.rules.map(({ rule }) => rule))
    const [unmet] = Object.keys(rules).filter((rule) => !met.has(rule))
    if (unmet) expect(rowOf(unmet).cells[1]).toBe('not met')
  })

  it('tells the figures that were taken down', () => {
    showing()
    for (const [key, { name, says }] of Object.entries(figureWords))
      expect(rowOf(name + says).cells).toContain(figures.figures[key]?.toFixed(2))
  })

  it('opens at the rule that was asked for, and says which it is', () => {
    showing('quoted reply')
    expect(document.activeElement?.textContent).toMatch(/^Quoted reply/)
    expect(rowOf('Quoted reply').row.getAttribute('aria-current')).toBe('true')
  })

  it('goes to a part by its contents', async () => {
    const store = showing()
    const contents = within(page().getByRole('navigation', { name: 'On this page' }))
    await userEvent.click(contents.getByRole('button', { name: 'Links' }))
    expect(document.activeElement?.textContent).toBe('6. Links')
    expect(store.getState().dialog).toEqual({ kind: 'howItReads', at: 'stage-6' })
  })

  it('shows its beginning where the address names a rule that is gone', () => {
    showing('a rule of another version')
    expect(page().getByRole('heading', { name: 'How well it reads' })).toBeTruthy()
  })

  it('names no part as a rule is named', () => {
    for (const { id } of [...parts, ...stages]) expect(Object.keys(rules)).not.toContain(id)
    const shown = stages.flatMap(({ groups }) => groups.map(({ of }) => of))
    expect(shown).toEqual(Object.keys(ruleGroups))
  })
})

describe('where a person meets a guess', () => {
  const guess = (rule: string): Debate => ({
    ...sampleDebate,
    relations: new Map(sampleDebate.relations).set('r-goal', {
      ...(sampleDebate.relations.get('r-goal') as Relation),
      confidence: rules['quoted reply' satisfies RuleName].right,
      because: [{ rule, from: null, to: null }],
    }),
  })
  function inspecting(rule: string) {
    const store = storeOf(guess(rule))
    store.getState().select({ kind: 'relation', id: 'r-goal' })
    renderWith(store, <Inspector onClose={() => {}} />)
    return store
  }
  const why = () => within(screen.getByRole('region', { name: 'Why is this here' }))

  it('its rule leads to where the rule is explained', async () => {
    const store = inspecting('quoted reply')
    await userEvent.click(why().getByRole('button', { name: 'Quoted reply' }))
    expect(store.getState().dialog).toEqual({ kind: 'howItReads', at: 'quoted reply' })
  })

  it('the number beside it leads there too', async () => {
    const store = inspecting('quoted reply')
    await userEvent.click(screen.getByRole('button', { name: /^Read by the parser, 0\.8/ }))
    expect(store.getState().dialog).toEqual({ kind: 'howItReads', at: 'quoted reply' })
  })

  it('a rule of another program leads nowhere, and its number to what numbers say', async () => {
    const store = inspecting('tea leaves')
    expect(why().queryByRole('button', { name: 'Tea leaves' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^Read by the parser, 0\.8/ }))
    expect(store.getState().dialog).toEqual({ kind: 'howItReads', at: 'how-sure' })
  })
})

describe('a statement that rests on a quotation', () => {
  it('says why its words are taken for one', async () => {
    const [, thread] = [...sampleDebate.sources.values()]
    if (!thread) throw new Error('The sample has two texts')
    const [first, ...more] = thread.passages
    if (!first) throw new Error('The thread has passages')
    const because = [{ rule: 'announced', from: null, to: null }]
    const passages = [{ ...first, role: 'quotation' as const, because }, ...more]
    const sources = new Map(sampleDebate.sources).set(thread.id, { ...thread, passages })
    const store = storeOf({ ...sampleDebate, sources })
    store.getState().select({ kind: 'statement', id: 'not-given' })
    renderWith(store, <Inspector onClose={() => {}} />)
    const why = within(screen.getByRole('region', { name: 'Why is this here' }))
    expect(why.getByText(/, its words are a quotation/)).toBeTruthy()
    await userEvent.click(why.getByRole('button', { name: 'Announced' }))
    expect(store.getState().dialog).toEqual({ kind: 'howItReads', at: 'announced' })
  })
})

describe('the turn of a statement', () => {
  it('says why it begins there', async () => {
    const [post, thread] = [...sampleDebate.sources.values()]
    if (!post || !thread) throw new Error('The sample has two texts')
    const because = [{ rule: 'opening words', from: null, to: null }]
    const turns = thread.turns.map((turn) => ({ ...turn, because }))
    const sources = new Map(sampleDebate.sources).set(thread.id, { ...thread, turns })
    const store = storeOf({ ...sampleDebate, sources })
    store.getState().select({ kind: 'statement', id: 'not-given' })
    renderWith(store, <Inspector onClose={() => {}} />)
    const why = within(screen.getByRole('region', { name: 'Why is this here' }))
    await userEvent.click(why.getByRole('button', { name: 'Opening words' }))
    expect(why.getByText(/, where turn 1 begins/)).toBeTruthy()
    expect(store.getState().dialog).toEqual({ kind: 'howItReads', at: 'opening words' })
  })
})
