import { z } from 'zod'
import {
  Annotation,
  type Debate,
  Position,
  Relation,
  Source,
  Stance,
  Statement,
  Verdict,
} from '../model/debate'
import { DebateMap, debateOf, mapFormat, mapVersion } from '../model/debateMap'
import { homelessField } from '../model/homeless'
import { firstProblem, named } from '../model/invariants'
import { Id, Point, record } from '../model/schema'
import { maxLength, readJson } from './jsonText'
import { shapeProblem } from './shapeProblem'

/** A debate read from outside, whole; or one sentence for a person on why it was not. */
export type MapRead = { ok: true; debate: Debate } | { ok: false; problem: string }

/** Reads a map from the bytes of a file, which must be UTF-8. A byte order mark is dropped. Never throws. */
export function readMapFile(bytes: Uint8Array): MapRead {
  if (bytes.length > maxLength)
    return no('This file is too large: maps of up to 64 MB can be read.')
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16) return no('This file is in UTF-16. Save it as UTF-8 and open it again.')
  const isPacked = (first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b)
  if (isPacked) return no('This file is compressed. Unpack it and open the map inside.')
  try {
    return readMap(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return no('This file is not UTF-8 text, so it is no debate map.')
  }
}

/**
 * Reads a map that anybody may have written. Never throws, and never gives a part of a map.
 *
 * Fields that are not ours are kept, at every level. Only a field named `__proto__` is refused: it could not be kept
 * safely, and nobody needs one. As an id `__proto__` is fine.
 */
export function readMap(text: string): MapRead {
  const json = readJson(text)
  if (!json.ok) return json
  const problem = headProblem(json.value) ?? hostileProblem(json.value)
  if (problem) return no(problem)

  const map = json.value as Fields
  const misshapen = mapShapeProblem(map)
  if (misshapen) return no(misshapen)

  const { layout, ...rest } = map as unknown as DebateMap
  const homeless = (map[homelessField] ?? []) as Annotation[]
  const broken = firstProblem({
    ...rest,
    homeless,
    verdicts: rest.verdicts ?? [],
    places: Object.keys(layout),
  })
  if (broken) return no(broken)
  const debate = debateOf({ ...rest, layout: {} })
  return { ok: true, debate: { ...debate, places: new Map(Object.entries(layout)) } }
}

type Fields = Record<string, unknown>

const no = (problem: string): MapRead => ({ ok: false, problem })

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Tells another program's file, and a map from the future, from ours. */
function headProblem(value: unknown): string | null {
  const notMap = 'This file is JSON but not a debate map'
  if (!isObject(value)) return `${notMap}: it holds no object at the top.`
  if (!Object.hasOwn(value, 'format')) return `${notMap}: it has no “format”.`
  if (value.format !== mapFormat) return `${notMap}: its “format” is not “${mapFormat}”.`
  if (value.version === mapVersion) return null
  if (typeof value.version === 'number' && value.version > mapVersion) {
    return `This map is of version ${value.version}, and this app reads version ${mapVersion}. Reload the page to get the newest app, or export the map as version ${mapVersion}.`
  }
  return `This map has no version that is known. Its “version” must be ${mapVersion}.`
}

/**
 * Finds what JSON allows and we could not keep: a field named `__proto__`, and half a character.
 *
 * Nesting is limited by `readJson`, so walking down is safe. `path` leads to the value.
 */
function hostileProblem(value: unknown, path: Path = []): string | null {
  if (typeof value === 'string') {
    return halfCharacter.test(value)
      ? `${where(path)} holds half a character (a lone surrogate).`
      : null
  }
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) {
      const problem = hostileInside(value[at], path, at)
      if (problem) return problem
    }
    return null
  }
  const isLayout = path.length === 1 && path[0] === 'layout'
  for (const key of Object.keys(value)) {
    if (halfCharacter.test(key)) return `${where(path)} has a field named with half a character.`
    if (key === '__proto__' && !isLayout) {
      return `${where(path)} has a field named “__proto__”, which cannot be kept. Rename it.`
    }
    const problem = hostileInside((value as Fields)[key], path, key)
    if (problem) return problem
  }
  return null
}

type Path = (string | number)[]

function hostileInside(value: unknown, path: Path, key: string | number): string | null {
  path.push(key)
  const problem = hostileProblem(value, path)
  path.pop()
  return problem
}

const halfCharacter = /\p{Surrogate}/u

const where = (path: Path) =>
  path.length === 0 ? 'The map' : `“${path.map((key) => named(String(key))).join('.')}”`

/** Checks record by record, so that the first fault is told and a million faults are not collected. */
function mapShapeProblem(map: Fields): string | null {
  const head = shapeProblem(Head, map, 'The map')
  if (head) return head
  for (const [field, noun, schema] of lists) {
    for (const [at, one] of ((map[field] ?? []) as unknown[]).entries()) {
      const problem = shapeProblem(schema, one, subjectOf(noun, one, at))
      if (problem) return problem
    }
  }
  for (const [id, point] of Object.entries(map.layout as Fields)) {
    if (id === '') return 'The layout places something without an id.'
    const problem = shapeProblem(Point, point, `The place of ${named(id)}`)
    if (problem) return problem
  }
  return null
}

const list = z.array(z.unknown())
const Head = DebateMap.extend({
  sources: list,
  positions: list,
  statements: list,
  relations: list,
  stances: list,
  annotations: list,
  layout: record({}),
  verdicts: list.optional(),
  [homelessField]: list.optional(),
})

const lists = [
  ['sources', 'Text', Source],
  ['positions', 'Position', Position],
  ['statements', 'Statement', Statement],
  ['relations', 'Relation', Relation],
  ['stances', 'Stance', Stance],
  ['annotations', 'Annotation', Annotation],
  [homelessField, 'Annotation', Annotation],
  ['verdicts', 'Verdict', Verdict],
] as const

const subjectOf = (noun: string, one: unknown, at: number) =>
  isObject(one) && Id.safeParse(one.id).success
    ? `${noun} ${named(one.id as Id)}`
    : `${noun} number ${(at + 1).toLocaleString('en-US')}`
