import type { Change } from './change'
import {
  type About,
  type Debate,
  emptyDebate,
  type RecordKind,
  type Records,
  recordKinds,
} from './debate'
import { fitReasons, fitSource, fitStatement, type Shelf, shelfOf } from './fit'
import { homelessOf, withHomeless } from './homeless'
import { sameValue } from './sameValue'
import type { Id } from './schema'

/**
 * The valid debate that a merged one means, the same for every reader.
 *
 * Two tabs can each make a fine edit and together leave a link without its end. What cannot stand is hidden: relations
 * and stances that lost an end, undercuts in a circle, places of nothing. It is only hidden, so it returns when its
 * end does. No words of a person go: annotations without a target become homeless (`homelessOf`), quotes whose source
 * is gone are set aside in their statement (`lostQuotesOf`).
 *
 * Pure; repairing twice changes nothing more; the order of the records does not matter.
 */
export function repair(debate: Debate): Debate {
  const live = liveRepair()
  live.apply(
    recordKinds.flatMap((kind) =>
      [...debate[kind]].map(([id, record]) => ({ kind, id, record }) as Change),
    ),
    debate.about,
  )
  return live.debate()
}

/** A repaired debate that follows its records one by one, and always equals `repair` of them all. */
export interface LiveRepair {
  /** A new object after every change, over maps that live on. */
  debate(): Debate
  /** Takes in what changed underneath, and gives what changed in the repaired debate. */
  apply(changes: readonly Change[], about?: About): Change[]
  /** The records as they are underneath, hidden ones among them. */
  held: Omit<Debate, 'about'>
}

/**
 * Starts a live repair with nothing in it.
 *
 * It knows what hangs on what, so a change costs the records it touches and those that hang on them. Only a change of
 * the sources looks at everything.
 */
export function liveRepair(): LiveRepair {
  const held = emptyTables()
  const shown = emptyTables()
  const hanging = new Map<Id, Set<Key>>()
  let about: About = emptyDebate.about
  let debate: Debate = { about, ...shown }
  let shelf: Shelf = shelfOf(held.sources)

  function apply(changes: readonly Change[], newAbout?: About): Change[] {
    const all = newAbout ? [...changes, ...cameHomeless(newAbout, held)] : changes
    const touched = all.map(keyOf)
    const sourcesChanged = all.some(({ kind }) => kind === 'sources')
    const before: Before = new Map()

    const loose = all.filter(hold).map(keyOf)
    if (sourcesChanged) shelf = shelfOf(held.sources)
    const fallen = fall(loose, before)
    rise([...touched, ...fallen], before)
    if (sourcesChanged) rise(allKeys(held), before)

    about = newAbout ?? about
    const isNote = (key: Key) => key.startsWith('annotations ')
    const notesMayDiffer = newAbout || touched.some(isNote) || [...before.keys()].some(isNote)
    debate = { about: notesMayDiffer ? aboutShown() : debate.about, ...shown }
    return changesSince(before)
  }

  /** Takes a record in underneath. Tells whether it has to find its hold anew: it is gone, or refers to others now. */
  function hold({ kind, id, record }: Change): boolean {
    const table = held[kind] as Table
    const was = table.get(id)
    const key = keyOf({ kind, id })
    for (const target of targetsOf(kind, id, was)) hanging.get(target)?.delete(key)
    if (record === null) table.delete(id)
    else table.set(id, record)
    for (const target of targetsOf(kind, id, record)) {
      const those = hanging.get(target)
      if (those) those.add(key)
      else hanging.set(target, new Set([key]))
    }
    return record === null || !sameHold(kind, was, record)
  }

  /**
   * Lets fall what came loose and what loses its hold with it. Gives all that was looked at.
   *
   * What came loose falls even where it could hang on: an undercut that was bent into a circle would otherwise be held
   * up by what it holds.
   */
  function fall(loose: readonly Key[], before: Before): Key[] {
    const keys = [...loose]
    // The list grows while it is walked.
    for (const [at, key] of keys.entries()) {
      const { kind, id } = nameOf(key)
      if (!shown[kind].has(id) || (at >= loose.length && stands(kind, id))) continue
      put(kind, id, undefined, before)
      keys.push(...(hanging.get(id) ?? []))
    }
    return keys
  }

  /** Shows what can stand, and then what can stand with it. */
  function rise(keys: Key[], before: Before): void {
    for (const key of keys) {
      const { kind, id } = nameOf(key)
      if (!stands(kind, id)) continue
      const wasShown = shown[kind].has(id)
      put(kind, id, trim(kind, id), before)
      if (!wasShown) keys.push(...(hanging.get(id) ?? []))
    }
  }

  function put(kind: RecordKind, id: Id, record: AnyRecord | undefined, before: Before): void {
    const table = shown[kind] as Table
    const key = keyOf({ kind, id })
    if (!before.has(key)) before.set(key, table.get(id))
    const was = before.get(key)
    // A trimmed record is made anew each time; it only counts as another when it says something else.
    const isTrimmed = record !== held[kind].get(id)
    if (record === undefined) table.delete(id)
    else table.set(id, was && isTrimmed && sameValue(was, record) ? was : record)
  }

  function changesSince(before: Before): Change[] {
    return [...before].flatMap(([key, was]) => {
      const { kind, id } = nameOf(key)
      const record = shown[kind].get(id)
      return record === was ? [] : [{ kind, id, record: record ?? null } as Change]
    })
  }

  function stands(kind: RecordKind, id: Id): boolean {
    const record = held[kind].get(id)
    if (record === undefined) return false
    if (kind === 'places') return shown.statements.has(id) || shown.positions.has(id)
    if (kind === 'annotations') {
      const { target } = record as Records['annotations']
      return annotated.some((place) => shown[place].has(target))
    }
    if (kind === 'stances') {
      const { statement, position } = record as Records['stances']
      return shown.statements.has(statement) && shown.positions.has(position)
    }
    if (kind !== 'relations') return true
    const { from, to, kind: does } = record as Records['relations']
    const hasTarget = does === 'undercuts' ? shown.relations.has(to) : shown.statements.has(to)
    return hasTarget && shown.statements.has(from) && from !== to
  }

  function trim(kind: RecordKind, id: Id): AnyRecord | undefined {
    const record = held[kind].get(id)
    if (kind === 'sources') return fitSource(record as Records['sources'], shelf)
    if (kind === 'statements') return fitStatement(record as Records['statements'], shelf)
    if (kind === 'relations') return fitReasons(record as Records['relations'], shelf)
    if (kind === 'stances') return fitReasons(record as Records['stances'], shelf)
    return record
  }

  function aboutShown(): About {
    const homeless = [...held.annotations.values()].filter(({ id }) => !shown.annotations.has(id))
    const next = withHomeless(about, homeless)
    return sameValue(next, debate.about) ? debate.about : next
  }

  return { debate: () => debate, apply, held }
}

type AnyRecord = Records[RecordKind]
type Tables = { [Kind in RecordKind]: Map<Id, Records[Kind]> }
type Table = Map<Id, AnyRecord>

/** A record by kind and id, in one string. */
type Key = string
/** The records that were put since a change began, as they were shown before it. */
type Before = Map<Key, AnyRecord | undefined>

const keyOf = ({ kind, id }: { kind: RecordKind; id: Id }): Key => `${kind} ${id}`

function nameOf(key: Key): { kind: RecordKind; id: Id } {
  const end = key.indexOf(' ')
  return { kind: key.slice(0, end) as RecordKind, id: key.slice(end + 1) }
}

const allKeys = (tables: Tables): Key[] =>
  recordKinds.flatMap((kind) => Array.from(tables[kind].keys(), (id) => keyOf({ kind, id })))

const emptyTables = (): Tables => ({
  sources: new Map(),
  positions: new Map(),
  statements: new Map(),
  relations: new Map(),
  stances: new Map(),
  annotations: new Map(),
  verdicts: new Map(),
  places: new Map(),
})

const annotated = ['statements', 'positions', 'relations', 'stances'] as const

/** Homeless annotations are annotations like others: they may find their target again. */
function cameHomeless(about: About, held: Tables): Change[] {
  return homelessOf(about)
    .filter(({ id }) => !held.annotations.has(id))
    .map((record) => ({ kind: 'annotations', id: record.id, record }))
}

/** The ids without which a record cannot stand. */
function targetsOf(kind: RecordKind, id: Id, record: AnyRecord | null | undefined): Id[] {
  if (!record) return []
  if (kind === 'places') return [id]
  if (kind === 'annotations') return [(record as Records['annotations']).target]
  if (kind === 'relations') {
    const { from, to } = record as Records['relations']
    return [from, to]
  }
  if (kind !== 'stances') return []
  const { statement, position } = record as Records['stances']
  return [statement, position]
}

/** Tells whether a record hangs where it hung before. Undercuts hang on relations, the others on statements. */
function sameHold(kind: RecordKind, was: AnyRecord | undefined, is: AnyRecord): boolean {
  if (was === undefined) return false
  const undercuts = (one: AnyRecord) =>
    kind === 'relations' && (one as Records['relations']).kind === 'undercuts'
  return (
    undercuts(was) === undercuts(is) && sameValue(targetsOf(kind, '', was), targetsOf(kind, '', is))
  )
}
