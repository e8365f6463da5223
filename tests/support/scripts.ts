import fc from 'fast-check'
import type { DebateDoc } from '../../src/document/debateDoc'
import type { Step } from '../../src/model/change'
import { type Debate, emptyDebate } from '../../src/model/debate'
import {
  addRelation,
  addStatement,
  changeRelationKind,
  changeStatementKind,
  confirmReading,
  deleteAnnotation,
  deleteRelation,
  deleteStatement,
  linkProblem,
  placeCards,
  putAnnotation,
  releaseCards,
  renameMap,
  rewordStatement,
  setStance,
} from '../../src/model/edits'
import { applyOperation, decidedOn, type Judgement } from '../../src/model/operations'
import { replaceStep } from '../../src/model/replaceStep'
import type { Id } from '../../src/model/schema'
import { rejectedIn, restoreRejected } from '../../src/model/verdicts'
import { annotation, sampleDebate } from './debate'

// Random scripts of what people do. A line is a few numbers; what they mean depends on the debate they meet.

export interface Line {
  what: number
  one: number
  other: number
  kind: number
  words: string
}

const nat = fc.nat({ max: 999 })
export const anyScript: fc.Arbitrary<Line[]> = fc.array(
  fc.record({
    what: nat,
    one: nat,
    other: nat,
    kind: nat,
    words: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((it) => it.trim() !== ''),
  }),
  { maxLength: 12 },
)

/** Does what the script says, undo and redo among it, and calls back after every line. */
export function playScript(doc: DebateDoc, script: readonly Line[], afterEach = () => {}): void {
  for (const line of script) {
    if (line.what % 20 === 18) doc.undo()
    else if (line.what % 20 === 19) doc.redo()
    else doc.edit(stepOf(doc.debate(), line))
    afterEach()
  }
}

/** Whether a line puts another debate in place of the one that is open. */
export const startsOver = ({ what }: Line): boolean => what % 21 === 20

/** The same script without undo and redo. */
export const onlyEdits = (script: readonly Line[]): Line[] =>
  script.filter(({ what }) => what % 20 < 18)

const nothing: Step = { name: 'nothing', changes: [] }

/** What a line does to this debate; nothing where it needs something that is not there. */
export function stepOf(debate: Debate, line: Line): Step {
  const { what, one, other, kind, words } = line
  const statements = [...debate.statements.keys()]
  const relations = [...debate.relations.keys()]
  const positions = [...debate.positions.keys()]
  const noted = [...statements, ...positions, ...relations, ...debate.stances.keys()]
  const at = '2026-11-20T10:00:00Z'

  const add = (): Step => {
    const position = pick(positions, other)
    const side = pick(sides, kind)
    return addStatement(debate, {
      id: newId(),
      kind: pick(statementKinds, kind),
      text: words,
      ...(position && side && { stance: { id: newId(), position, side } }),
    })
  }
  const link = (): Step => {
    const relation = pick(relationKinds, kind)
    const [from, to] = [pick(statements, one), pick([...statements, ...relations], other)]
    if (!from || !to || linkProblem(debate, { id: '', from, to, kind: relation })) return nothing
    return addRelation(debate, newId(), from, to, relation)
  }
  const changeLink = (id: Id): Step => {
    const relation = debate.relations.get(id)
    const next = pick(relationKinds, kind)
    if (!relation || linkProblem(debate, { ...relation, kind: next })) return nothing
    return changeRelationKind(debate, id, next)
  }
  const takeSide = (statement: Id): Step => {
    const position = pick(positions, other)
    return position
      ? setStance(debate, newId(), statement, position, kind % 4 === 3 ? null : pick(sides, kind))
      : nothing
  }

  const edits: (() => Step)[] = [
    add,
    add,
    link,
    link,
    link,
    () => on(statements, one, (id) => rewordStatement(debate, id, words)),
    () => on(statements, one, (id) => changeStatementKind(debate, id, pick(statementKinds, kind))),
    () => on(statements, one, (id) => deleteStatement(debate, id)),
    () => on(statements, one, takeSide),
    () => on(statements, one, (id) => confirmReading(debate, 'statements', id, words, at)),
    () => on(relations, one, changeLink),
    () => on(relations, one, (id) => deleteRelation(debate, id)),
    () => on(noted, one, (id) => putAnnotation(debate, annotation(newId(), id, words))),
    () => on([...debate.annotations.keys()], one, (id) => deleteAnnotation(debate, id)),
    () =>
      on([...statements, ...positions], one, (id) =>
        placeCards(new Map([[id, { x: one, y: other }]])),
      ),
    () => releaseCards(debate, debate.places.keys()),
    () => renameMap(debate, words),
    () => judged(debate, anyJudgement(debate, line), words),
    () => judged(debate, anyJudgement(debate, line), words),
    () => {
      const rejected = pick(rejectedIn(debate), one)
      const restored = rejected && restoreRejected(debate, rejected.verdict.id)
      return restored?.ok ? restored.step : nothing
    },
    () => replaceStep('start over', debate, kind % 3 === 0 ? emptyDebate : sampleDebate),
  ]
  return edits[what % edits.length]?.() ?? nothing
}

/** The step of a judgement; nothing where it cannot be done. */
function judged(debate: Debate, judgement: Judgement | null, by: string): Step {
  if (!judgement) return nothing
  const word = { id: newId(), by, at: '2026-11-20T10:00:00Z', as: 'person' } as const
  const applied = applyOperation(debate, decidedOn(debate, judgement), word)
  return applied.ok ? applied.step : nothing
}

/** Some judgement about what there is; null where a debate has nothing of the kind. */
export function anyJudgement(debate: Debate, line: Line): Judgement | null {
  const { one, other, kind, words } = line
  const statement = pick([...debate.statements.keys()], one)
  const into = pick([...debate.statements.keys()], other)
  const relation = pick([...debate.relations.keys()], one)
  const stance = pick([...debate.stances.keys()], one)
  const position = pick([...debate.positions.keys()], other)
  const records = { statements: statement, relations: relation, stances: stance }
  const what = pick(['statements', 'relations', 'stances'] as const, other)
  const id = records[what]
  const length = debate.statements.get(statement ?? '')?.quotes[0]?.exact.length ?? 0
  const cut = 1 + (kind % Math.max(1, length - 1))
  const all: (Judgement | false | null | undefined | '')[] = [
    id && { do: 'confirm', what, id },
    id && { do: 'reject', what, id },
    statement && { do: 'kind', statement, kind: pick(statementKinds, other) },
    statement && { do: 'headline', statement, text: words },
    stance && { do: 'side', stance, side: pick(sides, other) },
    statement &&
      position && { do: 'position', id: newId(), statement, position, side: pick(sides, one) },
    relation && { do: 'link', relation, kind: pick(relationKinds, other) },
    relation && { do: 'flip', relation },
    relation && into && { do: 'target', relation, to: into },
    statement &&
      into && { do: 'connect', id: newId(), from: statement, to: into, kind: 'supports' },
    statement && {
      do: 'split',
      statement,
      into: [
        { id: statement, start: 0, end: cut, kind: 'claim', text: words },
        { id: newId(), start: cut, end: length, kind: 'question', text: words },
      ],
    },
    statement && into && { do: 'merge', statement, into },
  ]
  return pick(all, kind) || null
}

const on = (ids: readonly Id[], at: number, edit: (id: Id) => Step): Step => {
  const id = pick(ids, at)
  return id === undefined ? nothing : edit(id)
}

let made = 0
const newId = () => `new-${++made}`

const sides = ['for', 'against', 'neutral'] as const
const statementKinds = ['claim', 'rebuttal', 'question', 'concession', 'clarification'] as const
const relationKinds = [
  'supports',
  'rebuts',
  'undercuts',
  'concedes',
  'clarifies',
  'answers',
] as const

function pick<T>(list: readonly [T, ...T[]], at: number): T
function pick<T>(list: readonly T[], at: number): T | undefined
function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % list.length]
}
