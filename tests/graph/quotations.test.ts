import { describe, expect, it } from 'vitest'
import { misquotationInWords } from '../../src/graph/differenceWords'
import { compareQuotation, misquotationAt } from '../../src/graph/quotations'
import type { Passage, Reason } from '../../src/model/debate'
import { misquoted, railway } from '../support/misquoted'

const quotation = railway.passages[1] as Passage
const [reason] = quotation.because as [Reason]
const changes: Reason = { rule: 'changes words', from: reason.from, to: reason.to }

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
    expect(found?.quoted.map(({ text }) => text).join('')).toMatch(/^Snow often/)
    expect(compareQuotation(new Map(), quoted, said)).toBeNull()
  })
})
