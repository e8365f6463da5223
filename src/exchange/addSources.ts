import type { Step } from '../model/change'
import { clip, titled } from '../model/clip'
import type { Debate, Position } from '../model/debate'
import { debateOf } from '../model/debateMap'
import { idsIn } from '../model/idsIn'
import { type Reread, reread, rereadStep } from '../model/reread'
import type { Id, Moment } from '../model/schema'
import { type Parsed, type Progress, parse } from '../parse'
import { type Codebook, codebookOf, type KnownSource } from '../parse/codebook'
import { fitOf, type Proposal, proposalsOf } from '../parse/proposals'
import {
  type Choice,
  type Decoded,
  decode,
  type Incoming,
  type Plan,
  planOf,
  type Refused,
  textsOf,
} from './incoming'
import { maxLength } from './jsonText'
import {
  bearingOf,
  beginningOf,
  doubtsAbout,
  type Preview,
  pastedName,
  type TextPreview,
} from './preview'

/** What texts are read into a debate with. */
export interface DeskOptions {
  /** What is known of the texts of the corpus. */
  known: readonly KnownSource[]
  /** Positions whose terms are taken where a map of an older app has the same without any. */
  positions?: readonly Position[]
  /** The moment of reading. */
  at: Moment
  /** Hears how far the work is, 0..1, and what is being done. */
  onProgress?(done: number, stage: Progress['stage']): void
}

/** A place where incoming texts are read together with those of a debate, and nothing changes yet. */
export interface Desk {
  /** Takes texts in, and tells what was understood of them. One that cannot be read does not keep the others out. */
  read(incoming: readonly Incoming[]): Preview
  /** Tells what was understood, with what a person has decided about each. */
  decide(choices: readonly Choice[]): Preview
  /** The one step that brings them into the debate, with these of the proposed positions. */
  take(choices: readonly Choice[], positions: readonly Id[]): Step
}

/** How few statements may bear on the positions of a map before others are proposed. */
const few = 0.25

/** Opens a desk beside a debate. Slow where the texts are long: meant for a worker. */
export function openDesk(mine: Debate, options: DeskOptions): Desk {
  const codebook = withTerms(codebookOf(mine), options.positions ?? [])
  let decoded: Decoded[] = []
  let refused: Refused[] = []
  let base: Debate | null = null
  let last: { plan: Plan; parsed: Parsed; proposals: Proposal[] } | null = null

  /** What the parser makes of the debate's own texts: the ground on which changes are told apart from readings. */
  const baseRead = (until: number): Debate => {
    base ??= debateOf(read(textsOf(mine, options.known), codebook.positions, 0, until).map)
    return base
  }
  const read = (plan: Plan, positions: readonly Position[], from: number, until: number): Parsed =>
    parse(plan.inputs, {
      codebook: { ...codebook, positions: [...positions] },
      known: plan.known,
      onProgress: ({ done, stage }) => options.onProgress?.(from + done * (until - from), stage),
    })
  const merge = (parsed: Parsed, plan: Plan, choices: readonly Choice[]): Reread => {
    const fresh = debateOf(parsed.map)
    const sources = new Map(fresh.sources)
    for (const [at, id] of plan.ids.entries()) {
      const source = id === null ? undefined : sources.get(id)
      if (source && !mine.sources.has(source.id))
        sources.set(source.id, { ...source, ...namesFor(decoded[at], choices[at], source.title) })
    }
    return reread({ mine, base: baseRead(0), fresh: { ...fresh, sources }, at: options.at })
  }

  const decide = (choices: readonly Choice[]): Preview => {
    const before = baseRead(0.4)
    const plan = planOf(mine, decoded, choices, options.known)
    const parsed = read(plan, codebook.positions, 0.4, 0.95)
    const merged = merge(parsed, plan, choices)
    const isNew = new Set(plan.ids.filter((id) => id !== null))
    const proposals = proposalsFor(parsed, mine, isNew)
    last = { plan, parsed, proposals }
    return {
      texts: previewsOf(decoded, plan, parsed, merged),
      refused,
      proposals,
      elsewhere: changedElsewhere(before, merged.debate, mine, isNew),
    }
  }

  return {
    read(incoming) {
      const all = incoming.map((one) => decode(one, mine))
      decoded = all.filter((one) => 'input' in one)
      refused = all.filter((one) => 'problem' in one)
      const tooMuch = sizeProblem(mine, decoded)
      if (tooMuch) {
        refused = [...refused, ...decoded.map(({ name }) => ({ name, problem: tooMuch }))]
        decoded = []
      }
      return decide([])
    },
    decide,
    take(choices, positions) {
      const chosen = last?.proposals.filter(({ position }) => positions.includes(position.id)) ?? []
      const plan = planOf(mine, decoded, choices, options.known)
      const isAsRead = last !== null && samePlan(last.plan, plan) && chosen.length === 0
      const parsed =
        isAsRead && last
          ? last.parsed
          : read(plan, [...codebook.positions, ...chosen.map(({ position }) => position)], 0, 0.95)
      const merged = merge(parsed, plan, choices)
      return rereadStep(nameOf(merged, mine), mine, merged)
    },
  }
}

/** The positions of a map, with the terms they have elsewhere where they came without. */
const withTerms = (codebook: Codebook, known: readonly Position[]): Codebook => ({
  ...codebook,
  positions: codebook.positions.map((position) => {
    const same = known.find(({ id, title }) => id === position.id && title === position.title)
    return position.terms === undefined && same ? { ...same, ...position } : position
  }),
})

const samePlan = (one: Plan, other: Plan): boolean => one.ids.join('\n') === other.ids.join('\n')

/** What a new text is called: as a person has it, else as the text says, else by its file or its first words. */
function namesFor(decoded: Decoded | undefined, choice: Choice | undefined, title: string) {
  return {
    title: choice?.title?.trim() || titleOf(decoded, title),
    ...(choice?.url !== undefined && { url: choice.url }),
    ...(choice?.authors !== undefined && {
      authors: choice.authors.map((name) => name.trim()).filter((name) => name !== ''),
    }),
  }
}

function titleOf(decoded: Decoded | undefined, title: string): string {
  if (!decoded || decoded.known !== null || decoded.input.told.title !== null) return title
  if (decoded.name !== pastedName) return decoded.name.replace(/\.\w{1,5}$/, '')
  return clip(decoded.input.told.text.trim().split('\n', 1)[0] ?? '', 70)
}

function sizeProblem(mine: Debate, decoded: readonly Decoded[]): string | null {
  const held = [...mine.sources.values()].reduce((sum, { length }) => sum + length, 0)
  const more = decoded.reduce((sum, { input }) => sum + input.text.length, 0)
  // Records take about as much room as the words they are about.
  return 2 * (held + more) <= maxLength
    ? null
    : `This is too large for one map: its texts would have ${Math.ceil((held + more) / 1e6)} million characters, and ${Math.floor(maxLength / 2e6)} are the most that can be kept and opened again. Take a part of it, or start another map.`
}

/** Positions for texts that fit those of the map badly. */
function proposalsFor({ map }: Parsed, mine: Debate, isNew: ReadonlySet<Id>): Proposal[] {
  const statements = map.statements.filter(({ quotes }) => isNew.has(quotes[0]?.source ?? ''))
  const own = new Set(statements.map(({ id }) => id))
  const part = {
    ...map,
    sources: map.sources.filter(({ id }) => isNew.has(id)),
    statements,
    relations: map.relations.filter(({ from, to }) => own.has(from) && own.has(to)),
    stances: map.stances.filter(({ statement }) => own.has(statement)),
  }
  if (statements.length === 0 || fitOf(part) >= few) return []
  // A text may have the name of what it is about, and an id names one thing in the whole map.
  const taken = new Set([...idsIn(mine), ...map.sources.map(({ id }) => id)])
  return proposalsOf(part).map((proposal) => {
    let id = proposal.position.id
    for (let time = 2; taken.has(id); time++) id = `${proposal.position.id}-${time}`
    taken.add(id)
    return { ...proposal, position: { ...proposal.position, id } }
  })
}

const noQuotes = { exact: 0, moved: 0, ambiguous: 0, lost: 0 }

function previewsOf(
  decoded: readonly Decoded[],
  plan: Plan,
  { reports, doubts }: Parsed,
  { debate, texts }: Reread,
): TextPreview[] {
  return decoded.flatMap((one, at) => {
    const id = plan.ids[at]
    const source = id ? debate.sources.get(id) : undefined
    const report = reports.find((report) => report.source === id)
    const change = texts.find((text) => text.source === id)
    if (!source || !report) return []
    const { added = [], gone = [], yours = [], quotes = noQuotes } = change ?? {}
    return [
      {
        at,
        name: one.name,
        report: { ...report, title: source.title },
        url: source.url,
        authors: source.authors,
        ...bearingOf(source.id, debate),
        begins: beginningOf(source, debate),
        ...doubtsAbout(source, doubts),
        resembles: one.resembles,
        again:
          one.resembles?.source === id
            ? { added: added.length, gone: gone.length, yours: yours.length, quotes }
            : null,
      },
    ]
  })
}

/** How many statements of other texts the reading changes. */
function changedElsewhere(before: Debate, after: Debate, mine: Debate, isNew: ReadonlySet<Id>) {
  const isOther = (id: Id | undefined) => id !== undefined && !isNew.has(id)
  const gone = [...mine.statements.values()].filter(
    ({ id, quotes }) => isOther(quotes[0]?.source) && !after.statements.has(id),
  )
  const put = [...after.statements.values()].filter(
    (one) =>
      isOther(one.quotes[0]?.source) &&
      before.sources.has(one.quotes[0]?.source ?? '') &&
      mine.statements.get(one.id) !== one,
  )
  return gone.length + put.length
}

function nameOf({ debate, texts }: Reread, mine: Debate): string {
  const [first, ...more] = texts
  if (!first) return 'read the texts again'
  const title = debate.sources.get(first.source)?.title ?? first.source
  if (more.length > 0) return `add ${texts.length} sources`
  return mine.sources.has(first.source)
    ? `read ${titled(clip(title, 48))} again`
    : `add ${titled(clip(title, 48))}`
}
