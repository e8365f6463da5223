import { clip } from './clip'
import type { Debate, Judged, Operation, SawRelation, SawStance, SawStatement } from './debate'
import { sameValue } from './sameValue'
import type { Id } from './schema'
import { relationVerbs, sideWords } from './words'

/** A record that an operation is about, and what that said when the operation was decided. */
type Sight =
  | { what: 'statements'; id: Id; saw: SawStatement }
  | { what: 'relations'; id: Id; saw: SawRelation }
  | { what: 'stances'; id: Id; saw: SawStance }

/** Why an operation does not fit a debate, as a sentence for a person; null where all is as it was decided upon. */
export function misfitOf(debate: Debate, operation: Operation): string | null {
  for (const sight of sightsOf(operation)) {
    const problem = sightProblem(debate, sight)
    if (problem) return problem
  }
  return null
}

function sightsOf(operation: Operation): Sight[] {
  switch (operation.do) {
    case 'confirm':
    case 'reject': {
      const { what, id, saw } = operation
      return [{ what, id, saw } as Sight]
    }
    case 'kind':
    case 'headline':
    case 'position':
    case 'split':
      return [{ what: 'statements', id: operation.statement, saw: operation.saw }]
    case 'side':
      return [{ what: 'stances', id: operation.stance, saw: operation.saw }]
    case 'link':
    case 'flip':
    case 'target':
      return [{ what: 'relations', id: operation.relation, saw: operation.saw }]
    case 'connect': {
      const { from, to, kind, saw } = operation
      const what: Judged = kind === 'undercuts' ? 'relations' : 'statements'
      return [
        { what: 'statements', id: from, saw: saw.from },
        { what, id: to, saw: saw.to } as Sight,
      ]
    }
    case 'merge':
      return [
        { what: 'statements', id: operation.statement, saw: operation.saw.statement },
        { what: 'statements', id: operation.into, saw: operation.saw.into },
      ]
  }
}

function sightProblem(debate: Debate, { what, id, saw }: Sight): string | null {
  if (what === 'statements') {
    const subject = `Statement ${id} (“${clip(saw.text ?? '', 60)}”)`
    const is = debate.statements.get(id)
    if (!is) return `${subject} is not in the map.`
    if (is.kind !== saw.kind) return `${subject} was a ${saw.kind}, and is a ${is.kind} now.`
    const exact = is.quotes.map((quote) => quote.exact)
    if (!sameValue(exact, saw.exact)) return `${subject} rests on other words now.`
    return is.text === saw.text ? null : `${subject} has another headline now: “${is.text}”.`
  }
  if (what === 'relations') {
    const subject = `Link ${id} (${inWords(saw)})`
    const is = debate.relations.get(id)
    if (!is) return `${subject} is not in the map.`
    const { from, to, kind } = is
    return sameValue({ from, to, kind }, { from: saw.from, to: saw.to, kind: saw.kind })
      ? null
      : `${subject} is another now: ${inWords(is)}.`
  }
  const subject = `Side ${id} (${saw.statement}, ${sideWords[saw.side]} ${saw.position})`
  const is = debate.stances.get(id)
  if (!is) return `${subject} is not in the map.`
  const { statement, position, stance } = is
  if (statement !== saw.statement || position !== saw.position)
    return `${subject} is of something else now.`
  return stance === saw.side ? null : `${subject} is ${sideWords[stance]} now.`
}

const inWords = ({ from, to, kind }: SawRelation) => `${from} ${relationVerbs[kind]} ${to}`
