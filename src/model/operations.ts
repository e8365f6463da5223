import type { Change } from './change'
import type {
  Debate,
  Judged,
  Operation,
  Relation,
  Review,
  SawRelation,
  SawStance,
  SawStatement,
  Side,
  Stance,
  Statement,
  Verdict,
  Was,
} from './debate'
import {
  deleteRelation,
  deleteStatement,
  linkProblem,
  newRelation,
  newStance,
  removeAnnotationsOn,
} from './edits'
import { idsIn } from './idsIn'
import { misfitOf } from './misfits'
import { sameValue } from './sameValue'
import type { Id, Moment } from './schema'
import { mergeChanges, splitChanges } from './splitAndMerge'
import { type Applied, fallenIn } from './verdicts'
import { kindWords, relationNouns } from './words'

/** Whose word an operation is, and under which id it is kept. */
export interface Word {
  id: Id
  by: string
  at: Moment
  /** Who has made what the operation makes or changes. */
  as: 'person' | 'editor'
}

/** An operation before it is said what it was decided upon. */
export type Judgement = Operation extends infer One
  ? One extends Operation
    ? Omit<One, 'saw'>
    : never
  : never

/**
 * The step of a review operation: what it changes, and the verdict that remembers it.
 *
 * An operation that no longer fits changes nothing: what it is about is gone, says something else than it was decided
 * upon, or is so already. The problem says which, as a sentence for a person.
 */
export function applyOperation(debate: Debate, operation: Operation, word: Word): Applied {
  const misfit = misfitOf(debate, operation) ?? takenProblem(debate, operation, word.id)
  if (misfit) return { ok: false, problem: misfit }
  const made = make(debate, operation, word)
  if (typeof made === 'string') return { ok: false, problem: made }

  const { id, by, at } = word
  const fell = fallenIn(debate, made.changes)
  const verdict: Verdict = { id, by, at, operation, ...(fell && { fell }) }
  return {
    ok: true,
    step: {
      name: made.name,
      changes: [...made.changes, { kind: 'verdicts', id, record: verdict }],
    },
  }
}

/** An operation with what it is decided upon, which is what the debate says now. Throws where a record is missing. */
export function decidedOn(debate: Debate, judgement: Judgement): Operation {
  const statement = (id: Id): SawStatement => sawStatement(known(debate.statements, id))
  const relation = (id: Id): SawRelation => sawRelation(known(debate.relations, id))
  switch (judgement.do) {
    case 'confirm':
    case 'reject':
      return { ...judgement, saw: sawOf(debate, judgement.what, judgement.id) }
    case 'kind':
    case 'headline':
    case 'position':
    case 'split':
      return { ...judgement, saw: statement(judgement.statement) }
    case 'side':
      return { ...judgement, saw: sawStance(known(debate.stances, judgement.stance)) }
    case 'link':
    case 'flip':
    case 'target':
      return { ...judgement, saw: relation(judgement.relation) }
    case 'connect': {
      const { from, to, kind } = judgement
      const far = kind === 'undercuts' ? relation(to) : statement(to)
      return { ...judgement, saw: { from: statement(from), to: far } }
    }
    case 'merge':
      return {
        ...judgement,
        saw: { statement: statement(judgement.statement), into: statement(judgement.into) },
      }
  }
}

/** Whether a record is a reading, or was one before somebody corrected it: what is done about it is a verdict. */
export const isReading = ({
  madeBy,
  reviewed,
}: Pick<Statement | Relation | Stance, 'madeBy' | 'reviewed'>): boolean =>
  madeBy !== 'person' || reviewed !== null

const sawOf = (debate: Debate, what: Judged, id: Id) =>
  what === 'statements'
    ? sawStatement(known(debate.statements, id))
    : what === 'relations'
      ? sawRelation(known(debate.relations, id))
      : sawStance(known(debate.stances, id))

const sawStatement = ({ kind, text, quotes }: Statement): SawStatement => ({
  kind,
  text,
  exact: quotes.map(({ exact }) => exact),
})
const sawRelation = ({ from, to, kind }: Relation): SawRelation => ({ from, to, kind })
const sawStance = ({ statement, position, stance }: Stance): SawStance => ({
  statement,
  position,
  side: stance,
})

/** New records need ids of their own. */
function takenProblem(debate: Debate, operation: Operation, verdict: Id): string | null {
  const wanted = [verdict]
  if (operation.do === 'position' || operation.do === 'connect') wanted.push(operation.id)
  if (operation.do === 'split') wanted.push(...operation.into.slice(1).map(({ id }) => id))
  const taken = wanted.length === 1 ? debate.verdicts : idsIn(debate)
  const clash = wanted.find((id, at) => taken.has(id) || wanted.indexOf(id) !== at)
  return clash === undefined ? null : `The id ${clash} is in use already.`
}

/** What an operation changes, and the name of that; or why it cannot be done. */
type Made = { name: string; changes: Change[] } | string

function make(debate: Debate, operation: Operation, word: Word): Made {
  switch (operation.do) {
    case 'confirm':
      return confirm(debate, operation.what, operation.id, word)
    case 'reject':
      return reject(debate, operation.what, operation.id)
    case 'kind': {
      const statement = known(debate.statements, operation.statement)
      const { kind } = operation
      if (statement.kind === kind) return `It is a ${kind} already.`
      const record = { ...statement, kind }
      return {
        name: `change ${statement.kind} to ${kind}`,
        changes: [put('statements', corrected(statement, record, word))],
      }
    }
    case 'headline': {
      const statement = known(debate.statements, operation.statement)
      const text = operation.text.trim()
      if (text === '' || text === statement.text) return 'The headline says so already.'
      const record = { ...statement, text }
      return {
        name: `reword ${statement.kind}`,
        changes: [put('statements', corrected(statement, record, word))],
      }
    }
    case 'side':
      return changeSide(debate, operation.stance, operation.side, word)
    case 'position':
      return takePosition(debate, operation, word)
    case 'link':
    case 'flip':
    case 'target':
      return changeLink(debate, operation, word)
    case 'connect': {
      const { id, from, to, kind } = operation
      const link = { ...newRelation(id, from, to, kind), madeBy: word.as }
      return (
        linkProblem(debate, link) ?? {
          name: `link as ${relationNouns[kind]}`,
          changes: [put('relations', link)],
        }
      )
    }
    case 'split':
      return split(debate, operation, word)
    case 'merge': {
      const statement = known(debate.statements, operation.statement)
      const into = known(debate.statements, operation.into)
      if (statement.id === into.id) return 'A statement cannot be merged into itself.'
      const merged = mergeChanges(debate, statement, into)
      return {
        name: `merge ${statement.kind} into ${into.kind}`,
        changes: [...merged.changes, put('statements', corrected(into, merged.into, word))],
      }
    }
  }
}

function confirm(debate: Debate, what: Judged, id: Id, { by, at }: Word): Made {
  const record = known<Statement | Relation | Stance>(debate[what], id)
  if (record.reviewed) return `It has been checked already, by ${record.reviewed.by}.`
  const reviewed: Review = { by, at, verdict: 'confirmed' }
  return { name: `confirm ${nouns[what]}`, changes: [put(what, { ...record, reviewed })] }
}

function reject(debate: Debate, what: Judged, id: Id): Made {
  if (what === 'statements')
    return {
      name: `reject ${known(debate.statements, id).kind}`,
      changes: [...deleteStatement(debate, id).changes],
    }
  if (what === 'relations')
    return { name: 'reject link', changes: [...deleteRelation(debate, id).changes] }
  return {
    name: 'reject side',
    changes: [{ kind: 'stances', id, record: null }, ...removeAnnotationsOn(debate, new Set([id]))],
  }
}

function changeSide(debate: Debate, id: Id, side: Side, word: Word): Made {
  const stance = known(debate.stances, id)
  if (stance.stance === side) return `It takes this side already.`
  const title = debate.positions.get(stance.position)?.title ?? stance.position
  const record: Stance = { ...stance, stance: side, madeBy: word.as, confidence: null }
  return {
    name: side === 'neutral' ? `leave open on ${title}` : `take the ${side} side on ${title}`,
    changes: [put('stances', corrected(stance, record, word))],
  }
}

function takePosition(
  debate: Debate,
  { id, statement, position, side }: Operation & { do: 'position' },
  word: Word,
): Made {
  const title = debate.positions.get(position)?.title
  if (title === undefined) return `The position ${position} is not in the map.`
  for (const one of debate.stances.values())
    if (one.statement === statement && one.position === position)
      return `It is on ${title} already.`
  const stance: Stance = { ...newStance(id, statement, position, side), madeBy: word.as }
  return { name: `put on ${title}`, changes: [put('stances', stance)] }
}

function changeLink(
  debate: Debate,
  operation: Operation & { do: 'link' | 'flip' | 'target' },
  word: Word,
): Made {
  const link = known(debate.relations, operation.relation)
  const theirs: Relation = { ...link, madeBy: word.as, confidence: null }
  const done = (name: string, record: Relation): Made =>
    linkProblem(debate, record) ?? {
      name,
      changes: [put('relations', corrected(link, record, word))],
    }
  if (operation.do === 'link') {
    const { kind } = operation
    if (link.kind === kind) return 'The link does this already.'
    return done(`change link to ${relationNouns[kind]}`, { ...theirs, kind })
  }
  if (operation.do === 'flip') {
    if (link.kind === 'undercuts') return 'An undercut cannot be turned round: it goes to a link.'
    const because = link.because.map((one) => ({ ...one, from: one.to, to: one.from }))
    return done('turn link round', { ...theirs, from: link.to, to: link.from, because })
  }
  if (link.to === operation.to) return 'The link goes there already.'
  // The words that the rule saw at the far end are not those of the new one.
  const because = link.because.map((one) => ({ ...one, to: null }))
  return done('change target of link', { ...theirs, to: operation.to, because })
}

function split(debate: Debate, { statement: id, into }: Operation & { do: 'split' }, word: Word) {
  const statement = known(debate.statements, id)
  const pieces = splitChanges(debate, statement, into, word.as)
  if (typeof pieces === 'string') return pieces
  return {
    name: `split ${kindWords[statement.kind].toLowerCase()}`,
    changes: [put('statements', corrected(statement, pieces.first, word)), ...pieces.changes],
  }
}

const nouns = { statements: 'statement', relations: 'link', stances: 'side' } as const

const fields = ['kind', 'text', 'quotes', 'from', 'to', 'stance', 'confidence'] as const

/** The corrected record, which says who corrected it and how it was before anybody did. */
function corrected<R extends Statement | Relation | Stance>(was: R, is: R, { by, at }: Word): R {
  const { was: first, ...review } = was.reviewed ?? {}
  const before: Record<string, unknown> = { ...was, ...first }
  const now: Record<string, unknown> = is
  const changed = fields.filter(
    (field) => before[field] !== undefined && !sameValue(before[field], now[field]),
  )
  const told = Object.fromEntries(changed.map((field) => [field, before[field]])) as Was
  const reviewed: Review = {
    ...review,
    by,
    at,
    verdict: 'confirmed',
    ...(changed.length > 0 && { was: told }),
  }
  return { ...is, reviewed }
}

const put = (kind: Judged, record: Statement | Relation | Stance) =>
  ({ kind, id: record.id, record }) as Change

function known<R>(records: ReadonlyMap<Id, R>, id: Id): R {
  const record = records.get(id)
  if (!record) throw new RangeError(`The debate has no record ${id}`)
  return record
}
