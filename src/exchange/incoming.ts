import type { Debate, Source } from '../model/debate'
import { mapFormat } from '../model/debateMap'
import { supersededBy } from '../model/earlier'
import { idsIn } from '../model/idsIn'
import type { Id } from '../model/schema'
import { sharedShare } from '../model/textLines'
import type { Input } from '../parse'
import type { KnownSource } from '../parse/codebook'
import { sourceIds } from '../parse/ids'
import { understand } from '../parse/inputs'
import { decodeInput, inputOf, sizeProblem } from '../parse/inputs/decode'
import { toldOf } from '../parse/inputs/kept'
import type { Told } from '../parse/inputs/told'

/** A text that somebody wants in the map: a file, words that were pasted, or a text of the corpus. */
export interface Incoming {
  name: string
  content: Uint8Array | string
  /** How large the file is, in bytes, where its content was left behind as too large. */
  size?: number
  /** The id of the text of the corpus that it is. */
  known?: Id
  /** The text of the map that is to be read again with it. */
  again?: Id
}

/** What a person has decided about an incoming text. What is left out is as it was understood. */
export interface Choice {
  /** Whether it is left out. */
  isOut?: boolean
  /** The text of the map that it takes the place of; null where it is another text. */
  again?: Id | null
  title?: string
  url?: string | null
  authors?: string[]
}

/** An incoming text as it was decoded, and what of the map it resembles. */
export interface Decoded {
  name: string
  input: Input & { told: Told }
  known: Id | null
  /** The text of the map that this one seems to be, grown or the same. */
  resembles: Resemblance | null
}

export interface Resemblance {
  source: Id
  title: string
  /** How much of that text stands in this one too: 0..1. */
  share: number
  /** Whether the two are the same, word for word. */
  isSame: boolean
}

/** A text that cannot be read, and why, as a sentence for a person. */
export interface Refused {
  name: string
  problem: string
}

/** How much of a text of the map must stand in another for that to be the same thread, grown. */
const enough = 0.5

/** Reads the bytes of an incoming text, or says why they cannot be read. */
export function decode(incoming: Incoming, mine: Debate): Decoded | Refused {
  const { name, content, size = 0 } = incoming
  const tooLarge = sizeProblem(name, size)
  if (tooLarge) return { name, problem: tooLarge }
  if (isMap(content))
    return { name, problem: `${name} is a debate map. “Open a map file” opens it as a map.` }
  const input = typeof content === 'string' ? inputOf(name, content) : decodeInput(name, content)
  if ('problem' in input) return { name, problem: input.problem }
  const told = understand(input.text)
  if (told.text.trim() === '')
    return { name, problem: `${name} holds no words that could be read.` }
  return {
    name,
    input: { ...input, told },
    known: incoming.known ?? null,
    resembles: resemblance(told, mine, incoming.again),
  }
}

/** Whether a file begins as the maps do that this app writes. */
function isMap(content: Uint8Array | string): boolean {
  const head =
    typeof content === 'string'
      ? content.slice(0, 2000)
      : new TextDecoder().decode(content.subarray(0, 2000))
  return /^\s*\{/.test(head) && new RegExp(`"format"\\s*:\\s*"${mapFormat}"`).test(head)
}

function resemblance(told: Told, mine: Debate, again: Id | undefined): Resemblance | null {
  const likenesses = [...mine.sources.values()]
    .filter((source) => (again === undefined ? supersededBy(source) === null : source.id === again))
    .map((source) => ({
      source: source.id,
      title: source.title,
      share: shareOf(source, told),
      isSame: source.text === told.text,
      isNamed:
        (told.url !== null && told.url === source.url) ||
        (told.title !== null && told.title === source.title),
    }))
    .filter(({ share, isNamed }) => again !== undefined || isNamed || share >= enough)
    .sort((a, b) => b.share - a.share)
  const [most] = likenesses
  if (!most) return null
  const { isNamed: _, ...like } = most
  return like
}

const shareOf = ({ text }: Source, told: Told): number =>
  text === undefined ? 0 : text === told.text ? 1 : sharedShare(text, told.text)

/** What is read together: the texts of the map, and with them the incoming ones, each under its id. */
export interface Plan {
  inputs: Input[]
  known: KnownSource[]
  /** The id of each incoming text; null where it is left out. */
  ids: (Id | null)[]
}

/** The texts of a map as they can be read again: those that came with their words and are the newest of their kind. */
export function textsOf(mine: Debate, known: readonly KnownSource[]): Plan {
  const sources = [...mine.sources.values()].filter(
    (source) => source.text !== undefined && supersededBy(source) === null,
  )
  return {
    inputs: sources.map((source): Input => {
      const told = toldOf(source)
      return { id: source.id, name: source.id, text: source.text ?? '', ...(told && { told }) }
    }),
    known: sources.flatMap(
      ({ id, title }) => known.find((one) => one.id === id && one.title === title) ?? [],
    ),
    ids: [],
  }
}

/** The texts of a map with the incoming ones among them, as a person has decided. */
export function planOf(
  mine: Debate,
  incoming: readonly Decoded[],
  choices: readonly Choice[],
  known: readonly KnownSource[],
): Plan {
  const old = textsOf(mine, known)
  const again = new Map<Id, number>()
  for (const [at, { resembles }] of incoming.entries()) {
    const choice = choices[at] ?? {}
    const wanted = choice.again === undefined ? resembles?.source : choice.again
    // Two newer versions of one text: the second is another text.
    if (!choice.isOut && wanted && mine.sources.has(wanted) && !again.has(wanted))
      again.set(wanted, at)
  }
  const others = incoming.flatMap((one, at) =>
    choices[at]?.isOut || [...again.values()].includes(at) ? [] : [{ one, at }],
  )
  const newIds = sourceIds(
    others.map(({ one }) => ({ name: one.known ?? one.name })),
    idsIn(mine),
  )
  const idOf = new Map(others.map(({ at }, nth) => [at, newIds[nth] as Id]))
  for (const [id, at] of again) idOf.set(at, id)
  const inputOf = (at: number): Input => ({
    ...(incoming[at] as Decoded).input,
    id: idOf.get(at) as Id,
  })

  const isOld = new Set(old.inputs.map(({ id }) => id))
  const inputs = [
    ...old.inputs.map((input) => {
      const at = again.get(input.id as Id)
      return at === undefined ? input : inputOf(at)
    }),
    ...[...again].filter(([id]) => !isOld.has(id)).map(([, at]) => inputOf(at)),
    ...others.map(({ at }) => inputOf(at)),
  ]
  const knownNew = others.flatMap(({ one, at }) => {
    const about = known.find(({ id }) => id === one.known)
    return about ? [{ ...about, id: idOf.get(at) as Id }] : []
  })
  return {
    inputs,
    known: [...old.known, ...knownNew],
    ids: incoming.map((_, at) => idOf.get(at) ?? null),
  }
}
