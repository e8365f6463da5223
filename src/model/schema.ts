import { z } from 'zod'

// The page's content security policy forbids making code from strings; zod would try it.
z.config({ jitless: true })

/**
 * A record of the map as zod reads it: the fields named here are checked, fields of other programs are kept.
 *
 * The type says only what we know, so that a mistyped field is still an error in our own code.
 */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape>
}

/** A name that is unique in its map. Any string but the empty one: `__proto__` is only an id too. */
export const Id = z.string().min(1)
export type Id = z.infer<typeof Id>

const offset = z.int().min(0)

/** A half-open range of UTF-16 code units in a source: `text.slice(start, end)` is the thing meant. */
export const Span = record({ start: offset, end: offset })
export type Span = z.infer<typeof Span>

/** A span, and the source it counts into. */
export const SourceSpan = record({ source: Id, start: offset, end: offset })
export type SourceSpan = z.infer<typeof SourceSpan>

/** A place on the canvas, in pixels at 100 %. */
export const Point = record({ x: z.number(), y: z.number() })
export type Point = z.infer<typeof Point>

/** How sure, how likely: 0..1. */
export const Share = z.number().min(0).max(1)

/** A moment, ISO 8601 in UTC: `2026-11-20T00:00:00Z`. */
export const Moment = z.iso.datetime()
export type Moment = z.infer<typeof Moment>
