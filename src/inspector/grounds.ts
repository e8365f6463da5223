import { indexOf } from '../graph/debateIndex'
import { whereaboutsOf, whereIs } from '../graph/whereabouts'
import type { Debate, Reason, Statement } from '../model/debate'
import type { Id, SourceSpan } from '../model/schema'
import { relationVerbs, sideWords } from '../model/words'
import { type Rule, rules } from '../parse/rules'
import { wordsAt } from './context'

/** One ground for what the parser says: a rule, what it saw, and how sure that made it. */
export interface Ground {
  rule: string
  /** The rule as the head of a line: "Quoted reply". */
  name: string
  /** What the rule does, as a sentence; null where the rule is not one of ours. */
  says: string | null
  /** What the ground is for, beside the statement itself: "for Property ordering", "rebuts 3 statements". */
  about: string | null
  /** The words it saw, each once. */
  words: string[]
  confidence: number | null
}

/** Why a statement is here, does what it does, and stands where it stands. What bears on `position` comes first. */
export function groundsOf(debate: Debate, statement: Statement, position: Id | null): Ground[] {
  const index = indexOf(debate)
  const stances = [...index.stancesOf(statement.id)].sort(
    (a, b) => Number(b.position === position) - Number(a.position === position),
  )
  return saidOnce([
    ...groundsIn(debate, statement.because, statement.confidence, null),
    ...linkGrounds(debate, statement.id),
    ...stances.flatMap((stance) => {
      const title = debate.positions.get(stance.position)?.title ?? stance.position
      const side = stance.stance === 'neutral' ? 'open in' : sideWords[stance.stance]
      return groundsIn(debate, stance.because, stance.confidence, `${side} ${title}`)
    }),
    ...passageGrounds(debate, statement),
    ...turnGrounds(debate, statement),
  ])
}

/** Why the words a statement rests on are not taken for speech, where they are not. */
function passageGrounds(debate: Debate, { quotes }: Statement): Ground[] {
  const [quote] = quotes
  const passage = debate.sources
    .get(quote?.source ?? '')
    ?.passages.find(({ start, end }) => quote && start <= quote.start && quote.start < end)
  if (!passage || passage.role === 'speech') return []
  return (passage.because ?? []).map(({ rule }) => ({
    ...ruleOf(rule),
    about: `its words are a ${passage.role}`,
    words: [],
    confidence: knownRule(rule)?.right ?? null,
  }))
}

/** Why the turn in which a statement was said begins where it does, and answers what it answers. */
function turnGrounds(debate: Debate, statement: Statement): Ground[] {
  const where = whereaboutsOf(debate, statement)
  const turns = debate.sources.get(where?.source ?? '')?.turns ?? []
  const turn = turns.find(({ id }) => id === where?.turn)
  if (!where || !turn) return []
  const place = where.place.toLowerCase()
  const answered = turn.replyTo && placeOfTurn(debate, where.source, turn.replyTo)
  // The first reason says where the turn begins; one that follows says whom it answers.
  const [begins, ...answers] = turn.because ?? []
  const abouts = [
    begins && { reason: begins, about: `where ${place} begins` },
    ...answers.map((reason) => ({ reason, about: `${place} answers ${answered}` })),
  ]
  return abouts.flatMap((one) => {
    if (!one || (one.reason !== begins && !answered)) return []
    const { rule } = one.reason
    return {
      ...ruleOf(rule),
      about: one.about,
      words: [],
      confidence: knownRule(rule)?.right ?? null,
    }
  })
}

/** What a turn is called, within a line: "turn 11", "post"; null where it has no words. */
function placeOfTurn(debate: Debate, source: Id, turn: Id): string | null {
  const first = debate.sources.get(source)?.passages.find((passage) => passage.turn === turn)
  return first ? whereIs(debate, { source, start: first.start }).place.toLowerCase() : null
}

/** The grounds with each rule explained where it first stands. */
function saidOnce(grounds: readonly Ground[]): Ground[] {
  const told = new Set<string>()
  return grounds.map((ground) => {
    const isTold = told.has(ground.rule)
    told.add(ground.rule)
    return isTold ? { ...ground, says: null } : ground
  })
}

/** The grounds in a list of reasons, one a rule. The words are those at the near end, or at the far one where there is one. */
export function groundsIn(
  debate: Debate,
  because: readonly Reason[] | undefined,
  confidence: number | null,
  about: string | null,
): Ground[] {
  const byRule = new Map<string, Ground>()
  for (const reason of because ?? []) {
    const known = byRule.get(reason.rule)
    const ground = known ?? { ...ruleOf(reason.rule), about, words: [], confidence }
    byRule.set(reason.rule, ground)
    addWords(debate, ground, reason.to ?? reason.from)
  }
  return [...byRule.values()]
}

/** The grounds of what a statement does to others: one a rule and verb, however many links it made. */
function linkGrounds(debate: Debate, statement: Id): Ground[] {
  const grounds = new Map<string, { ground: Ground; links: number; verb: string }>()
  for (const relation of indexOf(debate).relationsFrom(statement)) {
    const verb = relationVerbs[relation.kind]
    for (const reason of relation.because) {
      const key = `${verb} ${reason.rule}`
      const known = grounds.get(key)
      const ground = known?.ground ?? {
        ...ruleOf(reason.rule),
        about: null,
        words: [],
        confidence: relation.confidence,
      }
      grounds.set(key, { ground, verb, links: (known?.links ?? 0) + 1 })
      ground.confidence = Math.min(ground.confidence ?? 1, relation.confidence ?? 1)
      addWords(debate, ground, reason.to ?? reason.from)
    }
  }
  return [...grounds.values()].map(({ ground, links, verb }) => ({
    ...ground,
    about: links === 1 ? verb : `${verb}, ${links} times`,
  }))
}

function addWords(debate: Debate, ground: Ground, span: SourceSpan | null) {
  const words = wordsAt(debate, span)
  if (words && !ground.words.includes(words)) ground.words.push(words)
}

/** A rule by its name, with what is known of it. */
export function ruleOf(rule: string): Pick<Ground, 'rule' | 'name' | 'says'> {
  const known = knownRule(rule)
  return {
    rule,
    name: rule.charAt(0).toUpperCase() + rule.slice(1),
    says: known?.says ?? null,
  }
}

/**
 * What a confidence says, as a sentence: "Of ten readings that this rule makes, careful readers made about 8 too."
 *
 * Where the rule is not known, or the number is not the rule’s own, it speaks of readings as sure as this one.
 */
export function sureInWords(confidence: number, rule?: string): string {
  const known = rule === undefined ? null : knownRule(rule)
  const isOfRule = known !== null && Math.abs(known.right - confidence) < 0.005
  const [which, made] = isOfRule
    ? ['that this rule makes', 'made']
    : ['as sure as this one', 'would make']
  return `Of ten readings ${which}, careful readers ${made} about ${Math.round(confidence * 10)} too.`
}

/** How often a rule was right where careful readers had marked the text; null where that is not known. */
export function trackRecordOf(rule: string): string | null {
  const known = knownRule(rule)
  return known && sureInWords(known.right, rule)
}

/** Whether a rule is one of ours, and so explained. */
export const isKnownRule = (rule: string): boolean => knownRule(rule) !== null

/** A rule of ours by the name that a reason gives; maps of other programs, and older ones, may name others. */
function knownRule(name: string): Rule | null {
  const ours: Readonly<Record<string, Rule>> = rules
  return (Object.hasOwn(ours, name) && ours[name]) || null
}
