import { z } from 'zod'

/**
 * Why a value is not what the schema asks for, as a sentence for a person; null where it is.
 *
 * `subject` is how the sentence names the value, as in "Statement s-41".
 */
export function shapeProblem(schema: z.ZodType, value: unknown, subject: string): string | null {
  const issue = firstIssue(schema, value)
  if (!issue) return null
  const field = fieldName(issue.path)
  const found = valueAt(value, issue.path)
  if (field === '') return `${subject} must be ${wanted(issue)}, but is ${told(found)}.`
  if (found === undefined) return `${subject} has no “${field}”, which must be ${wanted(issue)}.`
  return `${subject}: “${field}” must be ${wanted(issue)}, but is ${told(found)}.`
}

/**
 * The first issue of a value. Lists are gone through item by item, up to the first bad one: zod would collect the
 * issues of a million bad items, and take seconds over it.
 */
function firstIssue(schema: z.ZodType, value: unknown): z.core.$ZodIssue | null {
  const { shallow, lists } = inLayers(schema)
  const issue = shallow.safeParse(value).error?.issues[0]
  if (issue) return issue
  for (const [field, item] of lists) {
    const items = (value as Partial<Record<string, unknown[]>>)[field] ?? []
    for (const [at, one] of items.entries()) {
      const inside = firstIssue(item, one)
      if (inside) return { ...inside, path: [field, at, ...inside.path] }
    }
  }
  return null
}

/** A schema that takes its lists for any lists, and the schemas of what is in them. */
interface Layers {
  shallow: z.ZodType
  lists: (readonly [field: string, item: z.ZodType])[]
}
const layersOf = new WeakMap<z.ZodType, Layers>()

function inLayers(schema: z.ZodType): Layers {
  const known = layersOf.get(schema)
  if (known) return known

  const layers: Layers = { shallow: schema, lists: [] }
  if (schema instanceof z.ZodObject) {
    const anyLists: z.ZodRawShape = {}
    for (const [field, inner] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
      const list = inner instanceof z.ZodOptional ? inner.unwrap() : inner
      if (!(list instanceof z.ZodArray)) continue
      layers.lists.push([field, list.element as z.ZodType])
      Object.assign(anyLists, { [field]: list === inner ? anyList : anyList.optional() })
    }
    layers.shallow = schema.extend(anyLists)
  }
  layersOf.set(schema, layers)
  return layers
}

const anyList = z.array(z.unknown())

/** A path as people write it in code: `quotes[0].start`. */
const fieldName = (path: readonly PropertyKey[]) =>
  path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('')

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<PropertyKey, unknown>)[key]
  }
  return at
}

/** What the schema asks for, as it can stand after "must be". */
function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? `of type ${issue.expected}`
    case 'invalid_value':
      return issue.values.map((value) => `“${String(value)}”`).join(' or ')
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'a moment in UTC such as 2026-11-20T00:00:00Z'
        : 'well formed'
    case 'too_small':
      return issue.origin === 'string' ? 'some text' : `${issue.minimum} or more`
    case 'too_big':
      return `${issue.maximum} or less`
    case 'invalid_union':
      return 'one of those that are known'
    default:
      return 'something else'
  }
}

const typeNames: Partial<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

/** What was found instead, short enough for a sentence. */
function told(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const text = String(value).replace(/\s+/g, ' ')
  if (text === '') return 'empty'
  return text.length > 60 ? `“${text.slice(0, 59)}…”` : `“${text}”`
}
