import type { Change } from './change'
import type { Debate, MadeBy, Piece, Quote, Reason, Relation, Source, Statement } from './debate'
import { found, relationsThatFallWith } from './edits'
import { compare } from './homeless'
import { aroundQuote, quoteAt } from './quotes'
import { sameValue } from './sameValue'
import type { Id, Span } from './schema'

/** What a split makes: the statement as its first piece, and what changes beside it. */
export interface Split {
  first: Statement
  changes: Change[]
}

/**
 * Splits a statement into pieces of its first quote; or says why it cannot, as a sentence for a person.
 *
 * The first piece goes on as the statement. Links and sides go to the piece whose words made them, else they stay with
 * the first; notes, the place and further quotes stay with it too.
 */
export function splitChanges(
  debate: Debate,
  statement: Statement,
  pieces: readonly Piece[],
  madeBy: MadeBy,
): Split | string {
  const [quote, ...further] = statement.quotes
  if (!quote) return 'It rests on no words, so there is nothing to split.'
  const problem = pieceProblem(statement.id, quote, pieces)
  if (problem) return problem

  const source = debate.sources.get(quote.source)
  const cut = pieces.map((piece) => ({ ...piece, quote: pieceOf(quote, piece, source) }))
  const [head, ...rest] = cut as [(typeof cut)[number], ...typeof cut]
  const ownerOf = (spans: readonly (Reason['from'] | undefined)[]): Id => {
    for (const span of spans) {
      const owner = span?.source === quote.source && cut.find((one) => holds(one.quote, span.start))
      if (owner) return owner.id
    }
    return statement.id
  }
  const relations = [...debate.relations.values()].flatMap((link): Change[] => {
    const from =
      link.from === statement.id ? ownerOf(link.because.map((one) => one.from)) : link.from
    const to = link.to === statement.id ? ownerOf(link.because.map((one) => one.to)) : link.to
    if (from === link.from && to === link.to) return []
    return [{ kind: 'relations', id: link.id, record: { ...link, from, to } }]
  })
  const stances = [...debate.stances.values()].flatMap((stance): Change[] => {
    if (stance.statement !== statement.id) return []
    const owner = ownerOf(stance.because.map((one) => one.from))
    if (owner === statement.id) return []
    return [{ kind: 'stances', id: stance.id, record: { ...stance, statement: owner } }]
  })
  return {
    first: {
      ...statement,
      kind: head.kind,
      text: head.text,
      quotes: [head.quote, ...further],
      ...(statement.because && { because: within(statement.because, head.quote) }),
    },
    changes: [
      ...rest.map(({ id, kind, text, quote }): Change => {
        const own = { id, kind, text, quotes: [quote], madeBy }
        const record: Statement = { ...own, confidence: null, reviewed: null, credence: null }
        return { kind: 'statements', id, record }
      }),
      ...relations,
      ...stances,
    ],
  }
}

function pieceProblem(id: Id, { exact }: Quote, pieces: readonly Piece[]): string | null {
  if (pieces.length < 2) return 'A statement is split into two pieces or more.'
  if (pieces[0]?.id !== id) return 'The first piece must go on as the statement itself.'
  let before = 0
  for (const { start, end, text } of pieces) {
    if (start < before || end <= start || end > exact.length)
      return 'The pieces must stand one after the other within the words of the statement.'
    if (exact.slice(start, end).trim() === '') return 'A piece must hold words.'
    if (text.trim() === '') return 'A piece needs a headline.'
    before = end
  }
  return null
}

const pieceOf = (quote: Quote, { start, end }: Span, source: Source | undefined): Quote => {
  const span = { start: quote.start + start, end: quote.start + end }
  return source?.text === undefined
    ? aroundQuote(quote, { start, end })
    : quoteAt(quote.source, source.text, span)
}

const holds = ({ start, end }: Span, offset: number) => start <= offset && offset < end

/** The reasons that rest on words of a quote; all of them where none does. */
function within(because: Reason[], quote: Quote): Reason[] {
  const own = because.filter(
    ({ from }) => from?.source === quote.source && holds(quote, from.start),
  )
  return own.length > 0 ? own : because
}

/** What a merge makes: the statement that stays, with the words of both, and what changes beside it. */
export interface Merge {
  into: Statement
  changes: Change[]
}

/**
 * Merges a statement into another, which takes over its quotes, links, sides and notes.
 *
 * A link between the two falls. A link or side that the other has already stays once, with the notes of both.
 */
export function mergeChanges(debate: Debate, statement: Statement, into: Statement): Merge {
  const { id } = found(debate, 'statements', statement.id)
  const links = mergedLinks(debate, id, into.id)
  const sides = mergedSides(debate, id, into.id)
  const heirs = new Map([[id, into.id], ...links.heirs, ...sides.heirs])
  const notes = [...debate.annotations.values()].flatMap((note): Change[] => {
    const target = heirs.get(note.target)
    return target ? [{ kind: 'annotations', id: note.id, record: { ...note, target } }] : []
  })
  const quotes = [
    ...into.quotes,
    ...statement.quotes.filter((quote) => !into.quotes.some((one) => sameValue(one, quote))),
  ]
  return {
    into: { ...into, quotes },
    changes: [
      { kind: 'statements', id, record: null },
      ...links.changes,
      ...sides.changes,
      ...notes,
      ...(debate.places.has(id) ? [{ kind: 'places', id, record: null } as const] : []),
    ],
  }
}

/** Changes, and the ids of what takes the place of the records they take away. */
interface Heirs {
  changes: Change[]
  heirs: Map<Id, Id>
}

function mergedLinks(debate: Debate, id: Id, into: Id): Heirs {
  const isBetween = ({ from, to }: Relation) =>
    (from === id && to === into) || (from === into && to === id)
  const heirs = new Map(relationsThatFallWith(debate, isBetween).map((link) => [link, into]))
  const endsOf = ({ from, kind, to }: Relation) => `${kind}\n${from}\n${to}`
  // In the order of ids, so that the same of two twins stays wherever it is done.
  const staying = [...debate.relations.values()]
    .filter((link) => !heirs.has(link.id))
    .sort((one, other) => compare(one.id, other.id))
  const isOf = ({ from, to }: Relation) => from === id || to === id
  const present = new Map(
    staying.filter((link) => !isOf(link)).map((link) => [endsOf(link), link.id]),
  )
  const twins = new Map<Id, Id>()
  const moved: Relation[] = []
  for (const link of staying.filter(isOf)) {
    const { from, to } = link
    const next = { ...link, from: from === id ? into : from, to: to === id ? into : to }
    const twin = present.get(endsOf(next))
    if (twin) twins.set(link.id, twin)
    else {
      present.set(endsOf(next), link.id)
      moved.push(next)
    }
  }
  // What denied a link that is there once now denies the one that stays.
  const byId = new Map(moved.map((link) => [link.id, link]))
  for (const link of staying) {
    const twin = link.kind === 'undercuts' ? twins.get(link.to) : undefined
    if (twin && !twins.has(link.id)) byId.set(link.id, { ...(byId.get(link.id) ?? link), to: twin })
  }
  for (const [gone, twin] of twins) heirs.set(gone, twin)
  return {
    heirs,
    changes: [
      ...[...heirs.keys()].map((gone): Change => ({ kind: 'relations', id: gone, record: null })),
      ...[...byId.values()].map((record): Change => ({ kind: 'relations', id: record.id, record })),
    ],
  }
}

function mergedSides(debate: Debate, id: Id, into: Id): Heirs {
  const present = new Map<Id, Id>()
  const stances = [...debate.stances.values()].sort((one, other) => compare(one.id, other.id))
  for (const stance of stances)
    if (stance.statement === into) present.set(stance.position, stance.id)
  const heirs = new Map<Id, Id>()
  const changes = stances.flatMap((stance): Change[] => {
    if (stance.statement !== id) return []
    const twin = present.get(stance.position)
    if (!twin) {
      present.set(stance.position, stance.id)
      return [{ kind: 'stances', id: stance.id, record: { ...stance, statement: into } }]
    }
    heirs.set(stance.id, twin)
    return [{ kind: 'stances', id: stance.id, record: null }]
  })
  return { changes, heirs }
}
