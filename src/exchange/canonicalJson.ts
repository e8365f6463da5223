import { z } from 'zod'
import { compare } from '../model/homeless'

/**
 * Writes plain data as JSON in one way only: keys in the order of the schema, then those it does not know by name.
 *
 * A Map is written as an object whose keys keep the map's order, so that `__proto__` and `10` are keys like others.
 * Looks like `JSON.stringify(value, null, 2)`.
 */
export function stringify(value: unknown, schema?: z.ZodType): string {
  return write(value, schema && shapeOf(schema), '\n')
}

/** The keys a schema knows at one place, and what it knows of the values under them. */
type Shape = ReadonlyMap<string, Shape | null>

function shapeOf(schema: z.core.$ZodType): Shape | null {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return shapeOf(schema.unwrap())
  }
  if (schema instanceof z.ZodArray) return shapeOf(schema.element)
  if (!(schema instanceof z.ZodObject)) return null
  const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>)
  return new Map(fields.map(([key, field]) => [key, shapeOf(field)]))
}

function write(value: unknown, shape: Shape | null | undefined, newLine: string): string {
  const inner = `${newLine}  `
  if (Array.isArray(value)) {
    const items = value.map((item) => write(item ?? null, shape, inner))
    return items.length === 0 ? '[]' : `[${inner}${items.join(`,${inner}`)}${newLine}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)

  const fields = fieldsOf(value, shape)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => `${JSON.stringify(key)}: ${write(field, shape?.get(key), inner)}`)
  return fields.length === 0 ? '{}' : `{${inner}${fields.join(`,${inner}`)}${newLine}}`
}

function fieldsOf(value: object, shape: Shape | null | undefined): (readonly [string, unknown])[] {
  if (value instanceof Map) return [...value]
  const known = [...(shape?.keys() ?? [])].filter((key) => Object.hasOwn(value, key))
  const unknown = Object.keys(value).filter((key) => !shape?.has(key))
  return [...known, ...unknown.sort(compare)].map((key) => [
    key,
    (value as Record<string, unknown>)[key],
  ])
}
