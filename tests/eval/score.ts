import type { DebateMap } from '../../src/model/debateMap'
import { type Rule, rules } from '../../src/parse/rules'

/** A non-empty line of a marked text. */
export interface GoldBlock {
  id: string
  start: number
  end: number
  text: string
}

/** What a careful reader says of a block. */
export interface Label {
  id: string
  role: string | null
  copyOf: string | null
  turnStart: boolean
  replyTo: string | null
  kind: string | null
  /** The rules that made the passage, the turn, the reply and the statement what they are. */
  rules?: { role?: string; 'turn start'?: string; reply?: string; kind?: string }
  headline: string[]
  relations: Marked<{ to: string; type: string }>[]
  positions: Marked<{ key: string; stance: string }>[]
}

/** A mark of the parser's also has how sure it is, and by which rule. */
type Marked<T> = T & { confidence?: number | null; rule?: string }

/** One text with its marks, and what a map makes of it. */
export interface Compared {
  blocks: GoldBlock[]
  gold: Map<string, Label>
  guess: Map<string, Label>
}

/** One thing the parser showed with a confidence, and whether the reader marked it too. */
export interface Shown {
  figure: 'role' | 'turn start' | 'reply' | 'kind' | 'relation' | 'position'
  rule: string
  confidence: number
  isRight: boolean
}

export type Figures = Record<string, number>

/**
 * Projects a map on to the blocks of a source.
 *
 * A block takes the role that covers most of it; a statement lives in the block where its first quote starts.
 */
export function labelsOf(
  map: DebateMap,
  sourceId: string,
  blocks: GoldBlock[],
): Map<string, Label> {
  const source = map.sources.find((one) => one.id === sourceId)
  if (!source) throw new RangeError(`The map has no source ${sourceId}`)
  const blockAt = (offset: number) => blocks.find((block) => offset < block.end)
  const starts = new Map<string, string>()
  for (const passage of source.passages) {
    const id = blockAt(passage.start)?.id
    if (passage.turn !== null && id && !starts.has(passage.turn)) starts.set(passage.turn, id)
  }
  const turnAt = new Map([...starts].map(([turn, block]) => [block, turn]))
  const turns = new Map(source.turns.map((turn) => [turn.id, turn]))
  const passages = new Map(source.passages.map((passage) => [passage.id, passage]))
  const said = statementsByBlock(map, sourceId, blockAt)
  const home = new Map([...said].flatMap(([block, ids]) => ids.map((id) => [id, block] as const)))
  const statements = new Map(map.statements.map((one) => [one.id, one]))
  const relations = new Map(map.relations.map((one) => [one.id, one]))
  /** The guidelines know no undercuts: who denies that a statement bears on another rebuts it, they say. */
  const marked = ({ kind, to }: DebateMap['relations'][number]) =>
    kind === 'undercuts'
      ? { type: 'rebuts', to: home.get(relations.get(to)?.from ?? '') }
      : { type: kind, to: home.get(to) }

  return new Map(
    blocks.map((block) => {
      const { role, main } = coverOf(source.passages, block)
      const here = (said.get(block.id) ?? []).flatMap((id) => statements.get(id) ?? [])
      const ids = new Set(here.map((one) => one.id))
      const turn = turnAt.get(block.id)
      const answered = turn ? (turns.get(turn)?.replyTo ?? null) : null
      const copy = main?.copyOf ? passages.get(main.copyOf) : undefined
      const label: Label = {
        id: block.id,
        role,
        copyOf: copy ? (blockAt(copy.start)?.id ?? null) : null,
        turnStart: turn !== undefined,
        replyTo: answered ? (starts.get(answered) ?? null) : null,
        kind: here[0]?.kind ?? (role === 'speech' ? 'aside' : null),
        rules: rulesOf(main?.because, turn ? turns.get(turn)?.because : [], here[0]?.because),
        headline: here.map((one) => one.text),
        relations: map.relations.flatMap((one) => {
          if (!ids.has(one.from)) return []
          const { to, type } = marked(one)
          if (!to || to === block.id) return []
          return {
            to,
            type,
            confidence: one.confidence,
            rule: one.because[0]?.rule ?? '',
          }
        }),
        positions: map.stances
          .filter((one) => ids.has(one.statement))
          .map((one) => ({
            key: one.position,
            stance: one.stance,
            confidence: one.confidence,
            rule: one.because[0]?.rule ?? '',
          })),
      }
      return [block.id, label]
    }),
  )
}

function rulesOf(
  passage: readonly { rule: string }[] = [],
  turn: readonly { rule: string }[] = [],
  statement: readonly { rule: string }[] = [],
): Label['rules'] & object {
  const named = {
    role: passage[0]?.rule,
    'turn start': turn[0]?.rule,
    reply: turn[1]?.rule,
    kind: statement[0]?.rule,
  }
  return Object.fromEntries(Object.entries(named).filter(([, rule]) => rule !== undefined))
}

function statementsByBlock(
  map: DebateMap,
  sourceId: string,
  blockAt: (offset: number) => GoldBlock | undefined,
): Map<string, string[]> {
  const lengths = new Map<string, number>()
  const said = new Map<string, string[]>()
  for (const { id, quotes } of map.statements) {
    const quote = quotes.find((one) => one.source === sourceId)
    const block = quote && blockAt(quote.start)
    if (!block) continue
    lengths.set(id, quote.end - quote.start)
    said.set(block.id, [...(said.get(block.id) ?? []), id])
  }
  for (const ids of said.values()) ids.sort((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0))
  return said
}

function coverOf(passages: DebateMap['sources'][number]['passages'], block: GoldBlock) {
  const cover = new Map<string, number>()
  let main: (typeof passages)[number] | null = null
  let most = 0
  for (const passage of passages) {
    const shared = Math.min(passage.end, block.end) - Math.max(passage.start, block.start)
    if (shared <= 0) continue
    cover.set(passage.role, (cover.get(passage.role) ?? 0) + shared)
    if (shared > most) {
      most = shared
      main = passage
    }
  }
  const role = [...cover].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  return { role, main }
}

/** How often two sets agree: the harmonic mean of precision and recall. */
function f1(pairs: (readonly [ReadonlySet<string>, ReadonlySet<string>])[]): number {
  let both = 0
  let guessed = 0
  let marked = 0
  for (const [gold, guess] of pairs) {
    for (const one of guess) if (gold.has(one)) both++
    guessed += guess.size
    marked += gold.size
  }
  const precision = guessed > 0 ? both / guessed : 1
  const recall = marked > 0 ? both / marked : 1
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

/** The mean of each label's F1, and how often two labellings agree beyond chance (Cohen 1960). */
function agreement(pairs: (readonly [string | null, string | null])[]) {
  const one = (value: string | null, label: string | null) =>
    new Set(value === label ? ['here'] : [])
  const labels = [...new Set(pairs.map(([gold]) => gold))]
  const perLabel = labels.map((label) =>
    f1(pairs.map(([gold, guess]) => [one(gold, label), one(guess, label)] as const)),
  )
  const n = Math.max(1, pairs.length)
  const accuracy = pairs.filter(([gold, guess]) => gold === guess).length / n
  const chance = [...new Set(pairs.flat())].reduce((sum, label) => {
    const marked = pairs.filter(([gold]) => gold === label).length
    const guessed = pairs.filter(([, guess]) => guess === label).length
    return sum + (marked * guessed) / n ** 2
  }, 0)
  const kappa = chance < 1 ? (accuracy - chance) / (1 - chance) : 1
  return {
    macroF1: perLabel.reduce((a, b) => a + b, 0) / Math.max(1, labels.length),
    accuracy,
    kappa,
  }
}

/** The share of the shorter text's word pairs that the other has. */
function overlap(one: string, other: string): number {
  const a = wordPairs(one)
  const b = wordPairs(other)
  if (a.size === 0 || b.size === 0) return one.trim() === other.trim() ? 1 : 0
  return [...a].filter((pair) => b.has(pair)).length / Math.min(a.size, b.size)
}

function wordPairs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(0, -1).map((word, index) => `${word} ${words[index + 1]}`))
}

const headlineHits = (gold: Label, guess: Label): boolean =>
  gold.headline.some((one) =>
    guess.headline.slice(0, 3).some((other) => overlap(one, other) >= 0.6),
  )

const share = (all: readonly boolean[]): number =>
  all.length > 0 ? all.filter(Boolean).length / all.length : 1

const just = (value: string | null): ReadonlySet<string> => new Set(value === null ? [] : [value])

/** The figures of all compared texts together, by stage. */
export function figuresOf(compared: readonly Compared[]): Figures {
  const all = compared.flatMap(({ blocks, gold, guess }) => {
    const turnOf = turnsOf(blocks, gold)
    return blocks.map(({ id }) => ({ gold: labelIn(gold, id), guess: labelIn(guess, id), turnOf }))
  })
  const speech = all.filter(({ gold }) => gold.role === 'speech')
  const roles = agreement(all.map(({ gold, guess }) => [gold.role, guess.role]))
  const kinds = agreement(
    speech.map(({ gold, guess }) => [
      gold.kind ?? 'aside',
      guess.role === 'speech' ? (guess.kind ?? 'aside') : 'none',
    ]),
  )
  const relations = (
    name: (one: { to: string; type: string }) => string,
    where: (across: boolean) => boolean = () => true,
  ) =>
    f1(
      speech.map(({ gold, guess, turnOf }) => {
        const kept = (label: Label) =>
          new Set(
            label.relations
              .filter(({ to }) => where(turnOf.get(to) !== turnOf.get(gold.id)))
              .map(name),
          )
        return [kept(gold), kept(guess)] as const
      }),
    )
  const typed = ({ to, type }: { to: string; type: string }) => `${to} ${type}`
  const stances = speech.flatMap(({ gold, guess }) =>
    gold.positions.flatMap(({ key, stance }): (readonly [string, string])[] => {
      const found = guess.positions.find((one) => one.key === key)
      return found ? [[stance, found.stance]] : []
    }),
  )
  return {
    'roles macro-F1': roles.macroF1,
    'roles accuracy': roles.accuracy,
    'copies F1': f1(all.map(({ gold, guess }) => [just(gold.copyOf), just(guess.copyOf)])),
    'turn starts F1': f1(
      all.map(({ gold, guess }) => [
        just(gold.turnStart ? 'start' : null),
        just(guess.turnStart ? 'start' : null),
      ]),
    ),
    'replies accuracy': share(
      all
        .filter(({ gold }) => gold.turnStart && gold.replyTo)
        .map(({ gold, guess }) => guess.turnStart && gold.replyTo === guess.replyTo),
    ),
    'kinds macro-F1': kinds.macroF1,
    'kinds kappa': kinds.kappa,
    'headlines hit': share(
      speech
        .filter(({ gold }) => gold.headline.length > 0)
        .map(({ gold, guess }) => headlineHits(gold, guess)),
    ),
    'relations F1 (untyped)': relations(({ to }) => to),
    'relations F1 (typed)': relations(typed),
    'relations across turns F1': relations(typed, (across) => across),
    'relations within turns F1': relations(typed, (across) => !across),
    'positions micro-F1': f1(
      speech.map(({ gold, guess }) => [
        new Set(gold.positions.map(({ key }) => key)),
        new Set(guess.positions.map(({ key }) => key)),
      ]),
    ),
    'main position found': share(
      speech
        .filter(({ gold }) => gold.positions.length > 0)
        .map(({ gold, guess }) =>
          guess.positions.some(({ key }) => key === gold.positions[0]?.key),
        ),
    ),
    'stance accuracy': stances.length > 0 ? agreement(stances).accuracy : 0,
  }
}

const declared = new Map<string, Rule>(Object.entries(rules))

/** Every reading of a block that a rule made, with what the rule claims to be right, and whether it is. */
export function ruledIn(compared: readonly Compared[]): Shown[] {
  const shown: Shown[] = []
  for (const { blocks, gold, guess } of compared)
    for (const { id } of blocks) {
      const marked = labelIn(gold, id)
      const { rules: made = {}, ...read } = labelIn(guess, id)
      const note = (figure: keyof typeof made, isRight: boolean) => {
        const rule = made[figure]
        if (rule) shown.push({ figure, rule, confidence: declared.get(rule)?.right ?? 0, isRight })
      }
      note('role', marked.role === read.role)
      note('turn start', marked.turnStart)
      if (marked.replyTo) note('reply', marked.replyTo === read.replyTo)
      if (marked.role === 'speech') note('kind', marked.kind === read.kind)
    }
  return shown
}

/** Everything shown with a confidence on blocks of speech, and whether it is right. */
export function shownIn(compared: readonly Compared[]): Shown[] {
  return compared.flatMap(({ blocks, gold, guess }) =>
    blocks.flatMap(({ id }): Shown[] => {
      const marked = labelIn(gold, id)
      if (marked.role !== 'speech') return []
      const { relations, positions } = labelIn(guess, id)
      return [
        ...relations.map(({ to, type, rule = '', confidence }) => ({
          figure: 'relation' as const,
          rule,
          confidence: confidence ?? 0,
          isRight: marked.relations.some((one) => one.to === to && one.type === type),
        })),
        ...positions.map(({ key, stance, rule = '', confidence }) => ({
          figure: 'position' as const,
          rule,
          confidence: confidence ?? 0,
          isRight: marked.positions.some((one) => one.key === key && one.stance === stance),
        })),
      ]
    }),
  )
}

/** The mean distance between the confidence shown and how often that was right. */
export function calibrationError(shown: readonly Shown[]): number {
  return calibrationBands(shown).reduce(
    (sum, band) => sum + (Math.abs(band.shown - band.right) * band.count) / shown.length,
    0,
  )
}

/** What is shown at like confidence, and how often it is right. */
export function calibrationBands(shown: readonly Shown[]) {
  const edges = [0, 0.3, 0.5, 0.7, 0.9, 1.01]
  return edges.slice(0, -1).flatMap((low, index) => {
    const high = edges[index + 1] ?? 1
    const here = shown.filter(({ confidence }) => confidence >= low && confidence < high)
    if (here.length === 0) return []
    return {
      low,
      high: Math.min(high, 1),
      count: here.length,
      shown: here.reduce((sum, { confidence }) => sum + confidence, 0) / here.length,
      right: share(here.map(({ isRight }) => isRight)),
    }
  })
}

function turnsOf(blocks: GoldBlock[], gold: Map<string, Label>): Map<string, string> {
  let current = blocks[0]?.id ?? ''
  return new Map(
    blocks.map(({ id }) => {
      if (gold.get(id)?.turnStart) current = id
      return [id, current]
    }),
  )
}

function labelIn(labels: Map<string, Label>, id: string): Label {
  const label = labels.get(id)
  if (!label) throw new RangeError(`Block ${id} has no label`)
  return label
}
