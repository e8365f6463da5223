import { describe, expect, it } from 'vitest'
import { ruleGroups, rules } from '../../src/parse/rules'

describe('the rules', () => {
  const grouped = Object.values(ruleGroups).flat()

  it('stand in one group each, so that each is explained in one place', () => {
    expect(new Set(grouped).size).toBe(grouped.length)
    expect([...grouped].sort()).toEqual(Object.keys(rules).sort())
  })

  it.each(Object.entries(rules))('%s says in a sentence what it sees', (_, { says, right }) => {
    expect(says).toMatch(/^[A-Z“].*[.?]$/)
    expect(right).toBeGreaterThan(0)
    expect(right).toBeLessThan(1)
  })
})
