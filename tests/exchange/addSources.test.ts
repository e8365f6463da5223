import { describe, expect, it } from 'vitest'
import { openDesk } from '../../src/exchange/addSources'
import { joinSlices, slicesOf } from '../../src/exchange/slices'
import { applyStep } from '../../src/model/change'
import type { Debate } from '../../src/model/debate'
import { debateOf } from '../../src/model/debateMap'
import * as edits from '../../src/model/edits'
import { problemIn } from '../../src/model/invariants'
import { parse } from '../../src/parse/index'
import { codebook, known } from '../eval/gold'
import { annotation, sampleDebate } from '../support/debate'

const at = '2026-11-21T10:00:00Z'
const snow = [
  'Snow stops trains because the points freeze. Heating the points would keep most lines open.',
  'I disagree. Heated points fail as soon as the power goes, and in a storm the power goes first.',
  'A plough cannot run while signals are dark, so the line stays shut whatever the points do.',
].join('\n\n')
const grown = `${snow}\n\nI think the signals could run on batteries, because they need little power.`
const bridges = [
  'Old bridges should be kept, because a new bridge takes ten years to build.',
  'I disagree. An old bridge costs more each year than a new bridge would.',
  'But a new bridge is never built in the same place, so the old bridge keeps its village alive.',
].join('\n\n')

const mine = debateOf(parse([{ name: 'snow.txt', text: snow }], { codebook }).map)
const deskBeside = (debate: Debate) => openDesk(debate, { known, at })
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a text that comes in', () => {
  it('is told before anything changes, and comes in by one step', () => {
    const desk = deskBeside(mine)
    const { texts, refused } = desk.read([{ name: 'bridges.txt', content: bytes(bridges) }])
    expect(refused).toEqual([])
    expect(texts).toMatchObject([
      { name: 'bridges.txt', resembles: null, again: null, report: { title: 'bridges' } },
    ])
    expect(texts[0]?.report.statements).toBeGreaterThan(1)
    expect(texts[0]?.begins[0]?.pieces.join('')).toBe(
      'Old bridges should be kept, because a new bridge takes ten years to build.',
    )
    const step = desk.take([{ title: 'Keep old bridges', url: 'https://a.example/b' }], [])
    expect(step.name).toBe('add “Keep old bridges”')
    const after = applyStep(mine, step)
    expect(after.sources.get('bridges')).toMatchObject({
      title: 'Keep old bridges',
      url: 'https://a.example/b',
      text: bridges,
      readAt: at,
    })
    expect(problemIn(after)).toBeNull()
    for (const [id, statement] of mine.statements) expect(after.statements.get(id)).toBe(statement)
  })

  it('gets an id of its own where another text has that already', () => {
    const desk = deskBeside(mine)
    const { texts } = desk.read([
      { name: 'snow.md', content: bridges },
      { name: 'snow_2.txt', content: 'Gardens need rain. Rain makes gardens grow, I think.' },
    ])
    expect(texts.map(({ report }) => report.source)).toEqual(['snow-2', 'snow-3'])
  })

  it('gets another id than a position that has its name', () => {
    const [position] = codebook.positions
    if (!position) throw new RangeError('The codebook is empty')
    const debate = { ...mine, positions: new Map([[position.id, position]]) }
    const desk = deskBeside(debate)
    const { texts } = desk.read([{ name: `${position.id}.txt`, content: bridges }])
    expect(texts[0]?.report.source).toBe(`${position.id}-2`)
    expect(problemIn(applyStep(debate, desk.take([], [])))).toBeNull()
  })

  it('is named by its first words where it was pasted', () => {
    const { texts } = deskBeside(mine).read([{ name: 'pasted.txt', content: bridges }])
    expect(texts[0]?.report.title).toBe(
      'Old bridges should be kept, because a new bridge takes ten years to…',
    )
  })

  it('brings the positions it argues about, where a person wants them', () => {
    const [post, answer] = [
      'Old bridges should be kept on every road in the hills.',
      'I disagree, old bridges do not pay on the roads in the hills.',
    ]
    const long = [
      ...[post, 'The inn by the river has a fine clock.', '2 comments, sorted by'],
      ...[`> ${post}`, answer],
      ...[`> ${answer}`, 'I don’t think so, the old bridges in the next valley paid at once.'],
    ].join('\n\n')
    const desk = deskBeside(mine)
    const { proposals } = desk.read([{ name: 'road.txt', content: long }])
    const [first] = proposals
    if (!first) throw new RangeError('Nothing is proposed for a text about bridges')
    const after = applyStep(mine, desk.take([], [first.position.id]))
    expect(after.positions.get(first.position.id)).toMatchObject({ proposed: true })
    // The text and the position are both about roads, and both want that name.
    expect(problemIn(after)).toBeNull()
    const stances = [...after.stances.values()]
    expect(stances.some(({ position }) => position === first.position.id)).toBe(true)
    expect(applyStep(mine, desk.take([], [])).positions.size).toBe(mine.positions.size)
  })
})

describe('a map of an older app, whose positions came without terms', () => {
  it('is read with the terms that the same positions have by now', () => {
    const goals = codebook.positions.find(({ id }) => id === 'long-term-goals')
    if (!goals) throw new RangeError('The codebook has no position on long-term goals')
    const { terms: _, for: __, against: ___, usually: ____, ...bare } = goals
    const older = { ...mine, positions: new Map([[bare.id, bare]]) }
    const text = 'Long-term goals are unlikely to come out of gradient descent.'
    const touched = (positions: typeof codebook.positions) =>
      openDesk(older, { known: [], at, positions }).read([{ name: 'new.txt', content: text }])
        .texts[0]?.bears.positions
    expect(touched([])).toBe(0)
    expect(touched(codebook.positions)).toBe(1)
  })
})

describe('a text that cannot be read', () => {
  it.each([
    ['is binary', new Uint8Array([80, 0, 1, 2, 0]), /binary/],
    ['is empty', new Uint8Array(), /empty/],
    ['holds nothing but white space', bytes(' \n\t\n'), /empty/],
    ['is not UTF-8', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x41]), /UTF-8/],
    [
      'is a debate map',
      bytes('{"format": "debate-map", "version": 1}'),
      /^bad\.dat is a debate map\. “Open a map file”/,
    ],
  ])('%s: a sentence says so, and the others are still read', (_, content, sentence) => {
    const desk = deskBeside(mine)
    const { texts, refused } = desk.read([
      { name: 'bad.dat', content },
      { name: 'bridges.txt', content: bytes(bridges) },
    ])
    expect(refused).toEqual([{ name: 'bad.dat', problem: expect.stringMatching(sentence) }])
    expect(texts.map(({ name }) => name)).toEqual(['bridges.txt'])
    expect(applyStep(mine, desk.take([], [])).sources.has('bridges')).toBe(true)
  })

  it('changes nothing where all are refused', () => {
    const desk = deskBeside(mine)
    expect(desk.read([{ name: 'none.txt', content: '' }]).texts).toEqual([])
    expect(desk.take([], []).changes).toEqual([])
  })
})

describe('a thread that is there already', () => {
  it('is recognised when it has grown, and read again', () => {
    const [first] = mine.statements.values()
    if (!first) throw new RangeError('The thread has no statement')
    const noted = applyStep(mine, edits.putAnnotation(mine, annotation('n', first.id, 'Is it?')))
    const desk = deskBeside(noted)
    const { texts } = desk.read([{ name: 'download.txt', content: bytes(grown) }])
    expect(texts[0]?.resembles).toMatchObject({ source: 'snow', share: 1, isSame: false })
    expect(texts[0]?.again).toMatchObject({ gone: 0, yours: 1 })
    expect(texts[0]?.again?.added).toBeGreaterThan(0)
    const step = desk.take([], [])
    expect(step.name).toBe('read “snow” again')
    const after = applyStep(noted, step)
    expect([...after.sources.keys()]).toEqual(['snow'])
    expect(after.annotations.get('n')?.target).toBe(first.id)
  })

  it('comes in as another text where a person says so', () => {
    const desk = deskBeside(mine)
    desk.read([{ name: 'download.txt', content: bytes(grown) }])
    const { texts } = desk.decide([{ again: null }])
    expect(texts[0]?.again).toBeNull()
    expect([...applyStep(mine, desk.take([{ again: null }], [])).sources.keys()]).toEqual([
      'snow',
      'download',
    ])
  })

  it('is the same, and changes nothing', () => {
    const desk = deskBeside(mine)
    const { texts } = desk.read([{ name: 'again.txt', content: bytes(snow) }])
    expect(texts[0]?.resembles?.isSame).toBe(true)
    expect(desk.take([], []).changes).toEqual([])
  })

  it('leaves out what a person leaves out', () => {
    const desk = deskBeside(mine)
    desk.read([
      { name: 'bridges.txt', content: bytes(bridges) },
      { name: 'download.txt', content: bytes(grown) },
    ])
    const choices = [{ isOut: true }, {}]
    expect(desk.decide(choices).texts.map(({ name }) => name)).toEqual(['download.txt'])
    expect([...applyStep(mine, desk.take(choices, [])).sources.keys()]).toEqual(['snow'])
  })
})

describe('changes in slices', () => {
  it('are the same once they are put together', () => {
    const text = Array.from({ length: 700 }, (_, n) => `Paragraph ${n} says so.`).join('\n\n')
    const debate = debateOf(parse([{ name: 'long.txt', text }], { codebook }).map)
    const changes = [...debate.sources].map(([id, record]) => ({
      kind: 'sources' as const,
      id,
      record,
    }))
    const more = [...sampleDebate.statements].map(([id, record]) => ({
      kind: 'statements' as const,
      id,
      record,
    }))
    const joined = joinSlices()
    const slices = [...slicesOf([...changes, ...more])]
    for (const slice of slices) joined.add(structuredClone(slice))
    expect(joined.changes).toEqual([...changes, ...more])
    expect(slices.length).toBeGreaterThan(2)
  })
})
