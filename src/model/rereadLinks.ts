import type { Position, Relation, Stance } from './debate'
import type { Ground, Rereading } from './rereadGround'
import { freshly, isOwn, type MergedStatements } from './rereadStatements'
import { sameValue } from './sameValue'
import type { Id } from './schema'

/** The links of a merge. A person's word on two ends stands before whatever the parser says of them. */
export function mergeRelations(
  { mine, base, fresh }: Rereading,
  ground: Ground,
  statements: MergedStatements,
): Map<Id, Relation> {
  const byEnds = new Map(Array.from(mine.relations.values(), (one) => [endsOf(one), one]))
  const judged = new Set([...mine.relations.values()].filter(isOwn).map(pairOf))
  const rejected = rejectedEnds(mine)
  const was = translated(
    base.relations.values(),
    statements.ofBase,
    (link) => byEnds.get(endsOf(link))?.id ?? link.id,
  )
  const read = translated(fresh.relations.values(), statements.ofFresh, (link) => {
    const present = byEnds.get(endsOf(link))
    if (present) return present.id
    // Taken away by a person, or told otherwise.
    const isOut = rejected.has(endsOf(link)) || judged.has(pairOf(link))
    if (was.has(endsOf(link)) || isOut) return undefined
    return ground.take(link.id)
  })

  const isBeyond = (end: Id) => mine.statements.has(end) && !statements.isRead(end)
  const isAgain = (id: Id) => isReadAgain(mine.statements.get(id), ground)
  const all = new Map<Id, Relation>()
  for (const relation of mine.relations.values()) {
    const { id, from, to } = relation
    const before = was.get(endsOf(relation))
    const now = read.get(endsOf(relation))
    const stays = () =>
      statements.isHeld(id) || isBeyond(from) || isBeyond(to) || (!before && !isAgain(from))
    if (isOwn(relation)) all.set(id, relation)
    else if (now) all.set(id, followed(relation, before, now, isAgain(from), ground))
    else if (stays()) all.set(id, relation)
  }
  for (const link of read.values())
    if (!all.has(link.id)) all.set(link.id, freshly(link, link.id, ground))

  return withEnds(all, statements)
}

/** The sides of a merge, by statement and position. */
export function mergeStances(
  { mine, base, fresh }: Rereading,
  ground: Ground,
  statements: MergedStatements,
  positions: ReadonlyMap<Id, Position>,
): Map<Id, Stance> {
  const noted = new Set(Array.from(mine.annotations.values(), ({ target }) => target))
  const placeOf = ({ statement, position }: Stance) => `${statement}\n${position}`
  const inTerms = (stances: Iterable<Stance>, idOf: (id: Id) => Id | undefined) =>
    new Map(
      [...stances].flatMap((stance) => {
        const statement = idOf(stance.statement)
        if (!statement || !positions.has(stance.position)) return []
        const one = { ...stance, statement }
        return [[placeOf(one), one] as const]
      }),
    )
  const was = inTerms(base.stances.values(), statements.ofBase)
  const read = inTerms(fresh.stances.values(), statements.ofFresh)

  const rejected = new Set(
    [...mine.verdicts.values()].flatMap(({ fell }) => fell?.stances.map(placeOf) ?? []),
  )

  const all = new Map<Id, Stance>()
  const told = new Set<string>()
  for (const stance of mine.stances.values()) {
    const place = placeOf(stance)
    told.add(place)
    const [before, now] = [was.get(place), read.get(place)]
    const isAgain = isReadAgain(mine.statements.get(stance.statement), ground)
    const stays = () =>
      noted.has(stance.id) || !statements.isRead(stance.statement) || (!before && !isAgain)
    if (isOwn(stance)) all.set(stance.id, stance)
    else if (now) all.set(stance.id, followed(stance, before, now, isAgain, ground))
    else if (stays()) all.set(stance.id, stance)
  }
  for (const [place, stance] of read) {
    if (told.has(place) || was.has(place) || rejected.has(place)) continue
    const id = ground.take(stance.id)
    all.set(id, freshly(stance, id, ground))
  }
  for (const [id, { statement }] of all) if (!statements.all.has(statement)) all.delete(id)
  return all
}

/** What nobody touched: as the fresh reading has it, unless that is what the parser said all along. */
function followed<R extends Relation | Stance>(
  record: R,
  was: R | undefined,
  read: R,
  isAgain: boolean,
  ground: Ground,
): R {
  if (!isAgain && was && sameValue({ ...was, id: '' }, { ...read, id: '' })) return record
  return freshly(read, record.id, ground)
}

const isReadAgain = (statement: { quotes: { source: Id }[] } | undefined, ground: Ground) =>
  statement?.quotes.some(({ source }) => ground.again.has(source)) === true

/** The links that a review has taken out, and those it has made others of, as they were. */
function rejectedEnds({ verdicts }: Rereading['mine']): ReadonlySet<string> {
  const ends = new Set<string>()
  for (const { operation, fell } of verdicts.values()) {
    for (const link of fell?.relations ?? []) ends.add(endsOf(link))
    if (operation.do === 'link' || operation.do === 'flip' || operation.do === 'target')
      ends.add(endsOf(operation.saw))
  }
  return ends
}

type Ends = Pick<Relation, 'from' | 'to' | 'kind'>

const pairOf = ({ from, to }: Ends): string => `${from}\n${to}`
const endsOf = (link: Ends): string => `${link.kind}\n${pairOf(link)}`

/**
 * The links of a reading by their ends, told in the ids of the merge. Links of what is not there are left out, and so
 * are those between statements that a person has merged into one.
 *
 * `idOf` gives the id of a link whose ends are so told. An undercut waits until the link it denies has one.
 */
function translated(
  relations: Iterable<Relation>,
  ofStatement: (id: Id) => Id | undefined,
  idOf: (link: Relation) => Id | undefined,
): Map<string, Relation> {
  const byEnds = new Map<string, Relation>()
  const ids = new Map<Id, Id>()
  let waiting = [...relations]
  while (waiting.length > 0) {
    const later: Relation[] = []
    for (const relation of waiting) {
      const from = ofStatement(relation.from)
      const to = relation.kind === 'undercuts' ? ids.get(relation.to) : ofStatement(relation.to)
      if (from && to && from !== to) {
        const id = idOf({ ...relation, from, to })
        if (id === undefined) continue
        const link = { ...relation, id, from, to }
        ids.set(relation.id, id)
        byEnds.set(endsOf(link), link)
      } else if (from && relation.kind === 'undercuts') later.push(relation)
    }
    if (later.length === waiting.length) break
    waiting = later
  }
  return byEnds
}

/** The links that have both their ends, and so on for the undercuts of links. */
function withEnds(all: Map<Id, Relation>, { all: statements }: MergedStatements) {
  for (let before = -1; before !== all.size; ) {
    before = all.size
    for (const [id, { from, to, kind }] of all)
      if (!statements.has(from) || !(kind === 'undercuts' ? all : statements).has(to))
        all.delete(id)
  }
  return all
}
