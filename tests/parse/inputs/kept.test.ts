import { describe, expect, it } from 'vitest'
import type { Source } from '../../../src/model/debate'
import { parse } from '../../../src/parse/index'
import { toldOf } from '../../../src/parse/inputs/kept'
import { codebook } from '../../eval/gold'
import { forumMagnumJson, hackerNewsTree, redditJson, snow } from '../../support/threads'

const read = (text: string) => parse([{ name: 'snow.json', text }], { codebook }).map

describe.each([
  ['LessWrong-like JSON', forumMagnumJson(snow)],
  ['Hacker News', hackerNewsTree(snow)],
  ['Reddit', redditJson(snow)],
])('a thread that came as %s', (_, json) => {
  const first = read(json)
  const source = first.sources[0] as Source

  it('is read the same again from what the map keeps of it', () => {
    const told = toldOf(source)
    const input = { name: 'snow', id: 'snow', text: source.text ?? '', ...(told && { told }) }
    const { map } = parse([input], { codebook })
    const [again] = map.sources
    const facts = ({ turns, passages }: Source) => ({
      turns: turns.map(({ because: _, ...turn }) => turn),
      passages: passages.map(({ start, end, role, turn }) => ({ start, end, role, turn })),
    })
    expect(facts(again as Source)).toEqual(facts(source))
    expect(map.statements.map(({ id, kind }) => [id, kind])).toEqual(
      first.statements.map(({ id, kind }) => [id, kind]),
    )
  })
})

it('asks a plain text itself', () => {
  const [source] = read('Snow stops trains because the points freeze.').sources
  expect(source && toldOf(source)).toBeUndefined()
})
