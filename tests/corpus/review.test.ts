import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import positions from '../../corpus/positions.json'
import sources from '../../corpus/sources.json'
import { readReview, replay } from '../../src/exchange/review'
import { debateOf } from '../../src/model/debateMap'
import { problemIn } from '../../src/model/invariants'
import { Codebook, KnownSource } from '../../src/parse/codebook'
import { parse } from '../../src/parse/index'

const inputs = readdirSync('corpus')
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({ name, text: readFileSync(`corpus/${name}`, 'utf8') }))
const known = z.array(KnownSource).parse(sources)
const parsed = debateOf(parse(inputs, { codebook: Codebook.parse(positions), known }).map)

describe('the review of the corpus', () => {
  const read = readReview(readFileSync('corpus/review.json', 'utf8'))
  if (!read.ok) throw new Error(read.problem)
  const { debate, unfit } = replay(parsed, read.review)

  it('fits what the parser reads today', () => expect(unfit).toEqual([]))

  it('leaves a valid debate', () => expect(problemIn(debate)).toBeNull())

  it('keeps every verdict, and says of each record it is about that it was checked', () => {
    expect(debate.verdicts.size).toBe(read.review.verdicts.length)
    for (const { operation, by } of debate.verdicts.values()) {
      if (operation.do !== 'confirm') continue
      const record = debate[operation.what].get(operation.id)
      // What was checked may have fallen with something that was rejected later.
      if (record) expect(record.reviewed?.by).toBe(by)
    }
  })

  it('is an editor’s, not the parser’s: what it puts right says who made it so', () => {
    for (const link of debate.relations.values()) {
      expect(['parser', 'editor']).toContain(link.madeBy)
      if (link.reviewed?.was) expect(link.madeBy).toBe('editor')
    }
  })
})
