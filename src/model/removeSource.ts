import type { Step } from './change'
import { clip, titled } from './clip'
import type { Debate, RecordKind } from './debate'
import { supersededBy } from './earlier'
import { fitReasons, fitSource, shelfOf } from './fit'
import { replaceStep } from './replaceStep'
import type { Id } from './schema'

/** What goes when a text is removed, and the step that does it. */
export interface Removal {
  step: Step
  /** How many records of each kind go with it. */
  gone: Readonly<Record<RecordKind, number>>
}

/**
 * Removes a text with its earlier versions, and the statements that rest on nothing else, with their links, sides, notes
 * and places. Statements that a person wrote, or that quote another text too, stay without these quotes.
 */
export function removeSource(debate: Debate, id: Id): Removal {
  const removed = debate.sources.get(id)
  if (!removed) throw new RangeError(`The debate has no sources record ${id}`)
  const texts = new Set<Id>([id])
  for (const source of debate.sources.values())
    if (supersededBy(source) === id) texts.add(source.id)

  const sources = without(debate.sources, (one) => texts.has(one.id))
  const shelf = shelfOf(sources)
  const statements = new Map(
    [...debate.statements.values()].flatMap((statement) => {
      const quotes = statement.quotes.filter((quote) => !texts.has(quote.source))
      if (quotes.length === statement.quotes.length) return [[statement.id, statement] as const]
      const stays = quotes.length > 0 || statement.madeBy === 'person'
      return stays ? [[statement.id, { ...statement, quotes }] as const] : []
    }),
  )
  const relations = new Map(debate.relations)
  for (let before = -1; before !== relations.size; ) {
    before = relations.size
    for (const { id: link, from, to, kind } of relations.values())
      if (!statements.has(from) || !(kind === 'undercuts' ? relations : statements).has(to))
        relations.delete(link)
  }
  const stances = without(debate.stances, ({ statement }) => !statements.has(statement))
  const stands = (target: Id) =>
    [statements, debate.positions, relations, stances].some((records) => records.has(target))
  const after: Debate = {
    ...debate,
    sources: new Map(Array.from(sources, ([at, one]) => [at, fitSource(one, shelf)])),
    statements: new Map(Array.from(statements, ([at, one]) => [at, fitReasons(one, shelf)])),
    relations: new Map(Array.from(relations, ([at, one]) => [at, fitReasons(one, shelf)])),
    stances: new Map(Array.from(stances, ([at, one]) => [at, fitReasons(one, shelf)])),
    annotations: without(debate.annotations, ({ target }) => !stands(target)),
    places: new Map([...debate.places].filter(([at]) => stands(at))),
  }
  const fewer = (kind: RecordKind) => debate[kind].size - after[kind].size
  return {
    step: replaceStep(`remove ${titled(clip(removed.title, 48))}`, debate, after),
    gone: {
      sources: fewer('sources'),
      positions: 0,
      statements: fewer('statements'),
      relations: fewer('relations'),
      stances: fewer('stances'),
      annotations: fewer('annotations'),
      verdicts: 0,
      places: fewer('places'),
    },
  }
}

const without = <R>(records: ReadonlyMap<Id, R>, goes: (record: R) => boolean): Map<Id, R> =>
  new Map([...records].filter(([, record]) => !goes(record)))
