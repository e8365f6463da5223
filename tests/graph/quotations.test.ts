import { describe, expect, it } from 'vitest'
import { misquotationInWords } from '../../src/graph/differenceWords'
import { compareQuotation, misquotationAt } from '../../src/graph/quotations'
import type { Passage, Reason, Source } from '../../src/model/debate'
import { quote, source } from '../support/debate'
import { misquoted, railway } from '../support/misquoted'

const quotation = railway.passages[1] as Passage
const [reason] = quotation.because as [Reason]
const changes: Reason = { rule: 'changes words', from: reason.from, to: reason.to }

const span = (of: Source, words: string) => {
  const { start, end } = quote(of, words)
  return { source: of.id, start, end }
}

describe('a quotation held against the words it takes', () => {
  it('says how many words it changes, where the parser says that it does', () => {
    const told = { ...quotation, because: [reason, changes] }
    const difference = misquotationAt(misquoted.sources, railway, told)
    expect(difference && misquotationInWords(difference)).toBe('quotes with 1 word changed')
  })

  it('says nothing of a quotation that the parser takes for true, or of other passages', () => {
    const speech = { ...quotation, because: [reason, changes], role: 'speech' as const }
    expect(misquotationAt(misquoted.sources, railway, quotation)).toBeNull()
    expect(misquotationAt(misquoted.sources, railway, speech)).toBeNull()
  })

  it('takes no notice of the signs that open its lines', () => {
    const { said, quoted } = { said: reason.to, quoted: reason.from }
    if (!said || !quoted) throw new Error('The quotation tells where it is from.')
    const found = compareQuotation(misquoted.sources, quoted, said)
    expect(found?.difference.quoted.map(({ text }) => text).join('')).toMatch(/^Snow often/)
    expect(compareQuotation(new Map(), quoted, said)).toBeNull()
  })

  it('takes in what the quotation has of the same passage before the words asked for', () => {
    const list = source(
      '008',
      '1) Ice bends the rails. Nobody clears it.\n\n> 1) Ice bends the rails.',
    )
    const [said, quoted] = [
      span(list, 'Ice bends the rails.'),
      span(list, '> 1) Ice bends the rails.'),
    ]
    const found = compareQuotation(new Map([['008', list]]), quoted, said)
    expect(found?.said).toEqual({ source: '008', start: 0, end: 23 })
    expect(found?.difference.counts).toEqual({ kept: 5, changed: 0, leftOut: 0, added: 0 })
  })
})
