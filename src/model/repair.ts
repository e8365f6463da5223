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

type Tables = { [Kind in RecordKind]: Map<Id, Records[Kind]> }
type Table = Map<Id, Records[RecordKind]>

/**
 * Starts a live repair with nothing in it.
 *
 * Rewording a record looks at that record alone. Only a change of what refers to what looks at all links again,
 * and only a change of the sources at everything.
 */
export function liveRepair(): LiveRepair {
  const held = emptyTables()
  const shown = emptyTables()
  let about: About = emptyDebate.about
  let debate: Debate = { about, ...shown }
  let shelf: Shelf = shelfOf(held.sources)
  let standing: ReadonlySet<Id> = new Set()

  function apply(changes: readonly Change[], newAbout?: About): Change[] {
    const all = newAbout ? [...changes, ...cameHomeless(newAbout, held)] : changes
    const touched = holdAll(all, held)
    const sourcesChanged = touched.ids.sources.size > 0
    if (sourcesChanged) shelf = shelfOf(held.sources)
    if (touched.linksChanged) standing = standingRelations(held)

    const shownChanges: Change[] = []
    for (const kind of recordKinds) {
      const isLink = kind !== 'sources' && kind !== 'positions' && kind !== 'statements'
      const lookAtAll = sourcesChanged || (touched.linksChanged && isLink)
      const ids = lookAtAll ? [...held[kind].keys(), ...touched.ids[kind]] : touched.ids[kind]
      for (const id of ids) {
        const change = look(kind, id, sourcesChanged || touched.ids[kind].has(id))
        if (change) shownChanges.push(change)
      }
    }

    about = newAbout ?? about
    const homelessMayDiffer = newAbout || touched.linksChanged || touched.ids.annotations.size > 0
    debate = { about: homelessMayDiffer ? withHomelessShown() : debate.about, ...shown }
    return shownChanges
  }

  /** Shows a record as it should be, or hides it. Gives the change, or null where nothing changed. */
  function look(kind: RecordKind, id: Id, mayDiffer: boolean): Change | null {
    const table = shown[kind] as Table
    const before = table.get(id)
    const record = held[kind].get(id)
    if (record === undefined || !stands(kind, id)) {
      return table.delete(id) ? ({ kind, id, record: null } as Change) : null
    }
    if (before !== undefined && !mayDiffer) return null

    const after = trim(kind, record)
    // A trimmed record is made anew each time; it only counts as another when it says something else.
    if (before === after || (after !== record && sameValue(before, after))) return null
    table.set(id, after)
    return { kind, id, record: after } as Change
  }

  function stands(kind: RecordKind, id: Id): boolean {
    if (kind === 'relations') return standing.has(id)
    if (kind === 'places') return shown.statements.has(id) || shown.positions.has(id)
    if (kind === 'stances') {
      const stance = held.stances.get(id)
      return (
        stance !== undefined &&
        shown.statements.has(stance.statement) &&
        shown.positions.has(stance.position)
      )
    }
    if (kind === 'annotations') {
      const target = held.annotations.get(id)?.target ?? ''
      return annotated.some((place) => shown[place].has(target))
    }
    return true
  }

  function trim(kind: RecordKind, record: Records[RecordKind]): Records[RecordKind] {
    if (kind === 'sources') return fitSource(record as Records['sources'], shelf)
    if (kind === 'statements') return fitStatement(record as Records['statements'], shelf)
    if (kind === 'relations') return fitReasons(record as Records['relations'], shelf)
    if (kind === 'stances') return fitReasons(record as Records['stances'], shelf)
    return record
  }

  function withHomelessShown(): About {
    const homeless = [...held.annotations.values()].filter(({ id }) => !shown.annotations.has(id))
    const next = withHomeless(about, homeless)
    return sameValue(next, debate.about) ? debate.about : next
  }

  return { debate: () => debate, apply, held }
}

const annotated = ['statements', 'positions', 'relations', 'stances'] as const

const emptyTables = (): Tables => ({
  sources: new Map(),
  positions: new Map(),
  statements: new Map(),
  relations: new Map(),
  stances: new Map(),
  annotations: new Map(),
  places: new Map(),
})

/** Homeless annotations are annotations like others: they may find their target again. */
function cameHomeless(about: About, held: Tables): Change[] {
  return homelessOf(about)
    .filter(({ id }) => !held.annotations.has(id))
    .map((record) => ({ kind: 'annotations', id: record.id, record }))
}

/** Writes changes into the tables. Tells which ids they touch, and whether anything refers to anything else now. */
function holdAll(changes: readonly Change[], held: Tables) {
  const ids = Object.fromEntries(recordKinds.map((kind) => [kind, new Set<Id>()])) as {
    [Kind in RecordKind]: Set<Id>
  }
  let linksChanged = false
  for (const { kind, id, record } of changes) {
    const table = held[kind] as Table
    linksChanged ||= refersAnew(kind, table.get(id), record ?? undefined)
    if (record === null) table.delete(id)
    else table.set(id, record)
    ids[kind].add(id)
  }
  return { ids, linksChanged }
}

/** Tells whether a change of this record can make others stand or fall. */
function refersAnew(
  kind: RecordKind,
  before: Records[RecordKind] | undefined,
  after: Records[RecordKind] | undefined,
): boolean {
  if (kind === 'sources' || kind === 'annotations' || kind === 'places') return false
  if (before === undefined || after === undefined) return before !== after
  if (kind === 'stances') {
    const [was, is] = [before, after] as Records['stances'][]
    return was?.statement !== is?.statement || was?.position !== is?.position
  }
  if (kind !== 'relations') return false
  const [was, is] = [before, after] as Records['relations'][]
  return was?.from !== is?.from || was?.to !== is?.to || was?.kind !== is?.kind
}

/**
 * The relations that can be shown: both ends are there, and differ.
 *
 * An undercut hangs on the relation it points at, so it is followed down. A chain that runs in a circle never comes to
 * the ground, and neither does what hangs on it.
 *
 * ```text
 * u2 ──▶ u1 ──▶ (a ──▶ b)    u3 ──▶ u4 ──▶ u3
 * stands stands  stands      falls, falls
 * ```
 */
function standingRelations({ relations, statements }: Tables): ReadonlySet<Id> {
  const stands = new Map<Id, boolean>()
  for (const first of relations.values()) {
    const chain: Records['relations'][] = []
    let next: Records['relations'] | undefined = first
    while (next !== undefined && !stands.has(next.id)) {
      stands.set(next.id, false)
      chain.push(next)
      next = next.kind === 'undercuts' ? relations.get(next.to) : undefined
    }
    let ground = next !== undefined && stands.get(next.id) === true
    for (const relation of chain.reverse()) {
      const isStatement = statements.has(relation.to) && relation.to !== relation.from
      ground =
        (relation.kind === 'undercuts' ? ground : isStatement) && statements.has(relation.from)
      stands.set(relation.id, ground)
    }
  }
  return new Set([...stands].filter(([, does]) => does).map(([id]) => id))
}
