import fc from 'fast-check'
import type { Debate, Reason, Relation, Source, Stance, Statement } from '../../src/model/debate'
import type { Id } from '../../src/model/schema'
import { debateWith, position, source } from './debate'

// Random debates that keep every rule, with ids and words that have made programs stumble.

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '“Quoted” — it’s 𝒳',
    'a\r\nb',
    '</script><img src=x>',
    '=1+1',
    '\u200b',
    '__proto__',
  ),
)
const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0))
const coordinate = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const madeBy = fc.constantFrom('parser' as const, 'editor' as const, 'person' as const)
const reviewed = fc.option(fc.record({ by: words, at: moment, verdict: fc.constant('confirmed') }))

/** Fields of another program. `__proto__` is no field that is kept. */
const foreign = fc.dictionary(
  fc.oneof(
    fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'then', 'toJSON', '10', 'Zusatz'),
    fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1 }),
  ),
  fc.oneof(fc.integer(), words, fc.constant(null), fc.array(fc.boolean(), { maxLength: 2 })),
  { maxKeys: 2 },
)

const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n\n'))

const nat = fc.nat({ max: 1000 })
/** A link as three numbers: what it goes from and to, among what there is, and of which kind. */
const link = fc.record({
  from: nat,
  to: nat,
  kind: nat,
  madeBy,
  confidence: share,
  reviewed,
  foreign,
})

const ingredients = fc.record({
  title: words,
  createdAt: fc.option(moment),
  updatedAt: fc.option(moment),
  extra: foreign,
  ids: fc.shuffledSubarray(['__proto__', 'constructor', 'toString', '10', '9', '0', ' ', 'é', '𝒳']),
  texts: fc.array(text, { maxLength: 3 }),
  positions: fc.array(fc.record({ title: words, theme: fc.option(words), foreign }), {
    maxLength: 4,
  }),
  statements: fc.array(
    fc.record({
      text: words,
      kind: nat,
      quotes: fc.array(fc.tuple(nat, nat, nat), { maxLength: 2 }),
      madeBy,
      confidence: share,
      credence: share,
      reviewed,
      foreign,
    }),
    { maxLength: 8 },
  ),
  links: fc.array(link, { maxLength: 8 }),
  sides: fc.array(link, { maxLength: 6 }),
  annotations: fc.array(
    fc.record({
      target: nat,
      body: words,
      author: words,
      tags: fc.array(words, { maxLength: 2 }),
      createdAt: moment,
      updatedAt: moment,
      foreign,
    }),
    { maxLength: 4 },
  ),
  places: fc.array(fc.tuple(nat, coordinate, coordinate), { maxLength: 3 }),
})
type Ingredients = typeof ingredients extends fc.Arbitrary<infer T> ? T : never

/** Any debate that keeps the rules. */
export const anyDebate: fc.Arbitrary<Debate> = ingredients.map(build)

/** Turns numbers into references to what is there. */
function build(parts: Ingredients): Debate {
  const strange = [...parts.ids]
  const newId = (name: string): Id => strange.shift() ?? name

  const sources = parts.texts.map((words, at) => source(`00${at}`, words))
  const positions = parts.positions.map(({ title, theme, foreign }, at) => ({
    ...foreign,
    ...position(newId(`p${at}`), title, theme),
  }))
  const statements = parts.statements.map(
    ({ foreign, quotes, kind, ...rest }, at): Statement => ({
      ...foreign,
      ...rest,
      id: newId(`s${at}`),
      kind: pick(['claim', 'rebuttal', 'question', 'concession', 'clarification'] as const, kind),
      quotes: sources.length === 0 ? [] : quotes.map((numbers) => quoteAt(sources, numbers)),
    }),
  )
  const relations: Relation[] = []
  for (const [at, { foreign, from, to, kind, ...rest }] of parts.links.entries()) {
    const relation = linkOf(statements, relations, from, to, kind)
    const because = reasons(sources, from, to)
    if (relation) relations.push({ ...foreign, ...rest, id: newId(`r${at}`), ...relation, because })
  }
  const stances = parts.sides.flatMap(({ foreign, from, to, kind, ...rest }, at): Stance[] => {
    if (statements.length === 0 || positions.length === 0) return []
    const ends = { statement: pick(statements, from).id, position: pick(positions, to).id }
    const stance = pick(['for', 'against', 'neutral'] as const, kind)
    return [
      {
        ...foreign,
        ...rest,
        id: newId(`t${at}`),
        ...ends,
        stance,
        because: reasons(sources, to, from),
      },
    ]
  })
  const targets = [...statements, ...positions, ...relations, ...stances]
  const placed = [...statements, ...positions]
  const debate = debateWith({
    title: parts.title,
    sources,
    positions,
    statements,
    relations,
    stances,
    annotations: parts.annotations.flatMap(({ foreign, target, ...rest }, at) =>
      targets.length === 0
        ? []
        : [{ ...foreign, ...rest, id: newId(`a${at}`), target: pick(targets, target).id }],
    ),
    places:
      placed.length === 0 ? [] : parts.places.map(([at, x, y]) => [pick(placed, at).id, { x, y }]),
  })
  const { title, createdAt, updatedAt, extra } = parts
  return { ...debate, about: { title, createdAt, updatedAt, extra } }
}

/** A link between two of the statements, or an undercut of a link that is there already: so never in a circle. */
function linkOf(
  statements: Statement[],
  relations: Relation[],
  from: number,
  to: number,
  kind: number,
) {
  if (statements.length === 0) return null
  const start = pick(statements, from).id
  if (kind % 3 === 0 && relations.length > 0) {
    return { from: start, to: pick(relations, to).id, kind: 'undercuts' as const }
  }
  const end = pick(statements, to).id
  const plain = pick(['supports', 'rebuts', 'concedes', 'clarifies', 'answers'] as const, kind)
  return start === end ? null : { from: start, to: end, kind: plain }
}

function quoteAt(sources: Source[], [which, one, other]: [number, number, number]) {
  const from = pick(sources, which)
  const [start, end] = spanOf(from, one, other)
  const exact = (from.text ?? '').slice(start, end)
  return { source: from.id, start, end, exact, prefix: '', suffix: '' }
}

function reasons(sources: Source[], one: number, other: number): Reason[] {
  if (sources.length === 0) return []
  const from = pick(sources, one)
  const [start, end] = spanOf(from, one, other)
  return [{ rule: 'quoted reply', from: { source: from.id, start, end }, to: null }]
}

/** A span that cuts no character in two. */
function spanOf({ text = '' }: Source, one: number, other: number): [number, number] {
  const places = [0]
  for (const character of text) places.push((places.at(-1) ?? 0) + character.length)
  const [start, end] = [pick(places, one), pick(places, other)]
  return start < end ? [start, end] : [end, start]
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T
